//! Many families at once, column by column.
//!
//! The same tree that computes one family is walked once for some thousand
//! households, and each step computes a column in whole numbers. A row that
//! cannot be had so (a fact nobody has given, too many digits, a construct that
//! has no column) is marked, and what is marked where it matters is computed as
//! one family. There is no second meaning, only a shorter way to the same value.

mod batch;
mod col;
mod data;
mod figures;
mod lists;
mod num;
mod walk;

pub use batch::{Batch, Column};
pub use figures::Figures;

use crate::program::{Linked, VariableId, Workspace};
use figures::Piece;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use walk::Walk;

/// Households computed at once: few enough for their columns to stay in the
/// cache, enough for the walk over the tree not to count.
const AT_ONCE: usize = 4096;

impl Linked<'_> {
    /// The values of variables of the household or the award, a row each.
    pub fn columns(&self, batch: &Batch, variables: &[VariableId]) -> Figures {
        self.columns_on(1, batch, variables)
    }

    /// As [`columns`](Self::columns), on so many threads; the figures are the same.
    pub fn columns_on(&self, threads: usize, batch: &Batch, variables: &[VariableId]) -> Figures {
        let households = batch.households();
        let count = households.div_ceil(AT_ONCE);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let part = next.fetch_add(1, Ordering::Relaxed);
                if part >= count {
                    return done;
                }
                let rows = part * AT_ONCE..((part + 1) * AT_ONCE).min(households);
                done.push((part, self.part(batch, rows, variables)));
            }
        };
        let mut done = if threads.min(count) <= 1 {
            work()
        } else {
            std::thread::scope(|scope| {
                let others: Vec<_> = (1..threads.min(count)).map(|_| scope.spawn(work)).collect();
                let mut done = work();
                for other in others {
                    match other.join() {
                        Ok(more) => done.extend(more),
                        Err(panic) => std::panic::resume_unwind(panic),
                    }
                }
                done
            })
        };
        done.sort_by_key(|(part, _)| *part);
        Figures {
            single: done.iter().map(|(_, (_, single))| single).sum(),
            parts: done.into_iter().map(|(_, (pieces, _))| pieces).collect(),
            at_once: AT_ONCE,
        }
    }

    /// Some households, and how many of them were computed one by one.
    fn part(
        &self,
        batch: &Batch,
        households: Range<usize>,
        variables: &[VariableId],
    ) -> (Vec<Piece>, usize) {
        let (mut pieces, mut open) = self.pieces(batch, households.clone(), variables, false);
        if batch.far && !open.is_empty() {
            // Numbers far out may be why: without them, the others can be had.
            let closer = self.pieces(batch, households.clone(), variables, true);
            if closer.1.len() < open.len() {
                (pieces, open) = closer;
            }
        }
        let mut workspace = Workspace::default();
        for row in &open {
            let family = batch.family(self.program().schema(), households.start + row);
            let evaluation = self.evaluate(&family, &mut workspace);
            for (variable, piece) in variables.iter().zip(&mut pieces) {
                let value = evaluation.known(*variable, 0).cloned();
                piece.put(*row, households.len(), value);
            }
        }
        (pieces, open.len())
    }

    fn pieces(
        &self,
        batch: &Batch,
        households: Range<usize>,
        variables: &[VariableId],
        tight: bool,
    ) -> (Vec<Piece>, BTreeSet<usize>) {
        let rows = households.len();
        let mut walk = Walk::new(self, batch, households, tight);
        let mut open = BTreeSet::new();
        let mut piece = |variable: &VariableId| {
            let listed = self.program().variable_decl(*variable).entity.is_listed();
            let column = match listed {
                true => std::rc::Rc::new(col::Col::open()),
                false => walk.variable(*variable),
            };
            let piece = Piece::new(&column, rows);
            piece.open(|row| _ = open.insert(row));
            piece
        };
        let pieces = variables.iter().map(&mut piece).collect();
        (pieces, open)
    }
}
