//! Findings become clues or visits, numbered without a gap, once each.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::Pack;
use platform::audit::RowDigest;
use platform::{NewTask, Result, Sql, Tx, bulk};
use serde_json::json;
use uuid::Uuid;

use crate::authz::VISIT_ANSWER;
use crate::run::store::Run;
use crate::words;

/// A finding as it is taken over.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub check: String,
    pub household: Option<Uuid>,
    /// None where the finding is about the household.
    pub person: Option<Uuid>,
    pub name: String,
    pub id_number: Option<String>,
    pub division: String,
    pub severity: String,
    pub zh: String,
    pub en: String,
    pub act: Option<(String, String)>,
    pub cite: String,
    pub as_of: Option<NaiveDate>,
    /// Source, delivery, row and day of what it rests on.
    pub evidence: serde_json::Value,
    pub fingerprint: String,
}

/// Kind of clue and department of a check.
fn kind_of(pack: &Pack, place: &DivisionCode, check: &str) -> (String, String) {
    let supervision = pack.supervision(place);
    let kind = supervision
        .clue_kinds()
        .find(|kind| kind.checks.iter().any(|key| key == check))
        .map_or_else(|| check.to_owned(), |kind| kind.key.clone());
    let finding = pack.finding_checks().iter().find(|c| c.key == check);
    let source = finding
        .and_then(|c| c.sources.first())
        .and_then(|key| pack.sources().iter().find(|source| source.key == *key));
    (
        kind,
        source.map_or_else(String::new, |s| s.department.clone()),
    )
}

/// Fingerprints of a run that are there already, so that a step done twice changes nothing.
async fn known(tx: &Tx, table: &str, run: Uuid, found: &[Found]) -> Result<Vec<String>> {
    let mut known = Vec::new();
    for part in found.chunks(500) {
        let sql = Sql::new(format!("select fingerprint from {table} where run = "))
            .bind(run)
            .text(" and fingerprint in ")
            .bind_all(part.iter().map(|f| f.fingerprint.as_str()));
        for row in tx.conn().rows(sql).await? {
            known.push(row.try_get_by_index(0)?);
        }
    }
    known.sort();
    Ok(known)
}

/// Findings of a supervision run become clues. Answers how many were new.
pub(crate) async fn clues(tx: &mut Tx, pack: &Pack, run: &Run, found: Vec<Found>) -> Result<u64> {
    let known = known(tx, "clue", run.id, &found).await?;
    let mut new: BTreeMap<String, Found> = BTreeMap::new();
    for finding in found {
        if known.binary_search(&finding.fingerprint).is_err() {
            new.insert(finding.fingerprint.clone(), finding);
        }
    }
    if new.is_empty() {
        return Ok(0);
    }
    let floor = tx.floor().clone();
    let year: i32 = floor.today().format("%Y").to_string().parse().unwrap_or(0);
    let home = crate::place(&run.division)?;
    let area = run.division[..6].to_owned();
    let first = tx.serials(&area, "clue", year, new.len() as i64).await?;
    let mut digest = RowDigest::default();
    let mut rows = Vec::with_capacity(new.len());
    for (serial, finding) in (first..).zip(new.into_values()) {
        let id = floor.new_id();
        let number = format!("{area}-XS-{year}-{serial:05}");
        let (kind, department) = kind_of(pack, &home, &finding.check);
        let sealed = finding
            .id_number
            .as_ref()
            .map(|n| floor.vault().seal("clue", "id_number", id, n.as_bytes()));
        let evidence = floor.vault().seal(
            "clue",
            "evidence",
            id,
            finding.evidence.to_string().as_bytes(),
        );
        digest.add(
            &number,
            &[finding.check.as_bytes(), finding.fingerprint.as_bytes()],
        );
        rows.push(vec![
            id.into(),
            run.id.into(),
            number.into(),
            finding.division.into(),
            kind.into(),
            finding.check.into(),
            department.into(),
            finding.severity.into(),
            finding.household.into(),
            finding.person.into(),
            finding.name.into(),
            sealed.into(),
            finding.zh.into(),
            finding.en.into(),
            finding.cite.into(),
            finding.as_of.into(),
            evidence.into(),
            finding.fingerprint.into(),
            "new".into(),
            1_i32.into(),
        ]);
    }
    let columns = [
        "id",
        "run",
        "number",
        "division",
        "kind",
        "check_key",
        "department",
        "severity",
        "household",
        "person",
        "name",
        "id_number",
        "zh",
        "en",
        "cite",
        "as_of",
        "evidence",
        "fingerprint",
        "status",
        "version",
    ];
    let written = bulk::insert(tx, "clue", &columns, rows).await?;
    let totals = json!({"clues": written});
    tx.record_bulk("clues_found", format!("{}/{first}", run.id), totals, digest);
    Ok(written)
}

