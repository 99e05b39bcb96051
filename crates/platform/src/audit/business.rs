//! Comparing business rows with what the chains remember of them.

use std::{collections::BTreeSet, sync::Arc};

use uuid::Uuid;

use super::{
    AUDIT, RowDigest,
    entry::{cell, row_digest},
    rows::Difference,
    verify::{Report, Verifier},
};
use crate::{
    db::{Conn, Sql},
    floor::Floor,
    problem::{Problem, Result},
};

/// The latest record of one single thing.
struct Latest {
    subject: String,
    chain: Uuid,
    seq: i64,
    kind: String,
    digest: Option<Vec<u8>>,
}

/// The latest bulk record of one subject.
struct LatestBulk {
    subject: String,
    chain: Uuid,
    seq: i64,
    position: i32,
    digest: Vec<u8>,
}

/// Subjects are fetched in pages of this many.
const PAGE: i64 = 1_000;
/// At most this many rows of one record are named.
const NAMED: usize = 50;

pub(super) async fn compare(floor: &Floor, conn: &Conn, report: &mut Report) -> Result<()> {
    for verifier in floor.verifiers() {
        let mut known = BTreeSet::new();
        singles(floor, conn, verifier, &mut known, report).await?;
        bulks(floor, conn, verifier, &mut known, report).await?;
        if let Some(subjects) = verifier.subjects(conn).await? {
            for stranger in subjects.into_iter().filter(|s| !known.contains(s)) {
                let noun = verifier.noun();
                let zh = format!("{noun} {stranger}：没有任何操作产生过这一行");
                let en = format!("{noun} {stranger}: no command ever made this row");
                report.fault(AUDIT, Uuid::nil(), 0, &zh, &en);
            }
        }
    }
    Ok(())
}

/// The latest record of each single thing against the thing as it is.
async fn singles(
    floor: &Floor,
    conn: &Conn,
    verifier: &Arc<dyn Verifier>,
    known: &mut BTreeSet<String>,
    report: &mut Report,
) -> Result<()> {
    let noun = verifier.noun();
    let mut after = String::new();
    loop {
        // The latest by the order of commands, within one command by position.
        let sql = Sql::new(
            "select t.subject, t.chain, t.seq, t.kind, t.row_digest from audit_touch t \
             join audit_entry e on e.chain = t.chain and e.seq = t.seq where t.noun = ",
        )
        .bind(noun)
        .text(" and t.subject in (select distinct subject from audit_touch where noun = ")
        .bind(noun)
        .text(" and subject > ")
        .bind(after.as_str())
        .text(" order by subject limit ")
        .bind(PAGE)
        .text(") order by t.subject, e.ordinal, t.position");
        let rows = conn.rows(sql).await?;
        let mut latest: Vec<Latest> = Vec::new();
        for row in rows {
            let item = Latest {
                subject: row.try_get_by_index(0)?,
                chain: row.try_get_by_index(1)?,
                seq: row.try_get_by_index(2)?,
                kind: row.try_get_by_index(3)?,
                digest: row.try_get_by_index(4)?,
            };
            match latest.last_mut() {
                Some(last) if last.subject == item.subject => *last = item,
                _ => latest.push(item),
            }
        }
        let Some(last) = latest.last() else {
            return Ok(());
        };
        after = last.subject.clone();
        for item in latest {
            let subject = &item.subject;
            let now = verifier.current(conn, subject).await?;
            let digest = now
                .as_ref()
                .map(|v| row_digest(floor, noun, subject, v).to_vec());
            report.compared += 1;
            if digest != item.digest {
                let (zh, en) = match (now.is_some(), item.kind == "removed") {
                    (true, true) => ("已删除而又出现", "was removed and is there again"),
                    (true, false) => (
                        "与最后一次操作的记录不符",
                        "is not as the last command left it",
                    ),
                    (false, _) => ("不见了", "is gone"),
                };
                let zh = format!("{noun} {subject}：{zh}");
                let en = format!("{noun} {subject}: {en}");
                report.fault(AUDIT, item.chain, item.seq, &zh, &en);
            }
            known.insert(item.subject);
        }
    }
}

