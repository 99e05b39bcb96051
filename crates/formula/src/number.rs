//! Numbers are decimal128 (IEEE 754-2008, 34 digits, half-even), as the standard says.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;

use dec::{Context, Decimal128, Rounding, Status};

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
pub struct Number(Decimal128);

fn with<R>(work: impl FnOnce(&mut Context<Decimal128>) -> R) -> R {
    CONTEXT.with(|context| work(&mut context.borrow_mut()))
}

fn finite(value: Decimal128) -> Option<Number> {
    value.is_finite().then_some(Number(value))
}

impl Number {
    /// Nought.
    pub const ZERO: Number = Number(Decimal128::ZERO);
    /// One.
    pub const ONE: Number = Number(Decimal128::ONE);

    /// Reads `1317.00`, `-.5`, `12e3`. No separators, no infinity; more than 34
    /// digits round half-even.
    pub fn parse(text: &str) -> Option<Number> {
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
        if !plain {
            return None;
        }
        with(|c| {
            let value = c.parse(text).ok();
            c.set_status(Status::default());
            value.and_then(finite)
        })
    }

    /// `coefficient` × 10^−`scale`.
    pub fn new(coefficient: i128, scale: u32) -> Option<Number> {
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
        with(|c| {
            c.set_status(Status::default());
            let whole = c.quantize(self.0, Decimal128::ONE);
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
        finite(with(|c| c.add(self.0, other.0)))
    }

    /// Difference; `None` when it overflows.
    #[allow(clippy::should_implement_trait)]
    pub fn sub(self, other: Number) -> Option<Number> {
        finite(with(|c| c.sub(self.0, other.0)))
    }

    /// Product; `None` when it overflows.
    #[allow(clippy::should_implement_trait)]
    pub fn mul(self, other: Number) -> Option<Number> {
        finite(with(|c| c.mul(self.0, other.0)))
    }

    /// Quotient; `None` for a divisor of nought and on overflow.
    #[allow(clippy::should_implement_trait)]
    pub fn div(self, other: Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        finite(with(|c| c.div(self.0, other.0)))
    }

    /// The number with its sign turned.
    #[allow(clippy::should_implement_trait)]
    pub fn neg(self) -> Number {
        Number(with(|c| c.minus(self.0)))
    }

    /// The number without its sign.
    pub fn abs(self) -> Number {
        Number(with(|c| c.abs(self.0)))
    }

    /// Whether this is nought.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether this is below nought.
    pub fn is_negative(self) -> bool {
        self.0.is_negative() && !self.0.is_zero()
    }

    /// Whether there is nothing behind the decimal point.
    pub fn is_whole(self) -> bool {
        with(|c| {
            let whole = c.round(self.0);
            let same = c.partial_cmp(whole, self.0) == Some(Ordering::Equal);
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
        finite(with(|c| c.rem(self.0, other.0)))
    }

    pub(crate) fn raw(self) -> Decimal128 {
        self.0
    }

    pub(crate) fn from_raw(value: Decimal128) -> Option<Number> {
        finite(value)
    }

    /// Rounded to `scale` decimals (negative: tens, hundreds). `None` when the
    /// result has more than 34 digits.
    pub fn round(self, scale: i32, mode: Round) -> Option<Number> {
        if self.0.exponent() >= -scale {
            // Nothing stands behind that place.
            return Some(self);
        }
        with(|c| {
            c.set_rounding(mode.rounding());
            let mut place = Decimal128::ONE;
            c.set_exponent(&mut place, -scale);
            let value = c.quantize(self.0, place);
            c.set_rounding(Rounding::HalfEven);
            c.set_status(Status::default());
            finite(value)
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
        Number(with(|c| c.from_i128(i128::from(value))))
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Number {
        Number::from(value as i64)
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Number {
        Number(Decimal128::from(value))
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
        with(|c| c.partial_cmp(self.0, other.0)).unwrap_or(Ordering::Equal)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_zero() {
            return f.write_str("0");
        }
        let reduced = with(|c| c.reduce(self.0));
        f.write_str(&reduced.to_standard_notation_string())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
