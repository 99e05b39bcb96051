//! Values that hold from a date to a date, at a place, and their inheritance.
//!
//! The value as of a date and place is that of the nearest level that has one
//! on that date. The same rule serves parameters, statistics and formulas.

use super::LevelId;
use crate::fault::Spot;
use chrono::NaiveDate;

/// One value with its dates, place and citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The level that gives it.
    pub level: LevelId,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open where none.
    pub to: Option<NaiveDate>,
    /// The value.
    pub value: T,
    /// The document it rests on.
    pub cite: String,
    /// Whether the document was read; false where the citation itself says that it was not found.
    pub verified: bool,
    /// Marked as meant to hide later values from above.
    pub meant: bool,
    /// A floor (指导标准): values of the levels below must not be lower.
    pub floor: bool,
    /// Where it stands.
    pub spot: Spot,
}

impl<T> Dated<T> {
    /// Whether it holds on a day.
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Whether two of them share a day.
    pub fn overlaps<U>(&self, other: &Dated<U>) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }
}

/// The value as of a day for a place, whose levels are given nearest first.
pub fn as_of<'v, T>(
    values: &'v [Dated<T>],
    chain: &[LevelId],
    on: NaiveDate,
) -> Option<&'v Dated<T>> {
    chain
        .iter()
        .find_map(|level| values.iter().find(|v| v.level == *level && v.holds(on)))
}

/// The days on which something begins or ends to hold for a place.
pub fn turns<T>(values: &[Dated<T>], chain: &[LevelId], days: &mut Vec<NaiveDate>) {
    for value in values.iter().filter(|v| chain.contains(&v.level)) {
        days.push(value.from);
        days.extend(value.to.and_then(|to| to.succ_opt()));
    }
}

/// The first day in a period on which no value holds.
pub fn first_gap<T>(
    values: &[Dated<T>],
    chain: &[LevelId],
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let mut days = vec![from];
    turns(values, chain, &mut days);
    days.retain(|d| *d >= from && to.is_none_or(|to| *d <= to));
    days.sort();
    days.dedup();
    days.into_iter()
        .find(|day| as_of(values, chain, *day).is_none())
}
