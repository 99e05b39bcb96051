//! The parts of a programme as they stand at a place on a day.

use chrono::NaiveDate;
use pack::Rules;
use pack::model::table::{Hit, Table};
use pack::model::{Body, Condition, Dated};
use serde::Serialize;

use crate::words::word;

/// A decision table, to be read as one.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyTable {
    /// The hit policy by the letters of the DMN standard: U, A, F, P, C, C+, C<, C>, C#.
    hit: String,
    /// What is asked, one for each column.
    inputs: Vec<String>,
    rows: Vec<PolicyTableRow>,
    /// What comes out where no row matches.
    default: Option<String>,
}

/// A row of a decision table.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyTableRow {
    /// One for each column: `是`, `≥ 60`, `[16 … 60)`, `—` where it does not matter.
    cells: Vec<String>,
    output: String,
}

/// One formula: a condition, a step, an amount or a limit.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyFormula {
    /// Key, or the name that formulas use.
    key: String,
    zh: String,
    en: String,
    /// Whose: person, household, supporter or award.
    entity: String,
    /// Unit of the result; empty where it has none.
    unit: String,
    /// Paid once, not every month.
    once: bool,
    formula: String,
    /// Where the formula was written as a table.
    table: Option<PolicyTable>,
    /// Names of facts, parameters and steps that the formula speaks of.
    names: Vec<String>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// The place that says it.
    place: String,
    cite: String,
    /// Whether the document was read.
    verified: bool,
}

impl PolicyFormula {
    /// Names that the formula speaks of.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// What a formula is called, and what comes out of it.
pub(crate) struct Head<'h> {
    pub key: &'h str,
    pub zh: &'h str,
    pub en: &'h str,
    pub unit: &'h str,
    pub once: bool,
}

/// The formula that holds; none where the place has none on that day.
pub(crate) fn formula(
    rules: &Rules,
    head: &Head<'_>,
    bodies: &[Dated<Body>],
) -> Option<PolicyFormula> {
    let body = rules.holding(bodies)?;
    Some(PolicyFormula {
        key: head.key.to_owned(),
        zh: head.zh.to_owned(),
        en: head.en.to_owned(),
        entity: word(body.value.entity),
        unit: head.unit.to_owned(),
        once: head.once,
        names: rules.names_in(&body.value.formula),
        formula: body.value.formula.clone(),
        table: body.value.table.as_deref().map(table),
        from: body.from,
        to: body.to,
        place: rules.level_at(body.level).zh.clone(),
        cite: body.cite.clone(),
        verified: body.verified,
    })
}

/// A condition that holds.
pub(crate) fn condition(rules: &Rules, condition: &Condition) -> Option<PolicyFormula> {
    let head = Head {
        key: &condition.key,
        zh: &condition.label.zh,
        en: &condition.label.en,
        unit: "",
        once: false,
    };
    formula(rules, &head, &condition.bodies)
}

fn table(table: &Table) -> PolicyTable {
    let letters = |(_, hit): &&(&str, Hit)| *hit == table.hit;
    let hit = Hit::WORDS.iter().find(letters);
    PolicyTable {
        hit: hit.map_or_else(String::new, |(letters, _)| (*letters).to_owned()),
        inputs: table.inputs.iter().map(|i| i.formula.clone()).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| PolicyTableRow {
                cells: row.cells.iter().map(|(cell, _)| cell.to_string()).collect(),
                output: row.output.formula.clone(),
            })
            .collect(),
        default: table.default.as_ref().map(|d| d.formula.clone()),
    }
}
