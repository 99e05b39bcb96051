//! Dates, times and durations as texts, both ways (ISO 8601 as the standard restricts it).

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::Value;
use super::temporal::{DAY, DateTime, SECOND, Span, Time};

/// What a text that looks like a date or time may turn out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Read<T> {
    /// It is one.
    Is(T),
    /// It is none.
    No,
    /// It is one beyond what is supported: a named time zone, a year too far away.
    Beyond(&'static str),
}

/// Time zones by name are outside the supported part.
pub const ZONE: &str = "time zone by name";
/// Years that the calendar does not reach.
pub const YEAR: &str = "year beyond ±262142";

impl<T> Read<T> {
    fn map<U>(self, f: impl FnOnce(T) -> U) -> Read<U> {
        match self {
            Read::Is(t) => Read::Is(f(t)),
            Read::No => Read::No,
            Read::Beyond(what) => Read::Beyond(what),
        }
    }
}

fn two(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// `2022-10-25`, `-0044-03-15`, `12022-01-01`.
pub fn date(text: &str) -> Read<NaiveDate> {
    let parsed = || {
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut parts = rest.split('-');
        let (year, month, day) = (parts.next()?, two(parts.next()?)?, two(parts.next()?)?);
        let digits = year.bytes().all(|b| b.is_ascii_digit());
        let padded = year.len() > 4 && year.starts_with('0');
        if parts.next().is_some() || !digits || year.len() < 4 || year.len() > 9 || padded {
            return None;
        }
        Some((sign * year.parse::<i32>().ok()?, month, day))
    };
    let Some((year, month, day)) = parsed() else {
        return Read::No;
    };
    of_parts(year, month, day)
}

/// A date from numbers.
pub fn of_parts(year: i32, month: u32, day: u32) -> Read<NaiveDate> {
    if !(-262_142..=262_142).contains(&year) {
        // The same day in a year of the same kind tells whether the date exists.
        let stand_in = 2000 + year.rem_euclid(400);
        let exists = NaiveDate::from_ymd_opt(stand_in, month, day).is_some();
        return if exists { Read::Beyond(YEAR) } else { Read::No };
    }
    NaiveDate::from_ymd_opt(year, month, day).map_or(Read::No, Read::Is)
}

/// The clock time, whether it is 24:00, and the offset.
fn clock(text: &str) -> Read<(NaiveTime, bool, Option<i32>)> {
    let head = text.find(['Z', '+', '-', '@']).unwrap_or(text.len());
    let (time, zone) = text.split_at(head);
    let parsed = || {
        let (hms, fraction) = match time.split_once('.') {
            Some((hms, f)) => (hms, Some(f)),
            None => (time, None),
        };
        let mut parts = hms.split(':');
        let (h, m, s) = (
            two(parts.next()?)?,
            two(parts.next()?)?,
            two(parts.next()?)?,
        );
        if parts.next().is_some() {
            return None;
        }
        let nanos = match fraction {
            None => 0,
            Some(f) if !f.is_empty() && f.bytes().all(|b| b.is_ascii_digit()) => {
                format!("{f:0<9}")[..9].parse().ok()?
            }
            Some(_) => return None,
        };
        let full = (h, m, s, nanos) == (24, 0, 0, 0);
        Some((
            NaiveTime::from_hms_nano_opt(if full { 0 } else { h }, m, s, nanos)?,
            full,
        ))
    };
    let Some((time, full)) = parsed() else {
        return Read::No;
    };
    offset(zone).map(|offset| (time, full, offset))
}

/// `Z`, `+08:00`, nothing.
fn offset(zone: &str) -> Read<Option<i32>> {
    if zone.is_empty() {
        return Read::Is(None);
    }
    if zone == "Z" {
        return Read::Is(Some(0));
    }
    if zone.starts_with('@') {
        return Read::Beyond(ZONE);
    }
    let parsed = || {
        let sign = if zone.starts_with('-') { -1 } else { 1 };
        let mut parts = zone[1..].split(':');
        let (h, m) = (two(parts.next()?)?, two(parts.next()?)?);
        let s = parts.next().map_or(Some(0), two)?;
        if parts.next().is_some() || h > 18 || m > 59 || s > 59 || (h == 18 && m + s > 0) {
            return None;
        }
        Some(Some(sign * (h * 3600 + m * 60 + s) as i32))
    };
    parsed().map_or(Read::No, Read::Is)
}

/// `10:30:00`, `10:30:00.5+08:00`.
pub fn time(text: &str) -> Read<Time> {
    // 24:00:00 is the end of a day, and without a day it is none.
    match clock(text) {
        Read::Is((_, true, _)) => Read::No,
        other => other.map(|(time, _, offset)| Time { time, offset }),
    }
}

/// `2022-10-25T10:30:00+08:00`; a date alone is its midnight.
pub fn date_time(text: &str) -> Read<DateTime> {
    let Some((day, rest)) = text.split_once('T') else {
        return date(text).map(|d| DateTime {
            local: d.and_time(NaiveTime::MIN),
            offset: None,
        });
    };
    let day = date(day);
    match (day, clock(rest)) {
        (Read::No, _) | (_, Read::No) => Read::No,
        (Read::Beyond(what), _) | (_, Read::Beyond(what)) => Read::Beyond(what),
        (Read::Is(day), Read::Is((time, full, offset))) => {
            let day = if full { day.succ_opt() } else { Some(day) };
            day.map_or(Read::Beyond(YEAR), |day| {
                Read::Is(DateTime {
                    local: day.and_time(time),
                    offset,
                })
            })
        }
    }
}

/// `P1Y2M`, `-P3DT4H5M6.7S`.
pub fn duration(text: &str) -> Option<Value> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let (days, clock) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((d, t)) => (d, t),
        None => (rest, ""),
    };
    if days.is_empty() && clock.is_empty() {
        return None;
    }
    let days = parts(days, "YMD")?;
    let clock = parts(clock, "HMS")?;
    let whole = |list: &[(char, i128, i128)], unit: char| {
        list.iter()
            .find(|(u, _, _)| *u == unit)
            .map_or(0, |(_, n, _)| *n)
    };
    let fraction_elsewhere = days
        .iter()
        .chain(&clock)
        .any(|(u, _, f)| *f != 0 && *u != 'S');
    if fraction_elsewhere {
        return None;
    }
    let by_months = days.iter().any(|(u, _, _)| matches!(u, 'Y' | 'M'));
    if by_months {
        if days.iter().any(|(u, _, _)| *u == 'D') || !clock.is_empty() {
            return None;
        }
        let months = whole(&days, 'Y')
            .checked_mul(12)?
            .checked_add(whole(&days, 'M'))?;
        return Some(Value::Months(i64::try_from(sign * months).ok()?));
    }
    let fraction = clock
        .iter()
        .find(|(u, _, _)| *u == 'S')
        .map_or(0, |(_, _, f)| *f);
    let seconds = whole(&days, 'D') * 86_400 + whole(&clock, 'H') * 3600 + whole(&clock, 'M') * 60;
    let nanos = (seconds + whole(&clock, 'S')) * SECOND + fraction;
    Some(Value::Days(Span(sign * nanos)))
}

