//! Who qualifies for a programme: conditions with their clauses, in one or more ways.

use super::{Body, Dated, Label, LevelId};
use crate::fault::Spot;
use chrono::NaiveDate;
use formula::Entity;
use kernel::Month;
use serde_json::{Map, Value};

/// In which way somebody comes into a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WayKind {
    /// The household as a whole.
    Household,
    /// One member of a household by himself, where the household as a whole does not qualify (单人).
    Single,
    /// A person.
    Person,
}

impl WayKind {
    /// Whose conditions these are.
    pub fn entity(self) -> Entity {
        match self {
            WayKind::Household => Entity::Household,
            WayKind::Single | WayKind::Person => Entity::Person,
        }
    }

    /// The word in packs.
    pub fn word(self) -> &'static str {
        match self {
            WayKind::Household => "household",
            WayKind::Single => "single",
            WayKind::Person => "person",
        }
    }
}

/// One condition.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Key; a lower level restates a condition by it.
    pub key: String,
    /// What holds where it is met.
    pub label: Label,
    /// The formulas of all levels and dates; true where it is met.
    pub bodies: Vec<Dated<Body>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

/// One way into a programme.
#[derive(Debug, Clone)]
pub struct Way {
    /// Which way.
    pub kind: WayKind,
    /// The name by which other formulas ask whether all conditions of this way are met.
    pub name: Option<Label>,
    /// Whom of the household an award would cover; those living together where left out.
    pub covered: Vec<Dated<Body>>,
    /// Terms that an award by this way has.
    pub award: Map<String, Value>,
    /// To whom the programme speaks at all; where one is false, it does not apply.
    pub applies: Vec<Condition>,
    /// What must hold.
    pub conditions: Vec<Condition>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

/// What a test expects of one programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedVerdict {
    /// The member, from 0; none for the household.
    pub member: Option<usize>,
    /// Key of the programme.
    pub programme: String,
    /// 符合, 不符合, 未知, 不适用 or 让位.
    pub verdict: String,
    /// The monthly amount in 元, where it is stated.
    pub monthly: Option<kernel::Money>,
    /// The one-off amount in 元, where it is stated.
    pub once: Option<kernel::Money>,
    /// What is missing, where it is stated.
    pub missing: Option<Vec<String>>,
}

/// A test of who qualifies: a household, and what must come out.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// What it shows.
    pub name: String,
    /// The day of acceptance, which chooses the rule set; the last day of the month where left out.
    pub accepted: Option<NaiveDate>,
    /// The month paid for, which chooses the standard.
    pub month: Month,
    /// Facts of the household.
    pub household: Map<String, Value>,
    /// Facts of the members.
    pub members: Vec<Map<String, Value>>,
    /// Supporters, where they are stated.
    pub supporters: Option<Vec<Map<String, Value>>>,
    /// What must come out.
    pub expected: Vec<ExpectedVerdict>,
    /// The place.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}
