//! Values of expressions.

mod context;
pub(crate) mod literal;
mod missing;
mod range;
mod show;
pub(crate) mod temporal;

pub use context::Context;
pub(crate) use missing::row_path;
pub use missing::{FactRef, Missing};
pub(crate) use range::Bounds;
pub use range::Range;
pub(crate) use show::show;
pub use temporal::{DateTime, Span as DaySpan, Time};

use std::sync::Arc;

use chrono::NaiveDate;

use crate::number::Number;
use crate::types::Entity;

/// A value. Cloning is cheap: long values are shared.
///
/// `==` is identity of the value (numbers by value: `1.0 == 1`), not FEEL's
/// three-valued `=`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// FEEL's null; also a fact known to be absent.
    Null,
    /// true or false.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A text or a code.
    Text(Arc<str>),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(Time),
    /// A date with a time of day.
    DateTime(DateTime),
    /// A years and months duration, in months.
    Months(i64),
    /// A days and time duration.
    Days(DaySpan),
    /// A list.
    List(Arc<[Value]>),
    /// A range such as `[1..5)`.
    Range(Arc<Range>),
    /// A context.
    Context(Arc<Context>),
    /// One member, household, supporter or award, by its place in the family.
    Row(Entity, u32),
    /// Not known: the facts and parameters that are missing. Arises only while
    /// evaluating; callers get it as [`Outcome::Unknown`](crate::Outcome).
    Unknown(Missing),
}

impl Value {
    /// A text value.
    pub fn text(text: &str) -> Value {
        Value::Text(Arc::from(text))
    }

    /// A list value.
    pub fn list(items: impl IntoIterator<Item = Value>) -> Value {
        Value::List(items.into_iter().collect())
    }

    /// What is missing in this value, at any depth.
    pub(crate) fn missing(&self) -> Option<Missing> {
        let of = |values: &mut dyn Iterator<Item = &Value>| {
            values.filter_map(Value::missing).reduce(|a, b| a.and(&b))
        };
        match self {
            Value::Unknown(missing) => Some(missing.clone()),
            Value::List(items) => of(&mut items.iter()),
            Value::Context(context) => of(&mut context.iter().map(|(_, v)| v)),
            Value::Range(range) => match &range.0 {
                Bounds::Between { low, high, .. } => of(&mut [low, high].into_iter()),
                Bounds::Test(_, v) => v.missing(),
            },
            _ => None,
        }
    }

    /// Whether this has no more parts than the budget, which it uses up.
    pub(crate) fn fits(&self, budget: &mut usize) -> bool {
        if *budget == 0 {
            return false;
        }
        *budget -= 1;
        match self {
            Value::List(items) => items.iter().all(|v| v.fits(budget)),
            Value::Context(context) => context.iter().all(|(_, v)| v.fits(budget)),
            _ => true,
        }
    }

    /// Whether this is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The number this is.
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Value::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// The boolean this is.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Boolean(b) => Some(*b),
            _ => None,
        }
    }

    /// The text this is.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(t) => Some(t),
            _ => None,
        }
    }
}

impl From<Number> for Value {
    fn from(n: Number) -> Value {
        Value::Number(n)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Boolean(b)
    }
}

impl From<&str> for Value {
    fn from(t: &str) -> Value {
        Value::text(t)
    }
}

impl From<NaiveDate> for Value {
    fn from(d: NaiveDate) -> Value {
        Value::Date(d)
    }
}
