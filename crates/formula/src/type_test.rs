//! `instance of`: whether a value is of a type of the standard.

use crate::value::{Bounds, Value};

/// A type named by the standard.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TypeTest {
    Any,
    Null,
    Boolean,
    Number,
    Text,
    Date,
    Time,
    DateTime,
    Months,
    Days,
    List(Box<TypeTest>),
    Range(Box<TypeTest>),
    /// Some entries with their types.
    Context(Vec<(String, TypeTest)>),
}

impl TypeTest {
    /// Reads a type as written; `None` for functions and types that a model declares.
    pub fn read(text: &str) -> Option<TypeTest> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner = |prefix: &str| {
            let rest = text.strip_prefix(prefix)?.trim_start();
            Some(rest.strip_prefix('<')?.strip_suffix('>')?.trim())
        };
        Some(match text.as_str() {
            "Any" => TypeTest::Any,
            "Null" => TypeTest::Null,
            "boolean" => TypeTest::Boolean,
            "number" => TypeTest::Number,
            "string" => TypeTest::Text,
            "date" => TypeTest::Date,
            "time" => TypeTest::Time,
            "date and time" => TypeTest::DateTime,
            "years and months duration" => TypeTest::Months,
            "days and time duration" => TypeTest::Days,
            "list" => TypeTest::List(Box::new(TypeTest::Any)),
            "context" => TypeTest::Context(Vec::new()),
            "range" => TypeTest::Range(Box::new(TypeTest::Any)),
            _ => {
                if let Some(item) = inner("list") {
                    return Some(TypeTest::List(Box::new(TypeTest::read(item)?)));
                }
                if let Some(item) = inner("range") {
                    return Some(TypeTest::Range(Box::new(TypeTest::read(item)?)));
                }
                let entries = inner("context")?;
                let entries = split(entries)
                    .into_iter()
                    .map(|entry| {
                        let (key, ty) = entry.split_once(':')?;
                        Some((key.trim().to_owned(), TypeTest::read(ty.trim())?))
                    })
                    .collect::<Option<Vec<_>>>()?;
                TypeTest::Context(entries)
            }
        })
    }

    /// Whether a value is of the type; null is of the type Null only.
    pub fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (TypeTest::Null, value) => value.is_null(),
            (_, Value::Null) => false,
            (TypeTest::Any, _)
            | (TypeTest::Boolean, Value::Boolean(_))
            | (TypeTest::Number, Value::Number(_))
            | (TypeTest::Text, Value::Text(_))
            | (TypeTest::Date, Value::Date(_))
            | (TypeTest::Time, Value::Time(_))
            | (TypeTest::DateTime, Value::DateTime(_))
            | (TypeTest::Months, Value::Months(_))
            | (TypeTest::Days, Value::Days(_)) => true,
            (TypeTest::List(item), Value::List(items)) => items
                .iter()
                .all(|i| item.holds(i) || **item == TypeTest::Any),
            (TypeTest::Range(item), Value::Range(range)) => {
                let of = |v: &Value| v.is_null() || item.holds(v);
                match &range.0 {
                    Bounds::Between { low, high, .. } => of(low) && of(high),
                    Bounds::Test(_, v) => of(v),
                }
            }
            (TypeTest::Context(entries), Value::Context(context)) => entries
                .iter()
                .all(|(key, ty)| context.get(key).is_some_and(|v| v.is_null() || ty.holds(v))),
            _ => false,
        }
    }
}

/// Splits at commas that stand in no brackets.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
