//! Many families as columns of facts.

use super::col::{HAS, OPEN};
use crate::family::{Fact, Family, Row};
use crate::number::Number;
use crate::schema::{FactId, Schema};
use crate::types::Entity;
use crate::value::Value;
use std::sync::Arc;

/// Whole numbers beyond this are rare enough to be computed one by one where
/// they keep the others from being computed together.
pub(super) const FAR: u64 = 1 << 40;

/// The values of one fact, a row each.
#[derive(Clone, Debug)]
pub enum Column {
    /// Numbers: `values` × 10^−`scale`.
    Numbers {
        /// The digits.
        values: Vec<i64>,
        /// How many stand behind the point; at most 6.
        scale: u8,
    },
    /// Yes or no.
    Booleans(Vec<bool>),
    /// Texts or codes: places in a list of words.
    Words {
        /// The words.
        words: Arc<[Value]>,
        /// A place for each row.
        places: Vec<u32>,
    },
}

impl Column {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Column::Numbers { values, .. } => values.len(),
            Column::Booleans(values) => values.len(),
            Column::Words { places, .. } => places.len(),
        }
    }

    /// The value of a row.
    pub(super) fn value(&self, row: usize) -> Option<Value> {
        Some(match self {
            Column::Numbers { values, scale } => {
                Value::Number(Number::new(i128::from(values[row]), u32::from(*scale))?)
            }
            Column::Booleans(values) => Value::Boolean(values[row]),
            Column::Words { words, places } => words[places[row] as usize].clone(),
        })
    }
}

/// A column, and what is true of it as a whole.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub column: Column,
    /// Of each row whether somebody has said; all where left out.
    pub states: Option<Vec<u8>>,
    /// Least and greatest number.
    pub low: i64,
    pub high: i64,
}

/// Many families: each fact a column, or nothing where nobody has said; each
/// household has an award, and no supporters are said.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The first member of each household, and the end.
    pub(super) first: Vec<u32>,
    /// The household of each member.
    pub(super) of: Vec<u32>,
    /// Most members of a household.
    pub(super) most: usize,
    /// Whether some number lies far out.
    pub(super) far: bool,
    pub(super) columns: [Vec<Option<Given>>; 4],
}

impl Batch {
    /// Households with so many members each.
    pub fn new(schema: &Schema, members: &[u32]) -> Batch {
        let mut first = vec![0];
        let mut of = Vec::new();
        for (household, count) in members.iter().enumerate() {
            of.extend(std::iter::repeat_n(household as u32, *count as usize));
            first.push(of.len() as u32);
        }
        let columns = Entity::ALL.map(|e| vec![None; schema.facts(e).len()]);
        Batch {
            first,
            of,
            most: members.iter().copied().max().unwrap_or(0) as usize,
            far: false,
            columns,
        }
    }

    /// Sets the column of a fact; `known` marks the rows where somebody has said.
    ///
    /// # Panics
    /// Where a column has another length than there are rows, or a supporter's.
    pub fn set(&mut self, fact: FactId, column: Column, known: Option<Vec<bool>>) {
        let rows = self.rows(fact.entity());
        assert_eq!(rows, Some(column.len()), "a column of another length");
        let fits = known.as_ref().is_none_or(|k| Some(k.len()) == rows);
        assert!(fits, "marks of another length");
        let (low, high) = match &column {
            Column::Numbers { values, .. } => {
                let (low, high) = (values.iter().min(), values.iter().max());
                (low.copied().unwrap_or(0), high.copied().unwrap_or(0))
            }
            _ => (0, 0),
        };
        self.far |= low.unsigned_abs().max(high.unsigned_abs()) > FAR;
        let known = known.filter(|known| known.contains(&false));
        let state = |known: bool| if known { HAS } else { OPEN };
        let given = Given {
            column,
            states: known.map(|k| k.into_iter().map(state).collect()),
            low,
            high,
        };
        self.columns[fact.entity() as usize][fact.slot()] = Some(given);
    }

    /// How many households there are.
    pub fn households(&self) -> usize {
        self.first.len() - 1
    }

    fn rows(&self, entity: Entity) -> Option<usize> {
        match entity {
            Entity::Person => Some(self.of.len()),
            Entity::Household | Entity::Award => Some(self.households()),
            Entity::Supporter => None,
        }
    }

    /// One household as a family.
    pub fn family(&self, schema: &Schema, household: usize) -> Family {
        let row = |entity: Entity, at: usize| {
            let mut row = Row::new(schema, entity);
            for (slot, given) in self.columns[entity as usize].iter().enumerate() {
                let Some(given) = given else {
                    continue;
                };
                if given.states.as_ref().is_none_or(|s| s[at] == HAS) {
                    let id = FactId {
                        entity,
                        slot: slot as u32,
                    };
                    let value = given.column.value(at);
                    row.set(id, value.map_or(Fact::Unknown, Fact::Known));
                }
            }
            row
        };
        let members = self.first[household] as usize..self.first[household + 1] as usize;
        Family {
            household: row(Entity::Household, household),
            members: members.map(|m| row(Entity::Person, m)).collect(),
            supporters: None,
            award: Some(row(Entity::Award, household)),
        }
    }
}
