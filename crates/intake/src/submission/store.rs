//! The rows of submissions. What a citizen wrote is sealed whole.

use chrono::{DateTime, Datelike as _, Utc};
use kernel::{DivisionCode, DivisionLevel};
use platform::{Change, Conn, Problem, Result, Scope, Sql, Tx, Vault, bulk};
use serde_json::json;
use uuid::Uuid;

use super::{
    NOUN,
    model::{Content, Step, SubmissionStatus},
};

/// A submission as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub number: Option<String>,
    pub citizen: Uuid,
    pub division: DivisionCode,
    pub procedure: String,
    pub status: SubmissionStatus,
    pub content: Content,
    pub note: Option<String>,
    pub saved_at: DateTime<Utc>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub case: Option<Uuid>,
    pub version: i32,
}

const COLUMNS: &str = "select s.id, s.number, s.citizen, s.division, s.procedure, s.status, s.body, \
    s.note, s.saved_at, s.submitted_at, s.case_id, s.version from submission s where ";

fn read(vault: &Vault, row: &sea_orm::QueryResult) -> Result<Row> {
    let id: Uuid = row.try_get_by_index(0)?;
    let division: String = row.try_get_by_index(3)?;
    let status: String = row.try_get_by_index(5)?;
    let body: Vec<u8> = row.try_get_by_index(6)?;
    let note: Option<Vec<u8>> = row.try_get_by_index(7)?;
    Ok(Row {
        id,
        number: row.try_get_by_index(1)?,
        citizen: row.try_get_by_index(2)?,
        division: DivisionCode::parse(&division).map_err(Problem::internal)?,
        procedure: row.try_get_by_index(4)?,
        status: SubmissionStatus::parse(&status)?,
        content: serde_json::from_slice(&vault.open(NOUN, "body", id, &body)?)?,
        note: note
            .map(|n| vault.open_text(NOUN, "note", id, &n))
            .transpose()?,
        saved_at: row.try_get_by_index(8)?,
        submitted_at: row.try_get_by_index(9)?,
        case: row.try_get_by_index(10)?,
        version: row.try_get_by_index(11)?,
    })
}

/// All that a condition leaves, in an order of its own.
pub(crate) async fn all(conn: &Conn, vault: &Vault, condition: Sql) -> Result<Vec<Row>> {
    let rows = conn.rows(Sql::new(COLUMNS).push(condition)).await?;
    rows.iter().map(|row| read(vault, row)).collect()
}

/// The one that a condition leaves.
pub(crate) async fn one(conn: &Conn, vault: &Vault, condition: Sql) -> Result<Row> {
    let row = conn.row(Sql::new(COLUMNS).push(condition)).await?;
    read(vault, &row.ok_or_else(Problem::not_found)?)
}

/// One within an officer's scope; drafts are nobody's but the citizen's.
pub(crate) async fn within(conn: &Conn, vault: &Vault, scope: &Scope, id: Uuid) -> Result<Row> {
    let condition = scope
        .sql("s.division")
        .text(" and s.submitted_at is not null and s.id = ")
        .bind(id);
    one(conn, vault, condition).await
}

/// What the audit chain records: states, never what was written.
fn recorded(row: &Row) -> serde_json::Value {
    json!({"status": row.status, "version": row.version, "procedure": row.procedure})
}

/// Enters a new draft.
pub(crate) async fn insert(tx: &mut Tx, row: &Row) -> Result<()> {
    let vault = tx.floor().vault().clone();
    let body = vault.seal(NOUN, "body", row.id, &serde_json::to_vec(&row.content)?);
    let columns = [
        "id",
        "citizen",
        "division",
        "procedure",
        "status",
        "body",
        "created_at",
        "saved_at",
        "version",
    ];
    let values = vec![
        row.id.into(),
        row.citizen.into(),
        row.division.as_str().into(),
        row.procedure.as_str().into(),
        row.status.as_str().into(),
        body.into(),
        row.saved_at.into(),
        row.saved_at.into(),
        row.version.into(),
    ];
    bulk::insert(tx, NOUN, &columns, [values]).await?;
    tx.record(Change::created(NOUN, row.id, &row.division, &recorded(row)));
    Ok(())
}

