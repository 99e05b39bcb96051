//! Anchors: signed heads of chains, kept outside the database.

use std::{
    fs::OpenOptions,
    io::{BufRead, BufReader, Write},
    path::Path,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    AUDIT, Committed,
    entry::{fixed, head, instant},
};
use crate::{
    floor::Floor,
    hash::{hex, sm3_framed, unhex},
    problem::{Problem, Result},
};

/// The head of a chain at one moment, signed. A printed anchor on a roll, or a line of the file
/// `anchors/<day>.jsonl`, lets [`super::verify`] find a chain that was cut or rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The organisation.
    pub chain: Uuid,
    /// `audit` or `access`.
    pub log: String,
    /// The position of the head.
    pub seq: i64,
    /// The head's hash, hexadecimal.
    pub hash: String,
    /// When it was signed.
    pub at: DateTime<Utc>,
    /// The id of the signing key.
    pub key: u16,
    /// The SM2 signature, Base64.
    pub signature: String,
}

impl Anchor {
    fn message(chain: Uuid, log: &str, seq: i64, hash: &[u8], at: DateTime<Utc>) -> [u8; 32] {
        let at = instant(at);
        let seq = seq.to_be_bytes();
        sm3_framed([
            b"doudi anchor".as_slice(),
            chain.as_bytes(),
            log.as_bytes(),
            &seq,
            hash,
            at.as_bytes(),
        ])
    }

    pub(crate) fn sign(floor: &Floor, chain: Uuid, log: &str, seq: i64, hash: &[u8; 32]) -> Self {
        let at = floor.now();
        let (key, signature) = floor
            .vault()
            .sign(&Self::message(chain, log, seq, hash, at));
        Self {
            chain,
            log: log.to_owned(),
            seq,
            hash: hex(hash),
            at,
            key,
            signature: STANDARD.encode(signature),
        }
    }

    /// Whether the signature is right.
    pub fn is_genuine(&self, floor: &Floor) -> bool {
        let (Some(hash), Ok(signature)) = (unhex(&self.hash), STANDARD.decode(&self.signature))
        else {
            return false;
        };
        let message = Self::message(self.chain, &self.log, self.seq, &hash, self.at);
        floor.vault().verify(self.key, &message, &signature)
    }

    /// A short form for printing on paper: position and the first 16 digits of the hash.
    pub fn short(&self) -> String {
        format!(
            "{}-{}",
            self.seq,
            self.hash.get(..16).unwrap_or_default().to_uppercase()
        )
    }
}

/// Signs the present head of one organisation's audit chain, to be printed on a roll. `None` when
/// the chain has no entry yet.
///
/// # Errors
/// When the database fails.
pub async fn anchor_chain(floor: &Floor, chain: Uuid) -> Result<Option<Anchor>> {
    let conn = floor.db().read().await?;
    let (seq, hash) = head(&conn, chain, AUDIT).await?;
    Ok((seq > 0).then(|| Anchor::sign(floor, chain, AUDIT, seq, &hash)))
}

/// Signs the place of one committed command, to be printed on what it made (a monthly roll).
pub fn anchor_of(floor: &Floor, committed: &Committed) -> Anchor {
    Anchor::sign(
        floor,
        committed.chain,
        AUDIT,
        committed.seq,
        &committed.hash,
    )
}

/// Signs all heads and appends them to `anchors/<day>.jsonl` in the data folder, made durable.
/// Housekeeping does it daily; `doudi audit anchor` on demand.
///
/// # Errors
/// When the database or the file fails.
pub async fn anchor_all(floor: &Floor) -> Result<Vec<Anchor>> {
    let conn = floor.db().read().await?;
    let rows = conn
        .rows(
            "select chain, log, seq, hash from chain_head where log <> 'order' order by chain, log"
                .into(),
        )
        .await?;
    let mut anchors = Vec::with_capacity(rows.len());
    for row in rows {
        let chain: Uuid = row.try_get_by_index(0)?;
        let log: String = row.try_get_by_index(1)?;
        let hash = fixed(row.try_get_by_index(3)?)?;
        anchors.push(Anchor::sign(
            floor,
            chain,
            &log,
            row.try_get_by_index(2)?,
            &hash,
        ));
    }
    drop(conn);
    let folder = floor.data().join("anchors");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}.jsonl", floor.today()));
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    for anchor in &anchors {
        writeln!(file, "{}", serde_json::to_string(anchor)?)?;
    }
    file.sync_all()?;
    Ok(anchors)
}

/// Reads anchors from a file of lines, or from all `*.jsonl` of a folder.
///
/// # Errors
/// When a file cannot be read or a line is no anchor.
pub fn read_anchors(path: &Path) -> Result<Vec<Anchor>> {
    let mut files = Vec::new();
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "jsonl") {
                files.push(path);
            }
        }
        files.sort();
    } else if path.exists() {
        files.push(path.to_owned());
    }
    let mut anchors = Vec::new();
    for file in files {
        for (n, line) in BufReader::new(std::fs::File::open(&file)?)
            .lines()
            .enumerate()
        {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            anchors.push(serde_json::from_str(&line).map_err(|e| {
                Problem::internal(format!("{} line {}: {e}", file.display(), n + 1))
            })?);
        }
    }
    Ok(anchors)
}
