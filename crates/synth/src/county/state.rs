use std::collections::BTreeMap;

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
