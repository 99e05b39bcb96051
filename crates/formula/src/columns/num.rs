//! Columns of numbers: exact fractions in whole numbers.
//!
//! A value is `value` / (`under` × 10^`scale`). Nothing is rounded here. What
//! decimal128 would have rounded on the way (a third, a seventh) differs from
//! the fraction by less than 10^−15, while a fraction that is not at a boundary
//! of a comparison or of a rounding is at least 10^−12 from it, under the
//! bounds below. So both decide alike; a row at a boundary is handed back.

use crate::number::{Number, Round};
use crate::tree::Arith;
use std::cmp::Ordering;

/// Largest whole number, denominator and scale that are kept.
const MOST: i128 = 10_000_000_000_000_000;
const MOST_UNDER: i128 = 1_000_000;
const MOST_SCALE: u8 = 6;

const TENS: [i128; 13] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
];

/// One row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub value: i64,
    pub under: i64,
}

/// A mark for each row that has a value; none where all have.
pub(super) type Marks = Option<Vec<bool>>;

/// Numbers at one scale; a single value stands for all rows, and `under` is
/// empty where it is one everywhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    pub scale: u8,
    pub values: Vec<i64>,
    pub under: Vec<i64>,
}

fn keep(value: i128, under: i128) -> Option<Cell> {
    let (value, under) = if under < 0 {
        (-value, -under)
    } else {
        (value, under)
    };
    if value.abs() > MOST || under > MOST_UNDER || under == 0 {
        return None;
    }
    Some(Cell {
        value: value as i64,
        under: under as i64,
    })
}

/// Whether a fraction with this denominator has an end in decimals. One that
/// has none stays so through sums and products, which reduce nothing.
fn ends(mut under: i64) -> bool {
    while under % 2 == 0 {
        under /= 2;
    }
    while under % 5 == 0 {
        under /= 5;
    }
    under == 1
}

fn common(mut a: i64, mut b: i64) -> i64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs().max(1)
}

/// Quotient and rest, in 64 bits where they do.
fn divided(over: i128, under: i128) -> (i128, i128) {
    match (i64::try_from(over), i64::try_from(under)) {
        (Ok(over), Ok(under)) => ((over / under).into(), (over % under).into()),
        _ => (over / under, over % under),
    }
}

impl Numbers {
    /// A number that every row has; none where it has too many digits.
    pub fn of(number: Number) -> Option<Numbers> {
        for scale in 0..=MOST_SCALE {
            let whole = number.mul(Number::from(TENS[usize::from(scale)] as i64))?;
            if let Some(value) = whole.to_i64() {
                if i128::from(value).abs() > MOST {
                    return None;
                }
                return Some(Numbers {
                    scale,
                    values: vec![value],
                    under: Vec::new(),
                });
            }
        }
        None
    }

    pub fn cell(&self, row: usize) -> Cell {
        let row = if self.values.len() == 1 { 0 } else { row };
        Cell {
            value: self.values[row],
            under: self.under.get(row).copied().unwrap_or(1),
        }
    }

    /// The number of a row; none where it is a fraction.
    pub fn number(&self, row: usize) -> Option<Number> {
        let cell = self.cell(row);
        let value = Number::new(i128::from(cell.value), u32::from(self.scale))?;
        match cell.under {
            1 => Some(value),
            under if ends(under) => value.div(Number::from(under)),
            _ => None,
        }
    }

    /// The rows at these places.
    pub fn gather(&self, places: &[u32]) -> Numbers {
        let take = |all: &[i64]| -> Vec<i64> {
            if all.len() < 2 {
                return all.to_vec();
            }
            places.iter().map(|p| all[*p as usize]).collect()
        };
        Numbers {
            scale: self.scale,
            values: take(&self.values),
            under: take(&self.under),
        }
    }

    /// Makes numbers row by row; a row without a result is marked.
    pub fn build(
        rows: usize,
        scale: u8,
        valid: &mut Marks,
        fractions: bool,
        mut row: impl FnMut(usize) -> Option<Cell>,
    ) -> Numbers {
        let mut out = Numbers {
            scale,
            values: Vec::with_capacity(rows),
            under: Vec::with_capacity(if fractions { rows } else { 0 }),
        };
        for n in 0..rows {
            let here = valid.as_ref().is_none_or(|v| v[n]);
            let cell = if here { row(n) } else { None };
            if here && cell.is_none() {
                valid.get_or_insert_with(|| vec![true; rows])[n] = false;
            }
            let cell = cell.unwrap_or(Cell { value: 0, under: 1 });
            out.values.push(cell.value);
            if fractions {
                out.under.push(cell.under);
            }
        }
        out
    }

