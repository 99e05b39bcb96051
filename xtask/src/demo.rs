//! `cargo xtask demo`: from a fresh clone to the console of a county at work.

use std::{os::unix::process::CommandExt as _, path::PathBuf, time::Instant};

use crate::{sh, web};

/// The profile that optimises only what is hot, so that the first build stays short.
const PROFILE: &str = "demo";

/// Builds the console and the binary and returns where the binary lies.
pub fn build() -> anyhow::Result<PathBuf> {
    let begun = Instant::now();
    let console = web::build()?;
    eprintln!("web console ready ({} s)", begun.elapsed().as_secs());
    let begun = Instant::now();
    sh::run(
        sh::cargo([
            "build",
            "--profile",
            PROFILE,
            "--package",
            "server",
            "--bin",
            "doudi",
            "--locked",
        ])
        .env(web::DIGEST, console),
    )?;
    eprintln!("doudi built ({} s)", begun.elapsed().as_secs());
    Ok(sh::target_dir().join(PROFILE).join("doudi"))
}

/// Builds and becomes `doudi demo`, so that Ctrl-C reaches the server itself.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let binary = build()?;
    let error = sh::command(&binary.to_string_lossy(), ["demo"])
        .args(arguments)
        .exec();
    Err(error.into())
}
