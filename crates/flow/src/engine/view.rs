//! What a case page shows of the open steps: what is missing, and what its reader may do.

use super::Desk;
use super::may::{About, subjects};
use super::refusal::{Refusal, RefusalKind};
use super::state::{Posting, State, Status};
use crate::conditions::Facts;
use crate::model::case::{Act, Actor, Case, Request};
use crate::model::{Label, Step};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Map;

/// Something that a step still needs, for the case or for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// Key of the form or paper.
    pub key: String,
    /// Whose.
    pub subject: Option<String>,
}

/// A signature that is still to be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unsigned {
    /// The slot.
    pub slot: String,
    /// Names.
    pub label: Label,
    /// How many more.
    pub left: u32,
}

/// An outcome as offered to a reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// Its key.
    pub outcome: String,
    /// Names.
    pub label: Label,
    /// A reason has to be given.
    pub reason: bool,
    /// Facts that have to be stated.
    pub asks: Vec<String>,
    /// Why it cannot be taken now, apart from the reason and the facts to be stated.
    pub refusal: Option<Refusal>,
}

/// An open step as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenStep {
    /// The step.
    pub step: String,
    /// Names.
    pub label: Label,
    /// Why the reader may not act here at all.
    pub refusal: Option<Refusal>,
    /// Forms still to be filled in.
    pub forms: Vec<Lack>,
    /// Papers of which nothing has been said.
    pub papers: Vec<Lack>,
    /// Signatures still to be given.
    pub signatures: Vec<Unsigned>,
    /// The list that hangs.
    #[serde(skip)]
    pub posting: Option<Posting>,
    /// Its outcomes.
    pub offers: Vec<Offer>,
    /// The clause.
    pub cite: String,
}

impl Desk<'_> {
    /// The open steps of a case for a reader; none where it is closed.
    pub fn open_steps(
        &self,
        case: &Case,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> Vec<OpenStep> {
        let state = State::of(case);
        if state.closed.is_some() {
            return Vec::new();
        }
        let mut known = facts.clone();
        known.extend(state.facts.clone());
        let about = About::new(case, &state, &known, now);
        self.procedure
            .steps
            .iter()
            .filter(|step| state.status(&step.key) == Status::Open)
            .map(|step| self.open_step_for(step, &about, actor, facts, now))
            .collect()
    }

    fn open_step_for(
        &self,
        step: &Step,
        about: &About<'_>,
        actor: &Actor,
        facts: &Facts,
        now: DateTime<Utc>,
    ) -> OpenStep {
        let at = about
            .state
            .steps
            .get(&step.key)
            .cloned()
            .unwrap_or_default();
        let allowed = self
            .works_at(step, actor, about)
            .and_then(|()| self.another(step, actor, about.state))
            .and_then(|()| self.handler(&at, actor));
        // Where nobody can say yet whether it is needed, it is shown as needed.
        let wanted = |when: &Option<crate::model::Condition>| {
            when.as_ref()
                .is_none_or(|c| self.holds(c, about).unwrap_or(true))
        };
        let mut forms = Vec::new();
        for need in step.forms.iter().filter(|f| wanted(&f.when)) {
            for subject in subjects(about.case, need.per) {
                let key = (need.form.clone(), subject);
                if !at.filed.contains_key(&key) {
                    forms.push(Lack {
                        key: key.0,
                        subject: key.1,
                    });
                }
            }
        }
        let mut papers = Vec::new();
        let texts = step
            .papers
            .iter()
            .filter_map(|key| self.procedure.paper(key));
        for paper in texts.filter(|p| wanted(&p.when)) {
            for subject in subjects(about.case, paper.per) {
                let key = (paper.key.clone(), subject);
                if !about.state.papers.contains_key(&key) {
                    papers.push(Lack {
                        key: key.0,
                        subject: key.1,
                    });
                }
            }
        }
        let unsigned = step.signatures.iter().filter_map(|slot| {
            let given = at.signatures.iter().filter(|s| s.slot == slot.key).count() as u32;
            (given < slot.count).then(|| Unsigned {
                slot: slot.key.clone(),
                label: slot.label.clone(),
                left: slot.count - given,
            })
        });
        let offers = step.outcomes.iter().map(|outcome| {
            let act = Act::Finish {
                step: step.key.clone(),
                outcome: outcome.key.clone(),
                reason: outcome.reason.then(|| "…".to_owned()),
                facts: Map::new(),
            };
            let refusal = self
                .may(about.case, &Request::from(act), actor, facts, now)
                .err();
            let only_asks = |r: &Refusal| {
                r.kind == RefusalKind::FactsMissing
                    && r.missing.iter().all(|name| outcome.asks.contains(name))
            };
            Offer {
                outcome: outcome.key.clone(),
                label: outcome.label.clone(),
                reason: outcome.reason,
                asks: outcome.asks.clone(),
                refusal: refusal.filter(|r| !only_asks(r)),
            }
        });
        OpenStep {
            step: step.key.clone(),
            label: step.label.clone(),
            refusal: allowed.err(),
            forms,
            papers,
            signatures: unsigned.collect(),
            posting: at.posting.clone(),
            offers: offers.collect(),
            cite: step.cite.clone(),
        }
    }
}
