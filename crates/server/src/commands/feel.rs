//! `doudi feel`: FEEL exactly, for the supported part; the rest is refused by name.

use std::{
    io::{BufRead, BufReader, Write as _},
    path::PathBuf,
};

use anyhow::{Context as _, bail};
use formula::{
    Context, Number, Value,
    feel::{Answer, evaluate},
};
use serde_json::{Map, Value as Json, json};

#[cfg(test)]
mod tests;

/// Evaluate a FEEL expression, or one a line.
#[derive(Debug, clap::Args)]
pub struct Feel {
    /// The variables, a JSON object; values plain or typed
    /// (`{"type":"date","value":"2022-10-01"}`).
    #[arg(long, value_name = "JSON")]
    context: Option<String>,
    /// Read NDJSON `{"expression":…,"context":{…}}` and answer line for line.
    #[arg(long)]
    batch: bool,
    /// The expression; with `--batch` the input file, `-` or nothing for standard input.
    #[arg(value_name = "EXPRESSION|INPUT", required_unless_present = "batch")]
    given: Option<String>,
}

impl Feel {
    /// Evaluates and prints.
    pub fn run(self) -> anyhow::Result<()> {
        if self.batch {
            return batch(self.given.filter(|path| path != "-").map(PathBuf::from));
        }
        let context = match self.context.as_deref() {
            None => Context::new(),
            Some(text) => {
                let object: Map<String, Json> = serde_json::from_str(text)
                    .context("--context 应为 JSON 对象 / is a JSON object")?;
                context_of(&object)?
            }
        };
        match evaluate(&self.given.unwrap_or_default(), &context) {
            Answer::Value(value) => {
                println!("{}", value.to_json(false));
                Ok(())
            }
            Answer::Unsupported(construct) => bail!("不支持 / not supported: {construct}"),
            Answer::Error(fault) => bail!("{fault}"),
        }
    }
}

fn batch(input: Option<PathBuf>) -> anyhow::Result<()> {
    let reader: Box<dyn BufRead> = match &input {
        None => Box::new(std::io::stdin().lock()),
        Some(path) => Box::new(BufReader::new(
            std::fs::File::open(path).with_context(|| format!("{}", path.display()))?,
        )),
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in reader.lines() {
        let line = line.context("输入不是 UTF-8 / the input is not UTF-8")?;
        if line.trim().is_empty() {
            continue;
        }
        writeln!(out, "{}", answer(&line))?;
    }
    out.flush()?;
    Ok(())
}

/// One line in, one line out, whatever the line is.
fn answer(line: &str) -> Json {
    let given: Json = match serde_json::from_str(line) {
        Ok(given) => given,
        Err(error) => return json!({ "error": format!("no JSON: {error}") }),
    };
    let Some(expression) = given["expression"].as_str() else {
        return json!({ "error": "the line has no \"expression\"" });
    };
    let none = Map::new();
    let context = match context_of(given["context"].as_object().unwrap_or(&none)) {
        Ok(context) => context,
        Err(error) => return json!({ "error": format!("{error:#}") }),
    };
    match evaluate(expression, &context) {
        Answer::Value(value) => json!({ "value": value.to_json(false) }),
        Answer::Unsupported(construct) => json!({ "unsupported": construct }),
        Answer::Error(fault) => json!({ "error": fault.to_string() }),
    }
}

fn context_of(object: &Map<String, Json>) -> anyhow::Result<Context> {
    let mut context = Context::new();
    for (name, json) in object {
        context.set(name, value_of(json).with_context(|| name.clone())?);
    }
    Ok(context)
}

fn value_of(json: &Json) -> anyhow::Result<Value> {
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Boolean(*truth),
        Json::Number(number) => number_of(&number.to_string())?,
        Json::String(text) => Value::text(text),
        Json::Array(items) => Value::list(
            items
                .iter()
                .map(value_of)
                .collect::<anyhow::Result<Vec<_>>>()?,
        ),
        Json::Object(object) => match object.get("type").and_then(Json::as_str) {
            Some(kind) if is_typed(object) => typed(kind, object)?,
            _ => Value::Context(context_of(object)?.into()),
        },
    })
}

/// A typed value has a type and what the type holds, and nothing else.
fn is_typed(object: &Map<String, Json>) -> bool {
    object.len() <= 2
        && (object.len() == 1
            || ["value", "items", "entries"]
                .iter()
                .any(|k| object.contains_key(*k)))
}

fn typed(kind: &str, object: &Map<String, Json>) -> anyhow::Result<Value> {
    let value = object.get("value").unwrap_or(&Json::Null);
    let text = || {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    Ok(match kind {
        "null" => Value::Null,
        "list" => match object.get("items") {
            Some(items) => value_of(items)?,
            None => bail!("a list has \"items\""),
        },
        "context" => match object.get("entries").and_then(Json::as_object) {
            Some(entries) => Value::Context(context_of(entries)?.into()),
            None => bail!("a context has \"entries\""),
        },
        _ if value.is_null() => Value::Null,
        "boolean" => match text().as_str() {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            other => bail!("{other} is no boolean"),
        },
        "decimal" | "number" => number_of(&text())?,
        "string" => Value::text(&text()),
        // FEEL's own functions read these texts, so that there is one reader only.
        "date" | "time" | "duration" => built("kind", kind, &text())?,
        "dateTime" => built("kind", "date and time", &text())?,
        other => bail!("the type {other} is not known"),
    })
}

fn number_of(text: &str) -> anyhow::Result<Value> {
    Number::parse(text)
        .map(Value::Number)
        .with_context(|| format!("{text} is no number"))
}

fn built(argument: &str, function: &str, text: &str) -> anyhow::Result<Value> {
    let context: Context = [(argument, Value::text(text))].into_iter().collect();
    match evaluate(&format!("{function}({argument})"), &context) {
        Answer::Value(Value::Null) => bail!("{text} is no {function}"),
        Answer::Value(value) => Ok(value),
        Answer::Unsupported(construct) => bail!("not supported: {construct}"),
        Answer::Error(fault) => bail!("{fault}"),
    }
}
