//! What a step of a run found becomes rows: new ones (异动), known ones, and those that are there
//! no more.

use std::collections::{BTreeMap, BTreeSet};

use platform::audit::RowDigest;
use platform::{Result, Sql, Tx, bulk};
use sea_orm::Value as Cell;
use uuid::Uuid;

use super::store::{NOUN, Words};
use crate::run::compare::{Answers, Found};
use crate::run::store::Row as Run;
use crate::run::work::Totals;

/// How many were new, known and gone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Changed {
    pub fresh: u64,
    pub known: u64,
    pub gone: u64,
}

/// A finding that is there.
struct Live {
    id: Uuid,
    person: Option<Uuid>,
    check: String,
}

/// Takes over what was found about some households. Doing it twice for a run changes nothing.
pub(crate) async fn settle(
    tx: &mut Tx,
    run: &Run,
    households: &[Uuid],
    asked: &Answers,
) -> Result<Changed> {
    let mut live = live(tx, run, households).await?;
    let (mut changed, mut links) = (Changed::default(), Vec::new());
    let mut fresh: Vec<(Uuid, &Found)> = Vec::new();
    let mut known: Vec<Uuid> = Vec::new();
    let mut seen: BTreeSet<(Uuid, &str)> = BTreeSet::new();
    for found in &asked.found {
        if !seen.insert((found.household, &found.fingerprint)) {
            continue;
        }
        let key = (found.household, found.fingerprint.clone());
        if let Some(there) = live.remove(&key) {
            links.push((there.id, "known"));
            known.push(there.id);
            changed.known += 1;
        } else {
            let id = tx.floor().new_id();
            links.push((id, "new"));
            fresh.push((id, found));
            changed.fresh += 1;
        }
    }
    // What could not be asked this time is neither there nor gone.
    let unknown: BTreeSet<(Uuid, Option<Uuid>, &str)> = asked
        .unanswered
        .iter()
        .map(|u| (u.household, u.person, u.check.as_str()))
        .collect();
    let gone: Vec<Uuid> = live
        .iter()
        .filter(|((household, _), l)| !unknown.contains(&(*household, l.person, l.check.as_str())))
        .map(|(_, l)| l.id)
        .collect();
    changed.gone = gone.len() as u64;
    links.extend(gone.iter().map(|id| (*id, "gone")));
    insert(tx, run, &fresh).await?;
    mark(tx, "last_run", run.id, &known).await?;
    mark(tx, "gone_run", run.id, &gone).await?;
    let rows = links
        .iter()
        .map(|(id, change)| vec![run.id.into(), (*id).into(), (*change).into()]);
    let rows: Vec<Vec<Cell>> = rows.collect();
    bulk::insert(tx, "run_finding", &["run", "finding", "change"], rows).await?;
    let mut digest = RowDigest::default();
    for (id, change) in &links {
        digest.add(&id.to_string(), &[change.as_bytes()]);
    }
    let totals = serde_json::json!({"households": households.len(), "new": changed.fresh,
        "known": changed.known, "gone": changed.gone});
    let subject = format!(
        "{}/{}",
        run.id,
        households.first().copied().unwrap_or_default()
    );
    tx.record_bulk("run_finding", subject, totals, digest);
    Ok(changed)
}

async fn live(tx: &Tx, run: &Run, households: &[Uuid]) -> Result<BTreeMap<(Uuid, String), Live>> {
    let mut found = BTreeMap::new();
    for part in households.chunks(500) {
        let sql = Sql::new(
            "select id, household, person, check_key, fingerprint from finding where gone_run is null and organisation = ",
        )
        .bind(tx.ctx().actor().organisation)
        .text(" and purpose = ")
        .bind(run.purpose.as_str())
        .text(" and household in ")
        .bind_all(part.iter().copied());
        for row in tx.conn().rows(sql).await? {
            let key: (Uuid, String) = (row.try_get_by_index(1)?, row.try_get_by_index(4)?);
            let live = Live {
                id: row.try_get_by_index(0)?,
                person: row.try_get_by_index(2)?,
                check: row.try_get_by_index(3)?,
            };
            found.insert(key, live);
        }
    }
    Ok(found)
}

async fn mark(tx: &Tx, column: &str, run: Uuid, ids: &[Uuid]) -> Result<()> {
    for part in ids.chunks(500) {
        let sql = Sql::new(format!("update finding set {column} = "))
            .bind(run)
            .text(" where id in ")
            .bind_all(part.iter().copied());
        tx.conn().run(sql).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, run: &Run, fresh: &[(Uuid, &Found)]) -> Result<()> {
    let columns = [
        "id",
        "organisation",
        "purpose",
        "household",
        "person",
        "division",
        "check_key",
        "severity",
        "cite",
        "as_of",
        "fingerprint",
        "words",
        "evidence",
        "first_run",
        "last_run",
        "status",
        "created_at",
        "version",
    ];
    let (floor, organisation) = (tx.floor().clone(), tx.ctx().actor().organisation);
    let (vault, now) = (floor.vault(), floor.now());
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(fresh.len());
    for (id, found) in fresh {
        let words = Words {
            zh: found.zh.clone(),
            en: found.en.clone(),
            act: found.act.clone(),
        };
        let words = serde_json::to_vec(&words)?;
        let evidence = serde_json::to_vec(&found.evidence)?;
        rows.push(vec![
            (*id).into(),
            organisation.into(),
            run.purpose.as_str().into(),
            found.household.into(),
            found.person.into(),
            found.division.as_str().into(),
            found.check.as_str().into(),
            found.severity.into(),
            found.cite.as_str().into(),
            found.as_of.into(),
            found.fingerprint.as_str().into(),
            vault.seal(NOUN, "words", id, &words).into(),
            vault.seal(NOUN, "evidence", id, &evidence).into(),
            run.id.into(),
            run.id.into(),
            "open".into(),
            now.into(),
            1.into(),
        ]);
    }
    bulk::insert(tx, NOUN, &columns, rows).await?;
    Ok(())
}

/// Writes how far a run is, and that it ended where `status` says so.
pub(crate) async fn tell(
    tx: &mut Tx,
    run: &Run,
    totals: &Totals,
    unanswered: &BTreeMap<String, u64>,
    status: Option<&str>,
) -> Result<()> {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let mut sql = Sql::with(
        "update verify_run set households = ?, persons = ?, fresh = ?, known = ?, gone = ?, unanswered = ?",
        [
            number(totals.households).into(),
            number(totals.persons).into(),
            number(totals.fresh).into(),
            number(totals.known).into(),
            number(totals.gone).into(),
            serde_json::to_string(unanswered)?.into(),
        ],
    );
    if let Some(status) = status {
        sql = sql
            .text(", status = ")
            .bind(status)
            .text(", ended_at = ")
            .bind(tx.floor().now());
    }
    tx.conn().run(sql.text(" where id = ").bind(run.id)).await?;
    tx.about(crate::run::store::NOUN, run.id, &run.division);
    Ok(())
}
