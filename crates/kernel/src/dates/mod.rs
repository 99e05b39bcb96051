//! Dates as people type them and spreadsheets store them.

use chrono::{Days, NaiveDate};

use crate::{Bilingual, Month, text};

mod numerals;
#[cfg(test)]
mod tests;

/// Reads a calendar day in any usual Chinese or ISO spelling: `2022-10-25`, `2022/10/25`,
/// `2022.10.25`, `20221025`, `2022年10月25日`, `2022-1-5`, `２０２２－１０－２５`,
/// `二〇二二年十月二十五日`, with or without a time of day behind it, or the day number of a
/// spreadsheet (`44859`).
///
/// A two-digit year and the order day–month–year are refused: they would have to be guessed.
pub fn parse_date(given: &str) -> Result<NaiveDate, DateError> {
    let tidy = tidy(given)?;
    if tidy.bytes().all(|b| b.is_ascii_digit()) {
        return match tidy.len() {
            8 => ymd(&tidy[..4], &tidy[4..6], &tidy[6..]),
            5 => serial(&tidy),
            6 => Err(DateError::Ambiguous),
            _ => Err(DateError::NotADate),
        };
    }
    let (year, month, rest) = split(&tidy)?;
    let Some(rest) = rest else {
        // Only a sound month lacks just its day.
        return Err(self::month(year, month)
            .err()
            .unwrap_or(DateError::DayMissing));
    };
    let day = without_time(rest);
    ymd(year, month, day)
}

/// Reads a month in any usual spelling: `2022-10`, `2022/10`, `202210`, `2022年10月`,
/// `二〇二二年十月`, or a whole date, whose day is dropped.
pub fn parse_month(given: &str) -> Result<Month, DateError> {
    let tidy = tidy(given)?;
    if tidy.bytes().all(|b| b.is_ascii_digit()) && tidy.len() == 6 {
        return month(&tidy[..4], &tidy[4..]);
    }
    match parse_date(&tidy) {
        Ok(day) => Ok(Month::of(day)),
        Err(DateError::DayMissing) => {
            let (year, number, _) = split(&tidy)?;
            month(year, number)
        }
        Err(fault) => Err(fault),
    }
}

/// Folds width, drops spaces at the ends and reads Chinese numerals as digits.
fn tidy(given: &str) -> Result<String, DateError> {
    let folded = text::fold_width(given);
    let folded = text::trim(&folded).trim_start_matches('\'');
    if folded.is_empty() {
        return Err(DateError::Empty);
    }
    Ok(numerals::to_digits(folded))
}

/// Year, month, and what follows the month's separator, if anything.
fn split(text: &str) -> Result<(&str, &str, Option<&str>), DateError> {
    let marks: [&[char]; 2] = [
        &['年', '-', '/', '.', '\u{2212}', '—'],
        &['月', '-', '/', '.', '\u{2212}', '—'],
    ];
    let (year, rest) = text.split_once(marks[0]).ok_or(DateError::NotADate)?;
    let (month, rest) = match text::trim(rest).split_once(marks[1]) {
        Some((month, rest)) => (
            month,
            Some(text::trim(rest)).filter(|rest| !matches!(*rest, "" | "份")),
        ),
        None => (text::trim(rest), None),
    };
    let year = text::trim(year);
    if year.len() <= 2 && year.bytes().all(|b| b.is_ascii_digit()) && !year.is_empty() {
        return Err(DateError::Ambiguous);
    }
    Ok((year, text::trim(month), rest))
}

/// Cuts a time of day (`00:00:00`, `T08:30`) and the word for day off.
fn without_time(rest: &str) -> &str {
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (day, tail) = rest.split_at(end);
    let tail = tail.trim_start_matches(text::is_odd_space);
    let tail = tail.strip_prefix(['日', '号']).unwrap_or(tail);
    let tail = tail.strip_prefix('T').unwrap_or(tail);
    let time = tail
        .chars()
        .all(|c| c.is_ascii_digit() || text::is_odd_space(c) || ":.Z+".contains(c));
    if time { day } else { rest }
}

fn number(text: &str, longest: usize) -> Result<u32, DateError> {
    let sound =
        !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    if sound {
        text.parse().map_err(|_| DateError::NotADate)
    } else {
        Err(DateError::NotADate)
    }
}

fn ymd(year: &str, month: &str, day: &str) -> Result<NaiveDate, DateError> {
    if year.len() != 4 {
        return Err(DateError::NotADate);
    }
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let date =
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day).ok_or(DateError::NoSuchDay)?;
    if (1850..2200).contains(&year) {
        Ok(date)
    } else {
        Err(DateError::OutOfRange)
    }
}

fn month(year: &str, number_text: &str) -> Result<Month, DateError> {
    if year.len() != 4 {
        return Err(DateError::NotADate);
    }
    let (year, month) = (number(year, 4)?, number(number_text, 2)?);
    Month::new(year.cast_signed(), month).map_err(|_| DateError::NoSuchDay)
}

/// A spreadsheet's day number in the 1900 system. It counts a 29 February 1900 that never
/// was, so days are counted from 30 December 1899; numbers of five digits are all after it.
fn serial(digits: &str) -> Result<NaiveDate, DateError> {
    let days = number(digits, 5)?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).expect("the day exists");
    epoch
        .checked_add_days(Days::new(u64::from(days)))
        .ok_or(DateError::OutOfRange)
}

/// Why something is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was given.
    #[error("the date is empty")]
    Empty,
    /// The text has no form of a date that is known.
    #[error("this is not a date; write it as 2022-10-25")]
    NotADate,
    /// The year has two digits, or the order is not year, month, day.
    #[error(
        "the year of this date would have to be guessed; write it with four digits, year first, as 2022-10-25"
    )]
    Ambiguous,
    /// Year and month are there, the day is not.
    #[error("the day of this date is missing; write it as 2022-10-25")]
    DayMissing,
    /// The calendar has no such day.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// The year lies outside 1850–2199.
    #[error("the year lies outside 1850 to 2199")]
    OutOfRange,
}

impl Bilingual for DateError {
    fn zh(&self) -> String {
        match self {
            DateError::Empty => "日期为空",
            DateError::NotADate => "不是有效的日期，请按 2022-10-25 的格式填写",
            DateError::Ambiguous => "日期的年份不明确，请先写四位年份，例如 2022-10-25",
            DateError::DayMissing => "日期缺少“日”，请按 2022-10-25 的格式填写",
            DateError::NoSuchDay => "日期不存在，请核对月份和日",
            DateError::OutOfRange => "年份超出 1850 至 2199 的范围",
        }
        .to_owned()
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
