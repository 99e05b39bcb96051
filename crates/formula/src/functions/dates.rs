//! Functions of dates, times and durations.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::{Computed, Why};
use crate::number::{Number, Round};
use crate::value::Value;
use crate::value::literal::{self, Read};
use crate::value::temporal::{DateTime, SECOND, Span, Time, months_between};

const NO_DATE: Why = "不是日期 / not a date";
const NO_TIME: Why = "不是时刻 / not a time";

fn read<T>(read: Read<T>, why: Why) -> Result<T, Why> {
    match read {
        Read::Is(t) => Ok(t),
        Read::No => Err(why),
        Read::Beyond(what) => Err(what),
    }
}

fn whole(value: &Value) -> Option<i64> {
    value
        .as_number()
        .filter(|n| n.is_whole())
        .and_then(Number::to_i64)
}

fn day(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(d) => Some(*d),
        Value::DateTime(t) => Some(t.local.date()),
        _ => None,
    }
}

pub fn date(args: &[Value]) -> Computed {
    let date = match args {
        [Value::Text(t)] => read(literal::date(t), NO_DATE)?,
        [one] => day(one).ok_or(NO_DATE)?,
        [y, m, d] => {
            let (y, m, d) = (
                whole(y).ok_or(NO_DATE)?,
                whole(m).ok_or(NO_DATE)?,
                whole(d).ok_or(NO_DATE)?,
            );
            if !(-999_999_999..=999_999_999).contains(&y)
                || !(1..=12).contains(&m)
                || !(1..=31).contains(&d)
            {
                return Err(NO_DATE);
            }
            read(literal::of_parts(y as i32, m as u32, d as u32), NO_DATE)?
        }
        _ => return Err(NO_DATE),
    };
    Ok(Value::Date(date))
}

pub fn time(args: &[Value]) -> Computed {
    let time = match args {
        [Value::Text(t)] => read(literal::time(t), NO_TIME)?,
        [Value::Time(t)] => *t,
        [Value::DateTime(t)] => Time {
            time: t.local.time(),
            offset: t.offset,
        },
        [Value::Date(_)] => Time {
            time: NaiveTime::MIN,
            offset: Some(0),
        },
        [h, m, s, rest @ ..] => {
            let offset = match rest {
                [] | [Value::Null] => None,
                [Value::Days(span)] => {
                    let seconds = span.0 / SECOND;
                    Some(
                        i32::try_from(seconds)
                            .ok()
                            .filter(|s| s.abs() <= 18 * 3600)
                            .ok_or(NO_TIME)?,
                    )
                }
                _ => return Err(NO_TIME),
            };
            let s = s.as_number().ok_or(NO_TIME)?;
            let full = s
                .round(0, Round::Down)
                .and_then(Number::to_i64)
                .ok_or(NO_TIME)?;
            let nanos = s
                .sub(Number::from(full))
                .and_then(|f| f.mul(Number::from(1_000_000_000_i64)))
                .and_then(|f| f.round(0, Round::Down))
                .and_then(Number::to_i64)
                .ok_or(NO_TIME)?;
            let part = |v: Option<i64>| v.and_then(|n| u32::try_from(n).ok()).ok_or(NO_TIME);
            let (h, m, s) = (part(whole(h))?, part(whole(m))?, part(Some(full))?);
            let time = NaiveTime::from_hms_nano_opt(h, m, s, part(Some(nanos))?).ok_or(NO_TIME)?;
            Time { time, offset }
        }
        _ => return Err(NO_TIME),
    };
    Ok(Value::Time(time))
}

pub fn date_and_time(args: &[Value]) -> Computed {
    let value = match args {
        [Value::Text(t)] => read(literal::date_time(t), NO_TIME)?,
        [Value::DateTime(t)] => *t,
        [Value::Date(d)] => DateTime {
            local: d.and_time(NaiveTime::MIN),
            offset: None,
        },
        [d, Value::Time(t)] => DateTime {
            local: day(d).ok_or(NO_DATE)?.and_time(t.time),
            offset: t.offset,
        },
        _ => return Err(NO_TIME),
    };
    Ok(Value::DateTime(value))
}

