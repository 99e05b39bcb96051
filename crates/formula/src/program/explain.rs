//! Evaluating one family and telling how.

use std::cell::OnceCell;

use super::{Linked, VariableId};
use crate::eval::{Facts, Machine, Read, Record, Recorder};
use crate::family::Family;
use crate::number::Number;
use crate::schema::{FactId, WhenAbsent};
use crate::trace::{Input, InputKind, Note, Shown, Step, Trace};
use crate::types::{Entity, Type};
use crate::unit::Unit;
use crate::value::{Context, Value, row_path};

/// Says where a fact of the family comes from: entity, place from 0, fact.
type Source<'s> = &'s dyn Fn(Entity, usize, FactId) -> Option<String>;

impl Linked<'_> {
    /// The steps that lead to these results: (variable, place of the member or
    /// supporter from 0; 0 for household and award). `source` says where a fact
    /// of the family comes from: (entity, place, fact). The trace runs the
    /// formulas as they are written, before folding; both give the same values.
    pub fn explain(
        &self,
        family: &Family,
        targets: &[(VariableId, usize)],
        source: Source<'_>,
    ) -> Trace {
        let plan = &self.program.plan;
        let mut cells: Vec<OnceCell<Value>> = Vec::new();
        cells.resize_with(plan.cells(family), OnceCell::new);
        let facts = Facts::new(plan, family, &cells);
        let mut machine = Machine::new(&[], &self.values, Some(facts));
        machine.recorder = Some(Recorder::default());
        for (variable, index) in targets {
            let entity = self.program.variable_decl(*variable).entity;
            machine.variable(*variable, entity, u32::try_from(*index).unwrap_or(u32::MAX));
        }
        let records = machine
            .recorder
            .take()
            .map(Recorder::finish)
            .unwrap_or_default();
        let steps = records
            .iter()
            .map(|r| self.step(r, &machine, source))
            .collect();
        Trace { steps }
    }

    fn step(&self, record: &Record, machine: &Machine<'_>, source: Source<'_>) -> Step {
        let program = self.program;
        let (entity, _) = program.plan.places[record.variable.index()];
        let (name, formula, ty, citation) = match program.variables.get(record.variable.index()) {
            Some(v) => (v.name.clone(), v.formula.clone(), &v.ty, v.citation.clone()),
            None => {
                let fact = program.rules[record.variable.index() - program.variables.len()];
                let decl = program.schema.fact_decl(fact);
                let formula = match &decl.absent {
                    WhenAbsent::Formula(f) => f.clone(),
                    WhenAbsent::Unknown => String::new(),
                };
                (decl.name.clone(), formula, &decl.ty, None)
            }
        };
        let result = machine
            .variable(record.variable, entity, record.index)
            .into_owned();
        Step {
            variable: name,
            subject: row_path(entity, record.index),
            inputs: record
                .reads
                .iter()
                .map(|r| self.input(*r, machine, source))
                .collect(),
            notes: record
                .notes
                .iter()
                .map(|(span, why)| note(span.of(&formula), why))
                .collect(),
            formula,
            result: self.shown(&result, ty),
            citation,
        }
    }

    fn input(&self, read: Read, machine: &Machine<'_>, source: Source<'_>) -> Input {
        let schema = &self.program.schema;
        let of_fact =
            |fact: FactId, index: u32, value: &Value, kind: InputKind, source: Option<String>| {
                let decl = schema.fact_decl(fact);
                let name = format!("{}.{}", row_path(fact.entity(), index), decl.name);
                Input {
                    name,
                    kind,
                    value: self.shown(value, &decl.ty),
                    source,
                }
            };
        match read {
            Read::Fact(fact, index) => {
                let value = machine.fact_as_read(fact, index);
                let said = source(fact.entity(), index as usize, fact);
                of_fact(fact, index, &value, InputKind::Fact, said)
            }
            Read::Rule(fact, index, rule) => {
                let value = machine.variable(rule, fact.entity(), index).into_owned();
                of_fact(fact, index, &value, InputKind::Default, None)
            }
            Read::Parameter(id) => {
                let decl = schema.parameter_decl(id);
                Input {
                    name: decl.name.clone(),
                    kind: InputKind::Parameter,
                    value: self.shown(&self.values[id.index()], &decl.ty),
                    source: self.citations[id.index()].clone(),
                }
            }
            Read::Variable(id, index) => {
                let decl = self.program.variable_decl(id);
                let value = machine.variable(id, decl.entity, index).into_owned();
                Input {
                    name: format!("{}.{}", row_path(decl.entity, index), decl.name),
                    kind: InputKind::Variable,
                    value: self.shown(&value, &decl.ty),
                    source: None,
                }
            }
        }
    }

    fn shown(&self, value: &Value, ty: &Type) -> Shown {
        let unit = unit_of(ty).filter(|u| !u.is_count());
        let value = match unit {
            Some(Unit::PERCENT) => &percent(value),
            _ => value,
        };
        let unit = unit.map(|u| u.to_string());
        match value.missing() {
            None => Shown {
                value: Some(value.to_json(true)),
                unit,
                missing: Vec::new(),
            },
            Some(missing) => {
                let missing = missing.iter().map(|m| self.program.path(m)).collect();
                Shown {
                    value: None,
                    unit,
                    missing,
                }
            }
        }
    }
}

/// The unit of a quantity, or of all quantities of a list or table.
fn unit_of(ty: &Type) -> Option<Unit> {
    match ty {
        Type::Number(unit) => Some(*unit),
        Type::List(item) | Type::Range(item) => unit_of(item),
        Type::Context(entries) => {
            let mut units = entries.values().map(unit_of);
            let first = units.next()??;
            units.all(|u| u == Some(first)).then_some(first)
        }
        _ => None,
    }
}

/// Fractions as people read percentages: 0.3 as 30 (%).
fn percent(value: &Value) -> Value {
    match value {
        Value::Number(n) => n.mul(Number::from(100)).map_or(Value::Null, Value::Number),
        Value::List(items) => Value::list(items.iter().map(percent)),
        Value::Context(context) => {
            let entries: Context = context.iter().map(|(k, v)| (k, percent(v))).collect();
            Value::Context(entries.into())
        }
        other => other.clone(),
    }
}

/// A reason as data; the part of the formula it is about stands before it.
fn note(part: &str, why: &str) -> Note {
    let (zh, en) = why.split_once(" / ").unwrap_or((why, why));
    Note {
        zh: format!("{part}：{zh}"),
        en: format!("{part}: {en}"),
    }
}
