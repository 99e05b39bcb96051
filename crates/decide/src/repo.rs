//! Scoped finders of decisions and awards.

use kernel::Month;
use platform::db::{Conn, Sql};
use platform::{Problem, Result, Scope};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::model::{DecisionKind, DecisionStatus};
use crate::steps::Steps;

/// A stored decision.
#[derive(Debug, Clone)]
pub(crate) struct Decision {
    pub id: Uuid,
    pub kind: DecisionKind,
    pub programme: String,
    pub section: String,
    pub division: String,
    pub status: DecisionStatus,
    pub number: Option<String>,
    pub seq: Option<i64>,
    pub reason: String,
    pub effective: Month,
    pub import: Option<Uuid>,
    pub counts: (i64, i64, i64, i64),
    pub proposed_by: Uuid,
    pub proposed_at: chrono::DateTime<chrono::Utc>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<chrono::DateTime<chrono::Utc>>,
    pub opinion: Option<String>,
    pub version: i32,
}

const COLUMNS: &str = "d.id, d.kind, d.programme, d.section, d.division, d.status, d.number, d.seq, d.reason, \
     d.effective_month, d.import, d.awards, d.households, d.persons, d.amount, d.proposed_by, d.proposed_at, \
     d.decided_by, d.decided_at, d.opinion, d.version";

fn decision(row: &QueryResult) -> Result<Decision> {
    let kind: String = row.try_get_by_index(1)?;
    let status: String = row.try_get_by_index(5)?;
    Ok(Decision {
        id: row.try_get_by_index(0)?,
        kind: DecisionKind::of_word(&kind)
            .ok_or_else(|| Problem::internal(format!("decision kind {kind}")))?,
        programme: row.try_get_by_index(2)?,
        section: row.try_get_by_index(3)?,
        division: row.try_get_by_index(4)?,
        status: DecisionStatus::read(&status).map_err(Problem::internal)?,
        number: row.try_get_by_index(6)?,
        seq: row.try_get_by_index(7)?,
        reason: row.try_get_by_index(8)?,
        effective: Month::from_index(row.try_get_by_index(9)?).map_err(Problem::internal)?,
        import: row.try_get_by_index(10)?,
        counts: (
            row.try_get_by_index(11)?,
            row.try_get_by_index(12)?,
            row.try_get_by_index(13)?,
            row.try_get_by_index(14)?,
        ),
        proposed_by: row.try_get_by_index(15)?,
        proposed_at: row.try_get_by_index(16)?,
        decided_by: row.try_get_by_index(17)?,
        decided_at: row.try_get_by_index(18)?,
        opinion: row.try_get_by_index(19)?,
        version: row.try_get_by_index(20)?,
    })
}

/// One decision within the scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Decision> {
    let sql = Sql::new(format!("select {COLUMNS} from decision d where "))
        .push(scope.sql_in("d.division", Some("d.section")))
        .text(" and d.id = ")
        .bind(id);
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    decision(&row)
}

/// What a list may be narrowed to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub status: Option<String>,
    pub kind: Option<String>,
    pub programme: Option<String>,
    pub import: Option<Uuid>,
}

fn narrowed(scope: &Scope, filter: &Filter) -> Sql {
    let mut sql = scope.sql_in("d.division", Some("d.section"));
    for (column, value) in [
        ("status", &filter.status),
        ("kind", &filter.kind),
        ("programme", &filter.programme),
    ] {
        if let Some(value) = value {
            sql = sql
                .text(&format!(" and d.{column} = "))
                .bind(value.as_str());
        }
    }
    if let Some(import) = filter.import {
        sql = sql.text(" and d.import = ").bind(import);
    }
    sql
}

/// A page of decisions, the newest first.
pub(crate) async fn page(
    conn: &Conn,
    scope: &Scope,
    filter: &Filter,
    limit: u64,
    offset: u64,
) -> Result<Vec<Decision>> {
    let sql = Sql::new(format!("select {COLUMNS} from decision d where "))
        .push(narrowed(scope, filter))
        .text(" order by d.proposed_at desc, d.id desc limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX));
    conn.rows(sql).await?.iter().map(decision).collect()
}

/// How many decisions a filter finds.
pub(crate) async fn count(conn: &Conn, scope: &Scope, filter: &Filter) -> Result<u64> {
    let sql = Sql::new("select count(*) from decision d where ").push(narrowed(scope, filter));
    let n: Option<i64> = conn.scalar(sql).await?;
    Ok(u64::try_from(n.unwrap_or(0)).unwrap_or(0))
}

/// The release of the policy pack by which a decision within the reader's area was proposed.
pub(crate) async fn release_of(conn: &Conn, decision: Uuid) -> Result<Option<Uuid>> {
    let sql = Sql::new("select pack_release from decision where id = ").bind(decision);
    conn.scalar(sql).await
}

/// The items of a decision from a place on.
pub(crate) async fn items(
    conn: &Conn,
    decision: Uuid,
    from: i32,
    limit: i64,
) -> Result<Vec<(i32, crate::item::Item)>> {
    let sql = Sql::new("select seq, payload from decision_item where decision = ")
        .bind(decision)
        .text(" and seq >= ")
        .bind(from)
        .text(" order by seq limit ")
        .bind(limit);
    conn.rows(sql)
        .await?
        .iter()
        .map(|row| {
            let text: String = row.try_get_by_index(1)?;
            Ok((row.try_get_by_index(0)?, serde_json::from_str(&text)?))
        })
        .collect()
}

/// Whether some of the persons are covered, from a month on, by an award of
/// the programmes, other than `except`.
pub(crate) async fn covered(
    conn: &Conn,
    programmes: &[String],
    persons: &[Uuid],
    from: Month,
    except: Option<Uuid>,
) -> Result<bool> {
    for part in persons.chunks(500) {
        let mut sql = Sql::new(
            "select 1 from award_member m join award a on a.id = m.award where m.person in ",
        )
        .bind_all(part.iter().copied())
        .text(" and m.until is null and (m.to_month is null or m.to_month >= ")
        .bind(from.index())
        .text(") and a.programme || '' in ")
        .bind_all(programmes.iter().map(String::as_str));
        if let Some(except) = except {
            sql = sql.text(" and a.id <> ").bind(except);
        }
        if conn.row(sql.text(" limit 1")).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
