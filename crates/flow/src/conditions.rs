//! Conditions in FEEL over the facts of a case.
//!
//! The facts stand on formula's entity of the award, so that a condition names them bare:
//! `近亲属备案 or 抽查中选`. Parameters of the pack are named bare too.

use crate::check::{Fault, FaultKind};
use crate::model::{Condition, Mark, Parameter, Parts, whole};
use chrono::NaiveDate;
use formula::{
    Entity, Fact, FactDecl, Family, Outcome, ParameterDecl, Parameters, Program, Row, Schema, Type,
    Value, VariableDecl, VariableId, WhenAbsent, Workspace,
};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Facts of the case by name, as the slices know them.
pub type Facts = Map<String, Json>;

/// The facts that the engine itself gives to every condition.
pub(crate) const TODAY: &str = "今日";
pub(crate) const ACCEPTED: &str = "受理日期";
pub(crate) const OBJECTED: &str = "公示有异议";
pub(crate) const DELEGATED: &str = "已委托乡镇";
pub(crate) const ROUNDS: &str = "退回次数";

/// The engine's own facts: name, English label, type.
pub fn own_facts() -> [(&'static str, &'static str, Type); 5] {
    [
        (TODAY, "Today", Type::Date),
        (ACCEPTED, "Day of acceptance", Type::Date),
        (
            OBJECTED,
            "Somebody objected to the publicity",
            Type::Boolean,
        ),
        (
            DELEGATED,
            "The township may confirm in the county's stead",
            Type::Boolean,
        ),
        (
            ROUNDS,
            "How often steps were returned",
            Type::Number(formula::Unit::COUNT),
        ),
    ]
}

/// What a condition is called among formulas.
const NAME: &str = "条件";

/// What a condition comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not.
    Fails,
    /// It hangs on facts that nobody has given; their names.
    Unknown(Vec<String>),
    /// The pack has no value for these parameters.
    NoParameter(Vec<String>),
    /// A fact is not of its type: its name, and what is wrong in Chinese and English.
    Wrong(String, String, String),
}

/// What the engine knows beside the facts that were given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own {
    pub today: NaiveDate,
    pub accepted: Option<NaiveDate>,
    pub objected: bool,
    pub delegated: bool,
    pub rounds: u32,
}

/// The conditions of a procedure, compiled once.
#[derive(Debug)]
pub struct Conditions {
    /// One small program for each condition: linking it folds no others.
    by_text: BTreeMap<String, (Program, VariableId)>,
    /// What is proposed for the facts that some outcome asks for, by name.
    proposals: BTreeMap<String, (Program, VariableId)>,
    schema: Schema,
    parameters: Parameters,
    absent: Vec<(formula::FactId, Value)>,
}

impl Conditions {
    /// Compiles the conditions of a procedure.
    pub(crate) fn compile(
        parts: &Parts,
        parameters: &[Parameter],
    ) -> Result<Conditions, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut schema = Schema::new();
        let mut declare = |schema: &mut Schema, name: &str, ty: &Type, mark: Mark| {
            let decl = FactDecl {
                name: name.to_owned(),
                entity: Entity::Award,
                ty: ty.clone(),
                absent: WhenAbsent::Unknown,
            };
            schema
                .fact(decl)
                .map_err(|fault| faults.push(Fault::formula(*fault, mark)))
                .ok()
        };
        for (name, _, ty) in own_facts() {
            declare(&mut schema, name, &ty, Mark::default());
        }
        let mut absent = Vec::new();
        for fact in &parts.facts {
            if let Some(id) = declare(&mut schema, &fact.name, &fact.ty, fact.mark)
                && let Some(value) = &fact.absent
            {
                absent.push((id, value.clone()));
            }
        }
        let mut values = Parameters::new();
        for parameter in parameters {
            let decl = ParameterDecl {
                name: parameter.name.clone(),
                ty: parameter.ty.clone(),
            };
            match schema.parameter(decl) {
                Ok(id) => {
                    if let Some(value) = &parameter.value {
                        values.set(id, value.clone(), None);
                    }
                }
                Err(fault) => faults.push(Fault::formula(*fault, Mark::default())),
            }
        }
        let mut by_text: BTreeMap<String, (Program, VariableId)> = BTreeMap::new();
        for condition in all(parts) {
            if by_text.contains_key(&condition.formula) {
                continue;
            }
            match formula(&schema, &condition.formula, Type::Boolean, condition.mark) {
                Ok(one) => drop(by_text.insert(condition.formula.clone(), one)),
                Err(found) => faults.extend(found),
            }
        }
        let mut proposals = BTreeMap::new();
        for fact in parts.facts.iter().filter(|f| asked(parts, &f.name)) {
            let Some(text) = &fact.propose else { continue };
            match formula(&schema, text, fact.ty.clone(), fact.mark) {
                Ok(one) => drop(proposals.insert(fact.name.clone(), one)),
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Conditions {
            by_text,
            proposals,
            schema,
            parameters: values,
            absent,
        })
    }

