//! Reading values of plain FEEL from JSON: as it is, or with a type beside it.

use std::sync::Arc;

use serde_json::Value as Json;

use super::ReadFault;
use crate::number::Number;
use crate::value::literal::{self, Read};
use crate::value::{Context, Value};

impl Value {
    /// Reads plain JSON, or typed JSON such as
    /// `{"type":"date","value":"2022-10-25"}` (decimal, boolean, string, date,
    /// time, dateTime, duration, null, list with `items`, context with `entries`).
    ///
    /// # Errors
    /// When a typed value is not of its type, or lies beyond what is supported.
    pub fn from_json(json: &Json) -> Result<Value, ReadFault> {
        Ok(match json {
            Json::Null => Value::Null,
            Json::Bool(b) => Value::Boolean(*b),
            Json::Number(n) => Value::Number(super::exact(n)?),
            Json::String(s) => Value::text(s),
            Json::Array(items) => Value::List(
                items
                    .iter()
                    .map(Value::from_json)
                    .collect::<Result<_, _>>()?,
            ),
            Json::Object(object) => match object.get("type").and_then(Json::as_str) {
                Some(ty)
                    if object
                        .keys()
                        .all(|k| matches!(k.as_str(), "type" | "value" | "items" | "entries")) =>
                {
                    typed(ty, object)?
                }
                _ => context(object)?,
            },
        })
    }
}

fn context(object: &serde_json::Map<String, Json>) -> Result<Value, ReadFault> {
    let mut context = Context::new();
    for (name, json) in object {
        context.set(name, Value::from_json(json)?);
    }
    Ok(Value::Context(Arc::new(context)))
}

fn typed(ty: &str, object: &serde_json::Map<String, Json>) -> Result<Value, ReadFault> {
    let value = object.get("value");
    if value == Some(&Json::Null) {
        return Ok(Value::Null);
    }
    let text = match value {
        Some(Json::String(s)) => s.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    match ty {
        "null" => Ok(Value::Null),
        "decimal" | "double" | "integer" | "number" => number(&text).map(Value::Number),
        "boolean" => match text.as_str() {
            "true" => Ok(Value::Boolean(true)),
            "false" => Ok(Value::Boolean(false)),
            _ => Err(fault(ty)),
        },
        "string" => Ok(Value::text(&text)),
        "date" => dated(literal::date(&text), ty).map(Value::Date),
        "time" => dated(literal::time(&text), ty).map(Value::Time),
        "dateTime" => dated(literal::date_time(&text), ty).map(Value::DateTime),
        "duration" => literal::duration(&text).ok_or_else(|| fault(ty)),
        "list" => match object.get("items").or(value) {
            Some(items @ Json::Array(_)) => Value::from_json(items),
            _ => Err(fault(ty)),
        },
        "context" => match object.get("entries").or(value) {
            Some(Json::Object(entries)) => context(entries),
            _ => Err(fault(ty)),
        },
        other => Err(ReadFault::new(
            format!("不认识的类型“{other}”"),
            format!("unknown type \"{other}\""),
        )),
    }
}

fn number(text: &str) -> Result<Number, ReadFault> {
    Number::parse(text.trim()).ok_or_else(|| fault("decimal"))
}

fn dated<T>(read: Read<T>, ty: &str) -> Result<T, ReadFault> {
    match read {
        Read::Is(value) => Ok(value),
        Read::No => Err(fault(ty)),
        Read::Beyond(what) => Err(ReadFault {
            zh: format!("不支持：{what}"),
            en: format!("unsupported: {what}"),
            unsupported: Some(what),
        }),
    }
}

fn fault(ty: &str) -> ReadFault {
    ReadFault::new(
        format!("不是 {ty} 类型的值"),
        format!("not a value of type {ty}"),
    )
}
