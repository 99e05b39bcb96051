//! Numbers are decimal128 (IEEE 754-2008, 34 digits, half-even), as the standard says.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;

use dec::{Context, Decimal128, Rounding, Status};

use small::Small;
pub(crate) use small::without_tens;

mod small;

#[cfg(test)]
mod tests;

thread_local! {
    // A context is the rounding mode and a status word of the C library; one for
    // each thread spares setting it up for every addition.
    static CONTEXT: RefCell<Context<Decimal128>> = RefCell::new(Context::default());
}

/// A finite decimal number of at most 34 digits.
///
/// Two numbers are equal when their values are (`1.0` is `1`); printing drops
/// trailing zeros, so equal numbers print the same bytes.
#[derive(Clone, Copy)]
pub struct Number(Kept);

/// How a number is kept: the values are the same, few digits are faster.
#[derive(Clone, Copy)]
enum Kept {
    Small(Small),
    Wide(Decimal128),
}

fn with<R>(work: impl FnOnce(&mut Context<Decimal128>) -> R) -> R {
    CONTEXT.with(|context| work(&mut context.borrow_mut()))
}

/// The operands are made wide before the context is borrowed.
fn with_both<R>(
    a: Number,
    b: Number,
    work: impl FnOnce(&mut Context<Decimal128>, Decimal128, Decimal128) -> R,
) -> R {
    let (a, b) = (a.raw(), b.raw());
    with(|c| work(c, a, b))
}

fn finite(value: Decimal128) -> Option<Number> {
    value.is_finite().then_some(Number(Kept::Wide(value)))
}

/// A finite number, kept small where it fits.
fn kept(value: Decimal128) -> Option<Number> {
    if !value.is_finite() {
        return None;
    }
    let exponent = value.exponent();
    let small = (-18..=0)
        .contains(&exponent)
        .then(|| Small::of(value.coefficient(), exponent.unsigned_abs()));
    Some(Number(match small.flatten() {
        Some(small) => Kept::Small(small),
        None => Kept::Wide(value),
    }))
}

fn small(value: Small) -> Number {
    Number(Kept::Small(value))
}

impl Number {
    /// Nought.
    pub const ZERO: Number = Number(Kept::Small(Small::ZERO));
    /// One.
    pub const ONE: Number = Number(Kept::Small(Small {
        coefficient: 1,
        scale: 0,
    }));

    /// Reads `1317.00`, `-.5`, `12e3`. No separators, no infinity; more than 34
    /// digits round half-even.
    pub fn parse(text: &str) -> Option<Number> {
        if let Some(value) = Small::parse(text) {
            return Some(small(value));
        }
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
        if !plain {
            return None;
        }
        with(|c| {
            let value = c.parse(text).ok();
            c.set_status(Status::default());
            value.and_then(kept)
        })
    }

    /// `coefficient` × 10^−`scale`.
    pub fn new(coefficient: i128, scale: u32) -> Option<Number> {
        if let Some(value) = Small::of(coefficient, scale) {
            return Some(small(value));
        }
        with(|c| {
            let mut value = c.from_i128(coefficient);
            let exponent = value.exponent() - i32::try_from(scale).ok()?;
            c.set_exponent(&mut value, exponent);
            finite(value)
        })
    }

    /// An amount counted in fen, as 元 with two decimals.
    pub fn from_fen(fen: i64) -> Number {
        Number::new(i128::from(fen), 2).unwrap_or(Number::ZERO)
    }

    /// This number of 元 in fen, when it is a whole number of fen that an `i64` holds.
    pub fn to_fen(self) -> Option<i64> {
        self.mul(Number::from(100))?.to_i64()
    }

