//! The rows of a case. Events are sealed: reasons and opinions speak of illness and income.

use chrono::{DateTime, NaiveDate, Utc};
use flow::{Case, Event, Opening};
use kernel::DivisionCode;
use platform::{Conn, Problem, Result, Scope, Sql, Tx, Vault, bulk};
use serde_json::{Value, json};
use uuid::Uuid;

/// A case without its events.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub number: Option<String>,
    pub division: DivisionCode,
    pub programme: String,
    pub procedure: String,
    pub section: String,
    /// The day by whose rules it is worked on: of acceptance, or of opening before.
    pub ruled_on: NaiveDate,
    pub release: Uuid,
    pub household: Uuid,
    pub applicant: Uuid,
    pub opening: Opening,
    pub status: String,
    pub result: Option<String>,
    pub accepted_on: Option<NaiveDate>,
    pub opened_by: Uuid,
    pub opened_at: DateTime<Utc>,
    /// How many events it has; also its version.
    pub events: i32,
    /// The case whose outcome led to it.
    pub came_from: Option<Uuid>,
}

const COLUMNS: &str = "c.id, c.number, c.division, c.programme, c.procedure, c.section, c.ruled_on, \
     c.release, c.household, c.applicant, c.opening, c.status, c.result, c.accepted_on, c.opened_by, \
     c.opened_at, c.events, c.came_from";

/// The beginning of a query over cases.
pub(crate) fn select() -> Sql {
    Sql::new(format!("select {COLUMNS} from assistance_case c where "))
}

/// Reads a row.
pub(crate) fn row(found: &sea_orm::QueryResult) -> Result<Row> {
    let division: String = found.try_get_by_index(2)?;
    let opening: String = found.try_get_by_index(10)?;
    Ok(Row {
        id: found.try_get_by_index(0)?,
        number: found.try_get_by_index(1)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        programme: found.try_get_by_index(3)?,
        procedure: found.try_get_by_index(4)?,
        section: found.try_get_by_index(5)?,
        ruled_on: found.try_get_by_index(6)?,
        release: found.try_get_by_index(7)?,
        household: found.try_get_by_index(8)?,
        applicant: found.try_get_by_index(9)?,
        opening: serde_json::from_str(&opening)?,
        status: found.try_get_by_index(11)?,
        result: found.try_get_by_index(12)?,
        accepted_on: found.try_get_by_index(13)?,
        opened_by: found.try_get_by_index(14)?,
        opened_at: found.try_get_by_index(15)?,
        events: found.try_get_by_index(16)?,
        came_from: found.try_get_by_index(17)?,
    })
}

/// The condition of a scope: the place of the case, or the place that its household moves to.
pub(crate) fn within(scope: &Scope) -> Sql {
    Sql::new("(")
        .push(scope.sql_in("c.division", Some("c.section")))
        .text(" or (c.elsewhere is not null and ")
        .push(scope.sql_in("c.elsewhere", Some("c.section")))
        .text("))")
}

/// A case within a scope.
pub(crate) async fn find(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Row> {
    let sql = select().push(within(scope)).text(" and c.id = ").bind(id);
    let found = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    row(&found)
}

fn place(case: Uuid, seq: u32) -> Vec<u8> {
    [case.as_bytes().as_slice(), &seq.to_be_bytes()].concat()
}

/// The whole case: its opening and everything since.
pub(crate) async fn case(conn: &Conn, vault: &Vault, row: &Row) -> Result<Case> {
    let sql = Sql::new("select seq, body from case_event where case_id = ")
        .bind(row.id)
        .text(" order by seq");
    let mut events: Vec<Event> = Vec::new();
    for found in conn.rows(sql).await? {
        let seq: i32 = found.try_get_by_index(0)?;
        let sealed: Vec<u8> = found.try_get_by_index(1)?;
        let at = place(row.id, seq.unsigned_abs());
        let plain = vault.open("case_event", "body", at, &sealed)?;
        events.push(serde_json::from_slice(&plain)?);
    }
    Ok(Case {
        opening: row.opening.clone(),
        events,
    })
}

/// Appends events. The key of the table refuses a second writer of the same place.
pub(crate) async fn append(tx: &mut Tx, id: Uuid, events: &[Event]) -> Result<()> {
    let vault = tx.floor().vault().clone();
    let mut rows = Vec::with_capacity(events.len());
    for event in events {
        let plain = serde_json::to_vec(event)?;
        let sealed = vault.seal("case_event", "body", place(id, event.seq), &plain);
        let seq = i32::try_from(event.seq).map_err(Problem::internal)?;
        rows.push(vec![
            id.into(),
            seq.into(),
            event.at.into(),
            event.by.as_str().into(),
            sealed.into(),
        ]);
    }
    let columns = ["case_id", "seq", "at", "actor", "body"];
    bulk::insert(tx, "case_event", &columns, rows).await?;
    Ok(())
}

/// What the audit chain keeps of a case: how many events it has, and a digest over them as
/// they are stored, so that whoever verifies needs no key.
pub(crate) async fn recorded(conn: &Conn, id: Uuid) -> Result<Option<Value>> {
    let sql = Sql::new("select body from case_event where case_id = ")
        .bind(id)
        .text(" order by seq");
    let rows = conn.rows(sql).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let bodies = rows
        .iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect::<Result<Vec<Vec<u8>>>>()?;
    let digest = platform::hash::sm3_framed(bodies.iter().map(Vec::as_slice));
    Ok(Some(
        json!({"events": bodies.len(), "digest": platform::hash::hex(&digest)}),
    ))
}
