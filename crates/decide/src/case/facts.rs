//! What the house itself knows about a case, for the conditions of its procedure.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};
use flow::Facts;
use kernel::Money;
use platform::{Conn, Floor, Result, Sql};
use serde_json::{Value, json};
use uuid::Uuid;

use super::Bureau;
use super::assess::Assessment;
use super::effect;
use super::form::{self, Filed};
use super::store::Row;

/// Months back in which relief for the same family counts together, so that a case is not
/// split to stay below a limit; where the pack of the place says nothing else.
const SAME_GROUND: &str = "临时救助同一事由间隔月数";
/// The pack's silence: a year, as local rules commonly have it (policy packs override it).
const SAME_GROUND_MONTHS: u32 = 12;

/// The recognitions of low income (社会救助法第十三条: dibao, tekun, the families beside dibao, those with
/// rigid expenditure).
const LOW_INCOME: [&str; 4] = ["dibao", "tekun", "near_dibao", "rigid_expenditure"];

/// The sum up to which a township decides on relief itself.
pub(super) const LIMIT: &str = "临时救助乡镇审批限额";

/// The months within which relief for the same ground counts together at the place of a case.
pub(super) fn interval(bureau: &Bureau, row: &Row) -> u32 {
    let rules = bureau.pack.rules(&row.division, row.ruled_on).ok();
    rules
        .and_then(|rules| {
            let months = rules.parameter(SAME_GROUND)?;
            months.value.value.shown.parse().ok()
        })
        .unwrap_or(SAME_GROUND_MONTHS)
}

/// Facts that are looked up, by the names of the pack's case facts. What an officer states in
/// the case stands beside them; these are never taken from a request.
pub(crate) async fn known(
    floor: &Floor,
    conn: &Conn,
    bureau: &Bureau,
    row: &Row,
    assessment: &Assessment,
    filed: &[Filed],
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
    if let Some(monthly) = assessment.monthly(&row.programme) {
        facts.insert("测算月金额".to_owned(), json!(monthly));
    }
    let members = row
        .opening
        .parties
        .iter()
        .filter(|p| p.capacity.is_member());
    facts.insert("本案人数".to_owned(), json!(members.count()));
    let since = today
        .checked_sub_months(Months::new(interval(bureau, row)))
        .unwrap_or(today);
    // Once the case is decided its own relief stands among the others.
    let undecided = row.result.is_none();
    if undecided {
        let before = relieved(conn, row, since).await?;
        facts.insert("近期同一事由救助金额".to_owned(), json!(before));
    }
    if bureau.procedure.kind == "relief" && undecided {
        let stated = effect::cause(&form::values(filed));
        let again = same_ground(conn, row, since, stated).await?;
        facts.insert("同一事由已救助".to_owned(), json!(again));
    }
    if row.accepted_on.is_none()
        && let Some(relatives) = relatives(floor, conn, bureau, row, today).await?
    {
        facts.insert(RELATIVE.to_owned(), json!(relatives));
    }
    if bureau.procedure.kind == "death" {
        let others = others_remain(conn, row, today).await?;
        facts.insert("仍有其他保障对象".to_owned(), json!(others));
    }
    if let Some(near) = near(conn, row, assessment).await? {
        facts.insert("边缘家庭认定".to_owned(), json!(near));
    }
    facts.insert("抽查中选".to_owned(), json!(drawn(bureau, row)));
    let (times, sum) = this_year(conn, row, today).await?;
    facts.insert("本年临时救助次数".to_owned(), json!(times));
    facts.insert("本年临时救助金额".to_owned(), json!(sum));
    let held = held(conn, row.household).await?;
    facts.insert(
        "已认定低收入家庭".to_owned(),
        json!(LOW_INCOME.iter().any(|key| held.contains(*key))),
    );
    super::verification::facts(conn, row, &mut facts).await?;
    Ok(facts)
}

/// The fact that somebody of the case stands in the list of staff and their near relatives, which
/// is proposed where acceptance asks for the filing (民发〔2021〕57号第十一条).
pub(super) const RELATIVE: &str = "近亲属比对";

