//! Numbers of few digits, computed in whole numbers.
//!
//! A small number is `coefficient` × 10^−`scale`. Every operation here gives
//! the exact result or none; where there is none, decimal128 computes. Both
//! give the same value, and a property test says so.

use super::Round;
use std::cmp::Ordering;

/// A number of at most 18 digits, at most 18 of them behind the point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Small {
    pub coefficient: i64,
    pub scale: u8,
}

const MOST_SCALE: u32 = 18;

const POWERS: [i128; 37] = {
    let mut powers = [1; 37];
    let mut n = 1;
    while n < 37 {
        powers[n] = powers[n - 1] * 10;
        n += 1;
    }
    powers
};

/// Coefficients keep to this, so that two of them may be aligned in 128 bits.
const LARGEST: i128 = 1_000_000_000_000_000_000;

/// A number without its factors 2 and 5: what it leaves over when it divides
/// another is what no decimals end.
pub(crate) fn without_tens(mut number: i64) -> i64 {
    number >>= number.trailing_zeros();
    while number % 5 == 0 {
        number /= 5;
    }
    number
}

impl Small {
    pub const ZERO: Small = Small {
        coefficient: 0,
        scale: 0,
    };

    pub fn of(coefficient: i128, scale: u32) -> Option<Small> {
        if coefficient.abs() >= LARGEST || scale > MOST_SCALE {
            return Small::shorter(coefficient, scale);
        }
        Some(Small {
            coefficient: coefficient as i64,
            scale: scale as u8,
        })
    }

    /// Reads few plain digits, with a point between them or none.
    pub fn parse(text: &str) -> Option<Small> {
        let (whole, rest) = match text.split_once('.') {
            Some((whole, rest)) if !whole.is_empty() && !rest.is_empty() => (whole, rest),
            Some(_) => return None,
            None => (text, ""),
        };
        let scale = rest.len();
        if whole.is_empty() || whole.len() + scale > 17 {
            return None;
        }
        let mut coefficient = 0_i64;
        for byte in whole.bytes().chain(rest.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            coefficient = coefficient * 10 + i64::from(byte - b'0');
        }
        Some(Small {
            coefficient,
            scale: scale as u8,
        })
    }

    /// Without noughts at the end, where that makes it fit.
    #[inline(never)]
    fn shorter(mut coefficient: i128, mut scale: u32) -> Option<Small> {
        while scale > 0 && coefficient % 10 == 0 {
            coefficient /= 10;
            scale -= 1;
        }
        (coefficient.abs() < LARGEST && scale <= MOST_SCALE).then_some(Small {
            coefficient: coefficient as i64,
            scale: scale as u8,
        })
    }

    /// Two coefficients at one scale.
    fn aligned(self, other: Small) -> (i128, i128, u32) {
        let (a, b) = (i128::from(self.coefficient), i128::from(other.coefficient));
        match self.scale.cmp(&other.scale) {
            Ordering::Equal => (a, b, self.scale.into()),
            Ordering::Less => {
                let gap = usize::from(other.scale - self.scale);
                (a * POWERS[gap], b, other.scale.into())
            }
            Ordering::Greater => {
                let gap = usize::from(self.scale - other.scale);
                (a, b * POWERS[gap], self.scale.into())
            }
        }
    }

    pub fn add(self, other: Small) -> Option<Small> {
        let (a, b, scale) = self.aligned(other);
        Small::of(a + b, scale)
    }

    pub fn sub(self, other: Small) -> Option<Small> {
        let (a, b, scale) = self.aligned(other);
        Small::of(a - b, scale)
    }

    pub fn mul(self, other: Small) -> Option<Small> {
        let product = i128::from(self.coefficient) * i128::from(other.coefficient);
        Small::of(product, u32::from(self.scale) + u32::from(other.scale))
    }

    /// The quotient, where it has few digits and nothing is left.
    pub fn div(self, other: Small) -> Option<Small> {
        let (a, b, _) = self.aligned(other);
        if b == 0 {
            return None;
        }
        if let (Ok(a), Ok(b)) = (i64::try_from(a), i64::try_from(b))
            && (a == i64::MIN || a % without_tens(b) != 0)
        {
            // It has no end in decimals.
            return None;
        }
        if a % b == 0 {
            return Small::of(a / b, 0);
        }
        // With more digits behind the point, as far as 64 and 128 bits hold them.
        for digits in [4_u32, 12] {
            let power = POWERS[digits as usize] as i64;
            if let (Ok(a), Ok(b)) = (i64::try_from(a), i64::try_from(b))
                && let Some(more) = a.checked_mul(power)
            {
                if more % b == 0 {
                    return Small::of((more / b).into(), digits);
                }
                continue;
            }
            let more = a.checked_mul(POWERS[digits as usize])?;
            if more % b == 0 {
                return Small::of(more / b, digits);
            }
        }
        None
    }

    /// What is left after dividing a whole number of times, with the sign of this number.
    pub fn rem(self, other: Small) -> Option<Small> {
        let (a, b, scale) = self.aligned(other);
        Small::of(a.checked_rem(b)?, scale)
    }

    pub fn cmp(self, other: Small) -> Ordering {
        let (a, b, _) = self.aligned(other);
        a.cmp(&b)
    }

    pub fn neg(self) -> Small {
        Small {
            coefficient: -self.coefficient,
            scale: self.scale,
        }
    }

    pub fn abs(self) -> Small {
        Small {
            coefficient: self.coefficient.abs(),
            scale: self.scale,
        }
    }

    pub fn is_whole(self) -> bool {
        i128::from(self.coefficient) % POWERS[usize::from(self.scale)] == 0
    }

    pub fn to_i64(self) -> Option<i64> {
        let power = POWERS[usize::from(self.scale)];
        let coefficient = i128::from(self.coefficient);
        (coefficient % power == 0).then(|| (coefficient / power) as i64)
    }

    /// Rounded to so many decimals; `None` where decimal128 has to see to it.
    pub fn round(self, scale: i32, mode: Round) -> Option<Small> {
        let have = i32::from(self.scale);
        if have <= scale {
            return Some(self);
        }
        let cut = u32::try_from(have.checked_sub(scale)?).ok()?;
        let keep = u32::try_from(scale).ok()?;
        let power = *POWERS.get(cut as usize)?;
        let coefficient = i128::from(self.coefficient);
        let (whole, rest) = (coefficient / power, coefficient % power);
        let away = if coefficient < 0 { -1 } else { 1 };
        let half = (rest.abs() * 2).cmp(&power);
        let up = rest != 0
            && match mode {
                Round::Up => true,
                Round::Down => false,
                Round::HalfUp => half != Ordering::Less,
                Round::HalfDown => half == Ordering::Greater,
                Round::HalfEven => {
                    half == Ordering::Greater || half == Ordering::Equal && whole % 2 != 0
                }
                Round::Floor => coefficient < 0,
                Round::Ceiling => coefficient > 0,
            };
        Small::of(whole + if up { away } else { 0 }, keep)
    }
}
