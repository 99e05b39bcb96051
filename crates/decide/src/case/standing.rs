//! What lists show of a case beside its row: who is to do what, which limit ends next, which list
//! hangs. It is written with every act, so that a list of hundreds of cases replays none of them.

use chrono::NaiveDate;
use flow::{Clock, Desk, Due, State, Status, Unit};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An open step and who may act at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wait {
    /// Key.
    pub step: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Roles that may act.
    pub roles: Vec<String>,
    /// The officer it was handed to.
    pub handler: Option<String>,
    /// The day it opened.
    pub since: Option<NaiveDate>,
}

/// The limit that ends next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Next {
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Its last day.
    pub due: NaiveDate,
    /// Whether its days are working days.
    pub working: bool,
}

/// A list that hangs, or is to be put up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Hanging {
    /// The step.
    pub step: String,
    /// Where it belongs.
    pub place: String,
    /// How many days it hangs.
    pub days: u32,
    /// A picture has to prove that it hangs.
    #[serde(default)]
    pub photo: bool,
    /// Since when; none while it is still to be put up.
    pub on: Option<NaiveDate>,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// Whether somebody objected.
    pub objected: bool,
    /// What the list may show, and nothing beside.
    pub shows: Vec<String>,
    /// Of the stated facts, those that the list shows.
    pub facts: Map<String, Value>,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Standing {
    /// Name of the procedure.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Its kind: application, relief, recheck …
    pub kind: String,
    /// The open steps.
    pub waits: Vec<Wait>,
    /// The limit that ends next.
    pub next: Option<Next>,
    /// The list that hangs or is to be put up.
    pub list: Option<Hanging>,
    /// Whether some limit runs into a year whose working days are not known.
    pub unknown_year: bool,
}

impl Standing {
    /// Of a case as it stands.
    pub fn of(desk: &Desk<'_>, state: &State, clock: &Clock) -> Self {
        let procedure = desk.procedure;
        let open = procedure
            .steps
            .iter()
            .filter(|s| state.closed.is_none() && state.status(&s.key) == Status::Open);
        let waits = open.clone().map(|step| {
            let now = state.steps.get(&step.key);
            Wait {
                step: step.key.clone(),
                zh: step.label.zh.clone(),
                en: step.label.en.clone(),
                roles: step.who.iter().map(|w| w.role.clone()).collect(),
                handler: now.and_then(|n| n.handler.clone()),
                since: now
                    .and_then(|n| n.opened)
                    .map(|at| at.with_timezone(&kernel::shanghai()).date_naive()),
            }
        });
        let running = clock
            .deadlines
            .iter()
            .filter(|d| d.met.is_none() && state.closed.is_none());
        let next = running.clone().filter_map(|d| match d.due {
            Due::On(due) => Some(Next {
                zh: d.label.zh.clone(),
                en: d.label.en.clone(),
                due,
                working: d.unit == Unit::WorkingDays,
            }),
            _ => None,
        });
        let unknown_year = running.clone().any(|d| matches!(d.due, Due::Unknown(_)));
        let list = open.clone().find_map(|step| {
            let publicity = step.publicity.as_ref()?;
            let posting = state.steps.get(&step.key).and_then(|s| s.posting.clone());
            let shown = |name: &&String| state.facts.contains_key(*name);
            let facts = publicity.shows.iter().filter(shown);
            let on = posting.as_ref().map(|p| p.on);
            Some(Hanging {
                step: step.key.clone(),
                place: publicity.place.clone(),
                days: publicity.days,
                photo: publicity.photo,
                on,
                until: on.map(|on| kernel::calendar::publicity_end(on, publicity.days)),
                objected: posting.is_some_and(|p| p.objected.is_some()),
                shows: publicity.shows.clone(),
                facts: facts
                    .map(|name| (name.clone(), state.facts[name].clone()))
                    .collect(),
            })
        });
        Self {
            zh: procedure.label.zh.clone(),
            en: procedure.label.en.clone(),
            kind: procedure.kind.clone(),
            waits: waits.collect(),
            next: next.min_by_key(|n| n.due),
            list,
            unknown_year,
        }
    }
}
