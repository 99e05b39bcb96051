//! Kinds against kinds, in households and persons.

use std::collections::{BTreeMap, BTreeSet};

use super::{Alignment, Line};
use crate::clean::PackedId;

/// Households and persons, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// 户
    pub households: u64,
    /// 人
    pub persons: u64,
}

/// How many of each kind there are in which kinds here.
///
/// A household or person in two kinds here stands in both cells. The **gross** total of a row
/// adds its cells and so counts them twice; the **net** total counts each once. Reports print
/// the one or the other without saying which; both are given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CrossTable {
    /// All households and persons of each kind there.
    pub rows: BTreeMap<String, Cell>,
    /// Kind there, kind here → those in both.
    pub cells: BTreeMap<(String, String), Cell>,
    /// Kind there → sum of its cells.
    pub gross: BTreeMap<String, Cell>,
    /// Kind there → those in any kind here, each once.
    pub net: BTreeMap<String, Cell>,
}

#[derive(Default)]
struct Count<'l> {
    households: BTreeSet<&'l str>,
    persons: BTreeSet<PackedId>,
}

impl<'l> Count<'l> {
    fn add(&mut self, line: &'l Line, id: PackedId) {
        self.households.insert(&line.household);
        self.persons.insert(id);
    }

    fn cell(&self) -> Cell {
        Cell {
            households: self.households.len() as u64,
            persons: self.persons.len() as u64,
        }
    }
}

/// Counts an alignment. Households are those of the list there, whose kinds are the rows.
pub fn cross_table(here: &[Line], there: &[Line], alignment: &Alignment) -> CrossTable {
    let mut rows: BTreeMap<&str, Count<'_>> = BTreeMap::new();
    let mut cells: BTreeMap<(&str, &str), Count<'_>> = BTreeMap::new();
    let mut net: BTreeMap<&str, Count<'_>> = BTreeMap::new();
    for line in there {
        if let Some(id) = line.id {
            rows.entry(&line.kind).or_default().add(line, id);
        }
    }
    for (ours, theirs) in &alignment.both {
        for line in theirs.iter().map(|at| &there[*at]) {
            let Some(id) = line.id else {
                continue;
            };
            net.entry(&line.kind).or_default().add(line, id);
            for kind in ours.iter().map(|at| here[*at].kind.as_str()) {
                cells.entry((&line.kind, kind)).or_default().add(line, id);
            }
        }
    }
    let mut table = CrossTable {
        rows: owned(&rows),
        net: owned(&net),
        ..CrossTable::default()
    };
    for ((row, kind), count) in &cells {
        let cell = count.cell();
        table
            .cells
            .insert(((*row).to_owned(), (*kind).to_owned()), cell);
        let gross = table.gross.entry((*row).to_owned()).or_default();
        gross.households += cell.households;
        gross.persons += cell.persons;
    }
    table
}

fn owned(counts: &BTreeMap<&str, Count<'_>>) -> BTreeMap<String, Cell> {
    counts
        .iter()
        .map(|(kind, count)| ((*kind).to_owned(), count.cell()))
        .collect()
}
