//! The checks of a place on a day, compiled over the vocabulary and the rows of sources.
//!
//! A formula of a check reads the facts of its person or household by their names, the
//! parameters of the place, and the rows of a source by the source's Chinese name: a list of
//! tables with the fields of the source (`count(机动车登记[使用性质 = "营运"]) > 0`). For a household the
//! list holds the rows of all members. Where no delivery of a source is at hand its list is
//! unknown, and so is what depends on it: “not compared” is never “nothing found”.

use crate::model::{FindingCheck, LevelId, SourceKind, dated};
use crate::pack::{Data, NoRules};
use crate::rules::{Filler, Slots};
use crate::{FactFault, Pack};
use chrono::NaiveDate;
use formula::{
    Context, Entity, Fact, FactDecl, FactId, Family, Linked, Outcome, ParameterDecl, Parameters,
    Program, Row, Schema, Type, Value, VariableDecl, VariableId, WhenAbsent, Workspace,
};
use kernel::DivisionCode;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::sync::Arc;

const ID_NUMBER: &str = "公民身份号码";

/// A check as it stands at a place on a day.
#[derive(Debug, Clone, Copy)]
pub struct CheckInForce<'b> {
    /// What it says.
    pub check: &'b FindingCheck,
    /// The clause in force.
    pub cite: &'b str,
    /// Whether the text of the clause was read.
    pub verified: bool,
    /// The condition.
    pub formula: &'b str,
}

/// The checks of a place on a day.
#[derive(Debug, Clone)]
pub struct CheckBook {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    data: Arc<Data>,
    on: NaiveDate,
    program: Program,
    parameters: Parameters,
    slots: Slots,
    /// Check, place of its condition, and the variable it became.
    plans: Vec<(usize, usize, VariableId)>,
    /// Where the rows of each source go.
    evidence: BTreeMap<(Entity, String), FactId>,
}

/// A schema with the rows of sources, and the conditions of a day.
pub(crate) struct Assembled {
    schema: Schema,
    variables: Vec<VariableDecl>,
    plans: Vec<(usize, usize, Entity, String)>,
    evidence: BTreeMap<(Entity, String), FactId>,
}

/// The days on which a condition of a place begins or ends to hold.
pub(crate) fn turns(data: &Data, chain: &[LevelId]) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for check in data.findings.iter().filter(|c| chain.contains(&c.level)) {
        dated::turns(&check.bodies, chain, &mut days);
    }
    days.sort();
    days.dedup();
    days
}

pub(crate) fn assemble(data: &Data, level: LevelId, on: NaiveDate) -> Assembled {
    let chain = data.chain(level);
    let mut all = Assembled {
        schema: Schema::new(),
        variables: Vec::new(),
        plans: Vec::new(),
        evidence: BTreeMap::new(),
    };
    for fact in data.facts.iter().filter(|f| chain.contains(&f.level)) {
        let absent = match &fact.absent {
            crate::model::Absent::Formula(formula) => WhenAbsent::Formula(formula.clone()),
            _ => WhenAbsent::Unknown,
        };
        // Names that are there twice are reported with the programmes.
        let _ = all.schema.fact(FactDecl {
            name: fact.name.clone(),
            entity: fact.entity,
            ty: fact.ty.clone(),
            absent,
        });
    }
    for parameter in data.parameters.iter() {
        if !parameter.statistic && chain.contains(&parameter.level) {
            let _ = all.schema.parameter(ParameterDecl {
                name: parameter.name.clone(),
                ty: parameter.ty.clone(),
            });
        }
    }
    for source in data.sources.iter().filter(|s| chain.contains(&s.level)) {
        for entity in [Entity::Person, Entity::Household] {
            let decl = FactDecl {
                name: source.label.zh.clone(),
                entity,
                ty: Type::list(source.row_type()),
                absent: WhenAbsent::Unknown,
            };
            if let Ok(id) = all.schema.fact(decl) {
                all.evidence.insert((entity, source.key.clone()), id);
            }
        }
    }
    for (at, check) in data.findings.iter().enumerate() {
        if !chain.contains(&check.level) {
            continue;
        }
        let Some(body) = dated::as_of(&check.bodies, &chain, on) else {
            continue;
        };
        let place = check.bodies.iter().position(|b| std::ptr::eq(b, body));
        let name = format!("核查·{}", check.key);
        all.plans
            .push((at, place.unwrap_or(0), check.entity, name.clone()));
        all.variables.push(VariableDecl {
            name,
            entity: check.entity,
            ty: Type::Boolean,
            formula: body.value.formula.clone(),
            citation: Some(body.cite.clone()),
        });
    }
    all
}

