//! Values of expressions.

mod context;
mod missing;
mod range;

pub use context::Context;
pub use missing::{FactRef, Missing};
pub use range::Range;

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