/// Numbers with their unit letters, in the order of `units`; nanoseconds apart.
fn parts(mut text: &str, units: &str) -> Option<Vec<(char, i128, i128)>> {
    let mut out = Vec::new();
    let mut order = units.chars();
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let unit = text[end..].chars().next()?;
        order.find(|u| *u == unit)?;
        let (number, fraction) = match text[..end].split_once('.') {
            Some((n, "")) => (n, 0),
            Some((n, f)) if f.len() <= 9 => (n, format!("{f:0<9}").parse().ok()?),
            Some(_) => return None,
            None => (&text[..end], 0),
        };
        if number.len() > 15 {
            return None;
        }
        out.push((unit, number.parse().ok()?, fraction));
        text = &text[end + unit.len_utf8()..];
    }
    Some(out)
}

/// What `@"…"` means.
pub fn at(text: &str) -> Read<Value> {
    let reads = [
        date(text).map(Value::Date),
        if text.contains('T') {
            date_time(text).map(Value::DateTime)
        } else {
            Read::No
        },
        time(text).map(Value::Time),
        duration(text).map_or(Read::No, Read::Is),
    ];
    reads
        .into_iter()
        .find(|r| *r != Read::No)
        .unwrap_or(Read::No)
}

pub fn show_date(d: NaiveDate) -> String {
    let year = d.year();
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}-{:02}-{:02}", year.abs(), d.month(), d.day())
}

pub fn show_time(t: NaiveTime, offset: Option<i32>) -> String {
    let mut out = format!("{:02}:{:02}:{:02}", t.hour(), t.minute(), t.second());
    if t.nanosecond() > 0 {
        let fraction = format!("{:09}", t.nanosecond());
        out.push('.');
        out.push_str(fraction.trim_end_matches('0'));
    }
    match offset {
        None => {}
        Some(0) => out.push('Z'),
        Some(o) => {
            let (sign, o) = if o < 0 { ('-', -o) } else { ('+', o) };
            out.push_str(&format!("{sign}{:02}:{:02}", o / 3600, o / 60 % 60));
            if o % 60 > 0 {
                out.push_str(&format!(":{:02}", o % 60));
            }
        }
    }
    out
}

pub fn show_months(months: i64) -> String {
    let sign = if months < 0 { "-" } else { "" };
    let months = months.unsigned_abs();
    match (months / 12, months % 12) {
        (0, m) => format!("{sign}P{m}M"),
        (y, 0) => format!("{sign}P{y}Y"),
        (y, m) => format!("{sign}P{y}Y{m}M"),
    }
}

pub fn show_days(span: Span) -> String {
    if span.0 == 0 {
        return "PT0S".to_owned();
    }
    let mut out = String::from(if span.0 < 0 { "-P" } else { "P" });
    let nanos = span.0.abs();
    if nanos / DAY > 0 {
        out.push_str(&format!("{}D", nanos / DAY));
    }
    let rest = nanos % DAY;
    if rest > 0 {
        out.push('T');
        let seconds = rest / SECOND;
        if seconds / 3600 > 0 {
            out.push_str(&format!("{}H", seconds / 3600));
        }
        if seconds / 60 % 60 > 0 {
            out.push_str(&format!("{}M", seconds / 60 % 60));
        }
        let fraction = format!("{:09}", rest % SECOND);
        let fraction = fraction.trim_end_matches('0');
        match (seconds % 60, fraction) {
            (0, "") => {}
            (s, "") => out.push_str(&format!("{s}S")),
            (s, f) => out.push_str(&format!("{s}.{f}S")),
        }
    }
    out
}
