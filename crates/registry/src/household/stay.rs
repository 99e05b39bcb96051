//! Where a household lived before it moved: whoever had its file keeps it as it was then.

use chrono::{Days, NaiveDate};
use platform::{Conn, Result, Scope, Sql, Tx, bulk};
use uuid::Uuid;

use super::held::Held;

const TABLE: &str = "household_stay";

/// Where a household lived on a day that lies before a move.
pub(crate) struct Stay {
    /// The village.
    pub division: String,
    /// The address there.
    pub address: Option<String>,
    /// Whether it lies in the asker's area.
    pub ours: bool,
}

/// Keeps where a household lived until today.
pub(crate) async fn keep(tx: &mut Tx, before: &Held) -> Result<()> {
    let columns = ["household", "version", "division", "address", "until"];
    let row = vec![
        before.id.into(),
        before.version.into(),
        before.division.as_str().into(),
        before.address.clone().into(),
        tx.floor().today().into(),
    ];
    bulk::insert(tx, TABLE, &columns, [row]).await?;
    Ok(())
}

/// Where a household lived on a day; nothing where it lives there still.
pub(crate) async fn on(
    conn: &Conn,
    scope: &Scope,
    household: Uuid,
    day: NaiveDate,
) -> Result<Option<Stay>> {
    let sql = Sql::new("select s.division, s.address, case when ")
        .push(scope.sql("s.division"))
        .text(" then 1 else 0 end from household_stay s where s.household = ")
        .bind(household)
        .text(" and s.until > ")
        .bind(day)
        .text(" order by s.version limit 1");
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    Ok(Some(Stay {
        division: row.try_get_by_index(0)?,
        address: row.try_get_by_index(1)?,
        ours: row.try_get_by_index::<i32>(2)? == 1,
    }))
}

/// The last day on which a household that has moved away lived in the asker's area; nothing where
/// it lives there still, or never did.
///
/// # Errors
/// When the database fails.
pub async fn last_day_here(
    conn: &Conn,
    scope: &Scope,
    household: Uuid,
) -> Result<Option<NaiveDate>> {
    let sql = Sql::new("select max(s.until) from household_stay s where s.household = ")
        .bind(household)
        .text(" and ")
        .push(scope.sql("s.division"))
        .text(" and not exists (select 1 from household h where h.id = s.household and ")
        .push(scope.sql("h.division"))
        .text(")");
    let until: Option<NaiveDate> = conn.scalar(sql).await?.flatten();
    Ok(until.and_then(|day| day.checked_sub_days(Days::new(1))))
}
