//! Who qualifies and for how much, beside OpenFisca with the same rule and households.

use std::fs;

use anyhow::Context as _;

use crate::sh;

/// Builds, measures ourselves, and then OpenFisca where it can be had.
pub fn run(households: u32) -> anyhow::Result<()> {
    sh::run(&mut sh::cargo([
        "build",
        "--release",
        "--package",
        "pack",
        "--example",
        "assess_bench",
    ]))?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("?");
    println!("load average before: {load} (figures count below 3)");
    let data = sh::target_dir().join("bench-assess");
    let binary = sh::target_dir().join("release/examples/assess_bench");
    let (households, folder) = (households.to_string(), data.to_string_lossy().into_owned());
    sh::run(&mut sh::command(
        &binary.to_string_lossy(),
        ["--households", &households, "--data", &folder],
    ))?;
    match openfisca() {
        Ok(python) => sh::run(&mut sh::command(
            &python,
            ["xtask/src/bench/openfisca.py", &folder],
        )),
        Err(error) => {
            println!("OpenFisca cannot be had here: {error:#}");
            Ok(())
        }
    }
}

/// A Python with OpenFisca-Core in an environment of its own.
fn openfisca() -> anyhow::Result<String> {
    let home = sh::target_dir().join("openfisca");
    let python = home.join("bin/python").to_string_lossy().into_owned();
    if sh::output(&mut sh::command(&python, ["-c", "import openfisca_core"])).is_err() {
        let system = sh::find_program("python3").context("there is no python3")?;
        let system = system.to_string_lossy().into_owned();
        let home = home.to_string_lossy().into_owned();
        sh::run(&mut sh::command(&system, ["-m", "venv", &home]))?;
        let install = ["-m", "pip", "install", "--quiet", "openfisca-core"];
        sh::run(&mut sh::command(&python, install))?;
    }
    Ok(python)
}
