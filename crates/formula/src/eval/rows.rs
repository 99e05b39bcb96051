//! The rows of a family: facts read, variables computed once each.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::{Env, Machine, Read, null, own};
use crate::family::{Fact, Family, Row};
use crate::program::VariableId;
use crate::schema::FactId;
use crate::tree::{Field, Node};
use crate::types::Entity;
use crate::value::{FactRef, Value};

/// Where the variables are computed: their trees and their cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// The tree of each variable.
    pub nodes: Vec<Node>,
    /// Its entity and its place among the variables of that entity.
    pub places: Vec<(Entity, u32)>,
    /// How many variables each entity has.
    pub widths: [u32; 4],
}

/// One family with the cells of its variables.
pub(crate) struct Facts<'e> {
    plan: &'e Plan,
    family: &'e Family,
    cells: &'e [OnceCell<Value>],
    /// The first cell of each entity.
    bases: [u32; 4],
}

impl Plan {
    /// How many cells a family needs.
    pub fn cells(&self, family: &Family) -> usize {
        let rows = |entity| rows_of(family, entity).map_or(0, <[Row]>::len);
        Entity::ALL
            .into_iter()
            .map(|e| rows(e) * self.widths[e.index()] as usize)
            .sum()
    }
}

fn rows_of(family: &Family, entity: Entity) -> Option<&[Row]> {
    match entity {
        Entity::Person => Some(&family.members),
        Entity::Household => Some(std::slice::from_ref(&family.household)),
        Entity::Supporter => family.supporters.as_deref(),
        Entity::Award => family.award.as_ref().map(std::slice::from_ref),
    }
}

impl<'e> Facts<'e> {
    pub fn new(plan: &'e Plan, family: &'e Family, cells: &'e [OnceCell<Value>]) -> Facts<'e> {
        let mut bases = [0; 4];
        let mut next = 0;
        for entity in Entity::ALL {
            bases[entity.index()] = next;
            let rows = rows_of(family, entity).map_or(0, <[Row]>::len) as u32;
            next += rows * plan.widths[entity.index()];
        }
        Facts {
            plan,
            family,
            cells,
            bases,
        }
    }

    /// How many rows there are; `None` when nobody knows.
    pub fn count(&self, entity: Entity) -> Option<u32> {
        rows_of(self.family, entity).map(|rows| rows.len() as u32)
    }

    pub fn row(&self, entity: Entity, index: u32) -> Option<&'e Row> {
        rows_of(self.family, entity)?.get(index as usize)
    }

    pub fn cell(&self, variable: VariableId, index: u32) -> Option<&'e OnceCell<Value>> {
        self.cells.get(self.place(variable, index)? as usize)
    }

    /// Which cell a variable of a row has.
    fn place(&self, variable: VariableId, index: u32) -> Option<u32> {
        let (entity, place) = *self.plan.places.get(variable.0 as usize)?;
        if index >= self.count(entity)? {
            return None;
        }
        Some(self.bases[entity.index()] + index * self.plan.widths[entity.index()] + place)
    }

    /// Fills a cell that is still empty.
    pub fn put(&self, place: u32, value: Value) {
        if let Some(cell) = self.cells.get(place as usize) {
            cell.get_or_init(|| value);
        }
    }

    /// The cells of some variables that were computed, with their values.
    pub fn computed(&self, variables: &[VariableId]) -> impl Iterator<Item = (u32, Value)> {
        let rows = move |variable: &VariableId| {
            let entity = self.plan.places.get(variable.0 as usize).map(|(e, _)| *e);
            let count = entity.and_then(|entity| self.count(entity)).unwrap_or(0);
            let variable = *variable;
            (0..count).filter_map(move |index| {
                let place = self.place(variable, index)?;
                let value = self.cells.get(place as usize)?.get()?;
                Some((place, value.clone()))
            })
        };
        variables.iter().flat_map(rows)
    }
}

