//! A table as the formula that it stands for.

use super::{Cell, Hit, Output, Table, TableRow, Test};
use crate::fault::Spot;
use std::ops::Range;

/// A part of the formula, and the cell that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the formula.
    pub at: Range<usize>,
    /// Where the cell stands.
    pub spot: Spot,
}

/// A formula with the places its parts came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The formula.
    pub formula: String,
    /// Its parts, in order.
    pub pieces: Vec<Piece>,
}

impl Written {
    fn push(&mut self, text: &str) {
        self.formula.push_str(text);
    }

    fn piece(&mut self, text: &str, spot: Spot) {
        let start = self.formula.len();
        self.formula.push_str(text);
        let at = start..self.formula.len();
        self.pieces.push(Piece { at, spot });
    }
}

impl Table {
    /// The formula: a chain of `if` for a single hit, an aggregate over the
    /// rows for a collecting one.
    pub fn write(&self) -> Written {
        let mut out = Written::default();
        match self.hit {
            Hit::Unique | Hit::Any | Hit::First | Hit::Priority => self.chain(&mut out),
            Hit::Collect => self.collect("", &mut out),
            Hit::Sum => self.collect("sum", &mut out),
            Hit::Least => self.collect("min", &mut out),
            Hit::Most => self.collect("max", &mut out),
            Hit::Count => self.count(&mut out),
        }
        out
    }

    fn chain(&self, out: &mut Written) {
        let mut rows: Vec<&TableRow> = self.rows.iter().collect();
        if self.hit == Hit::Priority {
            // Stable: rows of one output keep their order.
            let rank = |row: &&TableRow| {
                let place = self.priority.iter().position(|p| *p == row.output.formula);
                place.unwrap_or(usize::MAX)
            };
            rows.sort_by_key(rank);
        }
        for row in rows {
            if row.cells.iter().all(|(cell, _)| *cell == Cell::Any) {
                return output(&row.output, out);
            }
            out.push("if ");
            self.condition(row, out);
            out.push(" then ");
            output(&row.output, out);
            out.push("\nelse ");
        }
        match &self.default {
            Some(default) => output(default, out),
            None => out.push("null"),
        }
    }

    /// The outputs of the rows that match, by filtering rows that do not out.
    fn collect(&self, function: &str, out: &mut Written) {
        out.push(function);
        out.push(if function.is_empty() {
            "flatten(["
        } else {
            "(flatten(["
        });
        for (n, row) in self.rows.iter().enumerate() {
            out.push(if n == 0 { "" } else { ",\n" });
            out.push("if ");
            self.condition(row, out);
            out.push(" then [");
            output(&row.output, out);
            out.push("] else []");
        }
        out.push(if function.is_empty() { "])" } else { "]))" });
    }

    fn count(&self, out: &mut Written) {
        for (n, row) in self.rows.iter().enumerate() {
            out.push(if n == 0 { "" } else { "\n+ " });
            out.push("(if ");
            self.condition(row, out);
            out.push(" then 1 else 0)");
        }
    }

    fn condition(&self, row: &TableRow, out: &mut Written) {
        let mut first = true;
        for ((cell, spot), input) in row.cells.iter().zip(&self.inputs) {
            if *cell == Cell::Any {
                continue;
            }
            out.push(if first { "" } else { " and " });
            first = false;
            let tests: Vec<String> = cell.tests().iter().map(feel).collect();
            let none = matches!(cell, Cell::None(_));
            let equal = match cell.tests() {
                [Test::Is(edge)] => Some(edge.feel()),
                _ => None,
            };
            out.push(if none { "not(" } else { "" });
            out.piece(&format!("({})", input.formula), input.spot);
            match equal {
                Some(edge) => {
                    out.push(" = ");
                    out.piece(&edge, *spot);
                }
                None => {
                    out.push(" in ");
                    out.piece(&format!("({})", tests.join(", ")), *spot);
                }
            }
            out.push(if none { ")" } else { "" });
        }
        if first {
            out.push("true");
        }
    }
}

fn output(output: &Output, out: &mut Written) {
    out.piece(&format!("({})", output.formula), output.spot);
}

fn feel(test: &Test) -> String {
    match test {
        Test::Is(edge) => edge.feel(),
        Test::Compare(sign, edge) => format!("{sign} {}", edge.feel()),
        Test::Between(low, low_in, high, high_in) => {
            let (open, close) = (
                if *low_in { '[' } else { '(' },
                if *high_in { ']' } else { ')' },
            );
            format!("{open}{}..{}{close}", low.feel(), high.feel())
        }
    }
}