/// Takes a step and writes the row anew, one version further.
pub(crate) async fn step(
    tx: &mut Tx,
    before: &Row,
    step: Step,
    change: impl FnOnce(&mut Row),
) -> Result<Row> {
    let mut after = before.clone();
    after.status = before.status.after(step)?;
    change(&mut after);
    after.version += 1;
    let vault = tx.floor().vault().clone();
    let officer = matches!(step, Step::Return | Step::Take);
    let note = after
        .note
        .as_deref()
        .map(|n| vault.seal(NOUN, "note", after.id, n.as_bytes()));
    let mut sql = Sql::new("update submission set status = ")
        .bind(after.status.as_str())
        .text(", procedure = ")
        .bind(after.procedure.as_str())
        .text(", division = ")
        .bind(after.division.as_str())
        .text(", number = ")
        .bind(after.number.clone())
        .text(", body = ")
        .bind(vault.seal(NOUN, "body", after.id, &serde_json::to_vec(&after.content)?))
        .text(", note = ")
        .bind(note)
        .text(", saved_at = ")
        .bind(after.saved_at)
        .text(", submitted_at = ")
        .bind(after.submitted_at)
        .text(", case_id = ")
        .bind(after.case);
    if officer {
        sql = sql
            .text(", handled_by = ")
            .bind(tx.ctx().actor().user)
            .text(", handled_at = ")
            .bind(tx.floor().now());
    }
    let sql = sql
        .text(", version = ")
        .bind(after.version)
        .text(" where id = ")
        .bind(after.id)
        .text(" and version = ")
        .bind(before.version);
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::new(&platform::problem::kinds::STALE));
    }
    tx.record(Change::updated(
        NOUN,
        after.id,
        &after.division,
        &recorded(before),
        &recorded(&after),
    ));
    Ok(after)
}

/// The receipt number: township, year and a gap-free serial of what came over the network.
pub(crate) async fn number(tx: &mut Tx, division: &DivisionCode) -> Result<String> {
    let area = division.at(DivisionLevel::Township).unwrap_or(*division);
    let year = tx.floor().today().year();
    let serial = tx.serial(area.short(), NOUN, year).await?;
    Ok(format!("{}-WS-{year}-{serial:05}", area.short()))
}

/// What `decide` needs of a submission that a clerk takes over.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The key.
    pub id: Uuid,
    /// The village or community.
    pub division: DivisionCode,
    /// The procedure that the citizen chose.
    pub procedure: String,
    /// What was written.
    pub content: Content,
    /// What was photographed: the kind of paper and the file, in the order in which they came.
    pub photos: Vec<(String, Uuid)>,
}

/// A submission that waits at the window, for the clerk who takes it over.
///
/// # Errors
/// `platform.not_found` outside the scope, `intake.submission.state` when it does not wait.
pub async fn for_case(tx: &Tx, id: Uuid) -> Result<Taken> {
    let row = within(tx.conn(), tx.floor().vault(), tx.scope(), id).await?;
    row.status.after(Step::Take)?;
    let photos = crate::photo::of(tx.conn(), id).await?;
    Ok(Taken {
        photos: photos.into_iter().map(|p| (p.kind, p.id)).collect(),
        id,
        division: row.division,
        procedure: row.procedure,
        content: row.content,
    })
}

/// Says that a submission became a case.
///
/// # Errors
/// As [`for_case`].
pub async fn taken(tx: &mut Tx, id: Uuid, case: Uuid) -> Result<()> {
    let row = within(tx.conn(), tx.floor().vault(), tx.scope(), id).await?;
    step(tx, &row, Step::Take, |row| row.case = Some(case)).await?;
    tx.close_tasks(NOUN, id).await?;
    Ok(())
}

/// A submission and the case it became, for the page of the case.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The submission.
    pub id: Uuid,
    /// Its receipt number.
    pub number: Option<String>,
}

/// The submission from which a case came.
///
/// # Errors
/// When the database fails.
pub async fn brief(conn: &Conn, case: Uuid) -> Result<Option<Brief>> {
    let sql = Sql::new("select id, number from submission where case_id = ").bind(case);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    Ok(Some(Brief {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
    }))
}

/// The case that a citizen's own submission became.
///
/// # Errors
/// `platform.not_found` when it is not the citizen's, or became none.
pub async fn own(conn: &Conn, citizen: &crate::Citizen, id: Uuid) -> Result<Uuid> {
    let sql =
        Sql::new("select s.case_id from submission s where s.case_id is not null and s.id = ")
            .bind(id)
            .text(" and ")
            .push(citizen.only("s.citizen"));
    let case: Option<Uuid> = conn.scalar(sql).await?;
    case.ok_or_else(Problem::not_found)
}
