//! What the tests need from the operating system.

use std::path::Path;

use anyhow::bail;

use super::postgres;
use crate::sh;

/// The font in which the console's Chinese is drawn on the screenshots.
const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// Installs what is missing where this process may, and says what to install where not.
pub fn run() -> anyhow::Result<()> {
    let mut missing = Vec::new();
    if postgres::programs().is_none() {
        missing.push("postgresql");
    }
    if sh::find_program("chromium").is_none() {
        missing.push("chromium");
    }
    if !Path::new(FONT).is_file() {
        missing.push("fonts-noto-cjk");
    }
    if missing.is_empty() {
        return Ok(());
    }
    if !sh::is_root() || sh::find_program("apt-get").is_none() {
        bail!(
            "missing: install them first, e.g. sudo apt-get install {}",
            missing.join(" ")
        );
    }
    let apt = |arguments: &[&str]| {
        let mut command = sh::command("apt-get", arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        sh::run(&mut command)
    };
    apt(&["update", "--quiet"])?;
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    arguments.extend(missing);
    apt(&arguments)
}