impl Assembled {
    /// Where the formula of a variable stands.
    pub(crate) fn origin<'d>(
        &self,
        data: &'d Data,
        variable: &str,
    ) -> Option<&'d crate::model::Trigger> {
        let (check, body, ..) = self.plans.iter().find(|p| p.3 == variable)?;
        Some(&data.findings[*check].bodies[*body].value)
    }

    pub(crate) fn program(
        schema: Schema,
        variables: Vec<VariableDecl>,
    ) -> Result<Program, Vec<formula::Fault>> {
        Program::compile(schema, variables)
    }

    /// Faults of the formulas, without keeping what they became.
    pub(crate) fn faults(&self) -> Vec<formula::Fault> {
        Self::program(self.schema.clone(), self.variables.clone())
            .err()
            .unwrap_or_default()
    }
}

impl Pack {
    /// The checks of a place on a day.
    ///
    /// # Errors
    /// Where no level of the pack holds the place.
    pub fn checks(&self, place: &DivisionCode, on: NaiveDate) -> Result<CheckBook, NoRules> {
        let data = self.data();
        let level = data.level_of(place).ok_or(NoRules)?;
        let chain = data.chain(level);
        let all = assemble(data, level, on);
        let slots = Slots::new(data, level, &all.schema);
        // The pack was checked whole: these very formulas compiled then.
        let program = Assembled::program(all.schema, all.variables)
            .expect("the formulas of a checked pack compile");
        let mut parameters = Parameters::new();
        for parameter in data.parameters.iter() {
            if parameter.statistic || !chain.contains(&parameter.level) {
                continue;
            }
            let Some(id) = program.schema().find_parameter(&parameter.name) else {
                continue;
            };
            if let Some(value) = dated::as_of(&parameter.values, &chain, on) {
                parameters.set(id, value.value.value.clone(), Some(value.cite.clone()));
            }
        }
        let plans = all
            .plans
            .iter()
            .filter_map(|(check, body, entity, name)| {
                Some((*check, *body, program.variable(*entity, name)?))
            })
            .collect();
        Ok(CheckBook {
            inner: Arc::new(Inner {
                data: data.clone(),
                on,
                program,
                parameters,
                slots,
                plans,
                evidence: all.evidence,
            }),
        })
    }

    /// The sources that a place knows, in the order of the texts.
    pub fn sources_at(&self, place: &DivisionCode) -> Vec<&SourceKind> {
        let data = self.data();
        let Some(level) = data.level_of(place) else {
            return Vec::new();
        };
        let chain = data.chain(level);
        let known = |s: &&SourceKind| chain.contains(&s.level);
        data.sources.iter().filter(known).collect()
    }
}

/// One family and what the sources say about its members.
#[derive(Debug, Clone, Default)]
pub struct FamilyEvidence<'a> {
    /// Facts of the household, by vocabulary names.
    pub household: Option<&'a Map<String, Json>>,
    /// Facts of the members.
    pub members: Vec<&'a Map<String, Json>>,
    /// For each source of which a delivery is at hand, the rows of each member.
    pub rows: BTreeMap<&'a str, Vec<Vec<Arc<Context>>>>,
}

/// What a check came to for a person or household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOutcome {
    /// Place of the check in [`CheckBook::in_force`].
    pub check: usize,
    /// The member; none for the household.
    pub member: Option<usize>,
    /// What it came to.
    pub answer: Answer,
}

/// The answer of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The condition holds.
    Found,
    /// It cannot be told without these facts or deliveries.
    Unknown(Vec<String>),
}

