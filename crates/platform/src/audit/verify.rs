//! Verification: walks the chains, recomputes the digests, and names what does not agree.

use std::collections::BTreeMap;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{ACCESS, AUDIT, Anchor, RowDigest, business, walk};
use crate::{
    db::{Conn, Sql},
    floor::Floor,
    hash::unhex,
    problem::Result,
};

/// Recomputes what the chain remembers of a slice's table, so that a row changed by hand is
/// found and named. Register one per noun on the floor.
#[async_trait]
pub trait Verifier: Send + Sync {
    /// The noun of `Change` or `record_bulk` that it recomputes.
    fn noun(&self) -> &'static str;

    /// For bulk records: feeds the rows of a subject as they are now, in the same order and with
    /// the same keys and bytes as when they were recorded. Leave out columns that change later
    /// without a new record of the same subject (payment status and the like). Called twice when
    /// the digest differs, the second time to name the rows.
    async fn rows(&self, conn: &Conn, subject: &str, rows: &mut RowDigest) -> Result<()> {
        let _ = (conn, subject, rows);
        Ok(())
    }

    /// For single changes: the thing as it is now, in the shape that was recorded as `after`;
    /// `Ok(None)` when it does not exist. Answer `Err` only when the database fails.
    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<serde_json::Value>> {
        let _ = (conn, subject);
        Ok(None)
    }

    /// The subjects that exist now, to find rows that no command made; `None` when the table is
    /// too large to list or has none.
    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        let _ = conn;
        Ok(None)
    }
}

/// One thing that does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditFault {
    /// The chain: `audit/<organisation>` or `access/<organisation>`.
    pub chain: String,
    /// The position.
    pub seq: i64,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

/// What a verification found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Commands walked.
    pub entries: u64,
    /// Readings walked.
    pub access_entries: u64,
    /// Single things and bulk records compared with their rows.
    pub compared: u64,
    /// What is wrong; empty when all agrees.
    pub faults: Vec<AuditFault>,
}

impl Report {
    pub(super) fn fault(&mut self, log: &str, chain: Uuid, seq: i64, zh: &str, en: &str) {
        self.faults.push(AuditFault {
            chain: format!("{log}/{chain}"),
            seq,
            zh: zh.to_owned(),
            en: en.to_owned(),
        });
    }
}

/// Where a walk came out: the last position and hash, and the hashes at anchored positions.
#[derive(Default)]
pub(super) struct Walked {
    pub seq: i64,
    pub hash: Vec<u8>,
    pub at: BTreeMap<i64, Vec<u8>>,
}

/// Walks all chains on one snapshot, against anchors kept outside the database, then compares
/// business rows through the registered verifiers.
///
/// # Errors
/// When the database fails; what does not agree is in the report.
pub async fn verify(floor: &Floor, anchors: &[Anchor]) -> Result<Report> {
    let conn = floor.db().read().await?;
    verify_in(floor, &conn, anchors).await
}

/// As [`verify`], on a transaction that is open already.
///
/// # Errors
/// When the database fails.
pub async fn verify_in(floor: &Floor, conn: &Conn, anchors: &[Anchor]) -> Result<Report> {
    let mut report = Report::default();
    let mut chains: BTreeMap<(Uuid, String), Vec<&Anchor>> = BTreeMap::new();
    let sql = "select chain, log from chain_head where log <> 'order' union select distinct chain, 'audit' from \
               audit_entry union select distinct chain, 'access' from access_entry";
    for row in conn.rows(sql.into()).await? {
        chains
            .entry((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
            .or_default();
    }
    for anchor in anchors {
        if anchor.is_genuine(floor) {
            chains
                .entry((anchor.chain, anchor.log.clone()))
                .or_default()
                .push(anchor);
        } else {
            report.fault(
                &anchor.log,
                anchor.chain,
                anchor.seq,
                "锚点的签名不正确",
                "the signature of an anchor is not right",
            );
        }
    }
    for ((chain, log), anchors) in &chains {
        let marks = anchors.iter().map(|a| a.seq).collect();
        let walked = match log.as_str() {
            AUDIT => walk::audit(floor, conn, *chain, marks, &mut report).await?,
            ACCESS => walk::access(floor, conn, *chain, marks, &mut report).await?,
            _ => continue,
        };
        head(conn, *chain, log, &walked, &mut report).await?;
        for anchor in anchors {
            against(anchor, &walked, &mut report);
        }
    }
    business::compare(floor, conn, &mut report).await?;
    Ok(report)
}

async fn head(
    conn: &Conn,
    chain: Uuid,
    log: &str,
    walked: &Walked,
    report: &mut Report,
) -> Result<()> {
    let sql = Sql::new("select seq, hash from chain_head where chain = ")
        .bind(chain)
        .text(" and log = ")
        .bind(log);
    let (seq, hash) = match conn.row(sql).await? {
        Some(row) => (
            row.try_get_by_index::<i64>(0)?,
            row.try_get_by_index::<Vec<u8>>(1)?,
        ),
        None => (0, Vec::new()),
    };
    if seq > walked.seq {
        let zh = format!("链尾被截断：记到第 {seq} 条，只剩 {} 条", walked.seq);
        let en = format!(
            "the tail was cut off: {seq} entries were written, {} are left",
            walked.seq
        );
        report.fault(log, chain, walked.seq + 1, &zh, &en);
    } else if seq < walked.seq || (seq > 0 && hash != walked.hash) {
        report.fault(
            log,
            chain,
            walked.seq,
            "链头与最后一条记录不符",
            "the head does not agree with the last entry",
        );
    }
    Ok(())
}

fn against(anchor: &Anchor, walked: &Walked, report: &mut Report) {
    let at = anchor
        .at
        .with_timezone(&kernel::shanghai())
        .format("%Y-%m-%d %H:%M");
    match walked.at.get(&anchor.seq) {
        None => {
            let zh = format!(
                "{at} 的锚点之后链被截断：锚点在第 {} 条，现只有 {} 条",
                anchor.seq, walked.seq
            );
            let en = format!(
                "cut off since the anchor of {at}: it stands at {}, the chain ends at {}",
                anchor.seq, walked.seq
            );
            report.fault(&anchor.log, anchor.chain, anchor.seq, &zh, &en);
        }
        Some(hash) if unhex(&anchor.hash).as_ref() != Some(hash) => {
            let zh = format!("与 {at} 的锚点不符：该条或之前的记录被改写");
            let en = format!(
                "does not agree with the anchor of {at}: this or an earlier entry was rewritten"
            );
            report.fault(&anchor.log, anchor.chain, anchor.seq, &zh, &en);
        }
        Some(_) => {}
    }
}
