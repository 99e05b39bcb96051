//! Walking one chain from its first entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    ACCESS, AUDIT, GENESIS,
    entry::{Effects, Hashed, cell, entry_hash},
    verify::{Report, Walked},
};
use crate::{
    access::{self, access_hash},
    db::{Conn, Sql},
    floor::Floor,
    hash::sm3,
    problem::Result,
};

/// Entries are fetched in pages of this many, so that memory stays small.
const PAGE: i64 = 500;

/// What the tables beside an entry say of its effects.
#[derive(Default)]
struct Beside {
    payload: Option<Payload>,
    touches: Vec<Touch>,
    bulks: Vec<BulkRow>,
}

struct Payload {
    sealed: Option<Vec<u8>>,
    digest: Vec<u8>,
    erased_by: Option<i64>,
}

struct Touch {
    noun: String,
    subject: String,
    kind: String,
    digest: Option<Vec<u8>>,
}

struct BulkRow {
    noun: String,
    subject: String,
    count: i64,
    totals: String,
    digest: Vec<u8>,
}

pub(super) async fn audit(
    floor: &Floor,
    conn: &Conn,
    chain: Uuid,
    marks: BTreeSet<i64>,
    report: &mut Report,
) -> Result<Walked> {
    let mut step = Step::new(AUDIT, chain, marks);
    loop {
        let sql = page(
            "select seq, at, actor, login, operation, reason, noun, subject, division, count, \
             digest, request, prev, hash, ordinal, place from audit_entry where chain = ",
            chain,
            step.seq,
        );
        let rows = conn.rows(sql).await?;
        let Some(last) = rows.last() else { break };
        let to: i64 = last.try_get_by_index(0)?;
        let mut beside = beside(conn, chain, step.seq, to).await?;
        for row in rows {
            let seq: i64 = row.try_get_by_index(0)?;
            let prev: Vec<u8> = row.try_get_by_index(12)?;
            let hash: Vec<u8> = row.try_get_by_index(13)?;
            let digest: Vec<u8> = row.try_get_by_index(10)?;
            let text = |i| row.try_get_by_index::<Option<String>>(i);
            let (reason, noun, subject, division) = (text(5)?, text(6)?, text(7)?, text(8)?);
            let place = text(15)?;
            let (login, operation): (String, String) =
                (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
            let request: String = row.try_get_by_index(11)?;
            let computed = entry_hash(&Hashed {
                chain,
                seq,
                ordinal: row.try_get_by_index(14)?,
                at: row.try_get_by_index::<DateTime<Utc>>(1)?,
                actor: row.try_get_by_index(2)?,
                login: &login,
                place: place.as_deref(),
                operation: &operation,
                reason: reason.as_deref(),
                noun: noun.as_deref(),
                subject: subject.as_deref(),
                division: division.as_deref(),
                count: row.try_get_by_index(9)?,
                digest: &digest,
                request: &request,
                prev: &prev,
            });
            step.take(seq, &prev, hash, &computed, report);
            let effects = beside.remove(&seq).unwrap_or_default();
            self::effects(floor, chain, seq, &digest, &effects, conn, report).await?;
            report.entries += 1;
        }
        for seq in beside.into_keys() {
            report.fault(
                AUDIT,
                chain,
                seq,
                "有改动记录而没有对应的链上记录",
                "effects are recorded without an entry of the chain",
            );
        }
    }
    Ok(step.walked)
}

/// Compares the digest in the chain with the tables beside it.
async fn effects(
    floor: &Floor,
    chain: Uuid,
    seq: i64,
    digest: &[u8],
    beside: &Beside,
    conn: &Conn,
    report: &mut Report,
) -> Result<()> {
    let Some(payload) = &beside.payload else {
        let (zh, en) = ("改动内容缺失", "the change set is missing");
        report.fault(AUDIT, chain, seq, zh, en);
        return Ok(());
    };
    let mut effects = Effects::new(&payload.digest);
    for t in &beside.touches {
        effects.touch(&t.noun, &t.subject, &t.kind, t.digest.as_deref());
    }
    for b in &beside.bulks {
        effects.bulk(&b.noun, &b.subject, b.count, &b.totals, &b.digest);
    }
    if effects.digest() != digest {
        let (zh, en) = (
            "改动记录与链上摘要不符",
            "the effects do not agree with the digest in the chain",
        );
        report.fault(AUDIT, chain, seq, zh, en);
    }
    match &payload.sealed {
        Some(sealed) => {
            let opened = floor
                .vault()
                .open("audit_change", "payload", cell(chain, seq), sealed);
            if !opened.is_ok_and(|plain| sm3(&[&plain]) == payload.digest.as_slice()) {
                let (zh, en) = ("改动内容被改写", "the change set was altered");
                report.fault(AUDIT, chain, seq, zh, en);
            }
        }
        None => {
            if !erased_lawfully(conn, chain, seq, payload.erased_by).await? {
                let (zh, en) = (
                    "改动内容被删除而没有相应的操作",
                    "the change set was erased without a command",
                );
                report.fault(AUDIT, chain, seq, zh, en);
            }
        }
    }
    Ok(())
}

async fn erased_lawfully(conn: &Conn, chain: Uuid, seq: i64, by: Option<i64>) -> Result<bool> {
    let Some(by) = by else { return Ok(false) };
    let sql =
        Sql::new("select count(*) from audit_touch where noun = 'audit_change' and subject = ")
            .bind(cell(chain, seq))
            .text(" and chain = ")
            .bind(chain)
            .text(" and seq = ")
            .bind(by);
    Ok(conn.scalar::<i64>(sql).await? == Some(1))
}

async fn beside(conn: &Conn, chain: Uuid, after: i64, to: i64) -> Result<BTreeMap<i64, Beside>> {
    let mut all: BTreeMap<i64, Beside> = BTreeMap::new();
    let range = |text: &str| {
        Sql::new(format!("{text} where chain = "))
            .bind(chain)
            .text(" and seq > ")
            .bind(after)
            .text(" and seq <= ")
            .bind(to)
    };
    let sql = range("select seq, payload, payload_digest, erased_by from audit_change");
    for row in conn.rows(sql).await? {
        all.entry(row.try_get_by_index(0)?).or_default().payload = Some(Payload {
            sealed: row.try_get_by_index(1)?,
            digest: row.try_get_by_index(2)?,
            erased_by: row.try_get_by_index(3)?,
        });
    }
    let sql = range("select seq, noun, subject, kind, row_digest from audit_touch")
        .text(" order by seq, position");
    for row in conn.rows(sql).await? {
        all.entry(row.try_get_by_index(0)?)
            .or_default()
            .touches
            .push(Touch {
                noun: row.try_get_by_index(1)?,
                subject: row.try_get_by_index(2)?,
                kind: row.try_get_by_index(3)?,
                digest: row.try_get_by_index(4)?,
            });
    }
    let sql = range("select seq, noun, subject, count, totals, digest from audit_bulk")
        .text(" order by seq, position");
    for row in conn.rows(sql).await? {
        all.entry(row.try_get_by_index(0)?)
            .or_default()
            .bulks
            .push(BulkRow {
                noun: row.try_get_by_index(1)?,
                subject: row.try_get_by_index(2)?,
                count: row.try_get_by_index(3)?,
                totals: row.try_get_by_index(4)?,
                digest: row.try_get_by_index(5)?,
            });
    }
    Ok(all)
}

pub(super) async fn access(
    floor: &Floor,
    conn: &Conn,
    chain: Uuid,
    marks: BTreeSet<i64>,
    report: &mut Report,
) -> Result<Walked> {
    let mut step = Step::new(ACCESS, chain, marks);
    loop {
        let sql = page(
            "select seq, at, actor, login, operation, kind, noun, subject, division, count, \
             digest, filter, filter_digest, request, prev, hash, place from access_entry where chain = ",
            chain,
            step.seq,
        );
        let rows = conn.rows(sql).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let seq: i64 = row.try_get_by_index(0)?;
            let text = |i| row.try_get_by_index::<Option<String>>(i);
            let bytes = |i| row.try_get_by_index::<Option<Vec<u8>>>(i);
            let (noun, subject, division) = (text(6)?, text(7)?, text(8)?);
            let place = text(16)?;
            let (digest, filter, filter_digest) = (bytes(10)?, bytes(11)?, bytes(12)?);
            let (login, operation, kind, request): (String, String, String, String) = (
                row.try_get_by_index(3)?,
                row.try_get_by_index(4)?,
                row.try_get_by_index(5)?,
                row.try_get_by_index(13)?,
            );
            let prev: Vec<u8> = row.try_get_by_index(14)?;
            let computed = access_hash(&access::Hashed {
                chain,
                seq,
                at: row.try_get_by_index(1)?,
                actor: row.try_get_by_index(2)?,
                login: &login,
                place: place.as_deref(),
                operation: &operation,
                kind: &kind,
                noun: noun.as_deref(),
                subject: subject.as_deref(),
                division: division.as_deref(),
                count: row.try_get_by_index(9)?,
                digest: digest.as_deref(),
                filter_digest: filter_digest.as_deref(),
                request: &request,
                prev: &prev,
            });
            step.take(seq, &prev, row.try_get_by_index(15)?, &computed, report);
            if let (Some(sealed), Some(digest)) = (&filter, &filter_digest) {
                let opened = floor
                    .vault()
                    .open("access_entry", "filter", cell(chain, seq), sealed);
                if !opened.is_ok_and(|plain| sm3(&[&plain]) == digest.as_slice()) {
                    report.fault(
                        ACCESS,
                        chain,
                        seq,
                        "查询条件被改写",
                        "the filter was altered",
                    );
                }
            }
            report.access_entries += 1;
        }
    }
    Ok(step.walked)
}

