//! Files that are generated and committed: made again, they must be the same bytes.

use std::{collections::BTreeMap, fs};

use anyhow::bail;

use crate::{sh, web};

/// The files made from the code. Goldens that a Rust test writes and compares are not listed.
const FILES: &[&str] = &[
    "docs/openapi.json",
    "web/src/api/schema.ts",
    "web/src/api/routes.ts",
];

/// Makes the files again and names those that changed.
pub fn run() -> anyhow::Result<()> {
    let before = read()?;
    let document = sh::output(&mut sh::cargo([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "server",
        "--bin",
        "doudi",
        "--",
        "openapi",
    ]))?;
    fs::write(sh::root().join("docs/openapi.json"), document)?;
    sh::run(&mut web::npm(["run", "api"]))?;
    let after = read()?;
    let changed: Vec<&str> = FILES
        .iter()
        .copied()
        .filter(|file| before.get(file) != after.get(file))
        .collect();
    if !changed.is_empty() {
        bail!("generated again, these differ; read the difference and commit it: {changed:?}");
    }
    Ok(())
}

fn read() -> anyhow::Result<BTreeMap<&'static str, Vec<u8>>> {
    FILES
        .iter()
        .map(|file| {
            let path = sh::root().join(file);
            Ok((
                *file,
                if path.is_file() {
                    fs::read(path)?
                } else {
                    Vec::new()
                },
            ))
        })
        .collect()
}
