//! Sums paid once.

use kernel::Month;
use platform::Result;
use platform::db::{Conn, Sql};
use sea_orm::QueryResult;
use uuid::Uuid;

/// A sum that a decision grants once.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOff {
    /// Key.
    pub id: Uuid,
    /// Public number.
    pub number: String,
    /// The household helped.
    pub household: Uuid,
    /// The person it is granted to.
    pub person: Uuid,
    /// Who is paid.
    pub payee: Uuid,
    /// 12-digit division.
    pub division: String,
    /// Fen.
    pub amount: i64,
    /// Why, in the words of the pack's list.
    pub cause: String,
    /// The facts stated, as canonical JSON.
    pub facts: String,
    /// The decision.
    pub decision: Uuid,
}

const COLUMNS: &str =
    "id, number, household, person, payee, division, amount, cause, facts, decision";

fn read(row: &QueryResult) -> Result<OneOff> {
    Ok(OneOff {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        household: row.try_get_by_index(2)?,
        person: row.try_get_by_index(3)?,
        payee: row.try_get_by_index(4)?,
        division: row.try_get_by_index(5)?,
        amount: row.try_get_by_index(6)?,
        cause: row.try_get_by_index(7)?,
        facts: row.try_get_by_index(8)?,
        decision: row.try_get_by_index(9)?,
    })
}

/// A one-off grant by its key, which the line of a roll names as its source. The caller has made
/// sure that the line may be seen.
///
/// # Errors
/// When the database fails.
pub async fn one_off(conn: &Conn, id: Uuid) -> Result<Option<OneOff>> {
    let sql = Sql::new(format!("select {COLUMNS} from one_off where id = ")).bind(id);
    conn.row(sql).await?.as_ref().map(read).transpose()
}

/// The one-off grants of a programme and month as known at approval `as_of`,
/// in the order of their numbers. Sums that were paid in cash from a
/// township's reserve are not among them.
///
/// # Errors
/// When the database fails.
pub async fn one_offs_of(
    conn: &Conn,
    programme: &str,
    month: Month,
    as_of: i64,
) -> Result<Vec<OneOff>> {
    let sql = Sql::new(format!("select {COLUMNS} from one_off where programme = "))
        .bind(programme)
        .text(" and month = ")
        .bind(month.index())
        .text(" and (channel is null or channel <> 'reserve') and since <= ")
        .bind(as_of)
        .text(" order by number");
    let mut out = Vec::new();
    conn.for_each(sql, |row| {
        out.push(read(&row)?);
        Ok(())
    })
    .await?;
    Ok(out)
}

/// A household that was granted sums once, and the persons whom the decision names as helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helped {
    /// The household.
    pub household: Uuid,
    /// 12-digit division.
    pub division: String,
    /// The persons helped.
    pub persons: Vec<Uuid>,
}

/// Who was helped once under a programme from one month to another, within a scope, in the
/// order of decisions.
///
/// # Errors
/// When the database fails.
pub async fn helped(
    conn: &Conn,
    scope: &platform::Scope,
    programme: &str,
    first: Month,
    last: Month,
) -> Result<Vec<Helped>> {
    let sql = Sql::new(
        "select i.household, i.division, i.payload from decision d join decision_item i on i.decision = d.id \
         where d.kind = 'one_off' and d.status = 'approved' and d.programme = ",
    )
    .bind(programme)
    .text(" and i.from_month >= ")
    .bind(first.index())
    .text(" and i.from_month <= ")
    .bind(last.index())
    .text(" and ")
    .push(scope.sql("i.division"))
    .text(" order by d.seq, i.seq");
    let mut found = Vec::new();
    conn.for_each(sql, |row| {
        let payload: String = row.try_get_by_index(2)?;
        let payload: serde_json::Value = serde_json::from_str(&payload)?;
        found.push(Helped {
            household: row.try_get_by_index(0)?,
            division: row.try_get_by_index(1)?,
            persons: serde_json::from_value(payload["members"].clone()).unwrap_or_default(),
        });
        Ok(())
    })
    .await?;
    Ok(found)
}
