//! The road of a case for its page: what is done, where it stands, what lies ahead.

use super::Desk;
use super::state::{State, Status};
use crate::model::Label;
use crate::model::case::Case;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Where a stop of the road lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Done.
    Done,
    /// Passed over.
    Passed,
    /// To be done now.
    Current,
    /// Still to come, where the case goes on.
    Ahead,
    /// Not reached when the case was closed, or no longer on its way.
    Left,
}

/// One stop of the road.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Stop {
    /// The step.
    pub step: String,
    /// Names.
    pub label: Label,
    /// Where it lies.
    pub place: Place,
    /// How often it opened.
    pub round: u32,
    /// When it opened last.
    pub opened: Option<DateTime<Utc>>,
    /// When it was finished.
    pub finished: Option<DateTime<Utc>>,
    /// Who finished it.
    pub by: Option<String>,
    /// Name of its outcome.
    pub outcome: Option<Label>,
    /// The officer it was handed to.
    pub handler: Option<String>,
}

impl Desk<'_> {
    /// The road of a case, in the order of the procedure's text.
    pub fn road(&self, case: &Case) -> Vec<Stop> {
        let state = State::of(case);
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut todo: Vec<&str> = self
            .procedure
            .steps
            .iter()
            .map(|s| s.key.as_str())
            .filter(|key| state.status(key) == Status::Open)
            .collect();
        while let Some(key) = todo.pop() {
            if reached.insert(key)
                && let Some(step) = self.procedure.step(key)
            {
                todo.extend(step.otherwise.iter().map(String::as_str));
                todo.extend(
                    step.outcomes
                        .iter()
                        .flat_map(|o| &o.opens)
                        .map(String::as_str),
                );
            }
        }
        let stop = |step: &crate::model::Step| {
            let now = state.steps.get(&step.key).cloned().unwrap_or_default();
            let place = match now.status {
                Status::Done => Place::Done,
                Status::Passed => Place::Passed,
                Status::Open => Place::Current,
                Status::Ahead if state.closed.is_none() && reached.contains(step.key.as_str()) => {
                    Place::Ahead
                }
                Status::Ahead => Place::Left,
            };
            let done = matches!(now.status, Status::Done);
            Stop {
                step: step.key.clone(),
                label: step.label.clone(),
                place,
                round: now.round,
                opened: now.opened,
                finished: now.finished.filter(|_| done),
                by: now.by.filter(|_| done),
                outcome: now
                    .outcome
                    .filter(|_| done)
                    .and_then(|key| step.outcome(&key).map(|o| o.label.clone())),
                handler: now.handler,
            }
        };
        self.procedure.steps.iter().map(stop).collect()
    }
}
