//! Who lives in a household, entered by hand: people join, leave and become its head. A
//! membership is dated and never erased.

pub(crate) mod entered;
pub(crate) mod head;
pub(crate) mod join;
pub(crate) mod known;
pub(crate) mod leave;
pub(crate) mod related;

use chrono::NaiveDate;
use platform::{Result, Sql, Tx, bulk};
use uuid::Uuid;

/// Begins a membership.
pub(crate) async fn begin(
    tx: &mut Tx,
    household: Uuid,
    person: Uuid,
    from: NaiveDate,
    relation: &str,
) -> Result<()> {
    let columns = ["household", "person", "from_date", "to_date", "relation"];
    let row = vec![
        household.into(),
        person.into(),
        from.into(),
        None::<NaiveDate>.into(),
        relation.into(),
    ];
    // Who comes back on the day they left never went.
    bulk::upsert(
        tx,
        "membership",
        &columns,
        &["household", "person", "from_date"],
        [row],
    )
    .await?;
    Ok(())
}

/// Ends the current membership of a person in a household with a last day; answers whether
/// there was one. One that would end before it began is taken back as a whole.
pub(crate) async fn end(
    tx: &mut Tx,
    household: Uuid,
    person: Uuid,
    last: NaiveDate,
) -> Result<bool> {
    let current = |sql: Sql| {
        sql.bind(household)
            .text(" and to_date is null and person = ")
            .bind(person)
    };
    let never = current(Sql::new("delete from membership where household = "))
        .text(" and from_date > ")
        .bind(last);
    let taken = bulk::execute(tx, never).await?;
    let sql = Sql::new("update membership set to_date = ").bind(last);
    let ended = bulk::execute(tx, current(sql.text(" where household = "))).await?;
    Ok(taken + ended > 0)
}
