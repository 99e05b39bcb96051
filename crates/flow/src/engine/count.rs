//! Counting days: the first day is day nought, and days on which the clock stands are not counted.

use super::state::Standstill;
use crate::model::Unit;
use chrono::{Days, Months, NaiveDate};
use kernel::calendar::{CalendarError, WorkingDays};

/// Whether the clock stands on a day: after the day it stopped, up to the day it ran on.
fn stands(standstills: &[Standstill], on: NaiveDate) -> bool {
    standstills
        .iter()
        .any(|s| s.from < on && s.to.is_none_or(|to| on <= to))
}

fn counts(
    calendar: &WorkingDays,
    unit: Unit,
    standstills: &[Standstill],
    on: NaiveDate,
) -> Result<bool, CalendarError> {
    if stands(standstills, on) {
        return Ok(false);
    }
    match unit {
        Unit::WorkingDays => calendar.is_working(on),
        Unit::Days | Unit::Months => Ok(true),
    }
}

/// How many days of a limit are used up at the end of a day.
pub fn used(
    calendar: &WorkingDays,
    unit: Unit,
    standstills: &[Standstill],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<u32, CalendarError> {
    let mut count = 0;
    for day in from.iter_days().skip(1).take_while(|day| *day <= to) {
        count += u32::from(counts(calendar, unit, standstills, day)?);
    }
    Ok(count)
}

/// The last day of a limit; none while the clock stands before the limit is used up.
pub fn last(
    calendar: &WorkingDays,
    unit: Unit,
    standstills: &[Standstill],
    from: NaiveDate,
    limit: u32,
) -> Result<Option<NaiveDate>, CalendarError> {
    if unit == Unit::Months {
        return Ok(from.checked_add_months(Months::new(limit)));
    }
    let stopped = standstills.iter().find(|s| s.to.is_none()).map(|s| s.from);
    let mut day = from;
    let mut left = limit;
    while left > 0 {
        let Some(next) = day.checked_add_days(Days::new(1)) else {
            return Ok(None);
        };
        day = next;
        if stopped.is_some_and(|from| day > from) {
            return Ok(None);
        }
        left -= u32::from(counts(calendar, unit, standstills, day)?);
    }
    Ok(Some(day))
}
