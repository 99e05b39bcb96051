//! The month, by stage.

use crate::sh;

/// Builds the release binary and lets it measure.
pub(super) fn run(persons: u32) -> anyhow::Result<()> {
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
