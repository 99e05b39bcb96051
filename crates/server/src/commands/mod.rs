//! The commands of the binary. Exit code 0 on success, 1 where the work could not be done, 2 for
//! unusable arguments.

mod assess;
mod audit;
mod feel;
mod init;
mod match_files;
mod pack;
mod replay;
mod simulate;
mod work;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{
    config::{Config, Options},
    demo, openapi, serve,
};

/// 兜底 Doudi: social assistance of a county, from roster to bank file.
#[derive(Debug, Parser)]
#[command(name = "doudi", version)]
pub struct Doudi {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set an installation up: its areas and its three administrators.
    Init(init::Init),
    /// Serve the console and the API.
    Serve {
        #[command(flatten)]
        options: Options,
    },
    /// Make a synthetic county, run its months, and serve it.
    Demo(demo::Demo),
    /// Import a roster.
    Import(work::Import),
    /// Compute a roll.
    Roll(work::Roll),
    /// Measure a month of so many persons, by stage.
    #[command(hide = true)]
    BenchMonth(demo::bench::BenchMonth),
    /// Find out who qualifies for what, and for how much: NDJSON in, NDJSON out.
    Assess(assess::Assess),
    /// Find the people of a list in the files of other departments.
    Match(match_files::Match),
    /// Compute kept assessments again and compare every byte.
    Replay(replay::Replay),
    /// Try changed values, formulas or packs out on households.
    Simulate(simulate::Simulate),
    /// Evaluate FEEL.
    Feel(feel::Feel),
    /// Check, test and show policy packs.
    #[command(subcommand)]
    Pack(pack::PackCommand),
    /// Look after the audit chain.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Write the API's description (OpenAPI 3.1).
    Openapi {
        /// The file to write; standard output where left out.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

impl Doudi {
    /// Does what was asked for.
    ///
    /// # Errors
    /// Why the work could not be done.
    pub async fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Init(init) => init.run().await?,
            Command::Serve { options } => {
                let config = read(&options)?;
                let floor = serve::open(&config).await?;
                if !directory::is_set_up(&floor).await? {
                    eprintln!(
                        "尚无用户，请先执行 doudi init / there are no users yet; run doudi init first"
                    );
                }
                eprintln!("http://{}", config.listen);
                serve::run(&config, floor).await?;
            }
            Command::Demo(demo) => demo.run().await?,
            Command::Import(import) => import.run().await?,
            Command::Roll(roll) => roll.run().await?,
            Command::BenchMonth(bench) => bench.run().await?,
            Command::Assess(assess) => return assess.run(),
            Command::Match(found) => found.run()?,
            Command::Replay(replay) => return replay.run().await,
            Command::Simulate(simulate) => return simulate.run(),
            Command::Feel(feel) => feel.run()?,
            Command::Pack(pack) => return pack.run(),
            Command::Audit(audit) => audit.run().await?,
            Command::Openapi { out } => {
                let text = openapi::text()?;
                match out {
                    Some(path) => std::fs::write(path, text)?,
                    None => print!("{text}"),
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The configuration with the environment of this process.
pub(crate) fn read(options: &Options) -> anyhow::Result<Config> {
    Config::read(options, |name| std::env::var(name).ok())
}