impl CheckBook {
    /// The checks in force, in the order of the texts.
    pub fn in_force(&self) -> Vec<CheckInForce<'_>> {
        let inner = &*self.inner;
        inner
            .plans
            .iter()
            .map(|(check, body, _)| {
                let check = &inner.data.findings[*check];
                let body = &check.bodies[*body];
                CheckInForce {
                    check,
                    cite: &body.cite,
                    verified: body.verified,
                    formula: &body.value.formula,
                }
            })
            .collect()
    }

    /// The source of a key.
    pub fn source(&self, key: &str) -> Option<&SourceKind> {
        self.inner.data.sources.iter().find(|s| s.key == key)
    }

    /// The day.
    pub fn on(&self) -> NaiveDate {
        self.inner.on
    }

    /// What works: one for each thread.
    pub fn engine(&self) -> CheckEngine<'_> {
        let inner = &*self.inner;
        let linked = inner
            .program
            .link(inner.parameters.clone())
            .expect("the values of a checked pack are of their types");
        CheckEngine {
            inner,
            linked,
            workspace: Workspace::default(),
        }
    }
}

/// Evaluates families one after the other.
pub struct CheckEngine<'b> {
    inner: &'b Inner,
    linked: Linked<'b>,
    workspace: Workspace,
}

impl CheckEngine<'_> {
    /// Asks every check of `wanted` (places in [`CheckBook::in_force`]) of a family.
    ///
    /// # Errors
    /// All facts whose name is not in the vocabulary or whose value is not of its type.
    pub fn ask(
        &mut self,
        family: &FamilyEvidence<'_>,
        wanted: &[usize],
    ) -> Result<Vec<CheckOutcome>, Vec<FactFault>> {
        let (facts, members) = self.family(family)?;
        let evaluation = self.linked.evaluate(&facts, &mut self.workspace);
        let mut found = Vec::new();
        for at in wanted.iter().copied() {
            let Some((_, _, variable)) = self.inner.plans.get(at) else {
                continue;
            };
            let entity = self.inner.program.variable_decl(*variable).entity;
            let count = if entity == Entity::Person { members } else { 1 };
            for n in 0..count {
                let answer = match evaluation.get(*variable, n) {
                    Outcome::Known(Value::Boolean(true)) => Answer::Found,
                    Outcome::Known(_) => continue,
                    Outcome::Unknown { missing } => Answer::Unknown(missing),
                    Outcome::MissingParameter { parameters } => Answer::Unknown(parameters),
                };
                found.push(CheckOutcome {
                    check: at,
                    member: (entity == Entity::Person).then_some(n),
                    answer,
                });
            }
        }
        Ok(found)
    }

    fn family(&self, given: &FamilyEvidence<'_>) -> Result<(Family, usize), Vec<FactFault>> {
        let inner = self.inner;
        let schema = inner.program.schema();
        let mut filler = Filler {
            slots: &inner.slots,
            needs: None,
            on: inner.on,
            faults: Vec::new(),
        };
        let mut family = Family::new(schema);
        if let Some(facts) = given.household {
            filler.fill(&mut family.household, Entity::Household, 0, facts);
        }
        for place in &inner.slots.place {
            if *family.household.get(*place) == Fact::Unknown && !inner.slots.division.is_null() {
                let fact = Fact::Known(inner.slots.division.clone());
                family.household.set(*place, fact);
            }
        }
        for (n, facts) in given.members.iter().enumerate() {
            let mut row = Row::new(schema, Entity::Person);
            filler.fill(&mut row, Entity::Person, n, facts);
            let number = facts.get(ID_NUMBER).and_then(Json::as_str);
            filler.derive(&mut row, number, true);
            for (source, rows) in &given.rows {
                if let Some(id) = inner.evidence.get(&(Entity::Person, (*source).to_owned())) {
                    let rows = rows.get(n).map(Vec::as_slice).unwrap_or_default();
                    row.set(*id, Fact::Known(list(rows.iter())));
                }
            }
            family.members.push(row);
        }
        for (source, rows) in &given.rows {
            if let Some(id) = inner
                .evidence
                .get(&(Entity::Household, (*source).to_owned()))
            {
                let fact = Fact::Known(list(rows.iter().flatten()));
                family.household.set(*id, fact);
            }
        }
        if filler.faults.is_empty() {
            let count = family.members.len();
            Ok((family, count))
        } else {
            Err(filler.faults)
        }
    }
}

fn list<'r>(rows: impl Iterator<Item = &'r Arc<Context>>) -> Value {
    Value::list(rows.map(|row| Value::Context(row.clone())))
}
