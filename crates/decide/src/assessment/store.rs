//! The rows of assessments.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{DivisionCode, Money};
use pack::assess::Whole;
use platform::{Conn, Problem, Result, Scope, Sql, Tx, Vault, bulk};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// What is sealed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The facts and the answer, as `doudi replay` reads them.
    pub line: String,
    /// The explanation as it was shown.
    pub whole: Whole,
    /// The members in the order of the line, with their relation to the head on that day.
    pub people: Vec<(Uuid, String)>,
}

/// An assessment without what is sealed.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub household: Uuid,
    pub division: DivisionCode,
    pub as_of: NaiveDate,
    pub release: Uuid,
    /// The version of the engine's meaning.
    pub meaning: i32,
    pub made_by: Uuid,
    pub made_at: DateTime<Utc>,
    /// Programmes for which somebody qualifies.
    pub qualifies: i32,
    /// Programmes about which a fact is missing.
    pub unknown: i32,
    /// Programmes that may be claimed and are not held.
    pub claims: i32,
    /// What all that qualifies would pay a month.
    pub monthly: Option<Money>,
}

const COLUMNS: &str = "s.id, s.household, s.division, s.as_of, s.release, s.meaning, s.made_by, \
     s.made_at, s.qualifies, s.unknown, s.claims, s.monthly";

fn row(found: &sea_orm::QueryResult) -> Result<Row> {
    let division: String = found.try_get_by_index(2)?;
    let monthly: Option<i64> = found.try_get_by_index(11)?;
    Ok(Row {
        id: found.try_get_by_index(0)?,
        household: found.try_get_by_index(1)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        as_of: found.try_get_by_index(3)?,
        release: found.try_get_by_index(4)?,
        meaning: found.try_get_by_index(5)?,
        made_by: found.try_get_by_index(6)?,
        made_at: found.try_get_by_index(7)?,
        qualifies: found.try_get_by_index(8)?,
        unknown: found.try_get_by_index(9)?,
        claims: found.try_get_by_index(10)?,
        monthly: monthly.map(Money::from_fen),
    })
}

/// The assessments of a household, the latest first.
pub(crate) async fn of_household(
    conn: &Conn,
    household: Uuid,
    offset: u64,
    limit: u64,
) -> Result<Vec<Row>> {
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let sql = Sql::new(format!(
        "select {COLUMNS} from assessment s where s.household = "
    ))
    .bind(household)
    .text(" order by s.made_at desc, s.id desc limit ")
    .bind(number(limit))
    .text(" offset ")
    .bind(number(offset));
    conn.rows(sql).await?.iter().map(row).collect()
}

/// How many there are of a household.
pub(crate) async fn count(conn: &Conn, household: Uuid) -> Result<u64> {
    let sql = Sql::new("select count(*) from assessment s where s.household = ").bind(household);
    let count: Option<i64> = conn.scalar(sql).await?;
    Ok(count.unwrap_or(0).unsigned_abs())
}

/// One within a scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Row> {
    let sql = Sql::new(format!("select {COLUMNS} from assessment s where s.id = "))
        .bind(id)
        .text(" and ")
        .push(scope.sql("s.division"));
    let found = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    row(&found)
}

/// The next after a key, with what is sealed; for checks over all.
pub(crate) async fn after(
    conn: &Conn,
    vault: &Vault,
    after: Uuid,
    limit: i64,
) -> Result<Vec<(Row, Kept)>> {
    let sql = Sql::new(format!("select {COLUMNS} from assessment s where s.id > "))
        .bind(after)
        .text(" order by s.id limit ")
        .bind(limit);
    let mut all = Vec::new();
    for found in conn.rows(sql).await? {
        let row = row(&found)?;
        let kept = kept(conn, vault, row.id).await?;
        all.push((row, kept));
    }
    Ok(all)
}

/// What is sealed of one.
pub(crate) async fn kept(conn: &Conn, vault: &Vault, id: Uuid) -> Result<Kept> {
    let sql = Sql::new("select body from assessment where id = ").bind(id);
    let sealed: Vec<u8> = conn.scalar(sql).await?.ok_or_else(Problem::not_found)?;
    let plain = vault.open("assessment", "body", id, &sealed)?;
    Ok(serde_json::from_slice(&plain)?)
}

/// Writes one; there is no way to alter it.
pub(crate) async fn insert(tx: &mut Tx, row: &Row, kept: &Kept) -> Result<()> {
    let plain = serde_json::to_vec(kept)?;
    let sealed = tx
        .floor()
        .vault()
        .seal("assessment", "body", row.id, &plain);
    let columns = [
        "id",
        "household",
        "division",
        "as_of",
        "release",
        "meaning",
        "made_by",
        "made_at",
        "qualifies",
        "unknown",
        "claims",
        "monthly",
        "body",
    ];
    let values = vec![
        row.id.into(),
        row.household.into(),
        row.division.as_str().into(),
        row.as_of.into(),
        row.release.into(),
        row.meaning.into(),
        row.made_by.into(),
        row.made_at.into(),
        row.qualifies.into(),
        row.unknown.into(),
        row.claims.into(),
        row.monthly.map(Money::fen).into(),
        sealed.into(),
    ];
    bulk::insert(tx, "assessment", &columns, [values]).await?;
    Ok(())
}

/// What the audit chain keeps of one, so that whoever verifies needs no key.
pub(crate) async fn recorded(conn: &Conn, id: Uuid) -> Result<Option<Value>> {
    let sql = Sql::new("select as_of, release, body from assessment where id = ").bind(id);
    let Some(found) = conn.row(sql).await? else {
        return Ok(None);
    };
    let as_of: NaiveDate = found.try_get_by_index(0)?;
    let release: Uuid = found.try_get_by_index(1)?;
    let body: Vec<u8> = found.try_get_by_index(2)?;
    let digest = platform::hash::hex(&platform::hash::sm3(&[&body]));
    Ok(Some(
        json!({"as_of": as_of, "release": release, "digest": digest}),
    ))
}
