//! `= != < <= > >=`, `between`, and what `in` asks.

use std::cmp::Ordering;

use crate::syntax::Compare;
use crate::value::{Bounds, DateTime, Range, Value};

/// FEEL's `=`: null for values of different types, unknown where an unknown decides.
pub fn equal(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Unknown(x), Value::Unknown(y)) => Value::Unknown(x.and(y)),
        (Value::Unknown(_), _) => a.clone(),
        (_, Value::Unknown(_)) => b.clone(),
        (Value::Null, Value::Null) => Value::Boolean(true),
        (Value::Null, _) | (_, Value::Null) => Value::Boolean(false),
        (Value::List(x), Value::List(y)) => {
            if x.len() != y.len() {
                return Value::Boolean(false);
            }
            all(x.iter().zip(y.iter()).map(|(x, y)| equal(x, y)))
        }
        (Value::Context(x), Value::Context(y)) => {
            if x.len() != y.len() || x.iter().any(|(k, _)| y.get(k).is_none()) {
                return Value::Boolean(false);
            }
            all(x
                .iter()
                .map(|(k, v)| y.get(k).map_or(Value::Boolean(false), |w| equal(v, w))))
        }
        (Value::Range(x), Value::Range(y)) => Value::Boolean(x == y),
        (Value::Row(..), Value::Row(..)) => Value::Boolean(a == b),
        (Value::Boolean(x), Value::Boolean(y)) => Value::Boolean(x == y),
        _ => order(a, b).map_or(Value::Null, |o| Value::Boolean(o == Ordering::Equal)),
    }
}

/// True when all are; unequal parts of different types make the whole unequal.
fn all(parts: impl Iterator<Item = Value>) -> Value {
    let mut unknown: Option<Value> = None;
    for part in parts {
        match (part, unknown.take()) {
            (Value::Boolean(true), kept) => unknown = kept,
            (Value::Unknown(m), Some(Value::Unknown(n))) => {
                unknown = Some(Value::Unknown(m.and(&n)))
            }
            (Value::Unknown(m), _) => unknown = Some(Value::Unknown(m)),
            _ => return Value::Boolean(false),
        }
    }
    unknown.unwrap_or(Value::Boolean(true))
}

/// The order of two values of one ordered type.
pub fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => Some(x.cmp(y)),
        (Value::Text(x), Value::Text(y)) => Some(x.cmp(y)),
        (Value::Date(x), Value::Date(y)) => Some(x.cmp(y)),
        (Value::Time(x), Value::Time(y)) if x.offset.is_some() == y.offset.is_some() => {
            Some(x.nanos().cmp(&y.nanos()))
        }
        (Value::DateTime(x), Value::DateTime(y)) if x.offset.is_some() == y.offset.is_some() => {
            // The compatibility kit compares instants by the millisecond.
            let millis = |t: &DateTime| t.nanos().div_euclid(1_000_000);
            Some(millis(x).cmp(&millis(y)))
        }
        (Value::Months(x), Value::Months(y)) => Some(x.cmp(y)),
        (Value::Days(x), Value::Days(y)) => Some(x.cmp(y)),
        _ => None,
    }
}

pub fn compare(op: Compare, a: &Value, b: &Value) -> Value {
    let holds = |o: Ordering| match op {
        Compare::Lt => o == Ordering::Less,
        Compare::Le => o != Ordering::Greater,
        Compare::Gt => o == Ordering::Greater,
        _ => o != Ordering::Less,
    };
    match op {
        Compare::Eq => equal(a, b),
        Compare::Ne => match equal(a, b) {
            Value::Boolean(b) => Value::Boolean(!b),
            other => other,
        },
        _ => match (a, b) {
            // Null has no order, whatever stands beside it.
            (Value::Null, _) | (_, Value::Null) => Value::Null,
            (Value::Unknown(x), Value::Unknown(y)) => Value::Unknown(x.and(y)),
            (Value::Unknown(_), _) => a.clone(),
            (_, Value::Unknown(_)) => b.clone(),
            _ => order(a, b).map_or(Value::Null, |o| Value::Boolean(holds(o))),
        },
    }
}

/// Whether a value lies between two others.
pub fn between(value: &Value, low: &Value, low_in: bool, high: &Value, high_in: bool) -> Value {
    let above = compare(if low_in { Compare::Ge } else { Compare::Gt }, value, low);
    let below = compare(if high_in { Compare::Le } else { Compare::Lt }, value, high);
    super::logic::conjunction(above, below)
}

/// Whether a value passes one test of `in`: a comparison, a range, a list of
/// values and ranges, or a value to be equal to.
pub fn passes(value: &Value, test: &Value) -> Value {
    match test {
        Value::Range(range) => in_range(value, range),
        Value::List(items) => {
            // A list is equal to the value, or has it, or has a range with it.
            let whole = match value {
                Value::List(_) => equal(value, test),
                _ => Value::Boolean(false),
            };
            items
                .iter()
                .map(|item| passes_item(value, item))
                .fold(whole, super::logic::disjunction_lenient)
        }
        _ => equal(value, test),
    }
}

fn passes_item(value: &Value, item: &Value) -> Value {
    match (value, item) {
        (Value::Range(_), Value::Range(_)) => equal(value, item),
        (_, Value::Range(range)) => in_range(value, range),
        _ => equal(value, item),
    }
}

fn in_range(value: &Value, range: &Range) -> Value {
    match &range.0 {
        Bounds::Test(op, other) => compare(*op, value, other),
        Bounds::Between {
            low,
            low_in,
            high,
            high_in,
        } => between(value, low, *low_in, high, *high_in),
    }
}
