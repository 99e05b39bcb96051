//! Checks that turn evidence into findings.

use super::{Dated, Label, LevelId, Purpose};
use crate::fault::Spot;
use formula::Entity;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look at the next recheck.
    Low,
    /// To be cleared.
    Medium,
    /// To be cleared at once.
    High,
}

/// The condition of a check as of some dates and a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// FEEL; true where there is a finding.
    pub formula: String,
    /// Where the formula begins.
    pub spot: Spot,
}

/// A check over a subject and what the sources say about him.
#[derive(Debug, Clone)]
pub struct FindingCheck {
    /// Key: `dead_in_benefit`.
    pub key: String,
    /// Names.
    pub label: Label,
    /// For what it is made; the sources it reads must be given for the same.
    pub purpose: Purpose,
    /// Whom it is asked of: a person or a household.
    pub entity: Entity,
    /// Keys of the sources whose rows are its evidence.
    pub sources: Vec<String>,
    /// How much it weighs.
    pub severity: Severity,
    /// What a finding says; `{来源.字段}` is the value in the newest row of evidence.
    pub says: Label,
    /// What to do, such as the visit that a finding of discovery asks for.
    pub act: Option<Label>,
    /// The conditions of all levels and dates.
    pub bodies: Vec<Dated<Trigger>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}
