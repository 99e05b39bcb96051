//! `+ - * / **` and the sign.

use crate::functions::{Computed, Why, arith as numbers};
use crate::number::{Number, Round};
use crate::tree::Arith;
use crate::value::Value;
use crate::value::temporal::{DAY, DateTime, Span, Time, plus_months};

const TYPES: Why = "这两种值不能这样计算 / these two cannot be computed so";
const EMPTY: Why = "其中一个是空值 / one of them is null";
const RANGE: Why = "结果超出范围 / the result is out of range";

/// Null with anything is null, so a null beside an unknown is null.
pub fn arith(op: Arith, a: &Value, b: &Value) -> Computed {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => numbers(op, *x, *y).map(Value::Number),
        (Value::Null, _) | (_, Value::Null) => Err(EMPTY),
        (Value::Unknown(x), Value::Unknown(y)) => Ok(Value::Unknown(x.and(y))),
        (Value::Unknown(_), _) => Ok(a.clone()),
        (_, Value::Unknown(_)) => Ok(b.clone()),
        (Value::Text(x), Value::Text(y)) if op == Arith::Add => {
            if x.len() + y.len() > crate::functions::MAX_LENGTH {
                return Err(crate::functions::TOO_LONG);
            }
            Ok(Value::text(&format!("{x}{y}")))
        }
        _ => match op {
            Arith::Add => add(a, b).or_else(|why| if why == TYPES { add(b, a) } else { Err(why) }),
            Arith::Sub => subtract(a, b),
            Arith::Mul => {
                scale(a, b).or_else(|why| if why == TYPES { scale(b, a) } else { Err(why) })
            }
            Arith::Div => divide(a, b),
            Arith::Pow => Err(TYPES),
        },
    }
}

pub fn negate(value: &Value) -> Computed {
    match value {
        Value::Number(n) => Ok(Value::Number(n.neg())),
        Value::Months(m) => m.checked_neg().map(Value::Months).ok_or(RANGE),
        Value::Days(s) => Ok(Value::Days(Span(-s.0))),
        Value::Unknown(_) => Ok(value.clone()),
        Value::Null => Err(EMPTY),
        _ => Err(TYPES),
    }
}

fn add(a: &Value, b: &Value) -> Computed {
    let value = match (a, b) {
        (Value::Months(x), Value::Months(y)) => x.checked_add(*y).map(Value::Months),
        (Value::Days(x), Value::Days(y)) => x.0.checked_add(y.0).map(|n| Value::Days(Span(n))),
        (Value::Date(d), Value::Months(m)) => plus_months(*d, *m).map(Value::Date),
        (Value::DateTime(t), Value::Months(m)) => t.plus_months(*m).map(Value::DateTime),
        (Value::Date(d), Value::Days(s)) => {
            let midnight = DateTime {
                local: d.and_time(chrono::NaiveTime::MIN),
                offset: None,
            };
            midnight.plus(*s).map(|t| Value::Date(t.local.date()))
        }
        (Value::DateTime(t), Value::Days(s)) => t.plus(*s).map(Value::DateTime),
        (Value::Time(t), Value::Days(s)) => Some(Value::Time(t.plus(*s))),
        _ => return Err(TYPES),
    };
    value.ok_or(RANGE)
}

fn subtract(a: &Value, b: &Value) -> Computed {
    match (a, b) {
        (Value::Months(_) | Value::Date(_) | Value::DateTime(_), Value::Months(_))
        | (Value::Days(_) | Value::Date(_) | Value::DateTime(_) | Value::Time(_), Value::Days(_)) => {
            add(a, &negate(b)?)
        }
        (Value::Time(x), Value::Time(y)) => between(*x, *y),
        _ => {
            let (x, y) = (instant(a).ok_or(TYPES)?, instant(b).ok_or(TYPES)?);
            if x.offset.is_some() != y.offset.is_some() {
                return Err("一个有时区，一个没有 / one has a time zone, the other has none");
            }
            Ok(Value::Days(Span(x.nanos() - y.nanos())))
        }
    }
}

fn between(a: Time, b: Time) -> Computed {
    if a.offset.is_some() != b.offset.is_some() {
        return Err("一个有时区，一个没有 / one has a time zone, the other has none");
    }
    Ok(Value::Days(Span(a.nanos() - b.nanos())))
}

/// A date counts as its midnight in UTC.
fn instant(value: &Value) -> Option<DateTime> {
    match value {
        Value::DateTime(t) => Some(*t),
        Value::Date(d) => Some(DateTime {
            local: d.and_time(chrono::NaiveTime::MIN),
            offset: Some(0),
        }),
        _ => None,
    }
}

fn scale(duration: &Value, by: &Value) -> Computed {
    let by = by.as_number().ok_or(TYPES)?;
    of_size(duration, size(duration).ok_or(TYPES)?.mul(by).ok_or(RANGE)?)
}

fn divide(a: &Value, b: &Value) -> Computed {
    let by = match (a, b) {
        (Value::Months(_) | Value::Days(_), Value::Number(n)) => *n,
        (Value::Months(_), Value::Months(_)) | (Value::Days(_), Value::Days(_)) => {
            let (x, y) = (size(a).ok_or(TYPES)?, size(b).ok_or(TYPES)?);
            return x
                .div(y)
                .map(Value::Number)
                .ok_or("除数为零 / division by nought");
        }
        _ => return Err(TYPES),
    };
    of_size(
        a,
        size(a)
            .ok_or(TYPES)?
            .div(by)
            .ok_or("除数为零 / division by nought")?,
    )
}

/// Months, or nanoseconds.
fn size(duration: &Value) -> Option<Number> {
    match duration {
        Value::Months(m) => Some(Number::from(*m)),
        Value::Days(s) => Number::new(s.0, 0),
        _ => None,
    }
}

fn of_size(like: &Value, size: Number) -> Computed {
    let whole = size.round(0, Round::Down).ok_or(RANGE)?;
    match like {
        Value::Months(_) => whole.to_i64().map(Value::Months).ok_or(RANGE),
        _ => {
            // Nanoseconds may be more than 64 bits: take days and the rest apart.
            let day = Number::new(DAY, 0).ok_or(RANGE)?;
            let days = whole
                .div(day)
                .and_then(|d| d.round(0, Round::Down))
                .ok_or(RANGE)?;
            let rest = days
                .mul(day)
                .and_then(|d| whole.sub(d))
                .and_then(Number::to_i64)
                .ok_or(RANGE)?;
            let days = days.to_i64().ok_or(RANGE)?;
            Ok(Value::Days(Span(i128::from(days) * DAY + i128::from(rest))))
        }
    }
}
