use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::WorkingDays;
use crate::Bilingual;

/// Reads a table of the form `YEAR OFF MMDD-MMDD … | WORK MMDD … | COUNT`, one year a line.
pub(super) fn parse(text: &str) -> Result<WorkingDays, TableError> {
    let mut exceptions = BTreeMap::new();
    let mut years: Option<(i32, i32)> = None;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = TableError { line: at + 1 };
        let year = read_year(line, &mut exceptions).ok_or(fault)?;
        years = match years {
            None => Some((year, year)),
            // Years must follow one another, else a gap would be taken for plain weekdays.
            Some((first, last)) if year == last + 1 => Some((first, year)),
            Some(_) => return Err(fault),
        };
    }
    let (first_year, last_year) = years.ok_or(TableError { line: 0 })?;
    Ok(WorkingDays {
        exceptions,
        first_year,
        last_year,
    })
}

fn read_year(line: &str, exceptions: &mut BTreeMap<NaiveDate, bool>) -> Option<i32> {
    let mut parts = line.split('|').map(str::trim);
    let (year, off) = parts.next()?.split_once(" OFF")?;
    let year: i32 = year.parse().ok()?;
    let work = parts.next()?.strip_prefix("WORK")?;
    let count: u32 = parts.next()?.parse().ok()?;
    for span in off.split_whitespace() {
        let (from, to) = span.split_once('-').unwrap_or((span, span));
        let (from, to) = (date(year, from)?, date(year, to)?);
        for day in from.iter_days().take_while(|day| *day <= to) {
            exceptions.insert(day, false);
        }
    }
    for day in work.split_whitespace() {
        // A day that is both off and worked is a slip of the pen.
        if exceptions.insert(date(year, day)?, true).is_some() {
            return None;
        }
    }
    let worked = |day: &NaiveDate| {
        let by_weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        exceptions.get(day).copied().unwrap_or(by_weekday)
    };
    let counted = date(year, "0101")?
        .iter_days()
        .take_while(|day| day.year() == year)
        .filter(worked)
        .count();
    (counted == count as usize && parts.next().is_none()).then_some(year)
}

fn date(year: i32, month_day: &str) -> Option<NaiveDate> {
    if month_day.len() != 4 || !month_day.is_ascii() {
        return None;
    }
    NaiveDate::from_ymd_opt(
        year,
        month_day[..2].parse().ok()?,
        month_day[2..].parse().ok()?,
    )
}

/// A table of working days cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line} of the table of working days is wrong: form, order of years, or the count of working days"
)]
pub struct TableError {
    /// The line at fault, from 1; nought when the table is empty.
    pub line: usize,
}

impl Bilingual for TableError {
    fn zh(&self) -> String {
        format!(
            "工作日表第{}行有误：格式、年份顺序或全年工作日数不符",
            self.line
        )
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
