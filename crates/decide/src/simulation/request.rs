//! What is to be tried out.

use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::simulate::{Change, ChangeFault};
use platform::{Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problems::SIMULATION_CHANGES;

/// Most changes of one simulation.
const MOST: usize = 50;

/// A changed value or formula.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SimulationChange {
    /// The parameter or formula; `名称.条目` for one entry of a table.
    #[schema(example = "农村低保标准")]
    pub name: String,
    /// The value with or without its unit, as packs write it, or the text of the formula.
    #[schema(example = "5800元/年")]
    pub value: String,
}

/// What is to be tried out, where, and as of which day.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SimulationRequest {
    /// A division within one's area, at whose level the changes are made; one's own where left out.
    pub place: Option<String>,
    /// As of which day; today where left out. Facts of a day to come are those of today.
    pub on: Option<NaiveDate>,
    /// What is changed.
    pub changes: Vec<SimulationChange>,
    /// A release to compare with, in place of changes: one that waits for approval, or another.
    pub release: Option<Uuid>,
    /// Keys of the programmes; all where empty.
    pub programmes: Vec<String>,
    /// Whether the records are read again, whatever is still in memory.
    pub fresh: bool,
}

/// A request that was looked through.
pub(crate) struct Wanted {
    pub place: DivisionCode,
    pub on: NaiveDate,
    pub changes: Vec<Change>,
}

impl SimulationRequest {
    /// Reads place, day and changes.
    ///
    /// # Errors
    /// A code that is none; too many changes, one without a name or value, or twice the same.
    pub fn wanted(&self, ctx: &Ctx) -> Result<Wanted> {
        let place = match given(self.place.as_deref()) {
            None => ctx.actor().division,
            Some(code) => DivisionCode::parse(code).map_err(|_| {
                Problem::invalid().field(
                    "/place",
                    "区划代码无效。",
                    "The division code is not valid.",
                )
            })?,
        };
        if self.release.is_some() && !self.changes.is_empty() {
            return Err(Problem::invalid().field(
                "/release",
                "与政策包版本比较时不要再写调整。",
                "Compare with a release, or write changes; not both.",
            ));
        }
        if self.changes.len() > MOST {
            return Err(Problem::invalid().field(
                "/changes",
                format!("一次最多试算{MOST}项调整。"),
                format!("At most {MOST} changes at once."),
            ));
        }
        let mut changes: Vec<Change> = Vec::with_capacity(self.changes.len());
        let mut problem = Problem::new(&SIMULATION_CHANGES);
        for (n, change) in self.changes.iter().enumerate() {
            let read = Change::parse(&format!("{}={}", change.name, change.value));
            match read {
                Ok(read) if changes.iter().any(|c| twice(c, &read)) => {
                    problem = problem.field(
                        format!("/changes/{n}/name"),
                        "这一项写了两次。",
                        "This one is named twice.",
                    );
                }
                Ok(read) => changes.push(read),
                Err(fault) => {
                    problem = problem.field(format!("/changes/{n}"), fault.zh, fault.en);
                }
            }
        }
        problem.check()?;
        Ok(Wanted {
            place,
            on: self.on.unwrap_or_else(|| ctx.floor().today()),
            changes,
        })
    }

    /// Faults of changes at the fields that hold them.
    pub fn faults(&self, faults: Vec<ChangeFault>) -> Problem {
        let mut problem = Problem::new(&SIMULATION_CHANGES);
        for fault in faults {
            let own = |c: &SimulationChange| Change::new(&c.name, "").name == fault.name;
            let at = self.changes.iter().position(own).unwrap_or_default();
            let pointer = match fault.code {
                "simulate.change.unknown" | "simulate.change.entry" => {
                    format!("/changes/{at}/name")
                }
                _ => format!("/changes/{at}/value"),
            };
            problem = problem.field(pointer, fault.zh, fault.en);
        }
        problem
    }
}

fn twice(one: &Change, other: &Change) -> bool {
    one.name == other.name && (one.entry == other.entry || one.entry.is_none())
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}
