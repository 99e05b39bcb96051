//! The road of a case for its page: what is done, where it stands, what lies ahead.

use super::Desk;
use super::state::{State, Status};
use crate::model::Label;
use crate::model::case::{Act, Case, What};
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
    /// Who sent it back, while it is to be done anew.
    pub sent_back: Option<SentBack>,
}

/// The act by which a step is to be done anew.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SentBack {
    /// Who acted.
    pub by: String,
    /// Name of the outcome.
    pub outcome: Label,
    /// The reason that was given.
    pub reason: Option<String>,
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
                sent_back: (place == Place::Current)
                    .then(|| self.sent_back(case, &step.key))
                    .flatten(),
            }
        };
        self.procedure.steps.iter().map(stop).collect()
    }

    /// The act that opened an open step again; none where it opened as the road goes.
    fn sent_back(&self, case: &Case, key: &str) -> Option<SentBack> {
        let opening = |what: &What| match what {
            What::Opened { step } | What::Reopened { step } => step == key,
            _ => false,
        };
        let at = case.events.iter().rposition(|e| opening(&e.what))?;
        let (before, opened) = (&case.events[..at], &case.events[at]);
        if !matches!(opened.what, What::Reopened { .. }) {
            return None;
        }
        before.iter().rev().find_map(|event| match &event.what {
            What::Acted {
                did:
                    Act::Finish {
                        step,
                        outcome,
                        reason,
                        ..
                    },
            } => Some(SentBack {
                by: event.by.clone(),
                outcome: self.procedure.step(step)?.outcome(outcome)?.label.clone(),
                reason: reason.clone(),
            }),
            _ => None,
        })
    }
}
