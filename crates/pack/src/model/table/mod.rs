//! Decision tables: a formula written as rows (DMN).
//!
//! A table is another way of writing a formula: it is turned into FEEL when the
//! pack is read, so that there is one tree, one meaning and one explanation.

mod cell;
mod feel;
mod space;

pub use cell::{Cell, Edge, Test};
pub use feel::{Piece, Written};
pub use space::{Clash, Domain, Found, MOST_STEPS};

#[cfg(test)]
mod tests;

use crate::fault::Spot;

/// Which rows of a table count (the hit policies of the DMN standard).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// `U`: at most one row matches.
    Unique,
    /// `A`: several may match that give the same.
    Any,
    /// `F`: the first that matches.
    First,
    /// `P`: that whose output stands first in the list of outputs.
    Priority,
    /// `C`: the outputs of all that match, as a list.
    Collect,
    /// `C+`: their sum.
    Sum,
    /// `C<`: the smallest.
    Least,
    /// `C>`: the largest.
    Most,
    /// `C#`: how many match.
    Count,
}

impl Hit {
    /// The letters of the standard.
    pub const WORDS: &'static [(&'static str, Hit)] = &[
        ("U", Hit::Unique),
        ("A", Hit::Any),
        ("F", Hit::First),
        ("P", Hit::Priority),
        ("C", Hit::Collect),
        ("C+", Hit::Sum),
        ("C<", Hit::Least),
        ("C>", Hit::Most),
        ("C#", Hit::Count),
    ];

    /// Whether every case must meet a row, so that a hole is a fault.
    pub fn is_total(self) -> bool {
        matches!(self, Hit::Unique | Hit::Any | Hit::First | Hit::Priority)
    }
}

/// One column that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableInput {
    /// What is asked: a name or a formula.
    pub formula: String,
    /// Smallest value that can be.
    pub from: Option<Edge>,
    /// Largest value that can be.
    pub to: Option<Edge>,
    /// Where it stands.
    pub spot: Spot,
}

/// An output: a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The formula; a bare word is a text.
    pub formula: String,
    /// Where it stands.
    pub spot: Spot,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// A cell for each input.
    pub cells: Vec<(Cell, Spot)>,
    /// What comes out.
    pub output: Output,
    /// Where it stands.
    pub spot: Spot,
}

/// A decision table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which rows count.
    pub hit: Hit,
    /// The columns.
    pub inputs: Vec<TableInput>,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// What comes out where no row matches.
    pub default: Option<Output>,
    /// For [`Hit::Priority`]: the outputs, that which goes before first.
    pub priority: Vec<String>,
    /// Where it stands.
    pub spot: Spot,
}
