//! Working days of mainland China: statutory holidays and worked weekends by year.
//!
//! The table ends with the last year whose notice is known. A question beyond it is an error
//! and never a guess from weekends, because time limits of procedures hang on the answer.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::Bilingual;

mod table;
#[cfg(test)]
mod tests;

pub use table::TableError;

static EMBEDDED: LazyLock<WorkingDays> = LazyLock::new(|| {
    WorkingDays::parse(include_str!("cn.txt"))
        .expect("the embedded table is sound; a test reads it")
});

/// The days of rest and of work of a span of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    /// Days that differ from their weekday: true where worked.
    exceptions: BTreeMap<NaiveDate, bool>,
    first_year: i32,
    last_year: i32,
}

impl WorkingDays {
    /// The table that comes with the program, 2017 to 2026.
    pub fn embedded() -> &'static WorkingDays {
        &EMBEDDED
    }

    /// Reads a table in the form of the embedded one, so that a later year can be added
    /// without a new program.
    pub fn parse(text: &str) -> Result<WorkingDays, TableError> {
        table::parse(text)
    }

    /// The first and the last year of the table.
    pub fn years(&self) -> (i32, i32) {
        (self.first_year, self.last_year)
    }

    /// Whether offices work on the day.
    pub fn is_working(&self, day: NaiveDate) -> Result<bool, CalendarError> {
        if day.year() < self.first_year || day.year() > self.last_year {
            return Err(CalendarError {
                year: day.year(),
                first: self.first_year,
                last: self.last_year,
            });
        }
        let by_weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(self.exceptions.get(&day).copied().unwrap_or(by_weekday))
    }

    /// The last day of a limit of `limit` working days: the day it starts from (acceptance)
    /// is day nought, and the limit ends with the n-th working day after it.
    pub fn deadline(&self, start: NaiveDate, limit: u32) -> Result<NaiveDate, CalendarError> {
        self.is_working(start)?;
        let mut day = start;
        let mut left = limit;
        while left > 0 {
            day = day.checked_add_days(Days::new(1)).ok_or(CalendarError {
                year: i32::MAX,
                first: self.first_year,
                last: self.last_year,
            })?;
            if self.is_working(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// How many working days lie after `start` up to and including `end`; nought when `end`
    /// is not later.
    pub fn between(&self, start: NaiveDate, end: NaiveDate) -> Result<u32, CalendarError> {
        self.is_working(start)?;
        self.is_working(end)?;
        let mut count = 0;
        for day in start.iter_days().skip(1).take_while(|day| *day <= end) {
            if self.is_working(day)? {
                count += 1;
            }
        }
        Ok(count)
    }
}

/// The last day of a publicity of so many calendar days: the day after posting is day one.
pub fn publicity_end(posted: NaiveDate, days: u32) -> NaiveDate {
    posted
        .checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}

/// The day lies in a year whose holidays are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the working days of {year} are not known; the table covers {first} to {last}, add the year's holiday notice"
)]
pub struct CalendarError {
    /// The year asked for.
    pub year: i32,
    /// The first year of the table.
    pub first: i32,
    /// The last year of the table.
    pub last: i32,
}

impl Bilingual for CalendarError {
    fn zh(&self) -> String {
        format!(
            "{}年的工作日安排未知，现有节假日表为{}至{}年，请补充该年的放假通知",
            self.year, self.first, self.last
        )
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