    /// Computes row by row; `valid` marks rows with both, and then with a result.
    pub fn arith(
        op: Arith,
        a: &Numbers,
        b: &Numbers,
        rows: usize,
        valid: &mut Marks,
    ) -> Option<Numbers> {
        let fractions = !a.under.is_empty() || !b.under.is_empty();
        Some(match op {
            Arith::Add | Arith::Sub => {
                let scale = a.scale.max(b.scale);
                let (x, y) = (
                    TENS[usize::from(scale - a.scale)],
                    TENS[usize::from(scale - b.scale)],
                );
                let y = if op == Arith::Sub { -y } else { y };
                if !fractions && a.largest() * x + b.largest() * y.abs() <= MOST {
                    // No row can pass the bounds.
                    let (x, y) = (x as i64, y as i64);
                    let values = pairs(&a.values, &b.values, rows, |a, b| a * x + b * y);
                    return Some(Numbers {
                        scale,
                        values,
                        under: Vec::new(),
                    });
                }
                if !fractions {
                    return Some(Numbers::build(rows, scale, valid, false, |n| {
                        keep(i128::from(a.values[n]) * x + i128::from(b.values[n]) * y, 1)
                    }));
                }
                Numbers::build(rows, scale, valid, true, |n| {
                    let (a, b) = (a.cell(n), b.cell(n));
                    let (ua, ub) = (i128::from(a.under), i128::from(b.under));
                    let (v, w) = (i128::from(a.value) * x, i128::from(b.value) * y);
                    if ua == ub {
                        return keep(v + w, ua);
                    }
                    keep(v * ub + w * ua, ua * ub)
                })
            }
            Arith::Mul => {
                let scale = a.scale + b.scale;
                if scale > MOST_SCALE {
                    return None;
                }
                if !fractions && a.largest() * b.largest() <= MOST {
                    let values = pairs(&a.values, &b.values, rows, |a, b| a * b);
                    return Some(Numbers {
                        scale,
                        values,
                        under: Vec::new(),
                    });
                }
                Numbers::build(rows, scale, valid, fractions, |n| {
                    let (a, b) = (a.cell(n), b.cell(n));
                    keep(
                        i128::from(a.value) * i128::from(b.value),
                        i128::from(a.under) * i128::from(b.under),
                    )
                })
            }
            Arith::Div => {
                let scale = a.scale.saturating_sub(b.scale);
                let more = TENS[usize::from(b.scale.saturating_sub(a.scale))];
                Numbers::build(rows, scale, valid, true, |n| {
                    let (a, b) = (a.cell(n), b.cell(n));
                    let over = i128::from(a.value) * i128::from(b.under) * more;
                    let under = i128::from(a.under) * i128::from(b.value);
                    if under == 0 {
                        return None;
                    }
                    if !ends(a.under) || !ends(b.under) {
                        return keep(over, under);
                    }
                    let (Ok(over), Ok(under)) = (i64::try_from(over), i64::try_from(under)) else {
                        return None;
                    };
                    let by = common(over, under);
                    keep((over / by).into(), (under / by).into())
                })
            }
            Arith::Pow => return None,
        })
    }

    /// Of each row the one or the other.
    pub fn choose(
        pick: &[bool],
        a: &Numbers,
        b: &Numbers,
        rows: usize,
        valid: &mut Marks,
    ) -> Numbers {
        let scale = a.scale.max(b.scale);
        let (x, y) = (
            TENS[usize::from(scale - a.scale)],
            TENS[usize::from(scale - b.scale)],
        );
        let fractions = !a.under.is_empty() || !b.under.is_empty();
        if !fractions && a.largest() * x <= MOST && b.largest() * y <= MOST {
            let (x, y) = (x as i64, y as i64);
            let (one, other) = (
                usize::from(a.values.len() > 1),
                usize::from(b.values.len() > 1),
            );
            let row = |n: usize| {
                let (a, b) = (a.values[n * one] * x, b.values[n * other] * y);
                if pick[n] { a } else { b }
            };
            return Numbers {
                scale,
                values: (0..rows).map(row).collect(),
                under: Vec::new(),
            };
        }
        Numbers::build(rows, scale, valid, fractions, |n| {
            let (cell, by) = if pick[n] {
                (a.cell(n), x)
            } else {
                (b.cell(n), y)
            };
            keep(i128::from(cell.value) * by, i128::from(cell.under))
        })
    }

    /// Whether sums over so many rows stay within the bounds, without fractions.
    pub fn sums_fit(&self, rows: usize) -> bool {
        self.under.is_empty() && self.largest() * rows as i128 <= MOST && self.values.len() == rows
    }

