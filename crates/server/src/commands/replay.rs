//! `doudi replay`: kept assessments computed again.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context as _, anyhow};
use pack::{
    Pack,
    assess::{Replayed, replay},
    fault::{Tongue, render},
};

use crate::packs;

/// Compute kept assessments again (`doudi assess --keep`); exit code 1 where one comes out otherwise.
#[derive(Debug, clap::Args)]
pub struct Replay {
    /// Another folder of packs than that of the binary: that of then.
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
    /// The kept assessments, one a line.
    #[arg(value_name = "INPUT")]
    input: PathBuf,
}

impl Replay {
    /// Computes and compares.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let pack = match &self.packs {
            None => packs::load()?,
            Some(dir) => Pack::from_dir(dir)
                .map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both)))?,
        };
        let file = File::open(&self.input).with_context(|| format!("{}", self.input.display()))?;
        let (mut same, mut other) = (0_u64, 0_u64);
        for (n, line) in BufReader::new(file).lines().enumerate() {
            let said = match replay(&pack, &line.context("不是 UTF-8 / not UTF-8")?) {
                Replayed::Same => {
                    same += 1;
                    continue;
                }
                Replayed::Differs => "结果不同 / comes out otherwise".to_owned(),
                Replayed::OtherPack(digest) => {
                    format!("用的是另一个政策包 / kept under another pack: {digest}")
                }
                Replayed::Unreadable => "不是保存的测算 / no kept assessment".to_owned(),
            };
            other += 1;
            eprintln!("{}: {said}", n + 1);
        }
        println!("{same} 相同 same, {other} 不同 other");
        Ok(ExitCode::from(u8::from(other > 0)))
    }
}