/// Whether a member of the case stands in the list of staff and their near relatives that the
/// office keeps; none where it keeps none, or the procedure does not ask.
async fn relatives(
    floor: &Floor,
    conn: &Conn,
    bureau: &Bureau,
    row: &Row,
    today: NaiveDate,
) -> Result<Option<bool>> {
    let mut outcomes = bureau.procedure.steps.iter().flat_map(|s| &s.outcomes);
    if !outcomes.any(|o| o.asks.iter().any(|asks| asks == "近亲属备案")) {
        return Ok(None);
    }
    let members = row.opening.parties.iter();
    let members = members.filter(|p| p.capacity.is_member());
    let members: Vec<Uuid> = members.filter_map(|p| p.person.parse().ok()).collect();
    let found = registry::persons(conn, floor.vault(), members).await?;
    let numbers = found
        .values()
        .filter_map(|p| Some((p.id, p.id_number?)))
        .collect();
    let (pack, place) = (&bureau.pack, &row.division);
    let listed = verify::listed(floor, conn, (pack, place, today), "staff_relative", numbers);
    // A proposal is a help: without it the officer asks, as where there is no list.
    match listed.await {
        Ok(listed) => Ok(listed.map(|listed| !listed.is_empty())),
        Err(problem) => {
            tracing::warn!(
                code = problem.code(),
                "the list of relatives cannot be read"
            );
            Ok(None)
        }
    }
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

/// Whether the household was relieved for the same ground since a day. Where this case or an
/// earlier one does not say its ground, it counts as the same until the form says another.
async fn same_ground(
    conn: &Conn,
    row: &Row,
    since: NaiveDate,
    ground: Option<String>,
) -> Result<bool> {
    let sql = Sql::new("select o.cause from one_off o where o.household = ")
        .bind(row.household)
        .text(" and o.programme = ")
        .bind(row.programme.as_str())
        .text(" and o.month >= ")
        .bind(kernel::Month::of(since).index());
    for found in conn.rows(sql).await? {
        let before: String = found.try_get_by_index(0)?;
        let same = ground.as_ref().is_none_or(|g| *g == before);
        if same || before == effect::NO_CAUSE {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the award covers anybody beside those who died: whom the register no longer has in the
/// family or has as dead; where there is nobody such, the applicant, for whom the case was opened.
async fn others_remain(conn: &Conn, row: &Row, today: NaiveDate) -> Result<bool> {
    let sql = Sql::new(
        "select m.person from award_member m join award a on a.id = m.award \
         where a.status <> 'stopped' and m.until is null and m.to_month is null and a.household = ",
    )
    .bind(row.household)
    .text(" and a.programme = ")
    .bind(row.programme.as_str());
    let mut covered: Vec<Uuid> = Vec::new();
    for found in conn.rows(sql).await? {
        covered.push(found.try_get_by_index(0)?);
    }
    let family = registry::family(conn, row.household, today).await?;
    let lives = |person: &Uuid| {
        let mut members = family.iter().flat_map(|f| &f.members);
        members.any(|m| m.person == *person && !dead(&m.facts))
    };
    let (alive, gone): (Vec<Uuid>, Vec<Uuid>) = covered.into_iter().partition(lives);
    if gone.is_empty() {
        return Ok(alive.iter().any(|person| *person != row.applicant));
    }
    Ok(!alive.is_empty())
}

fn dead(facts: &str) -> bool {
    let facts: Value = serde_json::from_str(facts).unwrap_or_default();
    facts["死亡"] == json!(true)
}

/// Whether the family is within the near-dibao limits: recognised, or assessed so. None where
/// neither is known.
async fn near(conn: &Conn, row: &Row, assessment: &Assessment) -> Result<Option<bool>> {
    let sql = Sql::new(
        "select 1 from award a where a.status in ('active', 'grace') \
         and a.programme = 'near_dibao' and a.household = ",
    )
    .bind(row.household);
    if conn.row(sql).await?.is_some() {
        return Ok(Some(true));
    }
    Ok(match assessment.verdict("near_dibao") {
        "符合" => Some(true),
        "不符合" => Some(false),
        _ => None,
    })
}

/// The share of applications that the county visits itself, drawn by the case's key, so that
/// nobody chooses which: the same case is always drawn or never.
const SPOT_CHECKS: &str = "低保县级入户抽查比例";

fn drawn(bureau: &Bureau, row: &Row) -> bool {
    let rules = bureau.pack.rules(&row.division, row.ruled_on).ok();
    let share: Option<u32> = rules.and_then(|rules| {
        let share = rules.parameter(SPOT_CHECKS)?;
        share.value.value.shown.parse().ok()
    });
    let lot = platform::hash::sm3(&[b"spot check", row.id.as_bytes()]);
    let lot = u32::from(u16::from_be_bytes([lot[0], lot[1]])) % 100;
    share.is_some_and(|share| lot < share)
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

/// The programmes under which the household or one of it is in benefit.
pub(super) async fn held(conn: &Conn, household: Uuid) -> Result<BTreeSet<String>> {
    let sql = Sql::new(
        "select distinct a.programme from award a where a.status in ('active', 'grace') \
         and a.household = ",
    )
    .bind(household);
    let rows = conn.rows(sql).await?;
    let mut held = BTreeSet::new();
    for row in rows {
        held.insert(row.try_get_by_index(0)?);
    }
    Ok(held)
}
