//! Style that a machine can check and that neither rustfmt nor clippy knows.

mod imports;
mod lengths;
mod named;
mod orphans;
mod words;

use std::{fs, process::Command};

use anyhow::bail;

use crate::sh;

/// A source file of the repository.
pub struct Source {
    /// Path from the workspace root, with forward slashes.
    pub path: String,
    /// Its text; files that are no UTF-8 are not sources.
    pub text: String,
}

impl Source {
    /// Whether the file ends in one of these extensions.
    fn is(&self, extensions: &[&str]) -> bool {
        extensions
            .iter()
            .any(|extension| self.path.ends_with(extension))
    }

    /// The crate a Rust file belongs to, where it belongs to one below `crates/`.
    fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether the file holds tests only.
    fn is_test(&self) -> bool {
        self.path.contains("/tests/")
            || self.path.starts_with("crates/tests/")
            || self.path.ends_with("/tests.rs")
            || self.path.contains(".test.")
            || self.path.contains("/e2e/")
    }
}

/// Runs every check and lists all faults at once.
pub fn run() -> anyhow::Result<()> {
    let sources = sources()?;
    let mut faults = Vec::new();
    lengths::check(&sources, &mut faults);
    words::check(&sources, &mut faults);
    imports::check(&sources, &mut faults);
    named::check(&sources, &mut faults);
    orphans::check(&sources, &mut faults);
    if faults.is_empty() {
        println!("tidy: {} files", sources.len());
        return Ok(());
    }
    faults.sort();
    for fault in &faults {
        println!("{fault}");
    }
    bail!("{} faults", faults.len());
}

/// Everything that git tracks or would track.
fn sources() -> anyhow::Result<Vec<Source>> {
    let list = sh::output(
        Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(sh::root()),
    )?;
    let mut sources = Vec::new();
    for path in list.split('\0').filter(|path| !path.is_empty()) {
        // A file may be deleted in the work tree and not yet in the index.
        let Ok(bytes) = fs::read(sh::root().join(path)) else {
            continue;
        };
        if let Ok(text) = String::from_utf8(bytes) {
            sources.push(Source {
                path: path.to_owned(),
                text,
            });
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources.dedup_by(|a, b| a.path == b.path);
    Ok(sources)
}
