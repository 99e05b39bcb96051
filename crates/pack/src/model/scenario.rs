//! Tests of a pack as data: a household, a month, what must come out.

use super::LevelId;
use crate::fault::Spot;
use kernel::{Money, Month};
use serde_json::{Map, Value};

/// What a test expects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expected {
    /// Lines: member counted from 1, component, amount.
    pub lines: Vec<(usize, String, Money)>,
    /// Missing facts or parameters, by path.
    pub missing: Vec<String>,
    /// Members (from 1) excluded, and by which programme.
    pub excluded: Vec<(usize, String)>,
    /// Keys of checks that do not hold.
    pub breaches: Vec<String>,
}

/// One test.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What it shows.
    pub name: String,
    /// The programme.
    pub programme: String,
    /// The month paid for.
    pub month: Month,
    /// Facts of the household.
    pub household: Map<String, Value>,
    /// Facts of the members; 保障 says whether the award covers one.
    pub members: Vec<(Map<String, Value>, bool)>,
    /// Supporters, where they are stated.
    pub supporters: Option<Vec<Map<String, Value>>>,
    /// Terms of the award.
    pub award: Map<String, Value>,
    /// What must come out.
    pub expected: Expected,
    /// The place.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// A test whose expectation a later document has overtaken; it is kept and no longer run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaken {
    /// Name of the test, at this level or below.
    pub name: String,
    /// The day from which the document holds.
    pub from: chrono::NaiveDate,
    /// The document.
    pub cite: String,
    /// Where it is declared.
    pub level: LevelId,
    /// Where it is written.
    pub spot: Spot,
}
