//! What came out of a batch.

use super::batch::Column;
use super::col::{Col, HAS, Kind, NULL, OPEN};
use super::data::Data;
use super::num::Numbers;
use crate::value::Value;

/// The row stands among the others.
const OTHER: u8 = 3;

/// The values of one variable over some households.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    column: Column,
    states: Option<Vec<u8>>,
    /// Values that the column cannot hold, by row.
    others: Vec<(usize, Value)>,
}

impl Piece {
    pub fn new(col: &Col<'_>, rows: usize) -> Piece {
        let all = |values: &Data<'_, bool>| match values.one() {
            Some(one) => vec![one; rows],
            None => values.all().to_vec(),
        };
        let states = col.state.as_ref().map(|state| match state.one() {
            Some(one) => vec![one; rows],
            None => state.all().to_vec(),
        });
        let mut piece = Piece {
            column: Column::Booleans(Vec::new()),
            states,
            others: Vec::new(),
        };
        piece.column = match &col.kind {
            Kind::Nothing => Column::Booleans(vec![false; rows]),
            Kind::Booleans(values) => Column::Booleans(all(values)),
            Kind::Words(words, places) => Column::Words {
                words: words.clone(),
                places: (0..rows).map(|n| places.at(n)).collect(),
            },
            Kind::Numbers(numbers) => match plain(numbers, rows) {
                Some(column) => column,
                None => {
                    for row in 0..rows {
                        if col.state(row) == HAS {
                            piece.put(row, rows, numbers.decimal(row).map(Value::Number));
                        }
                    }
                    Column::Booleans(vec![false; rows])
                }
            },
        };
        piece
    }

    /// Gives a row a value of its own; none where it is unknown.
    pub fn put(&mut self, row: usize, rows: usize, value: Option<Value>) {
        let states = self.states.get_or_insert_with(|| vec![HAS; rows]);
        states[row] = if value.is_some() { OTHER } else { OPEN };
        if let Some(value) = value {
            let place = self.others.partition_point(|(r, _)| *r < row);
            self.others.insert(place, (row, value));
        }
    }

    /// Rows that could not be had.
    pub fn open(&self, mut found: impl FnMut(usize)) {
        let states = self.states.iter().flatten().enumerate();
        states
            .filter(|(_, s)| **s == OPEN)
            .for_each(|(row, _)| found(row));
    }

    pub fn value(&self, row: usize) -> Option<Value> {
        match self.states.as_ref().map_or(HAS, |s| s[row]) {
            HAS => self.column.value(row),
            NULL => Some(Value::Null),
            OTHER => {
                let place = self.others.binary_search_by_key(&row, |(r, _)| *r).ok()?;
                Some(self.others[place].1.clone())
            }
            _ => None,
        }
    }
}

/// Numbers that all have few decimals.
fn plain(numbers: &Numbers<'_>, rows: usize) -> Option<Column> {
    if numbers.doubt.is_some() || numbers.under.is_some() {
        return None;
    }
    let (scale, by) = (0..=6_u8).find_map(|scale| {
        let ten = 10_i64.pow(scale.into());
        (ten % numbers.den == 0).then_some((scale, ten / numbers.den))
    })?;
    numbers.low.checked_mul(by)?;
    numbers.high.checked_mul(by)?;
    let values = match numbers.values.one() {
        Some(one) => vec![one * by; rows],
        None => numbers.values.all().iter().map(|v| v * by).collect(),
    };
    Some(Column::Numbers { values, scale })
}

/// The values of variables over a batch, and how they were had.
#[derive(Clone, Debug)]
pub struct Figures {
    /// For each part of so many households, a piece for each variable.
    pub(super) parts: Vec<Vec<Piece>>,
    pub(super) at_once: usize,
    /// How many households were computed one by one.
    pub single: usize,
}

impl Figures {
    /// The value of a variable, by its place among those asked for, for a
    /// household; none where it is unknown.
    pub fn value(&self, variable: usize, household: usize) -> Option<Value> {
        self.parts[household / self.at_once][variable].value(household % self.at_once)
    }
}
