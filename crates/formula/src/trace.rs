//! How a result came about, as data.

use serde::{Deserialize, Deserializer, Serialize};

/// The steps that led to some results, in the order in which they were taken:
/// what a step needs stands before it. The same input gives the same bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The steps.
    pub steps: Vec<Step>,
}

/// One variable computed for one member, household, supporter or award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The variable: 人均月收入.
    pub variable: String,
    /// Whose: `户`, `成员1`, `赡养人2`, `待遇`.
    pub subject: String,
    /// The formula as the pack writes it.
    pub formula: String,
    /// What was read, in the order of first reading.
    pub inputs: Vec<Input>,
    /// What came out.
    pub result: Shown,
    /// The clause the formula follows.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub citation: Option<String>,
    /// Why a value is null where a formula could not be computed (division by nought, …).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub notes: Vec<Note>,
}

/// One value put into a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Its path: `农村低保标准`, `成员1.工资性收入`.
    pub name: String,
    /// What kind of thing it is.
    pub kind: InputKind,
    /// The value.
    pub value: Shown,
    /// Where a fact comes from, or the clause that sets a parameter.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
}

/// The kinds of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// A fact of the family.
    Fact,
    /// A fact that nobody gave, by its rule.
    Default,
    /// A parameter of the pack.
    Parameter,
    /// Another variable, explained by its own step.
    Variable,
}

/// A value as shown: text that reads the same in both languages, with its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The value as JSON: numbers as decimal strings, dates as ISO 8601; absent when unknown.
    #[serde(
        skip_serializing_if = "Option::is_none",
        default,
        deserialize_with = "present"
    )]
    pub value: Option<serde_json::Value>,
    /// The unit, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
    /// What is missing, when unknown: `成员1.劳动能力`; parameters by their names.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub missing: Vec<String>,
}

/// A value that is there may be null; one that is not there is unknown.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<serde_json::Value>, D::Error> {
    serde_json::Value::deserialize(from).map(Some)
}

/// A reason for a null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}
