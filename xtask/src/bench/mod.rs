//! Measurements. The programs measure themselves; this chooses the build, makes the data and
//! prints the machine.

mod assess;
mod matching;
mod month;

use clap::Subcommand;

/// What can be measured.
#[derive(Subcommand)]
pub enum Bench {
    /// A county's month from roster to bank return, by stage.
    Month {
        /// How many persons are in the roster.
        #[arg(long, default_value_t = 100_000)]
        persons: u32,
        /// Take the roster from workbooks instead of text tables.
        #[arg(long)]
        xlsx: bool,
    },
    /// Who qualifies for dibao and for how much, in columns and line by line, beside OpenFisca.
    Assess {
        /// How many households, of two and a half persons in the mean.
        #[arg(long, default_value_t = 400_000)]
        households: u32,
    },
    /// One million persons against sixteen million rows of five sources, beside DuckDB and others.
    Match {
        /// So many times the rows of the sources.
        #[arg(long, default_value_t = 1)]
        scale: u32,
        /// Other tools to run beside: duckdb, duckdb-join, polars, pandas, sqlite.
        #[arg(
            long,
            value_delimiter = ',',
            default_value = "duckdb,duckdb-join,polars,pandas,sqlite"
        )]
        peers: Vec<String>,
        /// Runs of each; the fastest counts.
        #[arg(long, default_value_t = 3)]
        runs: u32,
    },
    /// Linking without numbers on the FEBRL data sets, beside recordlinkage and Splink.
    Link,
}

/// Measures.
pub fn run(what: Bench) -> anyhow::Result<()> {
    match what {
        Bench::Assess { households } => assess::run(households),
        Bench::Month { persons, xlsx } => month::run(persons, xlsx),
        Bench::Match { scale, peers, runs } => matching::find(scale, &peers, runs),
        Bench::Link => matching::link(),
    }
}
