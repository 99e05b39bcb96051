use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Month;

use super::County;
use crate::model::{Change, Programme, RosterEntry};

/// The awards in payment in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The month.
    pub month: Month,
    /// The awards by programme and number.
    pub awards: BTreeMap<(Programme, String), AwardState>,
}

/// An award as it stands in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardState {
    /// Who is covered and by which terms now.
    pub entry: RosterEntry,
    /// The last month of the grace period, where one runs.
    pub grace: Option<Month>,
}

impl State {
    /// The awards of a programme, by number.
    pub fn of(&self, programme: Programme) -> impl Iterator<Item = &AwardState> {
        self.awards
            .values()
            .filter(move |award| award.entry.programme() == programme)
    }
}

/// The months that were replayed already. They follow from the records, so they take no part
/// in comparing two places, and a copy of a place starts without them.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<BTreeMap<Month, Arc<State>>>);

impl Kept {
    pub(super) fn get(&self, month: Month, replay: impl FnOnce() -> State) -> Arc<State> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(kept.entry(month).or_insert_with(|| Arc::new(replay())))
    }
}

impl Clone for Kept {
    fn clone(&self) -> Kept {
        Kept::default()
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Kept) -> bool {
        true
    }
}

impl Eq for Kept {}

/// Replays the events up to a month on the opening roster.
pub(super) fn replay(county: &County, month: Month) -> State {
    let mut awards = BTreeMap::new();
    let open = |entry: &RosterEntry| AwardState {
        entry: entry.clone(),
        grace: None,
    };
    for entry in &county.roster {
        awards.insert((entry.programme(), entry.number.clone()), open(entry));
    }
    for event in county.events.iter().filter(|event| event.month <= month) {
        let key = (event.programme, event.number.clone());
        match &event.change {
            Change::Start(entry) => {
                awards.insert(key, open(entry));
            }
            Change::Stop => {
                awards.remove(&key);
            }
            other => {
                if let Some(award) = awards.get_mut(&key) {
                    amend(award, other);
                }
            }
        }
    }
    State { month, awards }
}

fn amend(award: &mut AwardState, change: &Change) {
    match change {
        Change::Terms { after, .. } => award.entry.terms = after.clone(),
        Change::MemberLeft(person) => award.entry.covered.retain(|covered| covered != person),
        Change::Grace { last } => award.grace = Some(*last),
        Change::Start(_) | Change::Stop => {}
    }
}
