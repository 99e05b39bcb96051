//! Levels of agreement of two values.

use kernel::text;

use super::text::{bigrams, dice, edits, jaro_winkler};
use super::{Field, Record, names};
use crate::clean::{fold_name, latin_name};

/// Levels that a comparison can have: 0 says that the values differ, 4 that they are the same.
pub const LEVELS: usize = 5;

/// What a missing value is in a pattern.
const MISSING: u32 = LEVELS as u32;
const STEPS: u32 = LEVELS as u32 + 1;

/// How two values of a field are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// A Chinese name: the same characters (4); the same sound (3); one character of three or
    /// more differs, or the sounds are alike as dialects blur them (2); the same family name
    /// (1). Names in Latin letters are compared as [`Part`](Self::Part).
    ChineseName,
    /// A part of a name in Latin letters, by Jaro–Winkler similarity: same (4), 0.92 (3),
    /// 0.85 (2), 0.75 (1).
    Part,
    /// As [`Part`](Self::Part); where the values differ, that of another field may stand
    /// here: family and given name exchanged (2).
    Exchanged(usize),
    /// A day: the same (4); one digit off, or month and day exchanged (3); within two months,
    /// as when one register counts by the lunar calendar (2); the same year (1).
    Date,
    /// An address by common pairs of characters: same (4), 0.8 (3), 0.6 (2), 0.4 (1).
    Address,
    /// A number: the same (4), one slip (3), two slips (2).
    Digits,
    /// The same (4) or not (0).
    Exact,
}

/// A value made ready to be compared many times.
#[derive(Debug, Clone, Default)]
pub(super) struct Prepared {
    chars: Vec<char>,
    syllables: Vec<String>,
    blurred: Vec<String>,
    pairs: Vec<(char, char)>,
    day: Option<i32>,
    latin: bool,
}

/// Makes the values of all records ready.
pub(super) fn prepare(fields: &[Field], records: &[Record]) -> Vec<Vec<Prepared>> {
    records
        .iter()
        .map(|record| {
            fields
                .iter()
                .enumerate()
                .map(|(at, field)| one(field.comparator, record.get(at).map_or("", String::as_str)))
                .collect()
        })
        .collect()
}

fn one(comparator: Comparator, value: &str) -> Prepared {
    let folded = match comparator {
        Comparator::ChineseName => fold_name(value),
        _ => text::squeeze(&text::fold_width(value)).to_lowercase(),
    };
    let mut prepared = Prepared {
        chars: folded.chars().collect(),
        ..Prepared::default()
    };
    match comparator {
        Comparator::ChineseName => {
            prepared.latin = latin_name(&folded);
            prepared.syllables = names::syllables(&prepared.chars);
            prepared.blurred = prepared
                .syllables
                .iter()
                .map(|s| names::blurred(s))
                .collect();
        }
        Comparator::Address => prepared.pairs = bigrams(&prepared.chars),
        Comparator::Date => {
            // The digits as written, so that a slip in one of them shows.
            if let Ok(day) = kernel::dates::parse_date(&folded) {
                prepared.day = Some(chrono::Datelike::num_days_from_ce(&day));
                prepared.chars = day.format("%Y%m%d").to_string().chars().collect();
            } else {
                prepared.chars.retain(char::is_ascii_digit);
            }
        }
        _ => {}
    }
    prepared
}

/// The levels of two records in one number.
pub(super) fn pattern(fields: &[Field], a: &[Prepared], b: &[Prepared]) -> u32 {
    let mut pattern = 0;
    for (at, field) in fields.iter().enumerate() {
        let level = if a[at].chars.is_empty() || b[at].chars.is_empty() {
            MISSING
        } else {
            u32::from(level(field.comparator, at, a, b))
        };
        pattern = pattern * STEPS + level;
    }
    pattern
}

/// The levels that a pattern holds.
pub(super) fn levels(fields: usize, mut pattern: u32) -> Vec<Option<u8>> {
    let mut levels = vec![None; fields];
    for level in levels.iter_mut().rev() {
        let value = pattern % STEPS;
        *level = (value != MISSING).then_some(value as u8);
        pattern /= STEPS;
    }
    levels
}

fn level(comparator: Comparator, at: usize, a: &[Prepared], b: &[Prepared]) -> u8 {
    let (x, y) = (&a[at], &b[at]);
    if x.chars == y.chars {
        return 4;
    }
    match comparator {
        Comparator::ChineseName if x.latin || y.latin => part(&x.chars, &y.chars),
        Comparator::ChineseName => chinese(x, y),
        Comparator::Part => part(&x.chars, &y.chars),
        Comparator::Exchanged(other) => {
            let straight = part(&x.chars, &y.chars);
            let across = part(&x.chars, &b[other].chars).max(part(&a[other].chars, &y.chars));
            if straight < 2 && across >= 3 {
                2
            } else {
                straight
            }
        }
        Comparator::Date => day(x, y),
        Comparator::Address => steps(dice(&x.pairs, &y.pairs), [800, 600, 400]),
        Comparator::Digits => match edits(&x.chars, &y.chars, 2) {
            1 => 3,
            2 => 2,
            _ => 0,
        },
        Comparator::Exact => 0,
    }
}

/// Level 3, 2, 1 or 0 of a similarity in thousandths.
fn steps(similarity: u32, from: [u32; 3]) -> u8 {
    let passed = from.iter().position(|least| similarity >= *least);
    passed.map_or(0, |at| 3 - at as u8)
}

fn part(a: &[char], b: &[char]) -> u8 {
    steps(jaro_winkler(a, b), [920, 850, 750])
}

fn chinese(x: &Prepared, y: &Prepared) -> u8 {
    if x.syllables == y.syllables {
        return 3;
    }
    let length = x.chars.len().min(y.chars.len());
    let near = length >= 3 && edits(&x.chars, &y.chars, 1) == 1;
    if near || x.blurred == y.blurred {
        return 2;
    }
    u8::from(x.chars[0] == y.chars[0])
}

fn day(x: &Prepared, y: &Prepared) -> u8 {
    let (a, b) = (&x.chars, &y.chars);
    if a.len() == 8 && b.len() == 8 {
        let exchanged = a[..4] == b[..4] && a[4..6] == b[6..] && a[6..] == b[4..6];
        if exchanged || edits(a, b, 1) == 1 {
            return 3;
        }
        let apart = x.day.zip(y.day).map(|(p, q)| p.abs_diff(q));
        if apart.is_some_and(|days| days <= 62) {
            return 2;
        }
        return u8::from(a[..4] == b[..4]);
    }
    if edits(a, b, 1) == 1 { 3 } else { 0 }
}
