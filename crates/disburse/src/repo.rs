//! Scoped finders of rolls and batches.

use kernel::{DivisionCode, Month};
use platform::db::{Conn, Sql};
use platform::{Problem, Result, Scope};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::core::state::{BatchStatus, RollStatus};
use decide::steps::Steps;

/// A stored roll.
#[derive(Debug, Clone)]
pub(crate) struct Roll {
    pub id: Uuid,
    pub programme: String,
    pub section: String,
    pub place: DivisionCode,
    pub month: Month,
    pub status: RollStatus,
    pub as_of: i64,
    pub release: Uuid,
    pub fund: String,
    pub arrears_from: Option<Month>,
    pub households: i64,
    pub persons: i64,
    pub amount: i64,
    pub recovery: i64,
    pub unresolved: i64,
    /// new, stopped, raised, lowered, moved
    pub changes: [i64; 5],
    pub prepared_by: Uuid,
    pub prepared_at: chrono::DateTime<chrono::Utc>,
    pub submitted_by: Option<Uuid>,
    pub approved_by: Option<Uuid>,
    pub opinion: Option<String>,
    pub anchor: Option<String>,

    pub version: i32,
}

const ROLL: &str = "r.id, r.programme, r.section, r.place, r.month, r.status, r.as_of, r.pack_release, r.fund, r.arrears_from, \
     r.households, r.persons, r.lines, r.amount, r.recovery, r.unresolved, r.new, r.stopped, r.raised, r.lowered, r.moved, \
     r.prepared_by, r.prepared_at, r.submitted_by, r.approved_by, r.opinion, r.anchor, r.computed, r.version";

pub(crate) fn month(index: i32) -> Result<Month> {
    Month::from_index(index).map_err(Problem::internal)
}

pub(crate) fn place(code: &str) -> Result<DivisionCode> {
    DivisionCode::parse(code).map_err(Problem::internal)
}

fn roll(row: &QueryResult) -> Result<Roll> {
    let status: String = row.try_get_by_index(5)?;
    let arrears_from: Option<i32> = row.try_get_by_index(9)?;
    Ok(Roll {
        id: row.try_get_by_index(0)?,
        programme: row.try_get_by_index(1)?,
        section: row.try_get_by_index(2)?,
        place: place(&row.try_get_by_index::<String>(3)?)?,
        month: month(row.try_get_by_index(4)?)?,
        status: RollStatus::read(&status).map_err(Problem::internal)?,
        as_of: row.try_get_by_index(6)?,
        release: row.try_get_by_index(7)?,
        fund: row.try_get_by_index(8)?,
        arrears_from: arrears_from.map(month).transpose()?,
        households: row.try_get_by_index(10)?,
        persons: row.try_get_by_index(11)?,
        amount: row.try_get_by_index(13)?,
        recovery: row.try_get_by_index(14)?,
        unresolved: row.try_get_by_index(15)?,
        changes: [
            row.try_get_by_index(16)?,
            row.try_get_by_index(17)?,
            row.try_get_by_index(18)?,
            row.try_get_by_index(19)?,
            row.try_get_by_index(20)?,
        ],
        prepared_by: row.try_get_by_index(21)?,
        prepared_at: row.try_get_by_index(22)?,
        submitted_by: row.try_get_by_index(23)?,
        approved_by: row.try_get_by_index(24)?,
        opinion: row.try_get_by_index(25)?,
        anchor: row.try_get_by_index(26)?,
        version: row.try_get_by_index(28)?,
    })
}

/// Who may see a roll: whoever has something to see within its county. Both
/// the county's own people and those of its townships, whose totals are cut
/// down to their area.
fn visible(scope: &Scope, alias: &str) -> Sql {
    Sql::new("(")
        .push(scope.sql_in(&format!("{alias}.place"), Some(&format!("{alias}.section"))))
        .text(&format!(
            " or exists (select 1 from roll_division v where v.roll = {alias}.id and "
        ))
        .push(scope.sql_in("v.division", Some(&format!("{alias}.section"))))
        .text("))")
}