/// Findings of a discovery run become visits. Answers how many were new.
pub(crate) async fn visits(tx: &mut Tx, pack: &Pack, run: &Run, found: Vec<Found>) -> Result<u64> {
    let known = known(tx, "visit", run.id, &found).await?;
    let mut new: BTreeMap<String, Found> = BTreeMap::new();
    for finding in found {
        if known.binary_search(&finding.fingerprint).is_err() {
            new.insert(finding.fingerprint.clone(), finding);
        }
    }
    let floor = tx.floor().clone();
    let mut digest = RowDigest::default();
    let mut rows = Vec::with_capacity(new.len());
    for finding in new.into_values() {
        let place = crate::place(&finding.division)?;
        let due = words::due(pack, &place, "visit", floor.today());
        let (act_zh, act_en) = finding.act.unzip();
        digest.add(&finding.fingerprint, &[finding.check.as_bytes()]);
        rows.push(vec![
            floor.new_id().into(),
            run.id.into(),
            finding.division.into(),
            finding.household.into(),
            finding.person.into(),
            finding.check.into(),
            finding.zh.into(),
            finding.en.into(),
            act_zh.into(),
            act_en.into(),
            finding.cite.into(),
            finding.fingerprint.into(),
            due.into(),
            "open".into(),
            1_i32.into(),
        ]);
    }
    if rows.is_empty() {
        return Ok(0);
    }
    let columns = [
        "id",
        "run",
        "division",
        "household",
        "person",
        "check_key",
        "zh",
        "en",
        "act_zh",
        "act_en",
        "cite",
        "fingerprint",
        "due",
        "status",
        "version",
    ];
    let written = bulk::insert(tx, "visit", &columns, rows).await?;
    let part = floor.new_id();
    tx.record_bulk(
        "visits_found",
        format!("{}/{part}", run.id),
        json!({"visits": written}),
        digest,
    );
    Ok(written)
}

/// One task for each township that has visits of a run to make.
pub(crate) async fn visit_tasks(tx: &mut Tx, run: &Run) -> Result<()> {
    let sql = Sql::new(
        "select substr(division, 1, 9), count(*), min(due) from visit where status = 'open' and run = ",
    )
    .bind(run.id)
    .text(" group by substr(division, 1, 9) order by 1");
    for row in tx.conn().rows(sql).await? {
        let township: String = row.try_get_by_index(0)?;
        let visits: i64 = row.try_get_by_index(1)?;
        let division = crate::place(&format!("{township:0<12}"))?;
        tx.open_task(NewTask {
            kind: "oversight.visit.answer",
            title_zh: format!("入户走访：主动发现 {visits} 人次"),
            title_en: format!("Visits to make: {visits} found by discovery"),
            noun: "visits",
            subject: format!("{}/{township}", run.id),
            division: &division,
            section: None,
            permission: VISIT_ANSWER.permission,
            not_for: None,
            role: None,
            holder: None,
            due: row.try_get_by_index(2)?,
        })
        .await?;
    }
    Ok(())
}
