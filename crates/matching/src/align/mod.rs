//! Two lists beside each other (双衔接): who is in both, only here, only there, and where they
//! contradict each other; and the cross-table of their kinds, gross and each person once.

mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::clean::{PackedId, fold_name};

pub use table::{Cell, CrossTable, cross_table};

/// One line of a list: a person in one kind. A person in two programmes has two lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number; a line without one is for the linking queue.
    pub id: Option<PackedId>,
    /// The name.
    pub name: String,
    /// Key of the household in its own list.
    pub household: String,
    /// What the list has the person as: 脱贫不稳定, 一二类.
    pub kind: String,
    /// Fields that both lists have, by name: 住址, 家庭人口.
    pub fields: BTreeMap<String, String>,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// First line of the person here.
    pub here: usize,
    /// First line of the person there.
    pub there: usize,
    /// Which field; 姓名 for the name.
    pub field: String,
}

/// Two lists beside each other. Numbers are places of lines; a person with several lines is
/// named by the first, and persons come in the order of their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// In both: the lines here and there.
    pub both: Vec<(Vec<usize>, Vec<usize>)>,
    /// Only here.
    pub only_here: Vec<Vec<usize>>,
    /// Only there.
    pub only_there: Vec<Vec<usize>>,
    /// Persons of both whose fields differ.
    pub conflicts: Vec<Conflict>,
    /// Lines without a number, here and there: they can be linked, not aligned.
    pub without_number: (Vec<usize>, Vec<usize>),
    /// Persons who stand several times in one kind of one list, here and there.
    pub repeated: (Vec<usize>, Vec<usize>),
}

/// The field under which names are compared.
pub const NAME: &str = "姓名";

type ByPerson = BTreeMap<PackedId, Vec<usize>>;

/// Lays two lists beside each other by identity number.
pub fn align(here: &[Line], there: &[Line]) -> Alignment {
    let mut result = Alignment::default();
    let ours = by_person(here, &mut result.without_number.0, &mut result.repeated.0);
    let mut theirs = by_person(there, &mut result.without_number.1, &mut result.repeated.1);
    for (id, lines) in ours {
        match theirs.remove(&id) {
            None => result.only_here.push(lines),
            Some(others) => {
                conflicts(here, there, &lines, &others, &mut result.conflicts);
                result.both.push((lines, others));
            }
        }
    }
    result.only_there = theirs.into_values().collect();
    result
}

fn by_person(lines: &[Line], without: &mut Vec<usize>, repeated: &mut Vec<usize>) -> ByPerson {
    let mut people = ByPerson::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(id) = line.id else {
            without.push(at);
            continue;
        };
        let known = people.entry(id).or_default();
        if known.iter().any(|other| lines[*other].kind == line.kind) {
            repeated.push(at);
        }
        known.push(at);
    }
    people
}

/// Fields in which no line here agrees with any line there.
fn conflicts(
    here: &[Line],
    there: &[Line],
    lines: &[usize],
    others: &[usize],
    found: &mut Vec<Conflict>,
) {
    let mut add = |field: &str| {
        found.push(Conflict {
            here: lines[0],
            there: others[0],
            field: field.to_owned(),
        });
    };
    let agree = |same: &dyn Fn(&Line, &Line) -> bool| {
        lines
            .iter()
            .any(|a| others.iter().any(|b| same(&here[*a], &there[*b])))
    };
    if !agree(&|a, b| fold_name(&a.name) == fold_name(&b.name)) {
        add(NAME);
    }
    let names: std::collections::BTreeSet<&String> = lines
        .iter()
        .flat_map(|at| here[*at].fields.keys())
        .collect();
    for name in names {
        // What one list does not say contradicts nothing.
        let said = |all: &[Line], at: &[usize]| {
            at.iter()
                .any(|n| all[*n].fields.get(name).is_some_and(|v| !v.is_empty()))
        };
        let same = agree(&|a, b| {
            a.fields.get(name).map(|v| kernel::text::squeeze(v))
                == b.fields.get(name).map(|v| kernel::text::squeeze(v))
        });
        if said(here, lines) && said(there, others) && !same {
            add(name);
        }
    }
}