/// The latest record of each bulk subject against its rows.
async fn bulks(
    floor: &Floor,
    conn: &Conn,
    verifier: &Arc<dyn Verifier>,
    known: &mut BTreeSet<String>,
    report: &mut Report,
) -> Result<()> {
    let noun = verifier.noun();
    let sql = Sql::new(
        "select b.subject, b.chain, b.seq, b.position, b.digest from audit_bulk b \
         join audit_entry e on e.chain = b.chain and e.seq = b.seq where b.noun = ",
    )
    .bind(noun)
    .text(" order by b.subject, e.ordinal, b.position");
    let mut latest: Vec<LatestBulk> = Vec::new();
    for row in conn.rows(sql).await? {
        let item = LatestBulk {
            subject: row.try_get_by_index(0)?,
            chain: row.try_get_by_index(1)?,
            seq: row.try_get_by_index(2)?,
            position: row.try_get_by_index(3)?,
            digest: row.try_get_by_index(4)?,
        };
        match latest.last_mut() {
            Some(last) if last.subject == item.subject => *last = item,
            _ => latest.push(item),
        }
    }
    for item in latest {
        let mut rows = RowDigest::default();
        verifier.rows(conn, &item.subject, &mut rows).await?;
        report.compared += 1;
        if rows.digest() != item.digest.as_slice() {
            name_rows(floor, conn, verifier, &item, report).await?;
        }
        known.insert(item.subject);
    }
    Ok(())
}

async fn name_rows(
    floor: &Floor,
    conn: &Conn,
    verifier: &Arc<dyn Verifier>,
    item: &LatestBulk,
    report: &mut Report,
) -> Result<()> {
    let noun = verifier.noun();
    let LatestBulk {
        subject,
        chain,
        seq,
        ..
    } = item;
    let (chain, seq) = (*chain, *seq);
    let mut rows = RowDigest::naming();
    verifier.rows(conn, subject, &mut rows).await?;
    let recorded = leaves(floor, conn, item).await?;
    let found = rows.differences(&recorded);
    let more = found.len().saturating_sub(NAMED);
    for (key, what) in found.into_iter().take(NAMED) {
        let (zh, en) = match what {
            Difference::Altered => ("被改动", "was altered"),
            Difference::PutIn => ("是后来放进去的", "was put in afterwards"),
            Difference::TakenBefore => ("附近有一行被删除", "a row next to it was taken away"),
        };
        let zh = format!("{noun} {subject}：{key} {zh}");
        report.fault(
            AUDIT,
            chain,
            seq,
            &zh,
            &format!("{noun} {subject}: {key} {en}"),
        );
    }
    if more > 0 {
        let zh = format!("{noun} {subject}：另有 {more} 行不符");
        report.fault(
            AUDIT,
            chain,
            seq,
            &zh,
            &format!("{noun} {subject}: {more} rows more"),
        );
    }
    Ok(())
}

async fn leaves(floor: &Floor, conn: &Conn, item: &LatestBulk) -> Result<Vec<u8>> {
    let sql = Sql::new("select part, payload from audit_leaves where chain = ")
        .bind(item.chain)
        .text(" and seq = ")
        .bind(item.seq)
        .text(" and position = ")
        .bind(item.position)
        .text(" order by part");
    let mut all = Vec::new();
    for row in conn.rows(sql).await? {
        let part: i32 = row.try_get_by_index(0)?;
        let sealed: Vec<u8> = row.try_get_by_index(1)?;
        let key = format!("{}/{}/{part}", cell(item.chain, item.seq), item.position);
        let opened = floor.vault().open("audit_leaves", "payload", key, &sealed);
        all.extend(opened.map_err(|p| Problem::because(p, "the leaves of a bulk record"))?);
    }
    Ok(all)
}
