//! The whole county, from its rosters to its figures, and a village made twice.
//!
//! The figures of the county's report are what the demonstration promises. They are counted from
//! records that came in through imports and decisions, so only a county that went the whole way
//! can say them; the binary is the one that a newcomer builds, since an unoptimised one needs
//! too long.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, bail};
use serde_json::{Map, Value};

use crate::{demo, sh};

/// What each figure must be, by its place in `figures.json`.
const EXPECTED: &str = include_str!("county.json");
/// Families of the village: every programme and every kind of change occurs among them.
const VILLAGE: &str = "60";

/// A folder that goes when the stage is over.
struct Folder(PathBuf);

impl Folder {
    fn new() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("doudi-county-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Makes the county and compares its figures; makes a village twice and compares every byte.
pub fn run() -> anyhow::Result<()> {
    let binary = demo::build()?;
    let folder = Folder::new()?;
    let begun = Instant::now();
    let (one, two) = (folder.0.join("one"), folder.0.join("two"));
    for home in [&one, &two] {
        make(&binary, home, &["--village", VILLAGE])?;
    }
    same(&read(&one.join("out"))?, &read(&two.join("out"))?)?;
    eprintln!(
        "a village twice, byte for byte ({} s)",
        begun.elapsed().as_secs()
    );
    let begun = Instant::now();
    let county = folder.0.join("county");
    make(&binary, &county, &[])?;
    eprintln!(
        "the county from rosters to figures ({} s)",
        begun.elapsed().as_secs()
    );
    let figures = fs::read_to_string(county.join("out/figures.json"))?;
    figures_are(
        &serde_json::from_str(&figures)?,
        &serde_json::from_str(EXPECTED)?,
    )
}

fn make(binary: &Path, home: &Path, more: &[&str]) -> anyhow::Result<()> {
    sh::run(
        Command::new(binary)
            .args(["demo", "--place", "620521", "--no-serve"])
            .args(more)
            .arg("--data")
            .arg(home.join("data"))
            .arg("--out")
            .arg(home.join("out"))
            .current_dir(sh::root())
            .stdout(Stdio::null()),
    )
}

/// All files below a folder, by their path.
fn read(folder: &Path) -> anyhow::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).with_context(|| at.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_owned();
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

fn same(one: &BTreeMap<PathBuf, Vec<u8>>, two: &BTreeMap<PathBuf, Vec<u8>>) -> anyhow::Result<()> {
    let names = one.keys().chain(two.keys());
    let differing: Vec<_> = names
        .filter(|name| one.get(*name) != two.get(*name))
        .map(|name| name.display().to_string())
        .collect();
    if one.len() < 10 || !differing.is_empty() {
        bail!(
            "a village made twice: {} files, other bytes in: {}",
            one.len(),
            differing.join(", ")
        );
    }
    Ok(())
}

fn figures_are(figures: &Value, expected: &Map<String, Value>) -> anyhow::Result<()> {
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|(path, value)| {
            let found = figures.pointer(path);
            (found != Some(value)).then(|| {
                let found = found.map_or_else(|| "nothing".to_owned(), Value::to_string);
                format!("{path}: {found} instead of {value}")
            })
        })
        .collect();
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("figures of the county:\n{}", wrong.join("\n"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_figure_that_differs_or_is_gone_is_named() {
        let expected = json!({"/F-005/户": 8576, "/F-005/人": 25697});
        let expected = expected.as_object().expect("an object");
        let right = json!({"F-005": {"户": 8576, "人": 25697}});
        assert!(figures_are(&right, expected).is_ok());
        let told = figures_are(&json!({"F-005": {"户": 8575}}), expected)
            .expect_err("two are wrong")
            .to_string();
        assert!(told.contains("/F-005/户: 8575 instead of 8576"), "{told}");
        assert!(told.contains("/F-005/人: nothing"), "{told}");
    }

    #[test]
    fn files_with_other_bytes_are_named() {
        let files = |last: &str| {
            (0..10)
                .map(|n| (PathBuf::from(format!("{n}")), b"x".to_vec()))
                .chain([(PathBuf::from("last"), last.as_bytes().to_vec())])
                .collect::<BTreeMap<_, _>>()
        };
        assert!(same(&files("a"), &files("a")).is_ok());
        let told = same(&files("a"), &files("b")).expect_err("differs");
        assert!(told.to_string().contains("last"), "{told}");
        assert!(same(&BTreeMap::new(), &BTreeMap::new()).is_err(), "nothing");
    }
}
