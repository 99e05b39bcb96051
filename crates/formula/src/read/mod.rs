//! Reading a value of a declared type from JSON.

mod plain;

use std::fmt;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::number::Number;
use crate::types::Type;
use crate::value::literal::{self, Read};
use crate::value::{Context, Value};

/// A JSON value that is not of the declared type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{zh} / {en}")]
pub struct ReadFault {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// The construct, where the value is not wrong but outside the supported
    /// part: a time zone by name, a year too far away.
    pub unsupported: Option<&'static str>,
}

impl ReadFault {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> ReadFault {
        ReadFault {
            zh: zh.into(),
            en: en.into(),
            unsupported: None,
        }
    }
}

impl Type {
    /// Reads a value of this type from JSON: quantities from decimal strings or
    /// JSON numbers, dates from `2022-10-25`, codes only from their list, `null`
    /// as [`Value::Null`]. A percentage is read as its fraction from `30%`, and
    /// as it stands (0.3) from a number.
    ///
    /// # Errors
    /// When the JSON is of another type, with a message that does not repeat
    /// texts of the input longer than a code.
    pub fn read(&self, json: &Json) -> Result<Value, ReadFault> {
        let value = match (self, json) {
            (_, Json::Null) => Some(Value::Null),
            (Type::Boolean, Json::Bool(b)) => Some(Value::Boolean(*b)),
            (Type::Number(_), Json::Number(n)) => Some(Value::Number(exact(n)?)),
            (Type::Number(unit), Json::String(s)) => match s.trim().strip_suffix('%') {
                Some(percent) if *unit == crate::Unit::PERCENT => Number::parse(percent.trim())
                    .and_then(|n| n.div(Number::from(100)))
                    .map(Value::Number),
                _ => Number::parse(s.trim()).map(Value::Number),
            },
            (Type::Text, Json::String(s)) => Some(Value::text(s)),
            (Type::Code(codes), Json::String(s)) => {
                if !codes.values.contains(s) {
                    return Err(ReadFault::new(
                        format!(
                            "不是“{}”的代码，可用：{}",
                            codes.name,
                            codes.values.join("、")
                        ),
                        format!(
                            "not a code of {}; use one of: {}",
                            codes.name,
                            codes.values.join(", ")
                        ),
                    ));
                }
                Some(Value::text(s))
            }
            (Type::Date, Json::String(s)) => is(literal::date(s)).map(Value::Date),
            (Type::Time, Json::String(s)) => is(literal::time(s)).map(Value::Time),
            (Type::DateTime, Json::String(s)) => is(literal::date_time(s)).map(Value::DateTime),
            (Type::Months | Type::Days, Json::String(s)) => literal::duration(s)
                .filter(|d| matches!(d, Value::Months(_)) == (*self == Type::Months)),
            (Type::List(item), Json::Array(items)) => Some(Value::List(
                items
                    .iter()
                    .map(|i| item.read(i))
                    .collect::<Result<_, _>>()?,
            )),
            (Type::Context(entries), Json::Object(given)) => {
                let mut context = Context::new();
                for (name, json) in given {
                    let ty = entries.get(name).ok_or_else(|| {
                        ReadFault::new(
                            format!("对照表没有“{name}”这一项"),
                            format!("the table has no entry \"{name}\""),
                        )
                    })?;
                    context.set(name, ty.read(json)?);
                }
                Some(Value::Context(Arc::new(context)))
            }
            _ => None,
        };
        value.ok_or_else(|| {
            ReadFault::new(
                format!("应为{}，给的是{}", self.chinese(), Kind(json).chinese()),
                format!("expected {self}, got {}", Kind(json)),
            )
        })
    }
}

fn is<T>(read: Read<T>) -> Option<T> {
    match read {
        Read::Is(value) => Some(value),
        _ => None,
    }
}

/// A JSON number, where it can be read exactly: the JSON reader keeps fractions
/// in binary, which holds 15 decimal digits for certain.
pub(super) fn exact(number: &serde_json::Number) -> Result<Number, ReadFault> {
    if let Some(whole) = number.as_i64() {
        return Ok(Number::from(whole));
    }
    let text = number.to_string();
    let digits = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = digits
        .trim_start_matches(['-', '0', '.'])
        .bytes()
        .filter(u8::is_ascii_digit)
        .count();
    if number.is_f64() && digits > 15 {
        return Err(ReadFault::new(
            "这个数超过 15 位有效数字，请加引号写成文字",
            "a number of more than 15 digits: write it in quotes",
        ));
    }
    Number::parse(&text).ok_or_else(|| ReadFault::new("这个数太大", "the number is too large"))
}

struct Kind<'a>(&'a Json);

impl Kind<'_> {
    fn chinese(&self) -> &'static str {
        match self.0 {
            Json::Null => "空值",
            Json::Bool(_) => "是否",
            Json::Number(_) => "数",
            Json::String(_) => "文字",
            Json::Array(_) => "列表",
            Json::Object(_) => "对照表",
        }
    }
}

impl fmt::Display for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a text",
            Json::Array(_) => "a list",
            Json::Object(_) => "an object",
        })
    }
}
