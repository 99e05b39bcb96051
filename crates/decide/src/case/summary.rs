//! The columns beside the events: what lists sort, filter and count by. Always written from
//! the case as a whole, never changed on their own.

use chrono::{DateTime, NaiveDate, Utc};
use flow::{Case, Due, Event, State, Status, What};
use kernel::Money;
use platform::{Problem, Result, Sql, Tx, bulk};
use serde_json::Value;

use super::Bureau;
use super::standing::Standing;
use super::store::Row;

/// What lists show of a case.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    pub status: &'static str,
    pub result: Option<String>,
    pub accepted_on: Option<NaiveDate>,
    /// Keys of the open steps, each between bars: `|review|county_visit|`.
    pub steps: String,
    /// Roles that may act now, likewise.
    pub duties: String,
    /// The first day on which a limit that still runs ends.
    pub due: Option<NaiveDate>,
    /// The sum proposed or confirmed, in fen.
    pub amount: Option<i64>,
    pub events: i32,
    /// The first day on which some lamp is yellow, and on which one is red.
    pub turns: (Option<NaiveDate>, Option<NaiveDate>),
    /// The next day on which the clock alone changes something.
    pub next_on: Option<NaiveDate>,
    /// Officers to whom open steps were handed, each between bars.
    pub handlers: String,
    /// What lists show of the open steps, the next limit and the list that hangs.
    pub standing: Standing,
}

fn bars(words: impl IntoIterator<Item = String>) -> String {
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort();
    words.dedup();
    match words.is_empty() {
        true => String::new(),
        false => format!("|{}|", words.join("|")),
    }
}

impl Summary {
    /// The summary of a case as it stands.
    pub fn of(bureau: &Bureau, case: &Case, now: DateTime<Utc>) -> Self {
        let state = State::of(case);
        let desk = bureau.desk();
        let open = |key: &str| state.status(key) == Status::Open;
        let steps = bureau.procedure.steps.iter().filter(|s| open(&s.key));
        let duties = steps
            .clone()
            .flat_map(|s| s.who.iter().map(|w| w.role.clone()));
        let clock = desk.clock(case, now);
        let running = clock.deadlines.iter().filter(|d| d.met.is_none());
        let due = running.filter_map(|d| match d.due {
            Due::On(day) => Some(day),
            _ => None,
        });
        let due = due.min();
        let closed = state.closed.is_some();
        let handlers = state.steps.values().filter(|s| s.status == Status::Open);
        let handlers = bars(handlers.filter_map(|s| s.handler.clone()));
        let earliest = |turn: fn(&flow::Deadline) -> Option<NaiveDate>| {
            let running = clock.deadlines.iter().filter(|d| d.met.is_none());
            running.filter_map(turn).min().filter(|_| !closed)
        };
        let amount = ["确认月金额", "拟救助金额", "拟确认月金额"]
            .into_iter()
            .find_map(|name| state.facts.get(name))
            .and_then(money)
            .map(Money::fen);
        Self {
            status: if closed { "closed" } else { "open" },
            result: state.result.clone(),
            accepted_on: state.accepted,
            steps: bars(steps.map(|s| s.key.clone())),
            duties: if closed { String::new() } else { bars(duties) },
            due: due.filter(|_| !closed),
            amount,
            events: i32::try_from(case.events.len()).unwrap_or(i32::MAX),
            turns: (earliest(|d| d.turns.0), earliest(|d| d.turns.1)),
            next_on: next_on(&clock, now).filter(|_| !closed),
            handlers: if closed { String::new() } else { handlers },
            standing: Standing::of(&desk, &state, &clock),
        }
    }

    /// Writes it beside the case; another act in between makes this one stale.
    pub async fn write(&self, tx: &mut Tx, row: &Row) -> Result<()> {
        let sql = Sql::new("update assistance_case set status = ")
            .bind(self.status)
            .text(", result = ")
            .bind(self.result.clone())
            .text(", accepted_on = ")
            .bind(self.accepted_on)
            .text(", steps = ")
            .bind(self.steps.as_str())
            .text(", duties = ")
            .bind(self.duties.as_str())
            .text(", due = ")
            .bind(self.due)
            .text(", amount = ")
            .bind(self.amount)
            .text(", yellow_on = ")
            .bind(self.turns.0)
            .text(", red_on = ")
            .bind(self.turns.1)
            .text(", next_on = ")
            .bind(self.next_on)
            .text(", handlers = ")
            .bind(self.handlers.as_str())
            .text(", standing = ")
            .bind(serde_json::to_string(&self.standing)?)
            .text(", number = ")
            .bind(row.number.clone())
            .text(", ruled_on = ")
            .bind(row.ruled_on)
            .text(", release = ")
            .bind(row.release)
            .text(", opening = ")
            .bind(serde_json::to_string(&row.opening)?)
            .text(", events = ")
            .bind(self.events)
            .text(" where id = ")
            .bind(row.id)
            .text(" and events = ")
            .bind(row.events);
        if bulk::execute(tx, sql).await? != 1 {
            return Err(Problem::new(&crate::problems::CASE_STALE));
        }
        Ok(())
    }
}

/// The next day on which a lamp turns, a limit passes or a publicity is over. Where the clock
/// stands, or the working days of a year are not known, it is looked at again tomorrow.
fn next_on(clock: &flow::Clock, now: DateTime<Utc>) -> Option<NaiveDate> {
    let today = now.with_timezone(&kernel::shanghai()).date_naive();
    let running = clock.deadlines.iter().filter(|d| d.met.is_none());
    let days = running.flat_map(|d| {
        let passed = match d.due {
            Due::On(day) => day.succ_opt(),
            _ => today.succ_opt(),
        };
        [d.turns.0, d.turns.1, passed]
    });
    days.flatten().filter(|day| *day > today).min()
}

/// An amount as facts carry it: a decimal number of 元.
pub(crate) fn money(value: &Value) -> Option<Money> {
    match value {
        Value::String(text) => Money::parse_yuan(text).ok(),
        Value::Number(number) => Money::parse_yuan(&number.to_string()).ok(),
        _ => None,
    }
}

/// The officer who finished a step last, other than one: the first hand of a decision.
pub(crate) fn finisher_before(events: &[Event], not: &str) -> Option<String> {
    events
        .iter()
        .rev()
        .filter(|e| matches!(e.what, What::Finished { .. }))
        .map(|e| e.by.clone())
        .find(|by| by != not && by != "system")
}
