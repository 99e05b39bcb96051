//! What approved decisions said, item by item, for those who count.

use kernel::Month;
use platform::db::{Conn, Sql};
use platform::{Problem, Result, Scope};
use serde_json::Value;
use uuid::Uuid;

/// An item of an approved decision.
#[derive(Debug, Clone, PartialEq)]
pub struct ApprovedItem {
    /// opening, start, change, grace, stop or one_off.
    pub kind: String,
    /// The programme.
    pub programme: String,
    /// The household.
    pub household: Uuid,
    /// The award that it touches; none where it began one or granted a sum once.
    pub award: Option<Uuid>,
    /// The month from which it holds.
    pub from: Month,
    payload: Value,
}

impl ApprovedItem {
    /// A fact that it states, where that is text.
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.payload["facts"][name].as_str()
    }

    /// The persons that it names as covered or helped.
    pub fn members(&self) -> Vec<Uuid> {
        serde_json::from_value(self.payload["members"].clone()).unwrap_or_default()
    }
}

/// The items of approved decisions that hold from one of some months, within a scope, in the order
/// in which they were approved. The rosters that came in at the start (opening) are not among them:
/// they changed nothing.
///
/// # Errors
/// When the database fails.
pub async fn approved_items(
    conn: &Conn,
    scope: &Scope,
    (first, last): (Month, Month),
) -> Result<Vec<ApprovedItem>> {
    let sql = Sql::new(
        "select d.kind, d.programme, i.household, i.award, i.from_month, i.payload \
         from decision d join decision_item i on i.decision = d.id \
         where d.status = 'approved' and d.kind <> 'opening' and i.from_month >= ",
    )
    .bind(first.index())
    .text(" and i.from_month <= ")
    .bind(last.index())
    .text(" and ")
    .push(scope.sql("i.division"))
    .text(" order by d.seq, i.seq");
    let mut items = Vec::new();
    conn.for_each(sql, |row| {
        let payload: String = row.try_get_by_index(5)?;
        items.push(ApprovedItem {
            kind: row.try_get_by_index(0)?,
            programme: row.try_get_by_index(1)?,
            household: row.try_get_by_index(2)?,
            award: row.try_get_by_index(3)?,
            from: Month::from_index(row.try_get_by_index(4)?).map_err(Problem::internal)?,
            payload: serde_json::from_str(&payload)?,
        });
        Ok(())
    })
    .await?;
    Ok(items)
}

/// The persons that an award covers in a month, as known today, in the order of their keys.
///
/// # Errors
/// When the database fails.
pub async fn covered_in(conn: &Conn, award: Uuid, month: Month) -> Result<Vec<Uuid>> {
    let sql = Sql::new("select distinct m.person from award_member m where m.award = ")
        .bind(award)
        .text(" and m.until is null and m.from_month <= ")
        .bind(month.index())
        .text(" and (m.to_month is null or m.to_month >= ")
        .bind(month.index())
        .text(") order by m.person");
    let rows = conn.rows(sql).await?;
    rows.into_iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}
