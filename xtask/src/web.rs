//! The web console: installed and built only when its sources changed.

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
    process::Command,
};

use anyhow::bail;

use crate::sh;

/// Folders below `web/` that are results, not sources.
const RESULTS: &[&str] = &[
    "node_modules",
    "dist",
    "test-results",
    "playwright-report",
    "coverage",
];

/// The variable that tells the server's build which console it embeds.
pub const DIGEST: &str = "DOUDI_WEB_DIGEST";

/// An npm command in `web/`.
pub fn npm<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = sh::command("npm", arguments);
    command.current_dir(sh::root().join("web"));
    command
}

/// Installs the packages of the lock file, when it changed since the last time.
pub fn install() -> anyhow::Result<()> {
    if sh::find_program("npm").is_none() {
        bail!("npm is missing: install Node 20 or later (Debian: apt-get install nodejs npm)");
    }
    let web = sh::root().join("web");
    let stamp = web.join("node_modules/.doudi-stamp");
    let lock = fs::read(web.join("package-lock.json"))?;
    let mut hasher = DefaultHasher::new();
    lock.hash(&mut hasher);
    let wanted = format!("{:016x}", hasher.finish());
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    sh::run(&mut npm([
        "ci",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
    ]))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// Builds `web/dist`, when a source changed since the last time, and answers the digest of the
/// sources, from which cargo sees that the console inside the binary is another one.
pub fn build() -> anyhow::Result<String> {
    let web = sh::root().join("web");
    install()?;
    let stamp = web.join("node_modules/.doudi-dist");
    let wanted = digest(&web)?;
    let built = web.join("dist/index.html").is_file();
    if !built || !fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        sh::run(&mut npm(["run", "build"]))?;
        fs::write(stamp, &wanted)?;
    }
    Ok(wanted)
}

/// A digest over names and bytes of all sources; times of files say nothing after a clone.
fn digest(web: &Path) -> anyhow::Result<String> {
    let mut files = BTreeMap::new();
    collect(web, &mut files)?;
    let mut hasher = DefaultHasher::new();
    for (path, bytes) in files {
        path.hash(&mut hasher);
        bytes.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || RESULTS.contains(&name.as_str()) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.insert(path.to_string_lossy().into_owned(), fs::read(&path)?);
        }
    }
    Ok(())
}
