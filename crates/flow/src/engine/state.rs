//! Where a case stands: replayed from its events, never stored.

use super::day;
use crate::conditions::Facts;
use crate::model::case::{Act, Case, Event, PaperState, Signer, What};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not yet.
    #[default]
    Ahead,
    /// To be done now.
    Open,
    /// Done.
    Done,
    /// Passed over: it was not needed.
    Passed,
}

/// A signature under what is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The slot.
    pub slot: String,
    /// Who.
    pub signer: Signer,
    /// In whose presence, where a party signed.
    pub witness: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A list that was put up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// The day.
    pub on: NaiveDate,
    /// Where.
    pub place: String,
    /// The picture of it.
    pub proof: Option<String>,
    /// Day of the first objection.
    pub objected: Option<NaiveDate>,
    /// Day on which it was taken down.
    pub down: Option<NaiveDate>,
}

/// Where a step stands, and what was done in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepState {
    /// Where it stands.
    pub status: Status,
    /// When it opened last.
    pub opened: Option<DateTime<Utc>>,
    /// When it was finished last.
    pub finished: Option<DateTime<Utc>>,
    /// Who finished it.
    pub by: Option<String>,
    /// With which outcome.
    pub outcome: Option<String>,
    /// How often it opened.
    pub round: u32,
    /// Digests of the forms filed in this round, by form and subject.
    pub filed: BTreeMap<(String, Option<String>), String>,
    /// Signatures of this round.
    pub signatures: Vec<Signature>,
    /// The list put up in this round.
    pub posting: Option<Posting>,
    /// Everybody who ever finished, filed or signed as an officer here.
    pub people: BTreeSet<String>,
    /// The officer it was handed to.
    pub handler: Option<String>,
}

/// A total that runs or ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Its key.
    pub total: String,
    /// The day it began: day nought.
    pub from: NaiveDate,
    /// The day it was met.
    pub met: Option<NaiveDate>,
    /// Whether authority was delegated on the first day.
    pub delegated: bool,
    /// Key of the extension that was given.
    pub extended: Option<String>,
}

/// A stretch during which the clock of the totals stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standstill {
    /// Key of the reason.
    pub reason: String,
    /// The day it stopped; itself still counted.
    pub from: NaiveDate,
    /// The day it ran on; the next day counts again.
    pub to: Option<NaiveDate>,
}

/// A paper as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNow {
    /// How.
    pub state: PaperState,
    /// Since when.
    pub on: NaiveDate,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The steps.
    pub steps: BTreeMap<String, StepState>,
    /// The papers, by key and subject.
    pub papers: BTreeMap<(String, Option<String>), PaperNow>,
    /// Facts that were set in the case.
    pub facts: Facts,
    /// The day of acceptance.
    pub accepted: Option<NaiveDate>,
    /// Totals.
    pub totals: Vec<Running>,
    /// Stretches without clock.
    pub standstills: Vec<Standstill>,
    /// Outcomes taken that are allowed once: step and outcome.
    pub taken: BTreeSet<(String, String)>,
    /// Documents that were due, in order.
    pub documents: Vec<String>,
    /// What was decided.
    pub result: Option<String>,
    /// With what it was closed.
    pub closed: Option<String>,
    /// The last instant.
    pub last: Option<DateTime<Utc>>,
    /// How often steps were opened again.
    pub rounds: u32,
    /// Whether anybody ever objected to a publicity of the case.
    pub objected: bool,
    /// Procedures that may follow.
    pub follows: Vec<String>,
}

impl State {
    /// Replays a case.
    pub fn of(case: &Case) -> State {
        let mut state = State::default();
        for event in &case.events {
            state.take(event);
        }
        state
    }

    /// A step; ahead where nothing happened.
    pub fn status(&self, step: &str) -> Status {
        self.steps.get(step).map_or(Status::Ahead, |s| s.status)
    }

    /// Whether the clock stands.
    pub fn standing(&self) -> Option<&Standstill> {
        self.standstills.last().filter(|s| s.to.is_none())
    }

    fn step(&mut self, key: &str) -> &mut StepState {
        self.steps.entry(key.to_owned()).or_default()
    }

