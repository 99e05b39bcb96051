//! Counts and sums of both sides.

use super::compare::Rows;
use super::family::Mask;
use super::scheme::ProgrammeName;
use kernel::DivisionCode;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// 户, 人 and fen a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Households.
    pub households: i64,
    /// Persons.
    pub persons: i64,
    /// Fen a month.
    pub fen: i64,
}

impl Sum {
    /// One household with some members; nothing where there is none.
    pub(crate) fn of(members: Mask, fen: i64) -> Sum {
        Sum {
            households: i64::from(members != 0),
            persons: i64::from(members.count_ones()),
            fen,
        }
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, other: Sum) {
        self.households += other.households;
        self.persons += other.persons;
        self.fen += other.fen;
    }
}

/// What is counted of a programme, of a division, of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Row {
    /// Paid before.
    pub before: Sum,
    /// Paid after.
    pub after: Sum,
    /// Newly paid; the fen are what they get.
    pub enter: Sum,
    /// Not paid any more; the fen are what they got.
    pub leave: Sum,
    /// Paid more; the fen are the difference.
    pub raise: Sum,
    /// Paid less; the fen are the difference.
    pub lower: Sum,
    /// Failed before, and may qualify after, once missing facts are known.
    pub possible: Sum,
    /// Qualify before and hold no award.
    pub gap_before: Sum,
    /// Qualify after and hold no award.
    pub gap_after: Sum,
    /// Hold an award and do not qualify, before.
    pub over_before: Sum,
    /// Hold an award and do not qualify, after.
    pub over_after: Sum,
    /// Not paid before, and whether they qualify is unknown.
    pub unknown_before: Sum,
    /// Not paid after, and whether they qualify is unknown.
    pub unknown_after: Sum,
    /// Paid after, with an amount that cannot be told and counts as nothing here.
    pub open_after: Sum,
}

impl Row {
    fn parts(&mut self) -> [&mut Sum; 14] {
        [
            &mut self.before,
            &mut self.after,
            &mut self.enter,
            &mut self.leave,
            &mut self.raise,
            &mut self.lower,
            &mut self.possible,
            &mut self.gap_before,
            &mut self.gap_after,
            &mut self.over_before,
            &mut self.over_after,
            &mut self.unknown_before,
            &mut self.unknown_after,
            &mut self.open_after,
        ]
    }
}

impl Row {
    /// So many times the same.
    fn times(mut self, times: i64) -> Row {
        for sum in self.parts() {
            sum.households *= times;
            sum.persons *= times;
            sum.fen *= times;
        }
        self
    }
}

impl AddAssign for Row {
    fn add_assign(&mut self, mut other: Row) {
        for (mine, other) in self.parts().into_iter().zip(other.parts()) {
            *mine += *other;
        }
    }
}

/// Counts and sums; adding in another order gives the same.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// Households over all programmes, each once.
    pub all: Row,
    /// The same by division.
    pub by_division: BTreeMap<DivisionCode, Row>,
    /// By programme, in the order of `names`.
    pub by_programme: Vec<Row>,
    /// By programme and division.
    pub by_both: BTreeMap<(usize, DivisionCode), Row>,
    /// Fen before and after by programme and component.
    pub components: Vec<Vec<(i64, i64)>>,
    /// The programmes.
    pub names: Vec<ProgrammeName>,
}

impl Totals {
    /// Nothing counted yet.
    pub(crate) fn new(names: Vec<ProgrammeName>) -> Totals {
        let components = names.iter().map(|n| vec![(0, 0); n.components.len()]);
        Totals {
            by_programme: vec![Row::default(); names.len()],
            components: components.collect(),
            names,
            ..Totals::default()
        }
    }

    /// The place of a programme, which is added where it is new.
    fn place(&mut self, name: &ProgrammeName) -> usize {
        let known = self.names.iter().position(|n| n.key == name.key);
        known.unwrap_or_else(|| {
            self.names.push(ProgrammeName {
                components: Vec::new(),
                ..name.clone()
            });
            self.by_programme.push(Row::default());
            self.components.push(Vec::new());
            self.names.len() - 1
        })
    }

    /// Counts a household.
    pub(crate) fn add(&mut self, division: DivisionCode, rows: &Rows) {
        self.count(division, rows, 1);
    }

    /// Takes back a household that was counted so.
    pub(crate) fn take(&mut self, division: DivisionCode, rows: &Rows) {
        self.count(division, rows, -1);
    }

    fn count(&mut self, division: DivisionCode, rows: &Rows, times: i64) {
        let whole = rows.whole.times(times);
        self.all += whole;
        *self.by_division.entry(division).or_default() += whole;
        for one in &rows.programmes {
            let (n, row) = (usize::from(one.programme), one.row.times(times));
            self.by_programme[n] += row;
            *self.by_both.entry((n, division)).or_default() += row;
            for (component, before, after) in &one.components {
                let sums = &mut self.components[n][usize::from(*component)];
                *sums = (sums.0 + times * before, sums.1 + times * after);
            }
        }
    }

    /// Adds what was counted of other households.
    pub(crate) fn merge(&mut self, other: Totals) {
        self.all += other.all;
        for (key, row) in other.by_division {
            *self.by_division.entry(key).or_default() += row;
        }
        let mut places = Vec::new();
        let each = other
            .names
            .iter()
            .zip(other.by_programme)
            .zip(other.components);
        for ((name, row), components) in each {
            let at = self.place(name);
            places.push(at);
            self.by_programme[at] += row;
            for (component, (before, after)) in name.components.iter().zip(components) {
                let known = &mut self.names[at].components;
                let n = known
                    .iter()
                    .position(|c| c.0 == component.0)
                    .unwrap_or_else(|| {
                        known.push(component.clone());
                        self.components[at].push((0, 0));
                        known.len() - 1
                    });
                let mine = &mut self.components[at][n];
                *mine = (mine.0 + before, mine.1 + after);
            }
        }
        for ((programme, division), row) in other.by_both {
            *self
                .by_both
                .entry((places[programme], division))
                .or_default() += row;
        }
    }
}
