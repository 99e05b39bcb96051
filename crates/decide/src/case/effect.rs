//! What a case brings about when it is decided: the award or sum that its result means, as a
//! decision of the two officers who proposed and confirmed it.

use chrono::NaiveDate;
use flow::{Actor, State};
use kernel::Month;
use platform::{Problem, Result, Sql, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::act::Work;
use super::form;
use super::summary::{finisher_before, money};
use crate::item::Item;
use crate::model::DecisionKind;
use crate::problems::{CASE_AWARD, CASE_MONTH, SAME_PERSON};
use crate::propose::common;

/// The fact that says from when a result holds.
const FROM: &str = "生效月份首日";

/// Whether a case has come to where its result takes effect.
fn ripe(kind: &str, state: &State) -> bool {
    let result = state.result.as_deref();
    match kind {
        "relief" => result == Some("granted"),
        "death" => result == Some("stopped"),
        _ => {
            matches!(
                result,
                Some("granted" | "raised" | "reduced" | "stopped" | "grace")
            ) && state.facts.contains_key(FROM)
        }
    }
}

/// Follows an act: where it made the result ripe, makes the decision.
pub(super) async fn follow(
    tx: &mut Tx,
    work: &Work,
    earlier: &State,
    now: &State,
    by: &Actor,
) -> Result<()> {
    let kind = work.bureau.procedure.kind.as_str();
    if ripe(kind, earlier) || !ripe(kind, now) {
        return Ok(());
    }
    let confirmed = confirmer(work).unwrap_or_else(|| by.name().to_owned());
    let proposed =
        finisher_before(&work.case.events, &confirmed).ok_or_else(|| Problem::new(&SAME_PERSON))?;
    let hands = (
        proposed.parse::<Uuid>().map_err(Problem::internal)?,
        confirmed.parse::<Uuid>().map_err(Problem::internal)?,
    );
    let (decision, item) = item(tx, work, now, kind).await?;
    let reason = format!(
        "{} {}",
        work.bureau.procedure.label.zh,
        work.row.number.as_deref().unwrap_or_default()
    );
    common::decided(tx, decision, &work.row.programme, item, &reason, hands).await
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
    let members: Vec<Uuid> = work
        .case
        .opening
        .parties
        .iter()
        .filter(|p| p.capacity.is_member())
        .filter_map(|p| p.person.parse().ok())
        .collect();
    let stated = form::values(tx, &work.row).await?;
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
            item.cause = cause(&stated);
            DecisionKind::OneOff
        }
        (_, Some("granted")) => {
            item.holder = Some(work.row.applicant);
            item.members = Some(members);
            item.facts = Some(stated);
            DecisionKind::Start
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
                    DecisionKind::Change
                }
            }
        }
    };
    Ok((decision, item))
}

fn cause(stated: &Map<String, Value>) -> String {
    ["困难原因", "救助事由", "事由"]
        .into_iter()
        .find_map(|name| stated.get(name).and_then(Value::as_str))
        .unwrap_or("临时救助")
        .chars()
        .take(60)
        .collect()
}

fn whole(value: &Value) -> Option<i32> {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    text.parse().ok()
}

/// The award that the case is about: the household's own under the programme.
async fn award(tx: &Tx, work: &Work) -> Result<Uuid> {
    let sql = Sql::new("select id from award where status <> 'stopped' and household = ")
        .bind(work.row.household)
        .text(" and programme = ")
        .bind(work.row.programme.as_str())
        .text(" order by from_month limit 2");
    let rows = tx.conn().rows(sql).await?;
    match rows.as_slice() {
        [one] => Ok(one.try_get_by_index(0)?),
        _ => Err(Problem::new(&CASE_AWARD)),
    }
}
