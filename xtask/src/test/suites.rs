//! The Rust test suites: once as cargo runs them, once more on PostgreSQL those with a database.

use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::postgres::Cluster;
use crate::sh;

/// Crates whose tests open a database, and therefore run on both.
const WITH_DATABASE: &[&str] = &[
    "platform",
    "directory",
    "policy",
    "registry",
    "verify",
    "intake",
    "decide",
    "disburse",
    "insight",
    "testkit",
    "tests",
];

/// The variable that the test kit reads; without it, tests use SQLite.
const URL: &str = "DOUDI_TEST_PG";

/// All tests of the workspace, in one package selection so that features unify once.
pub fn sqlite() -> anyhow::Result<()> {
    sh::run(sh::cargo(["test", "--workspace", "--locked", "--quiet"]).env_remove(URL))
}

/// The database suites again, the same executables, on a private PostgreSQL cluster.
pub fn postgres() -> anyhow::Result<()> {
    let cluster = Cluster::start()?;
    for (package, folder, executable) in executables()? {
        if !WITH_DATABASE.contains(&package.as_str()) {
            continue;
        }
        eprintln!("{package} on PostgreSQL");
        sh::run(
            Command::new(&executable)
                .arg("--quiet")
                .current_dir(&folder)
                .env("CARGO_MANIFEST_DIR", &folder)
                .env(URL, cluster.url()),
        )?;
    }
    Ok(())
}

/// Package, folder and path of each test executable, built if need be.
fn executables() -> anyhow::Result<Vec<(String, String, String)>> {
    let messages = sh::output(&mut sh::cargo([
        "test",
        "--workspace",
        "--locked",
        "--quiet",
        "--no-run",
        "--message-format=json",
    ]))?;
    let mut found = Vec::new();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line)?;
        if message["profile"]["test"] != Value::Bool(true) {
            continue;
        }
        let Some(executable) = message["executable"].as_str() else {
            continue;
        };
        let manifest = message["manifest_path"].as_str().context("manifest_path")?;
        let folder = manifest.trim_end_matches("/Cargo.toml");
        let package = folder.rsplit('/').next().unwrap_or(folder);
        found.push((package.to_owned(), folder.to_owned(), executable.to_owned()));
    }
    if found.is_empty() {
        bail!("cargo named no test executable");
    }
    found.sort();
    Ok(found)
}
