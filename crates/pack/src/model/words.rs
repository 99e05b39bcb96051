//! The vocabulary: facts; and parameters.

use super::{Dated, Label, LevelId};
use crate::fault::Spot;
use formula::{Entity, Type, Value};

/// What a fact is when nobody has given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absent {
    /// Unknown: it goes to the list of what is missing.
    Unknown,
    /// The value of a formula over the same entity; `null` leaves it unknown.
    Formula(String),
    /// Read off the person's ID number (GB 11643): birth date or sex.
    IdNumber,
    /// Age in full years on the day, from the fact named.
    AgeFrom(String),
    /// The place that the rules are asked for.
    Place,
    /// Whether the award covers the member.
    Covered,
}

/// A fact of the vocabulary.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The name, in the words of the documents.
    pub name: String,
    /// English label.
    pub en: String,
    /// Whose fact.
    pub entity: Entity,
    /// Type with unit or code list.
    pub ty: Type,
    /// True where only whole numbers make sense.
    pub whole: bool,
    /// The standard's code for each value, where codes may be given in its place.
    pub codes: Vec<(String, String)>,
    /// What it is when nobody has given it.
    pub absent: Absent,
    /// What it means, for forms.
    pub note: Option<String>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where the name stands.
    pub spot: Spot,
    /// Where the rule of absence stands.
    pub absent_spot: Spot,
}

/// Facts that cannot be true together.
#[derive(Debug, Clone)]
pub struct Contradiction {
    /// Key.
    pub key: String,
    /// What to say where it is found.
    pub label: Label,
    /// Whose facts.
    pub entity: Entity,
    /// True where they contradict each other.
    pub formula: String,
    /// Where the formula begins.
    pub formula_spot: Spot,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// The value of a parameter as written and as formulas read it.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterValue {
    /// As written, for people: `5268`, or `一类 439 · 二类 417`.
    pub shown: String,
    /// The unit as written.
    pub unit: String,
    /// As formulas read it, in the declared unit.
    pub value: Value,
}

/// A parameter, or a statistic of an area (which is never inherited).
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name formulas use.
    pub name: String,
    /// English label.
    pub en: String,
    /// Type with unit.
    pub ty: Type,
    /// The unit as declared.
    pub unit: String,
    /// For reading, or read by name: need not be used by a formula.
    pub reference: bool,
    /// May have no value at a place that runs programmes: what it decides is then a missing parameter.
    pub open: bool,
    /// A statistic of an area.
    pub statistic: bool,
    /// Belongs to the rule set: a case keeps the value of its day of acceptance,
    /// where other parameters are those of the month paid.
    pub kept: bool,
    /// What it means.
    pub note: Option<String>,
    /// The values of all levels.
    pub values: Vec<Dated<ParameterValue>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where the name stands.
    pub spot: Spot,
}