    fn programs(&self) -> impl Iterator<Item = &(Program, VariableId)> {
        self.by_text.values().chain(self.proposals.values())
    }

    /// The parameters that the conditions name.
    pub fn parameters(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .programs()
            .flat_map(|(program, id)| program.parameters_of([*id]))
            .map(|id| self.schema.parameter_decl(id).name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The facts that the conditions name, the engine's own left out.
    pub fn facts(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .programs()
            .flat_map(|(program, id)| program.facts_of([*id]))
            .map(|id| self.schema.fact_decl(id).name.as_str())
            .filter(|name| own_facts().iter().all(|(own, _, _)| own != name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Reads a value as the fact of that name; what is wrong, in Chinese and English, otherwise.
    pub(crate) fn fits(&self, name: &str, json: &Json) -> Result<(), (String, String)> {
        let schema = &self.schema;
        let Some(id) = schema.find_fact(Entity::Award, name) else {
            return Err((
                "没有这个案件事实".to_owned(),
                "there is no such fact of a case".to_owned(),
            ));
        };
        let read = schema.fact_decl(id).ty.read(json);
        read.map(|_| ()).map_err(|fault| (fault.zh, fault.en))
    }

    pub(crate) fn holds(&self, condition: &Condition, facts: &Facts, own: Own) -> Verdict {
        let Some((program, variable)) = self.by_text.get(&condition.formula) else {
            return Verdict::Unknown(vec![condition.formula.clone()]);
        };
        match self.outcome(program, *variable, facts, own) {
            Ok(Outcome::Known(Value::Boolean(true))) => Verdict::Holds,
            Ok(Outcome::Known(Value::Boolean(false))) => Verdict::Fails,
            // A condition that comes to null says nothing: what it reads has no value.
            Ok(Outcome::Known(_)) => Verdict::Unknown(names_of(program, *variable)),
            Ok(Outcome::Unknown { missing }) => Verdict::Unknown(
                missing
                    .iter()
                    .map(|path| path.trim_start_matches("待遇.").to_owned())
                    .collect(),
            ),
            Ok(Outcome::MissingParameter { parameters }) => Verdict::NoParameter(parameters),
            Err(verdict) => verdict,
        }
    }

    /// What is proposed for a fact; none where the text proposes nothing, or what it hangs on is
    /// not known.
    pub(crate) fn proposed(&self, name: &str, facts: &Facts, own: Own) -> Option<Json> {
        let (program, variable) = self.proposals.get(name)?;
        match self.outcome(program, *variable, facts, own) {
            Ok(Outcome::Known(value)) => Some(value.to_json(true)).filter(|v| !v.is_null()),
            _ => None,
        }
    }

    fn outcome(
        &self,
        program: &Program,
        variable: VariableId,
        facts: &Facts,
        own: Own,
    ) -> Result<Outcome, Verdict> {
        let schema = program.schema();
        let mut row = Row::new(schema, Entity::Award);
        for (id, value) in &self.absent {
            row.set(*id, Fact::Known(value.clone()));
        }
        // Only what the formula reads is read: another fact's fault is not this one's.
        for id in program.facts_of([variable]) {
            let decl = schema.fact_decl(id);
            if let Some(value) = own_value(&decl.name, own) {
                row.set(id, value);
                continue;
            }
            match facts.get(&decl.name) {
                None => {}
                Some(Json::Null) => {
                    row.set(id, Fact::Unknown);
                }
                Some(json) => match decl.ty.read(json) {
                    Ok(value) => {
                        row.set(id, Fact::Known(value));
                    }
                    Err(fault) => {
                        return Err(Verdict::Wrong(decl.name.clone(), fault.zh, fault.en));
                    }
                },
            }
        }
        let mut family = Family::new(schema);
        family.award = Some(row);
        let Ok(linked) = program.link(self.parameters.clone()) else {
            let names = self.parameters().into_iter().map(str::to_owned);
            return Err(Verdict::NoParameter(names.collect()));
        };
        let mut workspace = Workspace::default();
        Ok(linked.evaluate(&family, &mut workspace).get(variable, 0))
    }
}

/// One formula as a small program of its own.
fn formula(
    schema: &Schema,
    text: &str,
    ty: Type,
    mark: Mark,
) -> Result<(Program, VariableId), Vec<Fault>> {
    let variable = VariableDecl {
        name: NAME.to_owned(),
        entity: Entity::Award,
        ty,
        formula: text.to_owned(),
        citation: None,
    };
    let faults = |found: Vec<formula::Fault>| {
        let found = found.into_iter();
        found
            .map(|fault| Fault::formula(fault, mark))
            .collect::<Vec<_>>()
    };
    let program = Program::compile(schema.clone(), vec![variable]).map_err(faults)?;
    match program.variable(Entity::Award, NAME) {
        Some(id) => Ok((program, id)),
        None => Err(Vec::new()),
    }
}

/// Whether some outcome asks for a fact.
fn asked(parts: &Parts, name: &str) -> bool {
    let mut outcomes = parts.steps.iter().flat_map(|s| &s.outcomes);
    outcomes.any(|o| o.asks.iter().any(|asks| asks == name))
}

fn names_of(program: &Program, variable: VariableId) -> Vec<String> {
    let facts = program.facts_of([variable]).into_iter();
    facts
        .map(|id| program.schema().fact_decl(id).name.clone())
        .collect()
}

fn own_value(name: &str, own: Own) -> Option<Fact> {
    Some(match name {
        TODAY => Fact::Known(Value::Date(own.today)),
        ACCEPTED => own
            .accepted
            .map_or(Fact::Unknown, |day| Fact::Known(Value::Date(day))),
        OBJECTED => Fact::Known(Value::Boolean(own.objected)),
        DELEGATED => Fact::Known(Value::Boolean(own.delegated)),
        ROUNDS => Fact::Known(whole(i64::from(own.rounds))),
        _ => return None,
    })
}

/// Every condition of a procedure, in the order of its parts.
pub(crate) fn all(parts: &Parts) -> Vec<&Condition> {
    let mut found: Vec<&Condition> = Vec::new();
    for paper in &parts.papers {
        found.extend(&paper.when);
    }
    for step in &parts.steps {
        found.extend(&step.when);
        found.extend(step.who.iter().filter_map(|d| d.when.as_ref()));
        found.extend(step.forms.iter().filter_map(|f| f.when.as_ref()));
        found.extend(step.outcomes.iter().flat_map(|o| &o.needs));
    }
    for extension in &parts.extensions {
        found.extend(&extension.needs);
        found.extend(extension.who.iter().filter_map(|d| d.when.as_ref()));
    }
    for pause in &parts.pauses {
        found.extend(pause.who.iter().filter_map(|d| d.when.as_ref()));
    }
    for way in &parts.anywhere {
        found.extend(&way.needs);
        found.extend(way.who.iter().filter_map(|d| d.when.as_ref()));
    }
    found
}

impl Fault {
    fn formula(fault: formula::Fault, mark: Mark) -> Fault {
        Fault {
            kind: FaultKind::Formula(fault.kind),
            mark,
            zh: format!("条件：{}", fault.zh),
            en: format!("condition: {}", fault.en),
            mend_zh: fault.mend_zh,
            mend_en: fault.mend_en,
        }
    }
}
