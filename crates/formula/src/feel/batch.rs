//! Questions as lines of JSON.

use serde_json::Value as Json;

use super::{Answer, evaluate};
use crate::value::{Context, Value};

/// Answers one line `{"expression":…,"context":{…}}` with `{"value":…}`,
/// `{"unsupported":"the construct"}` or `{"error":"why"}`, without a line end.
/// Context values may be plain JSON or typed.
pub fn answer_line(line: &str) -> String {
    match question(line) {
        Ok((expression, context)) => answer_json(&evaluate(&expression, &context)),
        Err(why) => object("error", &Json::String(why).to_string()),
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

fn question(line: &str) -> Result<(String, Context), String> {
    let json: Json = serde_json::from_str(line).map_err(|e| {
        format!(
            "这一行不是 JSON（第 {0} 列） / the line is no JSON (column {0})",
            e.column()
        )
    })?;
    let Some(expression) = json.get("expression").and_then(Json::as_str) else {
        return Err("缺少文字 expression / the text \"expression\" is missing".to_owned());
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
pub fn read_context(json: &Json) -> Result<Context, String> {
    match Value::from_json(json).map_err(|f| f.to_string())? {
        Value::Context(context) => Ok((*context).clone()),
        _ => Err("context 应为对象 / \"context\" should be an object".to_owned()),
    }
}