impl Machine<'_> {
    /// A field of one row of its entity.
    pub(super) fn field(&self, field: Field, index: u32) -> Cow<'_, Value> {
        match field {
            Field::Fact(id, rule) => self.fact(id, rule, index),
            Field::Variable(id, entity) => {
                if let Some(recorder) = &self.recorder {
                    recorder.read(Read::Variable(id, index));
                }
                self.variable(id, entity, index)
            }
        }
    }

    /// A variable of one row, computed when first asked for.
    pub fn variable(&self, id: VariableId, entity: Entity, index: u32) -> Cow<'_, Value> {
        let Some(facts) = &self.facts else {
            return null();
        };
        let Some(cell) = facts.cell(id, index) else {
            return own(Value::Unknown(self.lacks(FactRef::Rows(entity))));
        };
        if let Some(value) = cell.get() {
            return Cow::Borrowed(value);
        }
        let node = &facts.plan.nodes[id.0 as usize];
        if let Some(recorder) = &self.recorder {
            recorder.open();
        }
        let env = Env::of_row(index);
        let value = self.eval(node, &env).into_owned();
        if let Some(recorder) = &self.recorder {
            recorder.close(id, index);
        }
        Cow::Borrowed(cell.get_or_init(|| value))
    }

    /// A fact as a formula without a rule would read it.
    pub fn fact_as_read(&self, id: FactId, index: u32) -> Value {
        self.fact(id, None, index).into_owned()
    }

    fn fact(&self, id: FactId, rule: Option<VariableId>, index: u32) -> Cow<'_, Value> {
        let Some(facts) = &self.facts else {
            return null();
        };
        let Some(row) = facts.row(id.entity(), index) else {
            return own(Value::Unknown(self.lacks(FactRef::Rows(id.entity()))));
        };
        let unknown = || {
            let what = FactRef::Fact {
                entity: id.entity(),
                index,
                fact: id,
            };
            own(Value::Unknown(self.lacks(what)))
        };
        let (value, read) = match (row.get(id), rule) {
            (Fact::Known(value), _) => (Cow::Borrowed(value), Read::Fact(id, index)),
            (Fact::Absent, _) => (null(), Read::Fact(id, index)),
            (Fact::Unknown, None) => (unknown(), Read::Fact(id, index)),
            (Fact::Unknown, Some(rule)) => match self.variable(rule, id.entity(), index) {
                // The rule says nothing about this one.
                value if value.is_null() => (unknown(), Read::Fact(id, index)),
                // Either the fact or what its rule needs would do.
                value => match &*value {
                    Value::Unknown(missing) => {
                        let what = FactRef::Fact {
                            entity: id.entity(),
                            index,
                            fact: id,
                        };
                        let both = missing.and(&self.lacks(what));
                        (own(Value::Unknown(both)), Read::Fact(id, index))
                    }
                    _ => (value, Read::Rule(id, index, rule)),
                },
            },
        };
        if let Some(recorder) = &self.recorder {
            recorder.read(read);
        }
        value
    }

    /// A field of a row that an expression gave; of each row of a list.
    pub(super) fn field_of<'b>(&'b self, row: Cow<'_, Value>, field: Field) -> Cow<'b, Value> {
        match &*row {
            Value::Row(entity, index) if *entity == field.entity() => self.field(field, *index),
            Value::Unknown(missing) => own(Value::Unknown(missing.clone())),
            Value::List(rows) => own(Value::List(
                rows.iter()
                    .map(|r| self.field_of(Cow::Borrowed(r), field).into_owned())
                    .collect(),
            )),
            _ => null(),
        }
    }

    pub(super) fn is_given(&self, fact: FactId, own_row: u32) -> bool {
        let index = if fact.entity().is_listed() {
            own_row
        } else {
            0
        };
        if let Some(recorder) = &self.recorder {
            recorder.read(Read::Fact(fact, index));
        }
        let row = self
            .facts
            .as_ref()
            .and_then(|f| f.row(fact.entity(), index));
        row.is_some_and(|row| *row.get(fact) != Fact::Unknown)
    }
}
