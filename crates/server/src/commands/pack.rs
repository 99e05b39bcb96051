//! `doudi pack check|test|show`: the tools of a policy officer.

use std::{path::PathBuf, process::ExitCode};

use anyhow::anyhow;
use pack::{
    Pack,
    cli::{self, Said},
    fault::{Tongue, render},
};

use crate::packs;

/// Check, test and show policy packs.
#[derive(Debug, clap::Subcommand)]
pub enum PackCommand {
    /// Check a folder of packs and list every fault with its place.
    Check {
        /// The folder that holds `cn/`.
        dir: PathBuf,
    },
    /// Run the tests that the packs carry.
    Test {
        /// The folder that holds `cn/`.
        dir: PathBuf,
    },
    /// Show what is in force at a place on a date.
    Show {
        /// The place, 6, 9 or 12 digits.
        #[arg(long)]
        place: String,
        /// The date, ISO 8601.
        #[arg(long, value_name = "DATE")]
        on: String,
        /// Another folder of packs than that of the binary.
        #[arg(long, value_name = "DIR")]
        packs: Option<PathBuf>,
        /// One parameter or programme only.
        name: Option<String>,
    },
}

impl PackCommand {
    /// Does what was asked for.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Said { out, err, code } = match self {
            Self::Check { dir } => cli::check(&dir),
            Self::Test { dir } => cli::test(&dir),
            Self::Show {
                place,
                on,
                packs,
                name,
            } => {
                let pack = match packs {
                    None => packs::load()?,
                    Some(dir) => Pack::from_dir(&dir)
                        .map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both)))?,
                };
                cli::show(&pack, &place, &on, name.as_deref())
            }
        };
        print!("{out}");
        eprint!("{err}");
        Ok(ExitCode::from(code))
    }
}
