//! Rows of findings and what clients see of them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, Named, UserRef, division_names, user_names};
use kernel::DivisionCode;
use pack::Pack;
use platform::{Conn, Ctx, Floor, Problem, Result, Scope, Sql};
use sea_orm::QueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::words;

/// The noun of a finding in the audit chain.
pub(crate) const NOUN: &str = "finding";

/// A cell of a row of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FindingCell {
    /// The field's name.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What it says.
    pub value: String,
    /// Whether it is shown only to those who open the finding.
    pub sensitive: bool,
}

/// A row that a finding rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FindingRow {
    /// The source.
    pub source: Named,
    /// Digest of the delivery.
    pub delivery: String,
    /// Day of its data.
    pub as_of: NaiveDate,
    /// Row in the file as it came.
    pub row: u32,
    /// The member it is about.
    pub person: Option<Uuid>,
    /// The row bears another name than the member: the number may be somebody else's by mistake.
    pub name_differs: bool,
    /// The row has no good number: somebody found that it is about the member.
    #[serde(default)]
    pub linked: bool,
    /// What it says.
    pub cells: Vec<FindingCell>,
}

/// The sentences of a finding.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Words {
    pub zh: String,
    pub en: String,
    pub act: Option<(String, String)>,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FindingStatus {
    /// Nobody has decided.
    Open,
    /// It is so.
    Confirmed,
    /// It is not so, or does not matter.
    Cleared,
    /// The family objects; somebody else looks again.
    Objected,
}

impl FindingStatus {
    pub fn word(self) -> &'static str {
        match self {
            FindingStatus::Open => "open",
            FindingStatus::Confirmed => "confirmed",
            FindingStatus::Cleared => "cleared",
            FindingStatus::Objected => "objected",
        }
    }

    fn parse(word: &str) -> FindingStatus {
        match word {
            "confirmed" => FindingStatus::Confirmed,
            "cleared" => FindingStatus::Cleared,
            "objected" => FindingStatus::Objected,
            _ => FindingStatus::Open,
        }
    }
}

/// A finding.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Finding {
    /// The key.
    pub id: Uuid,
    /// For what people were looked for.
    pub purpose: Named,
    /// The household.
    pub household: Uuid,
    /// Its public number.
    pub household_number: String,
    /// The member; none where it is about the household.
    pub person: Option<Uuid>,
    /// The member's name, or that of the head.
    pub name: String,
    /// Where the household lives.
    pub division: DivisionRef,
    /// The check.
    pub check: Named,
    /// `high`, `medium` or `low`.
    pub severity: String,
    /// What it says, in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What to do, in Chinese.
    pub act_zh: Option<String>,
    /// In English.
    pub act_en: Option<String>,
    /// The clause that makes it one.
    pub cite: String,
    /// The oldest day of its sources.
    pub as_of: Option<NaiveDate>,
    /// Where it stands.
    pub status: FindingStatus,
    /// `new`, `known` or `gone` in the run asked about, or since the last one.
    pub change: String,
    /// A row bears another name than the member.
    pub name_differs: bool,
    /// The rows; only where the finding itself is opened.
    pub evidence: Vec<FindingRow>,
    /// What was decided, and why.
    pub note: Option<String>,
    /// Who decided.
    pub decided_by: Option<UserRef>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// What the family objects.
    pub objection: Option<String>,
    /// When.
    pub objected_at: Option<DateTime<Utc>>,
    /// When it was found.
    pub created_at: DateTime<Utc>,
    /// The version.
    pub version: i32,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    purpose: String,
    pub household: Uuid,
    pub person: Option<Uuid>,
    pub division: DivisionCode,
    pub check: String,
    pub severity: String,
    pub cite: String,
    as_of: Option<NaiveDate>,
    pub words: Words,
    evidence: Vec<FindingRow>,
    change: String,
    pub status: FindingStatus,
    pub note: Option<String>,
    pub decided_by: Option<Uuid>,
    decided_at: Option<DateTime<Utc>>,
    pub objection: Option<String>,
    objected_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    pub version: i32,
    pub gone: bool,
}

const COLUMNS: &str = "f.id, f.purpose, f.household, f.person, f.division, f.check_key, f.severity, \
    f.cite, f.as_of, f.words, f.evidence, f.status, f.note, f.decided_by, f.decided_at, f.objection, \
    f.objected_at, f.created_at, f.version, f.gone_run";

/// How a finding stands without a run: gone, new since the last run of its household, or known.
const CHANGE: &str = "case when f.gone_run is not null then 'gone' when f.first_run = f.last_run then 'new' else 'known' end";