pub fn duration(args: &[Value]) -> Computed {
    match args {
        [Value::Text(t)] => literal::duration(t).ok_or("不是时长 / not a duration"),
        [Value::Months(_) | Value::Days(_)] => Ok(args[0].clone()),
        _ => Err("不是时长 / not a duration"),
    }
}

pub fn years_and_months(args: &[Value]) -> Computed {
    let (from, to) = (&args[0], &args[1]);
    let (a, b) = (day(from).ok_or(NO_DATE)?, day(to).ok_or(NO_DATE)?);
    let clock = |v: &Value| match v {
        Value::DateTime(t) => t.local.time(),
        _ => NaiveTime::MIN,
    };
    let mut months = months_between(a, b);
    if a.day() == b.day() && months > 0 && clock(to) < clock(from) {
        months -= 1;
    } else if a.day() == b.day() && months < 0 && clock(to) > clock(from) {
        months += 1;
    }
    Ok(Value::Months(months))
}

/// Completed years of life: one more on each birthday, that of 29 February on 1 March.
pub fn age(args: &[Value]) -> Computed {
    match args {
        [Value::Date(birth), Value::Date(on)] if on >= birth => {
            let before = (on.month(), on.day()) < (birth.month(), birth.day());
            let years = i64::from(on.year()) - i64::from(birth.year()) - i64::from(before);
            Ok(Value::Number(Number::from(years)))
        }
        [Value::Date(_), Value::Date(_)] => Err("日期早于出生日期 / the date is before the birth"),
        _ => Err(NO_DATE),
    }
}

pub fn day_of_year(args: &[Value]) -> Computed {
    Ok(Value::Number(
        i64::from(day(&args[0]).ok_or(NO_DATE)?.ordinal()).into(),
    ))
}

pub fn day_of_week(args: &[Value]) -> Computed {
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let index = day(&args[0])
        .ok_or(NO_DATE)?
        .weekday()
        .num_days_from_monday();
    Ok(Value::text(DAYS[index as usize]))
}

pub fn month_of_year(args: &[Value]) -> Computed {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    Ok(Value::text(
        MONTHS[day(&args[0]).ok_or(NO_DATE)?.month0() as usize],
    ))
}

pub fn week_of_year(args: &[Value]) -> Computed {
    Ok(Value::Number(
        i64::from(day(&args[0]).ok_or(NO_DATE)?.iso_week().week()).into(),
    ))
}

/// A property of a date, time or duration: `.year`, `.hours`.
pub fn property(value: &Value, name: &str) -> Option<Value> {
    let number = |n: i64| Some(Value::Number(Number::from(n)));
    let of_date = |d: NaiveDate| match name {
        "year" => number(i64::from(d.year())),
        "month" => number(i64::from(d.month())),
        "day" => number(i64::from(d.day())),
        "weekday" => number(i64::from(d.weekday().number_from_monday())),
        _ => None,
    };
    let of_time = |t: NaiveTime, offset: Option<i32>| {
        use chrono::Timelike;
        match name {
            "hour" => number(i64::from(t.hour())),
            "minute" => number(i64::from(t.minute())),
            "second" => number(i64::from(t.second())),
            "time offset" => {
                Some(offset.map_or(Value::Null, |o| Value::Days(Span(i128::from(o) * SECOND))))
            }
            "timezone" => Some(Value::Null),
            _ => None,
        }
    };
    match value {
        Value::Date(d) => of_date(*d).or_else(|| of_time(NaiveTime::MIN, Some(0))),
        Value::Time(t) => of_time(t.time, t.offset),
        Value::DateTime(t) => of_date(t.local.date()).or_else(|| of_time(t.local.time(), t.offset)),
        Value::Months(m) => match name {
            "years" => number(m / 12),
            "months" => number(m % 12),
            _ => None,
        },
        Value::Days(Span(n)) => {
            let seconds = n / SECOND;
            let part = |n: i128| i64::try_from(n).ok().and_then(number);
            match name {
                "days" => part(seconds / 86_400),
                "hours" => part(seconds / 3600 % 24),
                "minutes" => part(seconds / 60 % 60),
                "seconds" => part(seconds % 60),
                _ => None,
            }
        }
        _ => None,
    }
}
