//! What a case brings about when it is decided: the award or sum that its result means, as a
//! decision of the two officers who proposed and confirmed it.

use chrono::NaiveDate;
use flow::{Actor, State};
use kernel::{Money, Month};
use platform::{Problem, Result, Sql, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::act::Work;
use super::form;
use super::summary::{finisher_before, money};
use crate::award::{Given, Terms, given_in, would_give};
use crate::item::Item;
use crate::model::DecisionKind;
use crate::outside::{CashAid, Till};
use crate::problems::{
    CASE_AMOUNT, CASE_AWARD, CASE_HEAD, CASE_MONTH, CASE_PARTY, CASE_PERSONS, SAME_PERSON,
};
use crate::propose::common;
use crate::real::programme_of;

/// The fact that says from when a result holds.
const FROM: &str = "生效月份首日";

/// The fact that says when the applicant of a case about a death died.
pub(super) const DIED: &str = "死亡日期";

/// Whether a case has come to where its result takes effect.
fn ripe(procedure: &flow::Procedure, state: &State) -> bool {
    let kind = procedure.kind.as_str();
    let mut outcomes = procedure.steps.iter().flat_map(|s| &s.outcomes);
    let says_how = outcomes.any(|o| o.sets.iter().any(|(name, _)| name == HOW));
    let result = state.result.as_deref();
    match kind {
        "relief" => result == Some("granted") && (!says_how || state.facts.contains_key(HOW)),
        "death" => result == Some("stopped"),
        "application" if result == Some("near_dibao") => true,
        _ => {
            matches!(
                result,
                Some("granted" | "raised" | "reduced" | "stopped" | "grace" | "changed" | "moved")
            ) && state.facts.contains_key(FROM)
        }
    }
}

/// Follows an act: where it established a death, the register learns of it; where it made the
/// result ripe, makes the decision.
pub(super) async fn follow(
    tx: &mut Tx,
    work: &Work,
    earlier: &State,
    now: &State,
    by: &Actor,
) -> Result<()> {
    let kind = work.bureau.procedure.kind.as_str();
    let procedure = &work.bureau.procedure;
    if kind == "death" && !earlier.facts.contains_key(DIED) {
        let died = now.facts.get(DIED).and_then(Value::as_str);
        if let Some(day) = died.and_then(|text| text.parse().ok()) {
            registry::record_death(tx, work.row.household, work.row.applicant, day).await?;
        }
    }
    if kind == "application" && earlier.facts.get(MONTHLY) != now.facts.get(MONTHLY) {
        agrees(tx, work, now).await?;
    }
    if ripe(procedure, earlier) || !ripe(procedure, now) {
        return Ok(());
    }
    let confirmed = confirmer(work).unwrap_or_else(|| by.name().to_owned());
    let proposed =
        finisher_before(&work.case.events, &confirmed).ok_or_else(|| Problem::new(&SAME_PERSON))?;
    let hands = (
        proposed.parse::<Uuid>().map_err(Problem::internal)?,
        confirmed.parse::<Uuid>().map_err(Problem::internal)?,
    );
    let (decision, mut item) = item(tx, work, now, kind).await?;
    let from = item.from;
    let reason = format!(
        "{} {}",
        work.bureau.procedure.label.zh,
        work.row.number.as_deref().unwrap_or_default()
    );
    let programme = match now.result.as_deref() {
        Some(NEAR) => NEAR,
        _ => &work.row.programme,
    };
    if decision == DecisionKind::Start {
        give_way(tx, work, programme, (item.from, &reason), hands).await?;
    }
    if let Some("moved") = now.result.as_deref() {
        item.division = arrive(tx, work).await?;
    }
    let amount = item.amount;
    let made = common::decided(tx, decision, programme, item, &reason, hands).await?;
    let cash = now.facts.get(HOW).and_then(Value::as_str) == Some(CASH);
    if let (DecisionKind::OneOff, true, Some(amount)) = (decision, cash, amount) {
        in_cash(tx, work, made, amount).await?;
    }
    if now.result.as_deref() == Some("raised") {
        let place = (&work.row.division, programme);
        let award = award(tx, work).await?;
        let pays = given_in(tx.floor(), tx.conn(), place, award, from).await?;
        same_amount(now, pays.as_slice())?;
    }
    Ok(())
}

/// Refuses a grant whose letter would promise another amount than the rolls will pay. Where the
/// amounts of the place change with the month in which it begins, that of either month will do.
async fn agrees(tx: &Tx, work: &Work, now: &State) -> Result<()> {
    if !now.facts.contains_key(MONTHLY) {
        return Ok(());
    }
    let place = (&work.row.division, work.row.programme.as_str());
    let today = Month::of(tx.floor().today());
    let mut pays = Vec::new();
    for month in [today.next(), today] {
        let Some(info) = programme_of(&work.bureau.pack, place.0, place.1, month) else {
            continue;
        };
        let mut facts = terms(work, now);
        facts.retain(|name, _| info.terms.contains(name));
        let to = Terms {
            household: work.row.household,
            members: covered(work, now, members(work))?,
            facts: facts.into(),
        };
        pays.extend(would_give(tx.floor(), tx.conn(), place, to, month).await?);
    }
    same_amount(now, &pays)
}

/// Whether the amount confirmed is one that the rolls pay: it follows from the rules and what is
/// confirmed of the family, never from a hand. Where the rules cannot tell it, nothing is said.
fn same_amount(now: &State, pays: &[Given]) -> Result<()> {
    let said = now.facts.get(MONTHLY).and_then(money);
    let (Some(said), Some(first)) = (said, pays.first()) else {
        return Ok(());
    };
    if pays.iter().any(|given| given.amount == said) {
        return Ok(());
    }
    let (persons, pays) = (first.persons, first.amount);
    Err(Problem::new(&CASE_AMOUNT).detail(
        format!("确认每月{said}元，按确认的情况和{persons}人，名册每月将发{pays}元。请更正金额，或退回补正人数、收入等情况。"),
        format!("{said} yuan a month are confirmed; with what is confirmed of the family and {persons} persons the rolls will pay {pays}. Correct the amount, or send it back to correct persons or income."),
    ))
}

/// The fact that says what a family gets a month, as its letter promises it.
const MONTHLY: &str = "确认月金额";

/// How a sum reaches the family, and the word for the township's reserve.
const HOW: &str = "支付方式";
const CASH: &str = "备用金";

/// Takes a sum out of the township's reserve; the month's roll leaves it out.
async fn in_cash(tx: &mut Tx, work: &Work, decision: Uuid, amount: Money) -> Result<()> {
    let till = tx.floor().extension::<Till>();
    let till = till.ok_or_else(|| Problem::internal("nobody pays in cash"))?;
    let aid = CashAid {
        case: work.row.id,
        division: work.row.division,
        household: work.row.household,
        amount,
        receipt: work.row.number.clone().unwrap_or_default(),
    };
    till.0.pay(tx, aid).await?;
    let sql = Sql::new("update one_off set channel = 'reserve' where decision = ").bind(decision);
    tx.conn().run(sql).await?;
    Ok(())
}

/// The recognition that may come of a refused application, a programme of its own.
const NEAR: &str = "near_dibao";

/// Recognitions and awards of the household that yield to the one that begins end with it.
async fn give_way(
    tx: &mut Tx,
    work: &Work,
    programme: &str,
    (from, reason): (Month, &str),
    hands: (Uuid, Uuid),
) -> Result<()> {
    let Ok(rules) = work.bureau.pack.rules_of(&work.row.division, from) else {
        return Ok(());
    };
    let sql = Sql::new(
        "select id, programme, division, from_month from award where status in ('active', 'grace') \
         and (to_month is null or to_month >= ",
    )
    .bind(from.index())
    .text(") and household = ")
    .bind(work.row.household);
    for row in tx.conn().rows(sql).await? {
        let other: String = row.try_get_by_index(1)?;
        let yields = rules
            .programme(&other)
            .is_some_and(|p| p.yields.iter().any(|y| y.programme == programme));
        if !yields {
            continue;
        }
        let began = Month::from_index(row.try_get_by_index(3)?).map_err(Problem::internal)?;
        let item = Item {
            award: Some(row.try_get_by_index(0)?),
            household: work.row.household,
            division: row.try_get_by_index(2)?,
            holder: None,
            members: None,
            facts: None,
            from: from.max(began),
            to: None,
            reason: String::new(),
            amount: None,
            cause: String::new(),
        };
        common::decided(tx, DecisionKind::Stop, &other, item, reason, hands).await?;
    }
    Ok(())
}

/// Brings the household under the place it moves to, once its township has taken it over.
async fn arrive(tx: &mut Tx, work: &Work) -> Result<String> {
    let to = work.row.opening.other.ok_or_else(|| {
        Problem::new(&CASE_PARTY).field(
            "/to",
            "迁移案件没有迁入地",
            "The case of a move names no place that the household moves to.",
        )
    })?;
    registry::move_household(tx, work.row.household, &to).await?;
    Ok(to.as_str().to_owned())
}

/// Who took the outcome that decided.
fn confirmer(work: &Work) -> Option<String> {
    let decided = |e: &&flow::Event| matches!(e.what, flow::What::Decided { .. });
    work.case
        .events
        .iter()
        .rev()
        .find(decided)
        .map(|e| e.by.clone())
}

async fn item(tx: &Tx, work: &Work, state: &State, kind: &str) -> Result<(DecisionKind, Item)> {
    let from = match state.facts.get(FROM).and_then(Value::as_str) {
        Some(text) => {
            let day: NaiveDate = text.parse().map_err(|_| Problem::new(&CASE_MONTH))?;
            Month::of(day)
        }
        None if kind == "relief" => Month::of(tx.floor().today()),
        None => Month::of(tx.floor().today()).next(),
    };
    let members = members(work);
    let stated = form::values(&work.filed);
    let mut item = Item {
        award: None,
        household: work.row.household,
        division: work.row.division.as_str().to_owned(),
        holder: None,
        members: None,
        facts: None,
        from,
        to: None,
        reason: String::new(),
        amount: None,
        cause: String::new(),
    };
    let decision = match (kind, state.result.as_deref()) {
        ("relief", _) => {
            item.holder = Some(work.row.applicant);
            item.members = Some(members);
            item.amount = state.facts.get("拟救助金额").and_then(money);
            item.cause = cause(&stated).unwrap_or_else(|| NO_CAUSE.to_owned());
            DecisionKind::OneOff
        }
        (_, Some("granted")) => {
            item.holder = Some(work.row.applicant);
            item.members = Some(covered(work, state, members)?);
            item.facts = Some(terms(work, state));
            DecisionKind::Start
        }
        (_, Some(NEAR)) => {
            item.holder = Some(work.row.applicant);
            item.members = Some(members);
            item.facts = Some(Map::new());
            DecisionKind::Start
        }
        ("head", _) => {
            let award = award(tx, work).await?;
            item.award = Some(award);
            item.holder = Some(new_head(tx, work).await?);
            DecisionKind::Change
        }
        ("move", _) => {
            item.award = Some(award(tx, work).await?);
            DecisionKind::Change
        }
        (_, result) => {
            item.award = Some(award(tx, work).await?);
            match result {
                Some("stopped") => DecisionKind::Stop,
                Some("grace") => {
                    let months = state.facts.get("渐退月数").and_then(whole).unwrap_or(0);
                    if months < 1 {
                        return Err(Problem::new(&CASE_MONTH));
                    }
                    item.to = Some(from.plus(months - 1));
                    DecisionKind::Grace
                }
                _ => {
                    item.facts = Some(stated);
                    let award = item.award.unwrap_or_default();
                    item.members = stay_or_join(tx, award, state, members).await?;
                    DecisionKind::Change
                }
            }
        }
    };
    Ok((decision, item))
}

/// The terms of an award that is granted: what the forms of the case state.
fn terms(work: &Work, state: &State) -> Map<String, Value> {
    let mut facts = form::values(&work.filed);
    if state.facts.contains_key(SINGLE) {
        facts.insert("施保方式".to_owned(), Value::from("单人"));
    }
    facts
}

/// The fact that an application of a single person states.
const SINGLE: &str = "单人申请情形";

/// The members of the family in the case.
fn members(work: &Work) -> Vec<Uuid> {
    let parties = work.case.opening.parties.iter();
    parties
        .filter(|p| p.capacity.is_member())
        .filter_map(|p| p.person.parse().ok())
        .collect()
}

/// Who is covered: all members of the case, or the applicant alone where one person applies. The
/// number confirmed must be theirs, so that nobody is covered whom the decision does not count.
fn covered(work: &Work, state: &State, members: Vec<Uuid>) -> Result<Vec<Uuid>> {
    if state.facts.contains_key(SINGLE) {
        return Ok(vec![work.row.applicant]);
    }
    match state.facts.get(PERSONS).and_then(whole) {
        Some(count) if usize::try_from(count) != Ok(members.len()) => {
            Err(persons(count, members.len()))
        }
        _ => Ok(members),
    }
}

const PERSONS: &str = "确认人数";

fn persons(count: i32, members: usize) -> Problem {
    Problem::new(&CASE_PERSONS).detail(
        format!("确认{count}人，本案成员{members}人。不计入的成员请在立案时不选，或退回更正人数。"),
        format!("{count} are confirmed, the case has {members} members. Leave members who do not count out when the case is opened, or send it back to correct the number."),
    )
}

/// The members of an award after a change or reduction: who is no member of the family any more
/// leaves it, and newcomers join where the number confirmed counts them. None where nobody does.
async fn stay_or_join(
    tx: &Tx,
    award: Uuid,
    state: &State,
    members: Vec<Uuid>,
) -> Result<Option<Vec<Uuid>>> {
    let sql = Sql::new(
        "select person from award_member where until is null and to_month is null and award = ",
    )
    .bind(award)
    .text(" order by position, person");
    let mut now: Vec<Uuid> = Vec::new();
    for row in tx.conn().rows(sql).await? {
        now.push(row.try_get_by_index(0)?);
    }
    let stay: Vec<Uuid> = now
        .iter()
        .copied()
        .filter(|person| members.contains(person))
        .collect();
    let wanted = match state.facts.get(PERSONS).and_then(whole) {
        Some(count) if usize::try_from(count) == Ok(members.len()) => members,
        Some(count) if usize::try_from(count) != Ok(stay.len()) => {
            return Err(persons(count, members.len()));
        }
        _ => stay,
    };
    Ok((!wanted.is_empty() && wanted != now).then_some(wanted))
}

/// The head of the household, who is the applicant of the case and not the holder yet.
async fn new_head(tx: &Tx, work: &Work) -> Result<Uuid> {
    let family = registry::family(tx.conn(), work.row.household, tx.floor().today()).await?;
    let head = family.map(|f| f.head);
    if head == Some(work.row.applicant) {
        Ok(work.row.applicant)
    } else {
        Err(Problem::new(&CASE_HEAD))
    }
}

/// What stands for the ground of a sum whose case did not say one.
pub(super) const NO_CAUSE: &str = "临时救助";

/// The ground of relief, as the forms of the case state it.
pub(super) fn cause(stated: &Map<String, Value>) -> Option<String> {
    let mut names = ["困难原因", "救助事由", "事由"].into_iter();
    let said = names.find_map(|name| stated.get(name).and_then(Value::as_str))?;
    Some(said.chars().take(60).collect())
}

fn whole(value: &Value) -> Option<i32> {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    text.parse().ok()
}

/// The award that the case is about: the household's own under the programme; where several
/// members have one each, the applicant's.
async fn award(tx: &Tx, work: &Work) -> Result<Uuid> {
    let sql = Sql::new("select id, holder from award where status <> 'stopped' and household = ")
        .bind(work.row.household)
        .text(" and programme = ")
        .bind(work.row.programme.as_str())
        .text(" order by from_month, id");
    let mut found: Vec<(Uuid, Uuid)> = Vec::new();
    for row in tx.conn().rows(sql).await? {
        found.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    if found.len() > 1 {
        found.retain(|(_, holder)| *holder == work.row.applicant);
    }
    match found.as_slice() {
        [(one, _)] => Ok(*one),
        _ => Err(Problem::new(&CASE_AWARD)),
    }
}
