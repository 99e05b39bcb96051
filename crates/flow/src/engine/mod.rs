//! The engine: what may be done, what follows, how much time is left.

mod act;
mod checks;
pub mod clock;
mod count;
mod may;
pub mod refusal;
pub mod road;
pub mod state;
pub mod view;

pub use act::Overdue;

use crate::conditions::{Facts, Own};
use crate::model::case::{Case, Delegation};
use crate::model::{Parts, Procedure};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::calendar::WorkingDays;
use state::State;

/// A procedure with what it is worked with: the table of working days and the delegation register.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'d> {
    /// The procedure, of the case's rule set.
    pub procedure: &'d Procedure,
    /// The table of working days.
    pub calendar: &'d WorkingDays,
    /// The delegation register.
    pub delegations: &'d [Delegation],
}

/// The day of an instant in Asia/Shanghai.
pub(crate) fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&kernel::shanghai()).date_naive()
}

impl Desk<'_> {
    /// Whether the county's authority is delegated for the case's division on a day.
    pub fn delegated(&self, case: &Case, on: NaiveDate) -> bool {
        self.delegations.iter().any(|d| {
            d.programme == self.procedure.programme
                && d.division.contains(&case.opening.division)
                && d.from <= on
                && d.to.is_none_or(|to| on <= to)
        })
    }

    /// What the procedure's text proposes for a fact that an outcome asks for: the first day of the
    /// month after, the amount that was computed. None where it proposes nothing, or what the
    /// proposal hangs on is not known.
    pub fn proposed(
        &self,
        case: &Case,
        name: &str,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Option<serde_json::Value> {
        let state = State::of(case);
        let mut known = facts.clone();
        known.extend(state.facts.clone());
        let own = self.own(case, &state, day(now));
        self.procedure.conditions().proposed(name, &known, own)
    }

    fn own(&self, case: &Case, state: &State, on: NaiveDate) -> Own {
        Own {
            today: on,
            accepted: state.accepted,
            objected: state.objected,
            delegated: self.delegated(case, on),
            rounds: state.rounds,
        }
    }
}

/// The steps that lie ahead of one: reached from it by opening or passing over, itself left out.
pub(crate) fn road_ahead(parts: &Parts, from: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut todo = vec![from.to_owned()];
    while let Some(key) = todo.pop() {
        let Some(step) = parts.step(&key) else {
            continue;
        };
        let next = step.outcomes.iter().flat_map(|o| &o.opens);
        for next in next.chain(&step.otherwise) {
            if next != from && !found.contains(next) {
                found.push(next.clone());
                todo.push(next.clone());
            }
        }
    }
    found.sort();
    found
}
