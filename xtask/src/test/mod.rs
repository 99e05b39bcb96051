//! `cargo xtask test`: every check there is, in stages, each with the seconds it took.

mod county;
mod e2e;
mod generated;
mod needs;
mod postgres;
mod suites;

use std::time::Instant;

use anyhow::bail;

use crate::{sh, tidy, web};

/// A stage: its name, what it is for, and how to run it.
struct Stage {
    name: &'static str,
    about: &'static str,
    run: fn() -> anyhow::Result<()>,
}

/// In this order, the cheap ones first.
const STAGES: &[Stage] = &[
    Stage {
        name: "needs",
        about: "PostgreSQL, Chromium and fonts are there",
        run: needs::run,
    },
    Stage {
        name: "format",
        about: "rustfmt has nothing to change",
        run: format,
    },
    Stage {
        name: "tidy",
        about: "lengths, words, imports, dead files",
        run: tidy::run,
    },
    Stage {
        name: "web",
        about: "the console: lint, unit tests, build",
        run: console,
    },
    Stage {
        name: "clippy",
        about: "no warning in any target",
        run: clippy,
    },
    Stage {
        name: "tests",
        about: "cargo test on SQLite",
        run: suites::sqlite,
    },
    Stage {
        name: "postgres",
        about: "the database suites on PostgreSQL",
        run: suites::postgres,
    },
    Stage {
        name: "generated",
        about: "generated files are those committed",
        run: generated::run,
    },
    Stage {
        name: "county",
        about: "the county's figures from its records; a village twice, byte for byte",
        run: county::run,
    },
    Stage {
        name: "e2e",
        about: "the console in headless Chromium on a real demo",
        run: e2e::run,
    },
];

/// Runs the chosen stages, all of them by default, and stops at the first that fails.
pub fn run(only: &[String], list: bool) -> anyhow::Result<()> {
    if list {
        for stage in STAGES {
            println!("{:<10} {}", stage.name, stage.about);
        }
        return Ok(());
    }
    if let Some(unknown) = only
        .iter()
        .find(|name| STAGES.iter().all(|s| s.name != **name))
    {
        bail!("no stage is named {unknown}; see `cargo xtask test --list`");
    }
    let begun = Instant::now();
    let mut lines = Vec::new();
    for stage in STAGES {
        let named = only.iter().any(|name| name == stage.name);
        if !named && !only.is_empty() {
            continue;
        }
        eprintln!("==> {}: {}", stage.name, stage.about);
        let stage_begun = Instant::now();
        let result = (stage.run)();
        let seconds = stage_begun.elapsed().as_secs();
        match result {
            Ok(()) => lines.push(format!("{:<10} ok     {seconds:>5} s", stage.name)),
            Err(error) => {
                lines.push(format!("{:<10} FAILED {seconds:>5} s", stage.name));
                println!("{}", lines.join("\n"));
                return Err(error.context(format!("stage {}", stage.name)));
            }
        }
    }
    println!(
        "{}\nall        ok     {:>5} s",
        lines.join("\n"),
        begun.elapsed().as_secs()
    );
    Ok(())
}

fn format() -> anyhow::Result<()> {
    sh::run(&mut sh::cargo(["fmt", "--all", "--check"]))
}

fn clippy() -> anyhow::Result<()> {
    sh::run(&mut sh::cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "--deny",
        "warnings",
    ]))
}

fn console() -> anyhow::Result<()> {
    web::install()?;
    sh::run(&mut web::npm(["run", "lint"]))?;
    sh::run(&mut web::npm(["test"]))?;
    web::build().map(drop)
}
