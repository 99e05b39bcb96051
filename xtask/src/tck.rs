//! FEEL conformance: right, refused by name, or wrong. Wrong must be none.

use std::path::Path;

use anyhow::{Context as _, bail};
use formula::conformance::{self, Miss};

/// Runs every case of a file through plain FEEL and compares values, not texts.
pub fn run(file: &Path, verbose: bool) -> anyhow::Result<()> {
    let report = conformance::run(file).with_context(|| format!("{}", file.display()))?;
    for miss in &report.wrong_cases {
        println!("wrong: {}", shown(miss));
    }
    if verbose {
        for miss in &report.refused_cases {
            println!("refused: {}", shown(miss));
        }
    }
    let all = report.right + report.refused + report.wrong + report.undecidable;
    println!(
        "{all} cases: {} right, {} refused by name, {} wrong, {} undecidable (conversion to a type that the file does not carry)",
        report.right, report.refused, report.wrong, report.undecidable
    );
    if report.wrong > 0 {
        bail!("{} cases are wrong", report.wrong);
    }
    if report.right * 3 < all * 2 {
        bail!("fewer than two thirds are right");
    }
    Ok(())
}

fn shown(miss: &Miss) -> String {
    format!(
        "line {} {} {:?} expected {} got {}",
        miss.line, miss.group, miss.expression, miss.expected, miss.found
    )
}
