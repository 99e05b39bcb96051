//! Many families as columns of facts.

use crate::family::{Fact, Family, Row};
use crate::number::Number;
use crate::schema::{FactId, Schema};
use crate::types::Entity;
use crate::value::Value;

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
        words: Vec<Value>,
        /// A place for each row.
        places: Vec<u32>,
    },
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Column::Numbers { values, .. } => values.len(),
            Column::Booleans(values) => values.len(),
            Column::Words { places, .. } => places.len(),
        }
    }

    fn fact(&self, row: usize) -> Fact {
        match self {
            Column::Numbers { values, scale } => {
                let number = Number::new(i128::from(values[row]), u32::from(*scale));
                number.map_or(Fact::Unknown, |n| Fact::Known(Value::Number(n)))
            }
            Column::Booleans(values) => Fact::Known(Value::Boolean(values[row])),
            Column::Words { words, places } => Fact::Known(words[places[row] as usize].clone()),
        }
    }
}

/// A column, and the rows of it where somebody has said; all where left out.
pub(super) type Given = (Column, Option<Vec<bool>>);

/// Many families: each fact a column, or nothing where nobody has said; each
/// household has an award, and no supporters are said.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The first member of each household, and the end.
    pub(super) first: Vec<u32>,
    /// The household of each member.
    pub(super) of: Vec<u32>,
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
        Batch { first, of, columns }
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
        self.columns[fact.entity() as usize][fact.slot()] = Some((column, known));
    }

    /// How many households there are.
    pub fn households(&self) -> usize {
        self.first.len() - 1
    }

    pub(super) fn rows(&self, entity: Entity) -> Option<usize> {
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
            for (slot, column) in self.columns[entity as usize].iter().enumerate() {
                let Some((column, known)) = column else {
                    continue;
                };
                if known.as_ref().is_none_or(|k| k[at]) {
                    let id = FactId {
                        entity,
                        slot: slot as u32,
                    };
                    row.set(id, column.fact(at));
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
