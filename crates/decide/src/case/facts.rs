//! What the house itself knows about a case, for the conditions of its procedure.

use chrono::{Datelike, Months, NaiveDate};
use flow::Facts;
use kernel::Money;
use platform::{Conn, Floor, Result, Sql};
use serde_json::json;

use super::Bureau;
use super::assess::Assessment;
use super::store::Row;

/// Months back in which relief for the same family counts together, so that a case is not
/// split to stay below a limit; where the pack of the place says nothing else.
const SAME_GROUND: &str = "临时救助同一事由间隔月数";
/// The pack's silence: a year, as local rules commonly have it (policy packs override it).
const SAME_GROUND_MONTHS: u32 = 12;

/// Facts that are looked up, by the names of the pack's case facts. What an officer states in
/// the case stands beside them; these are never taken from a request.
pub(crate) async fn known(
    floor: &Floor,
    conn: &Conn,
    bureau: &Bureau,
    row: &Row,
    assessment: &Assessment,
) -> Result<Facts> {
    let today = floor.today();
    let mut facts = Facts::new();
    if let Some(area) = &assessment.urban_rural {
        facts.insert("城乡".to_owned(), json!(area));
    }
    facts.insert(
        "测算结论".to_owned(),
        json!(assessment.verdict(&row.programme)),
    );
    facts.insert(
        "边缘测算结论".to_owned(),
        json!(assessment.verdict("near_dibao")),
    );
    let months = bureau
        .pack
        .rules(&row.division, row.ruled_on)
        .ok()
        .and_then(|rules| {
            rules
                .parameter(SAME_GROUND)
                .and_then(|p| p.value.value.shown.parse().ok())
        })
        .unwrap_or(SAME_GROUND_MONTHS);
    let since = today
        .checked_sub_months(Months::new(months))
        .unwrap_or(today);
    let before = relieved(conn, row, since).await?;
    facts.insert("近期同一事由救助金额".to_owned(), json!(before));
    let (times, sum) = this_year(conn, row, today).await?;
    facts.insert("本年临时救助次数".to_owned(), json!(times));
    facts.insert("本年临时救助金额".to_owned(), json!(sum));
    facts.insert(
        "已认定低收入家庭".to_owned(),
        json!(recognised(conn, row).await?),
    );
    Ok(facts)
}

/// What the household was granted under the programme since a day, other open cases included.
async fn relieved(conn: &Conn, row: &Row, since: NaiveDate) -> Result<Money> {
    let granted = Sql::new(
        "select coalesce(cast(sum(o.amount) as bigint), 0) from one_off o \
         join decision d on d.id = o.decision where o.household = ",
    )
    .bind(row.household)
    .text(" and o.programme = ")
    .bind(row.programme.as_str())
    .text(" and o.month >= ")
    .bind(kernel::Month::of(since).index());
    let granted: i64 = conn.scalar(granted).await?.unwrap_or(0);
    let open = Sql::new(
        "select coalesce(cast(sum(c.amount) as bigint), 0) from assistance_case c \
         where c.status = 'open' and c.result is null and c.household = ",
    )
    .bind(row.household)
    .text(" and c.programme = ")
    .bind(row.programme.as_str())
    .text(" and c.id <> ")
    .bind(row.id);
    let open: i64 = conn.scalar(open).await?.unwrap_or(0);
    Ok(Money::from_fen(granted.saturating_add(open)))
}

/// How often and with how much the household was helped under the programme this year.
async fn this_year(conn: &Conn, row: &Row, today: NaiveDate) -> Result<(i64, Money)> {
    let january = kernel::Month::of(today.with_ordinal0(0).unwrap_or(today));
    let sql = Sql::new(
        "select count(*), coalesce(cast(sum(o.amount) as bigint), 0) from one_off o where o.household = ",
    )
    .bind(row.household)
    .text(" and o.programme = ")
    .bind(row.programme.as_str())
    .text(" and o.month >= ")
    .bind(january.index());
    let Some(found) = conn.row(sql).await? else {
        return Ok((0, Money::from_fen(0)));
    };
    Ok((
        found.try_get_by_index(0)?,
        Money::from_fen(found.try_get_by_index(1)?),
    ))
}

/// Whether the household is in benefit under a programme of basic living.
async fn recognised(conn: &Conn, row: &Row) -> Result<bool> {
    let sql = Sql::new(
        "select 1 from award a where a.status in ('active', 'grace') \
         and a.programme in ('dibao', 'tekun', 'near_dibao', 'rigid_expenditure') and a.household = ",
    )
    .bind(row.household);
    Ok(conn.row(sql).await?.is_some())
}
