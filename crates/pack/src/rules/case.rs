//! Facts of a family, turned into slots once.

use super::slots::{Filler, Needs};
use super::{Rules, UnknownProgramme};
use formula::{Entity, Fact, Family, Row, Value};
use serde_json::{Map, Value as Json};

/// Facts as JSON maps keyed by the names of the vocabulary.
#[derive(Debug, Clone)]
pub struct CaseFacts<'a> {
    /// Of the household.
    pub household: &'a Map<String, Json>,
    /// Of the members, in the order of results.
    pub members: Vec<MemberFacts<'a>>,
    /// Of the supporters; `None` where nobody has said.
    pub supporters: Option<Vec<&'a Map<String, Json>>>,
    /// Terms of the award. A name of the household's or of a person's facts
    /// overrides those of the household or of every covered member.
    pub award: &'a Map<String, Json>,
}

/// Facts of one member.
#[derive(Debug, Clone, Copy)]
pub struct MemberFacts<'a> {
    /// The facts.
    pub facts: &'a Map<String, Json>,
    /// Facts that override them, such as terms of the award about this member.
    pub terms: Option<&'a Map<String, Json>>,
    /// Whether the award covers the member.
    pub covered: bool,
}

/// A family in the slots of the rules.
#[derive(Debug)]
pub struct Case {
    pub(crate) family: Family,
    /// The members that the award covers, in order.
    pub(crate) covered: Vec<usize>,
    /// Programmes that members hold: member and key.
    pub(crate) holds: Vec<(usize, String)>,
}

/// A fact that cannot be what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {zh} / {en}")]
pub struct FactFault {
    /// Whose and which: `成员1.残疾等级`.
    pub path: String,
    /// What is wrong, in Chinese; never repeats what was given beyond a code.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

const HOLDS: &str = "在享项目";
const ID_NUMBER: &str = "公民身份号码";

impl Rules {
    /// Turns facts into slots, with ages as of the day of the rules.
    ///
    /// # Errors
    /// All facts whose name is not in the vocabulary or whose value is not of its type.
    pub fn facts(&self, facts: &CaseFacts<'_>) -> Result<Case, Vec<FactFault>> {
        self.case(facts, None)
    }

    /// As [`Rules::facts`], reading only what one programme asks for: the way
    /// for rolls, where the register has seen to the rest.
    ///
    /// # Errors
    /// All facts whose name is not in the vocabulary, and all that the
    /// programme asks for and whose value is not of its type.
    pub fn facts_for(
        &self,
        programme: &str,
        facts: &CaseFacts<'_>,
    ) -> Result<Result<Case, Vec<FactFault>>, UnknownProgramme> {
        let plans = &self.compiled().programmes;
        let plan = plans.iter().find(|p| p.key == programme);
        let plan = plan.ok_or_else(|| UnknownProgramme {
            key: programme.to_owned(),
        })?;
        Ok(self.case(facts, Some(&plan.needs)))
    }

    /// Sets whom an award covers, and its terms.
    pub(super) fn cover(&self, family: &mut Family, covered: &[usize], terms: &Map<String, Json>) {
        let compiled = self.compiled();
        if let Some(id) = compiled.slots.covered {
            for (n, row) in family.members.iter_mut().enumerate() {
                row.set(id, Fact::Known(Value::Boolean(covered.contains(&n))));
            }
        }
        let mut filler = Filler {
            slots: &compiled.slots,
            needs: None,
            on: self.on,
            faults: Vec::new(),
        };
        if let Some(award) = &mut family.award {
            filler.fill(award, Entity::Award, 0, terms);
        }
    }

    fn case(&self, facts: &CaseFacts<'_>, needs: Option<&Needs>) -> Result<Case, Vec<FactFault>> {
        let compiled = self.compiled();
        let schema = compiled.program.schema();
        let mut filler = Filler {
            slots: &compiled.slots,
            needs,
            on: self.on,
            faults: Vec::new(),
        };
        let mut case = Case {
            family: Family::new(schema),
            covered: Vec::new(),
            holds: Vec::new(),
        };
        let household = &mut case.family.household;
        filler.fill(household, Entity::Household, 0, facts.household);
        for place in &compiled.slots.place {
            if *household.get(*place) == Fact::Unknown && !compiled.slots.division.is_null() {
                household.set(*place, Fact::Known(compiled.slots.division.clone()));
            }
        }
        let mut award = Row::new(schema, Entity::Award);
        let mut for_persons: Vec<(&str, &Json)> = Vec::new();
        for (name, json) in facts.award {
            if compiled.slots.names[Entity::Award as usize].contains_key(name) {
                filler.one(&mut award, Entity::Award, 0, name, json);
            } else if compiled.slots.names[Entity::Household as usize].contains_key(name) {
                filler.one(household, Entity::Household, 0, name, json);
            } else {
                for_persons.push((name, json));
            }
        }
        case.family.award = Some(award);
        for (n, member) in facts.members.iter().enumerate() {
            let mut row = Row::new(schema, Entity::Person);
            filler.fill(&mut row, Entity::Person, n, member.facts);
            if member.covered {
                case.covered.push(n);
                for (name, json) in &for_persons {
                    filler.one(&mut row, Entity::Person, n, name, json);
                }
            }
            if let Some(terms) = member.terms {
                filler.fill(&mut row, Entity::Person, n, terms);
            }
            let held = member
                .terms
                .and_then(|t| t.get(HOLDS))
                .or(member.facts.get(HOLDS));
            if let Some(Json::Array(keys)) = held {
                case.holds.extend(
                    keys.iter()
                        .filter_map(|k| Some((n, k.as_str()?.to_owned()))),
                );
            }
            let id_number = member.facts.get(ID_NUMBER).and_then(Json::as_str);
            filler.derive(&mut row, id_number, member.covered);
            case.family.members.push(row);
        }
        if facts.members.iter().all(|m| !m.covered) {
            for (name, _) in for_persons {
                if !compiled.slots.names[Entity::Person as usize].contains_key(name) {
                    filler.unknown(Entity::Award, 0, name);
                }
            }
        }
        if let Some(supporters) = &facts.supporters {
            let rows = supporters.iter().enumerate().map(|(n, facts)| {
                let mut row = Row::new(schema, Entity::Supporter);
                filler.fill(&mut row, Entity::Supporter, n, facts);
                row
            });
            case.family.supporters = Some(rows.collect());
        }
        if filler.faults.is_empty() {
            Ok(case)
        } else {
            Err(filler.faults)
        }
    }
}
