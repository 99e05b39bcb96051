//! Questions as lines of JSON.

use serde_json::Value as Json;

use super::{Answer, evaluate};
use crate::read::ReadFault;
use crate::value::{Context, Value};

/// Answers one line `{"expression":…,"context":{…}}` with `{"value":…}`,
/// `{"unsupported":"the construct"}` or `{"error":"why"}`, without a line end.
/// Context values may be plain JSON or typed.
pub fn answer_line(line: &str) -> String {
    match question(line) {
        Ok((expression, context)) => answer_json(&evaluate(&expression, &context)),
        Err(fault) => match fault.unsupported {
            Some(what) => answer_json(&Answer::Unsupported(what.to_owned())),
            None => object("error", &Json::String(fault.to_string()).to_string()),
        },
    }
}

/// An answer as one line of JSON.
pub fn answer_json(answer: &Answer) -> String {
    match answer {
        Answer::Value(value) => object("value", &value.to_json_text()),
        Answer::Unsupported(what) => object("unsupported", &Json::String(what.clone()).to_string()),
        Answer::Error(fault) => object("error", &Json::String(fault.to_string()).to_string()),
    }
}

fn object(key: &str, json: &str) -> String {
    format!("{{\"{key}\":{json}}}")
}

fn question(line: &str) -> Result<(String, Context), ReadFault> {
    let json: Json = serde_json::from_str(line).map_err(|e| {
        let column = e.column();
        ReadFault::new(
            format!("这一行不是 JSON（第 {column} 列）"),
            format!("the line is no JSON (column {column})"),
        )
    })?;
    let Some(expression) = json.get("expression").and_then(Json::as_str) else {
        return Err(ReadFault::new(
            "缺少文字 expression",
            "the text \"expression\" is missing",
        ));
    };
    let context = match json.get("context") {
        None | Some(Json::Null) => Context::new(),
        Some(given) => read_context(given)?,
    };
    Ok((expression.to_owned(), context))
}

/// A context from a JSON object.
///
/// # Errors
/// When it is no object, or a typed value is not of its type.
pub fn read_context(json: &Json) -> Result<Context, ReadFault> {
    match Value::from_json(json)? {
        Value::Context(context) => Ok((*context).clone()),
        _ => Err(ReadFault::new(
            "context 应为对象",
            "\"context\" should be an object",
        )),
    }
}
