//! `doudi audit verify|anchor`: whether anything was changed behind the house's back.

use std::path::PathBuf;

use anyhow::bail;
use platform::audit;

use crate::{config::Options, serve};

/// Look after the audit chain.
#[derive(Debug, clap::Subcommand)]
pub enum Audit {
    /// Recompute every chain and compare it with the rows and the anchors.
    Verify {
        #[command(flatten)]
        options: Options,
        /// A file or folder of anchors kept elsewhere; those of the data folder where left out.
        #[arg(long, value_name = "PATH")]
        anchors: Option<PathBuf>,
    },
    /// Sign the present heads and write them down, to be kept outside the data folder.
    Anchor {
        #[command(flatten)]
        options: Options,
    },
}

impl Audit {
    /// Does what was asked for.
    pub async fn run(self) -> anyhow::Result<()> {
        let (Self::Verify { options, .. } | Self::Anchor { options }) = &self;
        let config = super::read(options)?;
        if !config.data.is_dir() {
            bail!(
                "数据目录不存在 / no such data folder: {}",
                config.data.display()
            );
        }
        let floor = serve::open(&config).await?;
        let Self::Verify { anchors, .. } = self else {
            for anchor in audit::anchor_all(&floor).await? {
                println!("{}", serde_json::to_string(&anchor)?);
            }
            return Ok(());
        };
        let anchors =
            audit::read_anchors(&anchors.unwrap_or_else(|| floor.data().join("anchors")))?;
        let report = audit::verify(&floor, &anchors).await?;
        println!(
            "{} 条操作日志，{} 条访问日志，{} 个锚点 / audit entries, access entries, anchors",
            report.entries,
            report.access_entries,
            anchors.len()
        );
        for fault in &report.faults {
            println!(
                "{} #{}: {} / {}",
                fault.chain, fault.seq, fault.zh, fault.en
            );
        }
        if !report.faults.is_empty() {
            bail!("{} 处不符 / faults", report.faults.len());
        }
        Ok(())
    }
}