fn row(floor: &Floor, found: &QueryResult) -> Result<Row> {
    let id: Uuid = found.try_get_by_index(0)?;
    let vault = floor.vault();
    let division: String = found.try_get_by_index(4)?;
    let open = |at: usize, column: &str| -> Result<Option<String>> {
        let sealed: Option<Vec<u8>> = found.try_get_by_index(at)?;
        sealed
            .map(|s| vault.open_text(NOUN, column, id, &s))
            .transpose()
    };
    let sealed = |at: usize, column: &str| open(at, column)?.ok_or_else(Problem::not_found);
    let status: String = found.try_get_by_index(11)?;
    Ok(Row {
        id,
        purpose: found.try_get_by_index(1)?,
        household: found.try_get_by_index(2)?,
        person: found.try_get_by_index(3)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        check: found.try_get_by_index(5)?,
        severity: found.try_get_by_index(6)?,
        cite: found.try_get_by_index(7)?,
        as_of: found.try_get_by_index(8)?,
        words: serde_json::from_str(&sealed(9, "words")?)?,
        evidence: serde_json::from_str(&sealed(10, "evidence")?)?,
        status: FindingStatus::parse(&status),
        note: open(12, "note")?,
        decided_by: found.try_get_by_index(13)?,
        decided_at: found.try_get_by_index(14)?,
        objection: open(15, "objection")?,
        objected_at: found.try_get_by_index(16)?,
        created_at: found.try_get_by_index(17)?,
        version: found.try_get_by_index(18)?,
        gone: found.try_get_by_index::<Option<Uuid>>(19)?.is_some(),
        change: found.try_get_by_index(20)?,
    })
}

/// Only the asker's office sees a finding: this is the condition, within the scope.
pub(crate) fn own(ctx: &Ctx, scope: &Scope) -> Sql {
    scope
        .sql("f.division")
        .text(" and f.organisation = ")
        .bind(ctx.actor().organisation)
}

/// The rows that a condition (with order and limit) leaves; in a run, with how they stood in it.
pub(crate) async fn rows(
    floor: &Floor,
    conn: &Conn,
    run: Option<Uuid>,
    condition: Sql,
) -> Result<Vec<Row>> {
    let sql = match run {
        None => Sql::new(format!("select {COLUMNS}, {CHANGE} from finding f where ")),
        Some(run) => Sql::new(format!(
            "select {COLUMNS}, rf.change from finding f join run_finding rf on rf.finding = f.id where rf.run = "
        ))
        .bind(run)
        .text(" and "),
    };
    let found = conn.rows(sql.push(condition)).await?;
    found.iter().map(|r| row(floor, r)).collect()
}

/// One finding of the actor's office within the scope.
///
/// # Errors
/// Not found.
pub(crate) async fn find(ctx: &Ctx, conn: &Conn, scope: &Scope, id: Uuid) -> Result<Row> {
    let condition = own(ctx, scope).text(" and f.id = ").bind(id);
    rows(ctx.floor(), conn, None, condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// Rows as clients see them; with evidence only where one is opened.
pub(crate) async fn views(
    ctx: &Ctx,
    conn: &Conn,
    pack: &Pack,
    rows: Vec<Row>,
    evidence: bool,
) -> Result<Vec<Finding>> {
    let codes: Vec<String> = rows
        .iter()
        .map(|r| r.division.as_str().to_owned())
        .collect();
    let places = division_names(conn, codes).await?;
    let users = user_names(conn, rows.iter().filter_map(|r| r.decided_by)).await?;
    let keys: Vec<Uuid> = rows.iter().map(|r| r.household).collect();
    let families = registry::families(conn, &keys, ctx.floor().today()).await?;
    let families: BTreeMap<Uuid, registry::Family> =
        families.into_iter().map(|f| (f.household, f)).collect();
    // A member who left the household has a name all the same.
    let people = rows.iter().filter_map(|r| {
        r.person
            .or_else(|| families.get(&r.household).map(|f| f.head))
    });
    let people: Vec<Uuid> = people.collect();
    let people = registry::persons(conn, ctx.floor().vault(), people).await?;
    let view = |r: Row| {
        let family = families.get(&r.household);
        let shown = r.person.or_else(|| family.map(|f| f.head));
        let name = shown.and_then(|p| people.get(&p)).map(|p| p.name.clone());
        let (act_zh, act_en) = r.words.act.unzip();
        Finding {
            id: r.id,
            purpose: words::purpose_named(&r.purpose),
            household: r.household,
            household_number: family.map(|f| f.number.clone()).unwrap_or_default(),
            person: r.person,
            name: name.unwrap_or_default(),
            division: places.get(r.division.as_str()),
            check: words::check(pack, &r.check),
            severity: r.severity,
            zh: r.words.zh,
            en: r.words.en,
            act_zh,
            act_en,
            cite: r.cite,
            as_of: r.as_of,
            status: r.status,
            change: r.change,
            name_differs: r.evidence.iter().any(|e| e.name_differs),
            evidence: if evidence { r.evidence } else { Vec::new() },
            note: r.note,
            decided_by: r.decided_by.map(|u| users.get(u)),
            decided_at: r.decided_at,
            objection: r.objection,
            objected_at: r.objected_at,
            created_at: r.created_at,
            version: r.version,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}
