//! `doudi pack check|test|show|diff`: the tools of a policy officer.

use std::{path::PathBuf, process::ExitCode};

use anyhow::anyhow;
use pack::{
    Pack,
    cli::{self, End, Said},
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
    /// Show what changed between two dates, or differs between two places or two folders of packs.
    Diff {
        /// The place, 6, 9 or 12 digits.
        #[arg(long)]
        place: String,
        /// The first date, ISO 8601.
        #[arg(long, value_name = "DATE")]
        from: String,
        /// The second date; the first one where left out.
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        /// The second place; the first one where left out.
        #[arg(long, value_name = "CODE")]
        to_place: Option<String>,
        /// The first folder of packs; that of the binary where left out.
        #[arg(long, value_name = "DIR")]
        packs: Option<PathBuf>,
        /// The second folder of packs; the first one where left out.
        #[arg(long, value_name = "DIR")]
        to_packs: Option<PathBuf>,
    },
}

fn load(packs: Option<PathBuf>) -> anyhow::Result<Pack> {
    match packs {
        None => Ok(packs::load()?),
        Some(dir) => cli::read(&dir).map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both))),
    }
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
            } => cli::show(&load(packs)?, &place, &on, name.as_deref()),
            Self::Diff {
                place,
                from,
                to,
                to_place,
                packs,
                to_packs,
            } => {
                let before = load(packs)?;
                let after = match to_packs {
                    Some(dir) => load(Some(dir))?,
                    None => before.clone(),
                };
                let from = End {
                    pack: &before,
                    place: &place,
                    on: &from,
                };
                let to = End {
                    pack: &after,
                    place: to_place.as_deref().unwrap_or(&place),
                    on: to.as_deref().unwrap_or(from.on),
                };
                cli::diff(&from, &to)
            }
        };
        print!("{out}");
        eprint!("{err}");
        Ok(ExitCode::from(code))
    }
}
