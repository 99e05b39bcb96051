//! The project's own chores: build and run the demonstration, run every test, measure, tidy.
//!
//! `cargo xtask demo` is a newcomer's first command and `cargo xtask test` is what the
//! continuous integration runs; both must work on a fresh Debian machine that has only Rust and
//! Node. This crate therefore depends on next to nothing, so that it builds in seconds.

mod bench;
mod demo;
mod generate;
mod sh;
mod tck;
mod test;
mod tidy;
mod web;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Chores of the Doudi workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build everything, make the demonstration county and serve it.
    Demo {
        /// Handed to `doudi demo` as they are.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Install what the tests need and run all of them.
    Test {
        /// Run only these stages (see `cargo xtask test --list`).
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
        /// Print the stages and stop.
        #[arg(long)]
        list: bool,
    },
    /// Measure; prints a table that goes into docs/benchmarks.md.
    Bench {
        #[command(subcommand)]
        what: bench::Bench,
    },
    /// Run a FEEL conformance file (NDJSON) through plain FEEL.
    Tck {
        /// The conformance cases, one JSON object a line.
        file: PathBuf,
        /// Print the refused cases as well.
        #[arg(long)]
        refused: bool,
    },
    /// Make the committed files anew that come from the code: API description, console types,
    /// permission matrix, problems, steps.
    Generate,
    /// Check what rustfmt and clippy do not: lengths, words, imports between slices, dead files.
    Tidy,
}

fn main() -> anyhow::Result<()> {
    std::env::set_current_dir(sh::root())?;
    match Arguments::parse().chore {
        Chore::Demo { arguments } => demo::run(&arguments),
        Chore::Test { only, list } => test::run(&only, list),
        Chore::Bench { what } => bench::run(what),
        Chore::Tck { file, refused } => tck::run(&file, refused),
        Chore::Generate => generate::run(),
        Chore::Tidy => tidy::run(),
    }
}
