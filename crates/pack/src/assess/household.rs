//! Lines as households for a simulation: read and refused as everywhere, but not answered.

use super::checks::impossible;
use super::line::Line;
use super::{Assess, Shelf};
use crate::rules::{CaseFacts, Engine, FactFault, MemberFacts, Rules};
use kernel::DivisionCode;
use serde_json::{Map, Value as Json};

/// A household that was read and found possible.
pub(crate) struct Household {
    line: Line,
    /// Where it lives.
    pub division: DivisionCode,
}

/// Why a line is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    pub code: &'static str,
    pub zh: String,
    pub en: String,
}

impl Household {
    /// The rules of its place, acceptance and month.
    pub fn rules(&self) -> &Rules {
        &self.line.rules
    }

    /// Its facts.
    pub fn facts(&self) -> CaseFacts<'_> {
        let apart = |m: &Map<String, Json>| m.get("共同生活") == Some(&Json::Bool(false));
        CaseFacts {
            household: &self.line.household,
            members: self
                .line
                .members
                .iter()
                .map(|facts| MemberFacts {
                    facts,
                    terms: None,
                    covered: !apart(facts),
                })
                .collect(),
            supporters: self.line.supporters.as_ref().map(|s| s.iter().collect()),
            award: &self.line.award,
        }
    }
}

impl Assess {
    /// Reads some lines; what `lines` would refuse is left out here as well.
    pub(crate) fn households(
        &self,
        shelf: &Shelf,
        lines: &[Vec<u8>],
    ) -> Vec<Result<Household, Left>> {
        let read: Vec<_> = lines.iter().map(|bytes| self.read(shelf, bytes)).collect();
        let mut kinds: Vec<Rules> = Vec::new();
        for line in read.iter().flatten() {
            if !kinds.iter().any(|k| k.same(&line.rules)) {
                kinds.push(line.rules.clone());
            }
        }
        let mut engines: Vec<Engine<'_>> = kinds.iter().map(Rules::engine).collect();
        let each = read.into_iter().map(|line| {
            let line = line.map_err(|r| Left {
                code: r.code,
                zh: r.zh,
                en: r.en,
            })?;
            let kind = kinds.iter().position(|k| k.same(&line.rules));
            let engine = kind.and_then(|k| engines.get_mut(k));
            self.possible(line, engine)
        });
        each.collect()
    }

    fn possible(&self, line: Line, engine: Option<&mut Engine<'_>>) -> Result<Household, Left> {
        let faults = impossible(&line);
        if let Some(fault) = faults.first() {
            return Err(left("assess.fact.impossible", fault));
        }
        let given = line.household.get("区划");
        let given = given.and_then(|d| match d {
            Json::String(text) => text.parse().ok(),
            Json::Number(n) => n.to_string().parse().ok(),
            _ => None,
        });
        let division = given
            .filter(|d| self.place.contains(d))
            .unwrap_or(self.place);
        let household = Household { line, division };
        let case = household.rules().facts(&household.facts());
        let case = case.map_err(|faults| match faults.first() {
            Some(fault) => left("assess.fact.invalid", fault),
            None => Left {
                code: "assess.fact.invalid",
                zh: String::new(),
                en: String::new(),
            },
        })?;
        let against = engine.map(|e| e.contradictions(&case)).unwrap_or_default();
        match against.first() {
            Some(fault) => Err(left("assess.fact.contradictory", fault)),
            None => Ok(household),
        }
    }
}

fn left(code: &'static str, fault: &FactFault) -> Left {
    Left {
        code,
        zh: format!("{}：{}", fault.path, fault.zh),
        en: format!("{}: {}", fault.path, fault.en),
    }
}
