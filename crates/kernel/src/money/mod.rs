use std::fmt;
use std::iter::Sum;
use std::ops::Neg;

use crate::Bilingual;

mod parse;
mod serde_impl;
#[cfg(test)]
mod tests;
mod words;

/// An exact amount of money in 分 (fen, a hundredth of a yuan).
///
/// Arithmetic is checked: an amount that does not fit is an error, never a wrong amount.
/// There are no `+`, `-` and `*` operators on purpose; sums say what happens on overflow.
/// In JSON and in texts an amount is a decimal string in 元 (`"1317.00"`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Money = Money(0);
    /// The greatest amount.
    pub const MAX: Money = Money(i64::MAX);

    /// An amount of so many fen. `i64::MIN` has no opposite and becomes its neighbour.
    pub const fn from_fen(fen: i64) -> Money {
        Money(if fen == i64::MIN { i64::MIN + 1 } else { fen })
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// An amount of whole yuan.
    pub fn from_yuan(yuan: i64) -> Result<Money, MoneyError> {
        yuan.checked_mul(100).map(Money).ok_or(MoneyError::Overflow)
    }

    /// Reads an amount in 元: `1317`, `1,317.5`, `-0.05`, `１３１７．００`, `¥1317.00`, `1317元`.
    /// More than two decimals are refused unless they are zeros.
    pub fn parse_yuan(text: &str) -> Result<Money, MoneyError> {
        parse::parse_yuan(text)
    }

    /// The sum, or an error when it does not fit.
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        self.0
            .checked_add(other.0)
            .and_then(valid)
            .ok_or(MoneyError::Overflow)
    }

    /// The difference, or an error when it does not fit.
    pub fn checked_sub(self, other: Money) -> Result<Money, MoneyError> {
        self.0
            .checked_sub(other.0)
            .and_then(valid)
            .ok_or(MoneyError::Overflow)
    }

    /// The amount taken `times` times, or an error when it does not fit.
    pub fn checked_mul(self, times: i64) -> Result<Money, MoneyError> {
        self.0
            .checked_mul(times)
            .and_then(valid)
            .ok_or(MoneyError::Overflow)
    }

    /// The sum of many amounts, or an error when it does not fit.
    pub fn try_sum(amounts: impl IntoIterator<Item = Money>) -> Result<Money, MoneyError> {
        let wide: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        i64::try_from(wide)
            .ok()
            .and_then(valid)
            .ok_or(MoneyError::Overflow)
    }

    /// Whether the amount is nought.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the amount is below nought.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount without its sign.
    pub const fn abs(self) -> Money {
        Money(self.0.abs())
    }

    /// The amount in 万元 with four decimals, as reports print it: `2281.5818`.
    /// Four decimals of 万元 are whole yuan; a broken yuan is rounded half away from nought.
    pub fn to_wan(self) -> String {
        let fen = i128::from(self.0);
        let yuan = (fen.abs() + 50) / 100;
        let sign = if fen < 0 && yuan != 0 { "-" } else { "" };
        format!("{sign}{}.{:04}", yuan / 10_000, yuan % 10_000)
    }
}

fn valid(fen: i64) -> Option<Money> {
    (fen != i64::MIN).then_some(Money(fen))
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fen = self.0.unsigned_abs();
        let text = format!("{}.{:02}", fen / 100, fen % 100);
        f.pad_integral(self.0 >= 0, "", &text)
    }
}

impl Neg for Money {
    type Output = Money;

    fn neg(self) -> Money {
        // `i64::MIN` cannot be constructed, so the opposite always exists.
        Money(-self.0)
    }
}

/// Sums amounts; a sum beyond 92 千万亿元 cannot arise from real money and stops the program.
/// Use [`Money::try_sum`] where the amounts come from outside.
impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        Money::try_sum(amounts).expect("a sum of money must fit in 64 bits of fen")
    }
}

impl<'a> Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Money>>(amounts: I) -> Money {
        amounts.copied().sum()
    }
}

/// Why something is not an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing was given.
    #[error("the amount is empty; give it in yuan, for example 1317.00")]
    Empty,
    /// The text is no decimal number.
    #[error(
        "this is not an amount; write digits with at most one decimal point, for example 1317.00"
    )]
    NotANumber,
    /// There are fractions of a fen.
    #[error("the amount has fractions of a fen; give at most two decimals")]
    TooPrecise,
    /// The amount, or the result of a calculation, does not fit.
    #[error("the amount is too large to be kept exactly")]
    Overflow,
}

impl Bilingual for MoneyError {
    fn zh(&self) -> String {
        match self {
            MoneyError::Empty => "金额为空，请以元为单位填写，例如 1317.00",
            MoneyError::NotANumber => "不是有效的金额，请填写数字，最多一个小数点，例如 1317.00",
            MoneyError::TooPrecise => "金额小于一分，最多保留两位小数",
            MoneyError::Overflow => "金额过大，无法精确保存",
        }
        .to_owned()
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
