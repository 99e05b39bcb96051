//! `doudi replay`: kept assessments computed again.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context as _, anyhow, bail};
use pack::{
    Pack,
    assess::{Replayed, replay},
    fault::{Tongue, render},
};

use crate::{config::Options, packs, serve};

/// Compute kept assessments again; exit code 1 where one comes out otherwise.
///
/// With a file, those that `doudi assess --keep` wrote; without, all that the data folder keeps,
/// each under its own release.
#[derive(Debug, clap::Args)]
pub struct Replay {
    /// Another folder of packs than that of the binary: that of then.
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
    /// The kept assessments, one a line; those of the data folder where left out.
    #[arg(value_name = "INPUT")]
    input: Option<PathBuf>,
}

impl Replay {
    /// Computes and compares.
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        let Some(input) = &self.input else {
            return self.stored().await;
        };
        let pack = match &self.packs {
            None => packs::load()?,
            Some(dir) => Pack::from_dir(dir)
                .map_err(|faults| anyhow!("{}", render(&faults, Tongue::Both)))?,
        };
        let file = File::open(input).with_context(|| format!("{}", input.display()))?;
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

    /// Every assessment that the data folder keeps.
    async fn stored(self) -> anyhow::Result<ExitCode> {
        let config = super::read(&self.options)?;
        if !config.data.is_dir() {
            bail!(
                "数据目录不存在 / no such data folder: {}",
                config.data.display()
            );
        }
        let floor = serve::open(&config).await?;
        let all = decide::replay_all(&floor).await?;
        for id in &all.other {
            eprintln!("{id}: 结果不同 / comes out otherwise");
        }
        println!("{} 相同 same, {} 不同 other", all.same, all.other.len());
        Ok(ExitCode::from(u8::from(!all.other.is_empty())))
    }
}