    /// Takes one more event.
    pub(crate) fn take(&mut self, event: &Event) {
        let on = day(event.at);
        self.last = Some(event.at);
        match &event.what {
            What::Opened { step } => self.open(step, event.at),
            What::Reopened { step } => {
                self.rounds += 1;
                self.open(step, event.at);
            }
            What::Passed { step } => self.step(step).status = Status::Passed,
            What::Undone { step } => {
                let step = self.step(step);
                step.status = Status::Ahead;
                step.filed.clear();
                step.signatures.clear();
                step.posting = None;
                step.handler = None;
            }
            What::Acted { did } => self.did(did, event),
            What::Finished { step, outcome } => {
                let (at, by) = (event.at, event.by.clone());
                let step = self.step(step);
                step.status = Status::Done;
                step.finished = Some(at);
                step.outcome = Some(outcome.clone());
                step.by = Some(by);
            }
            What::Facts { facts } => {
                for (name, value) in facts {
                    self.facts.insert(name.clone(), value.clone());
                }
            }
            What::Accepted => self.accepted = self.accepted.or(Some(on)),
            What::Started { total, delegated } => self.totals.push(Running {
                total: total.clone(),
                from: on,
                met: None,
                delegated: *delegated,
                extended: None,
            }),
            What::Stopped { total } => {
                for running in self.totals.iter_mut().filter(|t| t.total == *total) {
                    running.met = running.met.or(Some(on));
                }
            }
            What::Document { document } => self.documents.push(document.clone()),
            What::Decided { result } => self.result = Some(result.clone()),
            What::Follows { procedure } => self.follows.push(procedure.clone()),
            What::Closed { result } => {
                self.closed = Some(result.clone());
                for step in self.steps.values_mut() {
                    if step.status == Status::Open {
                        step.status = Status::Ahead;
                    }
                }
            }
        }
    }

    fn open(&mut self, key: &str, at: DateTime<Utc>) {
        let step = self.step(key);
        step.status = Status::Open;
        step.opened = Some(at);
        step.round += 1;
        step.filed.clear();
        step.signatures.clear();
        step.posting = None;
        step.handler = None;
    }

    fn did(&mut self, act: &Act, event: &Event) {
        let on = day(event.at);
        match act {
            Act::Finish { step, outcome, .. } => {
                let by = event.by.clone();
                self.step(step).people.insert(by);
                self.taken.insert((step.clone(), outcome.clone()));
            }
            Act::File {
                step,
                form,
                subject,
                digest,
            } => {
                let by = event.by.clone();
                let step = self.step(step);
                step.filed
                    .insert((form.clone(), subject.clone()), digest.clone());
                step.people.insert(by);
                // A signature covers what was there when it was given, and nothing later.
                step.signatures.clear();
            }
            Act::Paper {
                paper,
                subject,
                state,
                ..
            } => {
                let now = PaperNow { state: *state, on };
                self.papers.insert((paper.clone(), subject.clone()), now);
            }
            Act::Sign { step, slot, party } => {
                let signer = match party {
                    Some(person) => Signer::Party(person.clone()),
                    None => Signer::Officer(event.by.clone()),
                };
                let (by, at) = (event.by.clone(), event.at);
                let step = self.step(step);
                if matches!(signer, Signer::Officer(_)) {
                    step.people.insert(by.clone());
                }
                step.signatures.push(Signature {
                    slot: slot.clone(),
                    signer,
                    witness: by,
                    at,
                });
            }
            Act::Post {
                step,
                place,
                on,
                proof,
            } => {
                self.step(step).posting = Some(Posting {
                    on: *on,
                    place: place.clone(),
                    proof: proof.clone(),
                    objected: None,
                    down: None,
                });
            }
            Act::Object { step, on } => {
                self.objected = true;
                if let Some(posting) = &mut self.step(step).posting {
                    posting.objected = posting.objected.or(Some(*on));
                }
            }
            Act::TakeDown { step, on } => {
                if let Some(posting) = &mut self.step(step).posting {
                    posting.down = Some(*on);
                }
            }
            // Which total it is for, the procedure says; the clock looks there.
            Act::Extend { reason } => {
                for running in self.totals.iter_mut().filter(|t| t.met.is_none()) {
                    running.extended = Some(reason.clone());
                }
            }
            Act::Pause { reason } => self.standstills.push(Standstill {
                reason: reason.clone(),
                from: on,
                to: None,
            }),
            Act::Resume => {
                if let Some(last) = self.standstills.last_mut() {
                    last.to = Some(on);
                }
            }
            Act::Leave { .. } => {}
            Act::HandOver { step, to } => self.step(step).handler = Some(to.clone()),
        }
    }
}
