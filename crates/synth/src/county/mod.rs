use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::{DivisionCode, Month};

use crate::model::{
    Account, Area, Event, Household, HouseholdKey, OneOff, Person, PersonKey, Placement,
    RosterEntry,
};
use crate::{area, plan};

mod awards;
mod build;
mod folk;
mod state;

pub(crate) use folk::{Folk, is_urban};
pub use state::{AwardState, State};

/// A synthetic place with its people, the roster of the opening month and what happens after.
///
/// Nothing in it is a total: whatever a report says has to be counted from these records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// The seed it was made from.
    pub seed: u64,
    /// The county, its townships and villages, by code.
    pub areas: Vec<Area>,
    /// The month of the opening roster, 2021-12.
    pub opening: Month,
    /// The last month told, 2022-10.
    pub last: Month,
    /// All households, by village; the key is the position.
    pub households: Vec<Household>,
    /// All persons, household by household; the key is the position.
    pub persons: Vec<Person>,
    /// The awards in payment in the opening month, by programme and number.
    pub roster: Vec<RosterEntry>,
    /// The changes of awards, by month, programme and number.
    pub events: Vec<Event>,
    /// Temporary relief, by month and number.
    pub one_offs: Vec<OneOff>,
    /// The accounts of all who are paid, by holder.
    pub accounts: BTreeMap<PersonKey, Account>,
    /// The children placed without their parents, by child.
    pub placements: Vec<Placement>,
    states: state::Kept,
}

impl County {
    /// Qingshui county, division 620521, in 2022: the same records for the same seed.
    pub fn generate(seed: u64) -> County {
        build::build(seed, area::qingshui(), plan::county(seed))
    }

    /// A place of so many households in three villages, with every programme and every kind
    /// of change, small enough to read.
    pub fn village(seed: u64, households: usize) -> County {
        let mut areas = area::qingshui();
        let villages = areas
            .iter()
            .filter(|area| area.code.as_str().starts_with("620521101"))
            .map(|area| area.code);
        let kept: Vec<DivisionCode> = villages.take(4).collect();
        areas.retain(|area| kept.contains(&area.code) || area.code.as_str() == "620521000000");
        build::build(seed, areas, plan::village(seed, households))
    }

    /// A person.
    pub fn person(&self, key: PersonKey) -> &Person {
        &self.persons[key.0 as usize]
    }

    /// A household.
    pub fn household(&self, key: HouseholdKey) -> &Household {
        &self.households[key.0 as usize]
    }

    /// The members of a household, the head first.
    pub fn members(&self, household: &Household) -> &[Person] {
        let first = household.head().0 as usize;
        &self.persons[first..first + household.members.len()]
    }

    /// The name of an area with those above it.
    pub fn full_name(&self, code: DivisionCode) -> String {
        area::full_name(&self.areas, code)
    }

    /// The events that take effect with a month, in order.
    pub fn events_of(&self, month: Month) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.month == month)
    }

    /// The temporary relief of a month, in order.
    pub fn one_offs_of(&self, month: Month) -> impl Iterator<Item = &OneOff> {
        self.one_offs
            .iter()
            .filter(move |one_off| one_off.month == month)
    }

    /// The awards in payment in a month: the opening roster and every change up to then.
    ///
    /// A month is replayed once and kept, so that callers may ask for every event anew.
    pub fn state_at(&self, month: Month) -> Arc<State> {
        self.states.get(month, || state::replay(self, month))
    }
}