    fn largest(&self) -> i128 {
        let most = self.values.iter().map(|v| v.unsigned_abs()).max();
        i128::from(most.unwrap_or(0))
    }

    /// Compares all rows at once, where neither has fractions.
    pub fn compare(
        &self,
        other: &Numbers,
        rows: usize,
        holds: impl Fn(Ordering) -> bool,
    ) -> Option<Vec<bool>> {
        if !self.under.is_empty() || !other.under.is_empty() {
            return None;
        }
        let scale = self.scale.max(other.scale);
        let x = TENS[usize::from(scale - self.scale)];
        let y = TENS[usize::from(scale - other.scale)];
        if self.largest() * x > MOST || other.largest() * y > MOST {
            return None;
        }
        let (x, y) = (x as i64, y as i64);
        let (less, same, more) = (
            holds(Ordering::Less),
            holds(Ordering::Equal),
            holds(Ordering::Greater),
        );
        Some(pairs(&self.values, &other.values, rows, |a, b| {
            let (a, b) = (a * x, b * y);
            a < b && less || a == b && same || a > b && more
        }))
    }

    /// How two rows compare; none where a fraction is at the boundary.
    pub fn order(&self, row: usize, other: &Numbers) -> Option<Ordering> {
        let (a, b) = (self.cell(row), other.cell(row));
        let scale = self.scale.max(other.scale);
        let x = i128::from(a.value) * TENS[usize::from(scale - self.scale)];
        let y = i128::from(b.value) * TENS[usize::from(scale - other.scale)];
        let order = (x * i128::from(b.under)).cmp(&(y * i128::from(a.under)));
        let sure = order != Ordering::Equal || ends(a.under) && ends(b.under);
        sure.then_some(order)
    }

    /// Rounded to so many decimals.
    pub fn round(
        &self,
        decimals: u8,
        mode: Round,
        rows: usize,
        valid: &mut Marks,
    ) -> Option<Numbers> {
        if decimals > MOST_SCALE {
            return None;
        }
        if self.scale <= decimals && self.under.is_empty() {
            return Some(self.clone());
        }
        let up = TENS[usize::from(decimals.saturating_sub(self.scale))];
        let down = TENS[usize::from(self.scale.saturating_sub(decimals))];
        Some(Numbers::build(rows, decimals, valid, false, |n| {
            let cell = self.cell(n);
            let under = i128::from(cell.under) * down;
            let over = i128::from(cell.value) * up;
            let (whole, rest) = divided(over, under);
            let half = (rest.abs() * 2).cmp(&under);
            if half == Ordering::Equal || rest == 0 {
                // At a boundary the digits that decimal128 keeps would decide.
                let nearest = matches!(mode, Round::HalfUp | Round::HalfDown | Round::HalfEven);
                let boundary = half == Ordering::Equal || !nearest;
                if boundary && !ends(cell.under) {
                    return None;
                }
            }
            let away = if over < 0 { -1 } else { 1 };
            let further = rest != 0
                && match mode {
                    Round::Up => true,
                    Round::Down => false,
                    Round::HalfUp => half != Ordering::Less,
                    Round::HalfDown => half == Ordering::Greater,
                    Round::HalfEven => {
                        half == Ordering::Greater || half == Ordering::Equal && whole % 2 != 0
                    }
                    Round::Floor => over < 0,
                    Round::Ceiling => over > 0,
                };
            keep(whole + if further { away } else { 0 }, 1)
        }))
    }

    /// Negated.
    pub fn negate(mut self) -> Numbers {
        for value in &mut self.values {
            *value = -*value;
        }
        self
    }
}

/// A value for each row out of those of two columns, either of which may be one for all.
fn pairs<T>(a: &[i64], b: &[i64], rows: usize, of: impl Fn(i64, i64) -> T) -> Vec<T> {
    match (a, b) {
        ([a], [b]) => (0..rows).map(|_| of(*a, *b)).collect(),
        ([a], b) => b.iter().map(|b| of(*a, *b)).collect(),
        (a, [b]) => a.iter().map(|a| of(*a, *b)).collect(),
        (a, b) => a.iter().zip(b).map(|(a, b)| of(*a, *b)).collect(),
    }
}

/// The sum of some rows at one scale.
pub(super) fn total(numbers: &Numbers, rows: impl Iterator<Item = usize>) -> Option<Cell> {
    let (mut value, mut under) = (0_i128, 1_i128);
    for row in rows {
        let cell = numbers.cell(row);
        let (v, u) = (i128::from(cell.value), i128::from(cell.under));
        if u == under {
            value += v;
        } else {
            value = value * u + v * under;
            under *= u;
        }
        if under > MOST_UNDER || value.abs() > MOST {
            return None;
        }
    }
    keep(value, under)
}
