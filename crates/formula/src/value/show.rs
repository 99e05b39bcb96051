//! Values as FEEL writes them, and as JSON.

use serde_json::{Map, Value as Json};

use super::{Value, literal};

/// A value as `string()` gives it; `None` where it has no text.
pub fn show(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text(t) => t.to_string(),
        other => nested(other)?,
    })
}

fn nested(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => "null".to_owned(),
        Value::Boolean(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Text(t) => format!("\"{}\"", t.replace('\\', "\\\\").replace('"', "\\\"")),
        Value::Date(d) => literal::show_date(*d),
        Value::Time(t) => literal::show_time(t.time, t.offset),
        Value::DateTime(t) => format!(
            "{}T{}",
            literal::show_date(t.local.date()),
            literal::show_time(t.local.time(), t.offset)
        ),
        Value::Months(m) => literal::show_months(*m),
        Value::Days(s) => literal::show_days(*s),
        Value::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(nested).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Context(context) => {
            let entries: Option<Vec<String>> = context
                .iter()
                .map(|(k, v)| Some(format!("{k}: {}", nested(v)?)))
                .collect();
            format!("{{{}}}", entries?.join(", "))
        }
        Value::Range(_) | Value::Row(..) | Value::Unknown(_) => return None,
    })
}

impl Value {
    /// The value as JSON: numbers as JSON numbers where `decimals_as_text` is
    /// false, else as decimal strings; dates, times and durations as ISO 8601 texts.
    /// A range is a text; a row of a family its word and place.
    pub fn to_json(&self, decimals_as_text: bool) -> Json {
        match self {
            Value::Null | Value::Unknown(_) => Json::Null,
            Value::Boolean(b) => Json::Bool(*b),
            Value::Number(n) if decimals_as_text => Json::String(n.to_string()),
            Value::Number(n) => n
                .to_string()
                .parse::<serde_json::Number>()
                .map_or(Json::Null, Json::Number),
            Value::List(items) => items.iter().map(|v| v.to_json(decimals_as_text)).collect(),
            Value::Context(context) => {
                let entries = context
                    .iter()
                    .map(|(k, v)| (k.to_owned(), v.to_json(decimals_as_text)));
                Json::Object(entries.collect::<Map<_, _>>())
            }
            Value::Range(range) => Json::String(range.show().unwrap_or_default()),
            Value::Row(entity, index) => Json::String(super::missing::row_path(*entity, *index)),
            _ => Json::String(show(self).unwrap_or_default()),
        }
    }
}

impl Value {
    /// The value as JSON text with every digit of its numbers.
    pub fn to_json_text(&self) -> String {
        let parts = |open: char, parts: Vec<String>, close: char| {
            format!("{open}{}{close}", parts.join(","))
        };
        match self {
            Value::Number(n) => n.to_string(),
            Value::List(items) => parts('[', items.iter().map(Value::to_json_text).collect(), ']'),
            Value::Context(context) => {
                let entry = |(k, v): (&str, &Value)| {
                    format!("{}:{}", Json::String(k.to_owned()), v.to_json_text())
                };
                parts('{', context.iter().map(entry).collect(), '}')
            }
            other => other.to_json(false).to_string(),
        }
    }
}