    /// The whole number this is, when it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        let value = match self.0 {
            Kept::Small(value) => return value.to_i64(),
            Kept::Wide(value) => value,
        };
        with(|c| {
            c.set_status(Status::default());
            let whole = c.quantize(value, Decimal128::ONE);
            let exact = !c.status().invalid_operation() && !c.status().inexact();
            c.set_status(Status::default());
            if !exact || !whole.is_finite() {
                return None;
            }
            i64::try_from(whole.coefficient()).ok()
        })
    }

    /// Sum; `None` when it overflows.
    #[allow(clippy::should_implement_trait)]
    pub fn add(self, other: Number) -> Option<Number> {
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0)
            && let Some(value) = a.add(b)
        {
            return Some(small(value));
        }
        finite(with_both(self, other, |c, a, b| c.add(a, b)))
    }

    /// Difference; `None` when it overflows.
    #[allow(clippy::should_implement_trait)]
    pub fn sub(self, other: Number) -> Option<Number> {
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0)
            && let Some(value) = a.sub(b)
        {
            return Some(small(value));
        }
        finite(with_both(self, other, |c, a, b| c.sub(a, b)))
    }

    /// Product; `None` when it overflows.
    #[allow(clippy::should_implement_trait)]
    pub fn mul(self, other: Number) -> Option<Number> {
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0)
            && let Some(value) = a.mul(b)
        {
            return Some(small(value));
        }
        finite(with_both(self, other, |c, a, b| c.mul(a, b)))
    }

    /// Quotient; `None` for a divisor of nought and on overflow.
    #[allow(clippy::should_implement_trait)]
    pub fn div(self, other: Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0)
            && let Some(value) = a.div(b)
        {
            return Some(small(value));
        }
        finite(with_both(self, other, |c, a, b| c.div(a, b)))
    }

    /// The number with its sign turned.
    #[allow(clippy::should_implement_trait)]
    pub fn neg(self) -> Number {
        match self.0 {
            Kept::Small(value) => small(value.neg()),
            Kept::Wide(value) => Number(Kept::Wide(with(|c| c.minus(value)))),
        }
    }

    /// The number without its sign.
    pub fn abs(self) -> Number {
        match self.0 {
            Kept::Small(value) => small(value.abs()),
            Kept::Wide(value) => Number(Kept::Wide(with(|c| c.abs(value)))),
        }
    }

    /// Whether this is nought.
    pub fn is_zero(self) -> bool {
        match self.0 {
            Kept::Small(value) => value.coefficient == 0,
            Kept::Wide(value) => value.is_zero(),
        }
    }

    /// Whether this is below nought.
    pub fn is_negative(self) -> bool {
        match self.0 {
            Kept::Small(value) => value.coefficient < 0,
            Kept::Wide(value) => value.is_negative() && !value.is_zero(),
        }
    }

    /// Whether there is nothing behind the decimal point.
    pub fn is_whole(self) -> bool {
        let value = match self.0 {
            Kept::Small(value) => return value.is_whole(),
            Kept::Wide(value) => value,
        };
        with(|c| {
            let whole = c.round(value);
            let same = c.partial_cmp(whole, value) == Some(Ordering::Equal);
            c.set_status(Status::default());
            same
        })
    }

    /// What is left after dividing a whole number of times, with the sign of this
    /// number; `None` for a divisor of nought and where the quotient has more
    /// than 34 digits.
    #[allow(clippy::should_implement_trait)]
    pub fn rem(self, other: Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0)
            && let Some(value) = a.rem(b)
        {
            return Some(small(value));
        }
        finite(with_both(self, other, |c, a, b| c.rem(a, b)))
    }

    pub(crate) fn raw(self) -> Decimal128 {
        match self.0 {
            Kept::Small(value) => with(|c| {
                let mut wide = match i32::try_from(value.coefficient) {
                    Ok(few) => Decimal128::from(few),
                    Err(_) => c.from_i128(i128::from(value.coefficient)),
                };
                c.set_exponent(&mut wide, -i32::from(value.scale));
                wide
            }),
            Kept::Wide(value) => value,
        }
    }

    pub(crate) fn from_raw(value: Decimal128) -> Option<Number> {
        kept(value)
    }

    /// Rounded to `scale` decimals (negative: tens, hundreds). `None` when the
    /// result has more than 34 digits.
    pub fn round(self, scale: i32, mode: Round) -> Option<Number> {
        if let Kept::Small(value) = self.0
            && let Some(value) = value.round(scale, mode)
        {
            return Some(small(value));
        }
        let value = self.raw();
        if value.exponent() >= -scale {
            // Nothing stands behind that place.
            return Some(self);
        }
        with(|c| {
            c.set_rounding(mode.rounding());
            let mut place = Decimal128::ONE;
            c.set_exponent(&mut place, -scale);
            let value = c.quantize(value, place);
            c.set_rounding(Rounding::HalfEven);
            c.set_status(Status::default());
            kept(value)
        })
    }
}

/// The ways to round that FEEL names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// Away from nought (`round up`).
    Up,
    /// Towards nought (`round down`).
    Down,
    /// To the nearest, halves away from nought (`round half up`; 四舍五入).
    HalfUp,
    /// To the nearest, halves towards nought (`round half down`).
    HalfDown,
    /// To the nearest, halves to the even neighbour (`decimal`).
    HalfEven,
    /// Towards minus infinity (`floor`).
    Floor,
    /// Towards plus infinity (`ceiling`).
    Ceiling,
}

impl Round {
    fn rounding(self) -> Rounding {
        match self {
            Round::Up => Rounding::Up,
            Round::Down => Rounding::Down,
            Round::HalfUp => Rounding::HalfUp,
            Round::HalfDown => Rounding::HalfDown,
            Round::HalfEven => Rounding::HalfEven,
            Round::Floor => Rounding::Floor,
            Round::Ceiling => Rounding::Ceiling,
        }
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Number {
        Number::new(i128::from(value), 0).unwrap_or(Number::ZERO)
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Number {
        Number::from(value as i64)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Number {
        Number::from(i64::from(value))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        // Only finite numbers are ever made, so a comparison always has an answer.
        if let (Kept::Small(a), Kept::Small(b)) = (self.0, other.0) {
            return a.cmp(b);
        }
        if other.is_zero() {
            return match (self.is_zero(), self.is_negative()) {
                (true, _) => Ordering::Equal,
                (_, true) => Ordering::Less,
                _ => Ordering::Greater,
            };
        }
        with_both(*self, *other, |c, a, b| c.partial_cmp(a, b)).unwrap_or(Ordering::Equal)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("0");
        }
        let value = self.raw();
        let reduced = with(|c| c.reduce(value));
        f.write_str(&reduced.to_standard_notation_string())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
