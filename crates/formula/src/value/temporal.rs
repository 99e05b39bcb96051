//! Times, instants and durations.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// A time of day, with the offset from UTC in seconds where one was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Clock time.
    pub time: NaiveTime,
    /// Seconds east of UTC.
    pub offset: Option<i32>,
}

/// A date with a time of day, with the offset from UTC in seconds where one was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// Clock time.
    pub local: NaiveDateTime,
    /// Seconds east of UTC.
    pub offset: Option<i32>,
}

/// Days, hours, minutes and seconds, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub i128);

/// Nanoseconds of a second.
pub const SECOND: i128 = 1_000_000_000;
/// Nanoseconds of a day.
pub const DAY: i128 = 86_400 * SECOND;

impl Time {
    /// Nanoseconds since midnight, in UTC where there is an offset.
    pub fn nanos(self) -> i128 {
        let local = i128::from(self.time.num_seconds_from_midnight()) * SECOND
            + i128::from(self.time.nanosecond());
        local - i128::from(self.offset.unwrap_or(0)) * SECOND
    }

    /// The time so much later, on the same clock; whole days fall away.
    pub fn plus(self, span: Span) -> Time {
        let local = i128::from(self.time.num_seconds_from_midnight()) * SECOND
            + i128::from(self.time.nanosecond());
        let at = (local + span.0).rem_euclid(DAY);
        let (seconds, nanos) = ((at / SECOND) as u32, (at % SECOND) as u32);
        let time =
            NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos).unwrap_or(self.time);
        Time {
            time,
            offset: self.offset,
        }
    }
}

impl DateTime {
    /// Nanoseconds since 1970, in UTC where there is an offset.
    pub fn nanos(self) -> i128 {
        let utc = self.local.and_utc();
        i128::from(utc.timestamp()) * SECOND + i128::from(utc.timestamp_subsec_nanos())
            - i128::from(self.offset.unwrap_or(0)) * SECOND
    }

    /// The instant so much later; `None` beyond the calendar.
    pub fn plus(self, span: Span) -> Option<DateTime> {
        let seconds = i64::try_from(span.0.div_euclid(SECOND)).ok()?;
        let delta = TimeDelta::new(seconds, span.0.rem_euclid(SECOND) as u32)?;
        Some(DateTime {
            local: self.local.checked_add_signed(delta)?,
            offset: self.offset,
        })
    }

    /// The instant so many months later.
    pub fn plus_months(self, months: i64) -> Option<DateTime> {
        let date = plus_months(self.local.date(), months)?;
        Some(DateTime {
            local: date.and_time(self.local.time()),
            offset: self.offset,
        })
    }
}

/// The date so many months later; the last day of the month where the day does not exist.
pub fn plus_months(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let size = chrono::Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 {
        date.checked_sub_months(size)
    } else {
        date.checked_add_months(size)
    }
}

/// Whole months from one date to another, negative backwards.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let count = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month());
    let months = count(to) - count(from);
    if months > 0 && to.day() < from.day() {
        months - 1
    } else if months < 0 && to.day() > from.day() {
        months + 1
    } else {
        months
    }
}
