use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Bilingual;

#[cfg(test)]
mod tests;

/// A calendar month of the years 1900 to 2199: the period of a roll, of a standard, of a
/// statistic. Written `2022-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

const FIRST: i32 = 1900 * 12;
const END: i32 = 2200 * 12;

impl Month {
    /// The month of a year, counted from 1.
    pub fn new(year: i32, month: u32) -> Result<Month, MonthError> {
        let month = i32::try_from(month)
            .ok()
            .filter(|m| (1..=12).contains(m))
            .ok_or(MonthError::Impossible)?;
        let index = year
            .checked_mul(12)
            .and_then(|years| years.checked_add(month - 1));
        index
            .ok_or(MonthError::OutOfRange)
            .and_then(Month::from_index)
    }

    /// Reads `2022-10`.
    pub fn parse(text: &str) -> Result<Month, MonthError> {
        let (year, month) = text.split_once('-').ok_or(MonthError::NotAMonth)?;
        let digits =
            |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(MonthError::NotAMonth);
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| MonthError::NotAMonth);
        Month::new(number(year)?.cast_signed(), number(month)?)
    }

    /// The month in which a day lies; days outside 1900–2199 count to the nearest month.
    pub fn of(day: NaiveDate) -> Month {
        Month((day.year() * 12 + day.month0().cast_signed()).clamp(FIRST, END - 1))
    }

    /// The month of an index given by [`Month::index`].
    pub fn from_index(index: i32) -> Result<Month, MonthError> {
        if (FIRST..END).contains(&index) {
            Ok(Month(index))
        } else {
            Err(MonthError::OutOfRange)
        }
    }

    /// Months since the year nought: `year * 12 + month - 1`. Orders and stores months.
    pub const fn index(self) -> i32 {
        self.0
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, from 1 to 12.
    pub const fn month(self) -> u32 {
        self.0.rem_euclid(12).cast_unsigned() + 1
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.month(), 1).expect("every month has a first day")
    }

    /// The last day.
    pub fn last_day(self) -> NaiveDate {
        let first = self.first_day();
        let days = first.num_days_in_month();
        first
            .with_day(u32::from(days))
            .expect("a month has its number of days")
    }

    /// The day of the month, or its last day where the month is shorter.
    pub fn day(self, day: u32) -> NaiveDate {
        self.first_day()
            .with_day(day.max(1))
            .unwrap_or_else(|| self.last_day())
    }

    /// The following month; December 2199 is its own successor.
    #[must_use]
    pub fn next(self) -> Month {
        self.plus(1)
    }

    /// The month before; January 1900 is its own predecessor.
    #[must_use]
    pub fn prev(self) -> Month {
        self.plus(-1)
    }

    /// The month so many months later (earlier when negative), held within 1900–2199.
    #[must_use]
    pub fn plus(self, months: i32) -> Month {
        Month(self.0.saturating_add(months).clamp(FIRST, END - 1))
    }

    /// How many months lie between an earlier month and this one; negative when it is later.
    pub const fn months_since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// The months from this one to `last`, both included; none when `last` is earlier.
    pub fn through(self, last: Month) -> impl DoubleEndedIterator<Item = Month> + Clone {
        (self.0..=last.0).map(Month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Month, MonthError> {
        Month::parse(text)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Month::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}

/// Why something is not a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MonthError {
    /// The text has another form.
    #[error("this is not a month; write year and month as 2022-10")]
    NotAMonth,
    /// The number of the month is not 1 to 12.
    #[error("there is no such month; months run from 01 to 12")]
    Impossible,
    /// The year lies outside 1900–2199.
    #[error("the year lies outside 1900 to 2199")]
    OutOfRange,
}

impl Bilingual for MonthError {
    fn zh(&self) -> String {
        match self {
            MonthError::NotAMonth => "不是有效的月份，请按 2022-10 的格式填写",
            MonthError::Impossible => "月份不存在，应为 01 至 12",
            MonthError::OutOfRange => "年份超出 1900 至 2199 的范围",
        }
        .to_owned()
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
