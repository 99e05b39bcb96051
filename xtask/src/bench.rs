//! Measurements. The binary measures itself; this chooses the build and prints the machine.

use clap::Subcommand;

use crate::sh;

/// What can be measured.
#[derive(Subcommand)]
pub enum Bench {
    /// A county's month from roster to bank return, by stage.
    Month {
        /// How many persons are in the roster.
        #[arg(long, default_value_t = 100_000)]
        persons: u32,
    },
}

/// Builds the release binary and lets it measure.
pub fn run(what: Bench) -> anyhow::Result<()> {
    let Bench::Month { persons } = what;
    sh::run(&mut sh::cargo([
        "build",
        "--release",
        "--package",
        "server",
        "--bin",
        "doudi",
    ]))?;
    let binary = sh::target_dir().join("release/doudi");
    sh::run(&mut sh::command(
        &binary.to_string_lossy(),
        ["bench-month", "--persons", &persons.to_string()],
    ))
}
