//! Facts of a family, turned into slots once.

use super::Rules;
use crate::model::{Absent, LevelId};
use crate::pack::Data;
use chrono::{Datelike, NaiveDate};
use formula::{Entity, Fact, FactId, Family, Number, Row, Schema, Type, Value};
use kernel::IdNumber;
use kernel::codes::CodeList as _;
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::sync::Arc;

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

#[derive(Debug)]
struct Slot {
    id: FactId,
    ty: Type,
    whole: bool,
    codes: HashMap<String, Value>,
}

/// Where each name of the vocabulary goes.
#[derive(Debug)]
pub(crate) struct Slots {
    names: [HashMap<String, Slot>; 4],
    place: Vec<FactId>,
    covered: Option<FactId>,
    birth: Option<FactId>,
    sex: Option<FactId>,
    age: Option<FactId>,
    division: Arc<str>,
}

const HOLDS: &str = "在享项目";
const ID_NUMBER: &str = "公民身份号码";

impl Slots {
    pub fn new(data: &Data, level: LevelId, schema: &Schema) -> Slots {
        let chain = data.chain(level);
        let division = data.level(level).division.map(|d| d.as_str().to_owned());
        let mut slots = Slots {
            names: Default::default(),
            place: Vec::new(),
            covered: None,
            birth: None,
            sex: None,
            age: None,
            division: division.unwrap_or_default().into(),
        };
        for fact in data.facts.iter().filter(|f| chain.contains(&f.level)) {
            let Some(id) = schema.find_fact(fact.entity, &fact.name) else {
                continue;
            };
            match (&fact.absent, &fact.ty) {
                (Absent::Place, _) => slots.place.push(id),
                (Absent::Covered, _) => slots.covered = Some(id),
                (Absent::IdNumber, Type::Date) => slots.birth = Some(id),
                (Absent::IdNumber, _) => slots.sex = Some(id),
                (Absent::AgeFrom(_), _) => slots.age = Some(id),
                _ => {}
            }
            let codes = fact
                .codes
                .iter()
                .map(|(code, name)| (code.clone(), Value::text(name)))
                .collect();
            let slot = Slot {
                id,
                ty: fact.ty.clone(),
                whole: fact.whole,
                codes,
            };
            slots.names[fact.entity as usize].insert(fact.name.clone(), slot);
        }
        slots
    }
}

impl Rules {
    /// Turns facts into slots, with ages as of the day of the rules.
    ///
    /// # Errors
    /// All facts whose name is not in the vocabulary or whose value is not of its type.
    pub fn facts(&self, facts: &CaseFacts<'_>) -> Result<Case, Vec<FactFault>> {
        let compiled = self.compiled();
        let schema = compiled.program.schema();
        let mut filler = Filler {
            slots: &compiled.slots,
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
            if *household.get(*place) == Fact::Unknown && !compiled.slots.division.is_empty() {
                household.set(*place, Fact::Known(Value::text(&compiled.slots.division)));
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

struct Filler<'s> {
    slots: &'s Slots,
    on: NaiveDate,
    faults: Vec<FactFault>,
}

impl Filler<'_> {
    fn fill(&mut self, row: &mut Row, entity: Entity, n: usize, facts: &Map<String, Json>) {
        for (name, json) in facts {
            self.one(row, entity, n, name, json);
        }
    }

    fn one(&mut self, row: &mut Row, entity: Entity, n: usize, name: &str, json: &Json) {
        let Some(slot) = self.slots.names[entity as usize].get(name) else {
            return self.unknown(entity, n, name);
        };
        let fact = match json {
            Json::Null => Fact::Absent,
            Json::String(text) if !slot.codes.is_empty() && slot.codes.contains_key(text) => {
                Fact::Known(slot.codes[text].clone())
            }
            _ => match slot.ty.read(json) {
                Ok(value) if slot.whole && !whole(&value) => {
                    return self.fault(entity, n, name, "应为整数", "expected a whole number");
                }
                Ok(value) => Fact::Known(value),
                Err(fault) => return self.fault(entity, n, name, &fault.zh, &fault.en),
            },
        };
        row.set(slot.id, fact);
    }

    fn fault(&mut self, entity: Entity, n: usize, name: &str, zh: &str, en: &str) {
        let path = path(entity, n, name);
        self.faults.push(FactFault {
            path,
            zh: zh.to_owned(),
            en: en.to_owned(),
        });
    }

    fn unknown(&mut self, entity: Entity, n: usize, name: &str) {
        self.fault(
            entity,
            n,
            name,
            "词汇表中没有这个名称",
            "no such name in the vocabulary",
        );
    }

    /// What follows from the ID number, the day and the award.
    fn derive(&mut self, row: &mut Row, id_number: Option<&str>, covered: bool) {
        let slots = self.slots;
        if let Some(id) = slots.covered {
            row.set(id, Fact::Known(Value::Boolean(covered)));
        }
        let wants = |row: &Row, id: Option<FactId>| id.filter(|id| *row.get(*id) == Fact::Unknown);
        let (birth, sex) = (wants(row, slots.birth), wants(row, slots.sex));
        if (birth.is_some() || sex.is_some())
            && let Some(number) = id_number.and_then(|text| IdNumber::parse(text).ok())
        {
            if let Some(id) = birth {
                row.set(id, Fact::Known(Value::Date(number.birth())));
            }
            if let Some(id) = sex {
                row.set(id, Fact::Known(Value::text(number.sex().zh())));
            }
        }
        if let (Some(age), Some(birth)) = (wants(row, slots.age), slots.birth)
            && let Fact::Known(Value::Date(born)) = row.get(birth)
        {
            let years = years_between(*born, self.on);
            row.set(age, Fact::Known(Value::Number(Number::from(years))));
        }
    }
}

fn whole(value: &Value) -> bool {
    value.as_number().is_none_or(Number::is_whole)
}

fn years_between(born: NaiveDate, on: NaiveDate) -> i64 {
    let before = (on.month(), on.day()) < (born.month(), born.day());
    i64::from(on.year() - born.year()) - i64::from(before)
}

/// `成员1.劳动能力`, `户.城乡`, `待遇.渐退`.
fn path(entity: Entity, n: usize, name: &str) -> String {
    if entity.is_listed() {
        format!("{}{}.{name}", entity.word(), n + 1)
    } else {
        format!("{}.{name}", entity.word())
    }
}