fn page(select: &str, chain: Uuid, after: i64) -> Sql {
    Sql::new(select)
        .bind(chain)
        .text(" and seq > ")
        .bind(after)
        .text(" order by seq limit ")
        .bind(PAGE)
}

/// The state of a walk.
struct Step {
    log: &'static str,
    chain: Uuid,
    seq: i64,
    marks: BTreeSet<i64>,
    walked: Walked,
}

impl Step {
    fn new(log: &'static str, chain: Uuid, marks: BTreeSet<i64>) -> Self {
        let walked = Walked {
            hash: GENESIS.to_vec(),
            ..Walked::default()
        };
        Self {
            log,
            chain,
            seq: 0,
            marks,
            walked,
        }
    }

    /// Takes the next entry: its place, its predecessor, its own hash.
    fn take(&mut self, seq: i64, prev: &[u8], hash: Vec<u8>, computed: &[u8], report: &mut Report) {
        if seq != self.seq + 1 {
            let (from, to) = (self.seq + 1, seq - 1);
            let zh = format!("缺少第 {from} 至 {to} 条");
            let en = format!("entries {from} to {to} are missing");
            report.fault(self.log, self.chain, from, &zh, &en);
        } else if prev != self.walked.hash {
            let (zh, en) = ("与前一条不相接", "does not join on to the entry before it");
            report.fault(self.log, self.chain, seq, zh, en);
        }
        if hash != computed {
            report.fault(
                self.log,
                self.chain,
                seq,
                "记录被改写",
                "the entry was altered",
            );
        }
        if self.marks.contains(&seq) {
            self.walked.at.insert(seq, hash.clone());
        }
        (self.seq, self.walked.seq, self.walked.hash) = (seq, seq, hash);
    }
}
