//! Many families at once, column by column.
//!
//! The same tree that computes one family is walked once for a batch, and each
//! step computes a column. A row that cannot be had so (a fact nobody has
//! given, a null, a fraction at a boundary, too many digits, a construct that
//! has no column) is marked, and what is marked where it matters is computed as
//! one family. There is no second meaning, only a shorter way to the same value.

mod batch;
mod eval;
mod lists;
mod num;

pub use batch::{Batch, Column};

use crate::program::{Linked, VariableId, Workspace};
use crate::value::Value;

/// The values of variables over a batch, and how they were had.
#[derive(Clone, Debug)]
pub struct Figures {
    /// For each variable asked for, a value a row; none where it is unknown.
    pub values: Vec<Vec<Option<Value>>>,
    /// How many households were computed one by one.
    pub single: usize,
}

impl Linked<'_> {
    /// The values of variables of the household or the award, a row each.
    pub fn columns(&self, batch: &Batch, variables: &[VariableId]) -> Figures {
        let mut walk = eval::Walk::new(self, batch);
        let rows = batch.households();
        let mut values: Vec<Vec<Option<Value>>> = Vec::with_capacity(variables.len());
        let mut open = vec![false; rows];
        for variable in variables {
            let column = walk.variable(*variable);
            let listed = self.program().variable_decl(*variable).entity.is_listed();
            let column = column.filter(|_| !listed);
            values.push(match column {
                Some(column) => {
                    let row = |n: usize| {
                        let value = column.value(n);
                        open[n] |= value.is_none();
                        value
                    };
                    (0..rows).map(row).collect()
                }
                None => {
                    open.iter_mut().for_each(|o| *o = true);
                    vec![None; rows]
                }
            });
        }
        let mut workspace = Workspace::default();
        let mut single = 0;
        for household in (0..rows).filter(|n| open[*n]) {
            single += 1;
            let family = batch.family(self.program().schema(), household);
            let evaluation = self.evaluate(&family, &mut workspace);
            for (variable, values) in variables.iter().zip(&mut values) {
                values[household] = evaluation.known(*variable, 0).cloned();
            }
        }
        Figures { values, single }
    }
}
