//! The files of the demonstration: the same bytes every time.

use std::{
    io::{Cursor, Read as _, Write as _},
    path::Path,
};

use anyhow::Context as _;
use serde_json::Value;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::house::House;
use crate::client::Client;

/// The day of the county's report.
const DAY: &str = "2022-10-25";

/// Writes figures, reconciliation, ledger, rolls and bank files.
pub async fn write(house: &House, out: &Path) -> anyhow::Result<()> {
    let clerk = house.worker("clerk").await?;
    std::fs::create_dir_all(out.join("rolls"))?;
    std::fs::create_dir_all(out.join("bank"))?;
    for (name, path) in [
        ("figures.json", format!("/figures?on={DAY}")),
        (
            "reconciliation.json",
            "/reconciliation?from=2022-01&to=2022-10".to_owned(),
        ),
    ] {
        save(&out.join(name), &clerk.get(&path).await?)?;
    }
    let mut sheets = Vec::new();
    for month in 1..=10 {
        let month = format!("2022-{month:02}");
        let ledger = clerk.get(&format!("/ledger?month={month}")).await?;
        sheets.extend(ledger["items"].as_array().cloned().unwrap_or_default());
        rolls(&clerk, &month, &out.join("rolls")).await?;
        batches(&clerk, &month, &out.join("bank")).await?;
    }
    save(&out.join("ledger.json"), &Value::Array(sheets))
}

fn save(path: &Path, value: &Value) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    std::fs::write(path, text).with_context(|| path.display().to_string())
}

async fn rolls(clerk: &Client, month: &str, folder: &Path) -> anyhow::Result<()> {
    let list = clerk
        .get(&format!("/rolls?month={month}&limit=200"))
        .await?;
    for roll in list["items"].as_array().into_iter().flatten() {
        let (Some(id), Some(programme)) = (roll["id"].as_str(), roll["programme"]["key"].as_str())
        else {
            continue;
        };
        let bytes = clerk.download(&format!("/rolls/{id}/file")).await?;
        std::fs::write(
            folder.join(format!("{month}-{programme}.xlsx")),
            without_anchor(bytes)?,
        )?;
    }
    Ok(())
}

async fn batches(clerk: &Client, month: &str, folder: &Path) -> anyhow::Result<()> {
    let list = clerk
        .get(&format!("/batches?month={month}&limit=200"))
        .await?;
    for batch in list["items"].as_array().into_iter().flatten() {
        let (Some(id), Some(number)) = (batch["id"].as_str(), batch["number"].as_str()) else {
            continue;
        };
        let name = batch["file"]["name"].as_str().unwrap_or(number).to_owned();
        let bytes = clerk.download(&format!("/batches/{id}/file")).await?;
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// The roll without the head of the audit chain that the house prints on it: the chain is sealed
/// with keys that every house makes for itself, so that its head is another one each time.
fn without_anchor(bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    const ANCHOR: &str = "审计锚：";
    let mut book = ZipArchive::new(Cursor::new(bytes))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..book.len() {
        let mut part = book.by_index(at)?;
        let name = part.name()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        if name.starts_with("xl/worksheets/") {
            let text = String::from_utf8(content)?;
            content = match text.split_once(ANCHOR) {
                Some((before, after)) => {
                    let rest = after.find('<').map_or("", |at| &after[at..]);
                    format!("{before}{ANCHOR}—{rest}").into_bytes()
                }
                None => text.into_bytes(),
            };
        }
        out.start_file(name, SimpleFileOptions::default())?;
        out.write_all(&content)?;
    }
    Ok(out.finish()?.into_inner())
}