/// One roll that the scope lets see.
pub(crate) async fn find_roll(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Roll> {
    let sql = Sql::new(format!("select {ROLL} from roll r where r.id = "))
        .bind(id)
        .text(" and ")
        .push(visible(scope, "r"));
    roll(&conn.row(sql).await?.ok_or_else(Problem::not_found)?)
}

/// One roll whose whole county lies in the scope: what commands need.
pub(crate) async fn own_roll(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Roll> {
    let found = find_roll(conn, scope, id).await?;
    if scope.contains_in(&found.place, &found.section) {
        Ok(found)
    } else {
        Err(Problem::not_found())
    }
}

/// The roll of a programme, month and county, scope or not: for the job and for
/// comparing months.
pub(crate) async fn roll_of(
    conn: &Conn,
    programme: &str,
    at: Month,
    county: &DivisionCode,
) -> Result<Option<Roll>> {
    let sql = Sql::new(format!("select {ROLL} from roll r where r.programme = "))
        .bind(programme)
        .text(" and r.month = ")
        .bind(at.index())
        .text(" and r.place = ")
        .bind(county.as_str());
    conn.row(sql).await?.as_ref().map(roll).transpose()
}

/// The locked rolls of a programme from one month to another.
pub(crate) async fn locked(
    conn: &Conn,
    programme: &str,
    county: &DivisionCode,
    from: Month,
    to: Month,
) -> Result<Vec<Roll>> {
    let sql = Sql::new(format!(
        "select {ROLL} from roll r where r.status = 'locked' and r.programme = "
    ))
    .bind(programme)
    .text(" and r.place = ")
    .bind(county.as_str())
    .text(" and r.month >= ")
    .bind(from.index())
    .text(" and r.month <= ")
    .bind(to.index())
    .text(" order by r.month");
    conn.rows(sql).await?.iter().map(roll).collect()
}

/// The last locked month of a programme.
pub(crate) async fn last_locked(
    conn: &Conn,
    programme: &str,
    county: &DivisionCode,
) -> Result<Option<Roll>> {
    let sql = Sql::new(format!(
        "select {ROLL} from roll r where r.status = 'locked' and r.programme = "
    ))
    .bind(programme)
    .text(" and r.place = ")
    .bind(county.as_str())
    .text(" order by r.month desc limit 1");
    conn.row(sql).await?.as_ref().map(roll).transpose()
}

/// Rolls that the scope lets see, the newest month first.
pub(crate) async fn rolls(
    conn: &Conn,
    scope: &Scope,
    at: Option<Month>,
    programme: Option<&str>,
    limit: u64,
    offset: u64,
) -> Result<Vec<Roll>> {
    let mut sql = Sql::new(format!("select {ROLL} from roll r where ")).push(visible(scope, "r"));
    if let Some(at) = at {
        sql = sql.text(" and r.month = ").bind(at.index());
    }
    if let Some(programme) = programme {
        sql = sql.text(" and r.programme = ").bind(programme);
    }
    sql = sql
        .text(" order by r.month desc, r.programme limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX));
    conn.rows(sql).await?.iter().map(roll).collect()
}

/// A stored batch.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    pub id: Uuid,
    pub number: String,
    pub place: DivisionCode,
    pub month: Month,
    pub bank: String,
    pub bank_zh: String,
    pub bank_en: String,
    pub status: BatchStatus,
    pub release: Uuid,
    pub reissue_of: Option<Uuid>,
    pub payments: i64,
    pub amount: i64,
    pub paid: (i64, i64),
    pub rejected: (i64, i64),
    pub file: Option<Uuid>,
    pub file_name: Option<String>,
    pub file_digest: Option<String>,
    pub prepared_by: Uuid,
    pub approved_by: Option<Uuid>,
    pub version: i32,
}

const BATCH: &str = "b.id, b.number, b.place, b.month, b.bank, b.bank_zh, b.bank_en, b.status, b.pack_release, b.reissue_of, \
     b.payments, b.amount, b.paid, b.paid_amount, b.rejected, b.rejected_amount, b.file, b.file_name, b.file_digest, \
     b.prepared_by, b.approved_by, b.version";

fn batch(row: &QueryResult) -> Result<Batch> {
    let status: String = row.try_get_by_index(7)?;
    Ok(Batch {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        place: place(&row.try_get_by_index::<String>(2)?)?,
        month: month(row.try_get_by_index(3)?)?,
        bank: row.try_get_by_index(4)?,
        bank_zh: row.try_get_by_index(5)?,
        bank_en: row.try_get_by_index(6)?,
        status: BatchStatus::read(&status).map_err(Problem::internal)?,
        release: row.try_get_by_index(8)?,
        reissue_of: row.try_get_by_index(9)?,
        payments: row.try_get_by_index(10)?,
        amount: row.try_get_by_index(11)?,
        paid: (row.try_get_by_index(12)?, row.try_get_by_index(13)?),
        rejected: (row.try_get_by_index(14)?, row.try_get_by_index(15)?),
        file: row.try_get_by_index(16)?,
        file_name: row.try_get_by_index(17)?,
        file_digest: row.try_get_by_index(18)?,
        prepared_by: row.try_get_by_index(19)?,
        approved_by: row.try_get_by_index(20)?,
        version: row.try_get_by_index(21)?,
    })
}

/// One batch of a county within the scope.
pub(crate) async fn find_batch(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Batch> {
    let sql = Sql::new(format!("select {BATCH} from batch b where "))
        .push(scope.sql("b.place"))
        .text(" and b.id = ")
        .bind(id);
    batch(&conn.row(sql).await?.ok_or_else(Problem::not_found)?)
}

/// Batches within the scope, the newest first.
pub(crate) async fn batches(
    conn: &Conn,
    scope: &Scope,
    at: Option<Month>,
    status: Option<&str>,
    limit: u64,
    offset: u64,
) -> Result<Vec<Batch>> {
    let mut sql =
        Sql::new(format!("select {BATCH} from batch b where ")).push(scope.sql("b.place"));
    if let Some(at) = at {
        sql = sql.text(" and b.month = ").bind(at.index());
    }
    if let Some(status) = status {
        sql = sql.text(" and b.status = ").bind(status);
    }
    sql = sql
        .text(" order by b.month desc, b.number desc limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(offset).unwrap_or(i64::MAX));
    conn.rows(sql).await?.iter().map(batch).collect()
}

/// Moves a roll on, when nobody else did since it was read.
pub(crate) async fn move_roll(conn: &Conn, roll: &Roll, to: RollStatus, and: Sql) -> Result<()> {
    let sql = Sql::new("update roll set status = ")
        .bind(to.word())
        .text(", version = version + 1")
        .push(and)
        .text(" where id = ")
        .bind(roll.id)
        .text(" and version = ")
        .bind(roll.version);
    if conn.run(sql).await? == 1 {
        Ok(())
    } else {
        Err(Problem::conflict())
    }
}

/// Moves a batch on, when nobody else did since it was read.
pub(crate) async fn move_batch(
    conn: &Conn,
    batch: &Batch,
    to: BatchStatus,
    and: Sql,
) -> Result<()> {
    let sql = Sql::new("update batch set status = ")
        .bind(to.word())
        .text(", version = version + 1")
        .push(and)
        .text(" where id = ")
        .bind(batch.id)
        .text(" and version = ")
        .bind(batch.version);
    if conn.run(sql).await? == 1 {
        Ok(())
    } else {
        Err(Problem::conflict())
    }
}
