//! Sums paid once.

use kernel::Month;
use platform::Result;
use platform::db::{Conn, Sql};
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
    let sql = Sql::new(
        "select id, number, household, person, payee, division, amount, cause, facts, decision from one_off \
         where programme = ",
    )
    .bind(programme)
    .text(" and month = ")
    .bind(month.index())
    .text(" and (channel is null or channel <> 'reserve') and since <= ")
    .bind(as_of)
    .text(" order by number");
    let mut out = Vec::new();
    conn.for_each(sql, |row| {
        out.push(OneOff {
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
        });
        Ok(())
    })
    .await?;
    Ok(out)
}
