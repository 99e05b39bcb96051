//! Where each name of the vocabulary goes, and how a value gets there.

use super::case::FactFault;
use crate::model::{Absent, LevelId};
use crate::pack::Data;
use chrono::{Datelike, NaiveDate};
use formula::{Entity, Fact, FactId, Number, Program, Row, Schema, Type, Value, VariableId};
use kernel::IdNumber;
use kernel::codes::CodeList as _;
use serde_json::{Map, Value as Json};
use std::collections::{HashMap, HashSet};

/// The facts that one programme asks for.
#[derive(Debug, Default)]
pub(crate) struct Needs(HashSet<FactId>);

impl Needs {
    /// What some variables read, directly or through others, and what those facts follow from.
    pub fn new(
        program: &Program,
        variables: impl Iterator<Item = VariableId>,
        slots: &Slots,
    ) -> Needs {
        let mut needs: HashSet<FactId> = program.facts_of(variables).into_iter().collect();
        if let Some((age, born)) = slots.age
            && needs.contains(&age)
        {
            needs.insert(born);
        }
        Needs(needs)
    }
}

#[derive(Debug)]
pub(crate) struct Slot {
    id: FactId,
    ty: Type,
    whole: bool,
    codes: HashMap<String, Value>,
}

/// Where each name of the vocabulary goes.
#[derive(Debug)]
pub(crate) struct Slots {
    pub names: [HashMap<String, Slot>; 4],
    pub place: Vec<FactId>,
    pub covered: Option<FactId>,
    birth: Option<FactId>,
    sex: Option<FactId>,
    /// The fact, and that of the birth date it follows from.
    age: Option<(FactId, FactId)>,
    pub division: Value,
}

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
            division: division.map_or(Value::Null, |d| Value::text(&d)),
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
                (Absent::AgeFrom(born), _) => {
                    slots.age = schema.find_fact(fact.entity, born).map(|born| (id, born));
                }
                _ => {}
            }
            let mut codes: HashMap<String, Value> = HashMap::new();
            if let Type::Code(list) = &fact.ty {
                codes.extend(list.values.iter().map(|v| (v.clone(), Value::text(v))));
            }
            for (code, name) in &fact.codes {
                codes.insert(code.clone(), Value::text(name));
            }
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

pub(crate) struct Filler<'s> {
    pub slots: &'s Slots,
    /// Only these are read, where a programme is given.
    pub needs: Option<&'s Needs>,
    pub on: NaiveDate,
    pub faults: Vec<FactFault>,
}

impl Filler<'_> {
    pub fn fill(&mut self, row: &mut Row, entity: Entity, n: usize, facts: &Map<String, Json>) {
        for (name, json) in facts {
            self.one(row, entity, n, name, json);
        }
    }

    pub fn one(&mut self, row: &mut Row, entity: Entity, n: usize, name: &str, json: &Json) {
        let Some(slot) = self.slots.names[entity as usize].get(name) else {
            return self.unknown(entity, n, name);
        };
        if !self.needs.is_none_or(|needs| needs.0.contains(&slot.id)) {
            return;
        }
        let code = json.as_str().and_then(|text| slot.codes.get(text));
        let fact = match json {
            Json::Null => Fact::Absent,
            _ if code.is_some() => code.cloned().map_or(Fact::Unknown, Fact::Known),
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

    pub fn unknown(&mut self, entity: Entity, n: usize, name: &str) {
        self.fault(
            entity,
            n,
            name,
            "词汇表中没有这个名称",
            "no such name in the vocabulary",
        );
    }

    /// What follows from the ID number, the day and the award.
    pub fn derive(&mut self, row: &mut Row, id_number: Option<&str>, covered: bool) {
        let slots = self.slots;
        if let Some(id) = slots.covered {
            row.set(id, Fact::Known(Value::Boolean(covered)));
        }
        let wants = |row: &Row, id: Option<FactId>| {
            id.filter(|id| self.needs.is_none_or(|needs| needs.0.contains(id)))
                .filter(|id| matches!(row.get(*id), Fact::Unknown))
        };
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
        if let Some((age, born)) = slots.age
            && wants(row, Some(age)).is_some()
            && let Fact::Known(Value::Date(born)) = row.get(born)
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
