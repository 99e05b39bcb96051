//! Runs a file of conformance cases through plain FEEL and counts.
//!
//! One case a line, as JSON: `expression`, `inputs` (name → typed value),
//! `expected` (typed value). Numbers are compared with a relative tolerance of
//! 1e-8. The file belongs to its publisher and is not part of this repository.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::feel::{self, Answer};
use crate::number::Number;
use crate::read::ReadFault;
use crate::value::{Context, Value};

/// How a file of cases went.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Cases with the expected value.
    pub right: usize,
    /// Cases refused by name.
    pub refused: usize,
    /// Cases with another value, or an error.
    pub wrong: usize,
    /// Cases that expect the value after conversion to a type that the kit's
    /// model declares and the file does not carry: the same expression stands
    /// elsewhere in it with its plain value. They came out with another value.
    pub undecidable: usize,
    /// Each wrong case.
    pub wrong_cases: Vec<Miss>,
    /// Each refused case.
    pub refused_cases: Vec<Miss>,
}

/// A case that did not come out right.
#[derive(Clone, Debug)]
pub struct Miss {
    /// The line in the file, from 1.
    pub line: usize,
    /// The kit's folder.
    pub group: String,
    /// The expression.
    pub expression: String,
    /// The expected value, as JSON.
    pub expected: String,
    /// What came instead.
    pub found: String,
}

/// Runs all cases of a file.
///
/// # Errors
/// When the file cannot be read or a line is not a case.
pub fn run(path: &Path) -> io::Result<Report> {
    let text = fs::read_to_string(path)?;
    let mut report = Report::default();
    for (i, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let case: Json = serde_json::from_str(line).map_err(io::Error::other)?;
        one(&case, i + 1, &mut report);
    }
    Ok(report)
}

fn one(case: &Json, line: usize, report: &mut Report) {
    let expression = case["expression"].as_str().unwrap_or_default();
    let answer = match inputs(&case["inputs"]) {
        Ok(context) => feel::evaluate(expression, &context),
        Err(fault) => match fault.unsupported {
            Some(what) => Answer::Unsupported(what.to_owned()),
            None => Answer::Value(Value::text(&fault.en)),
        },
    };
    let expected = Value::from_json(&case["expected"]);
    let miss = |found: String| Miss {
        line,
        group: case["group"].as_str().unwrap_or_default().to_owned(),
        expression: expression.to_owned(),
        expected: case["expected"].to_string(),
        found,
    };
    match (answer, expected) {
        (Answer::Unsupported(what), _) => {
            report.refused += 1;
            report.refused_cases.push(miss(what));
        }
        (Answer::Value(value), Ok(expected)) if alike(&value, &expected) => report.right += 1,
        (Answer::Value(_), _) if converted(case) => report.undecidable += 1,
        (Answer::Value(value), _) => {
            report.wrong += 1;
            report
                .wrong_cases
                .push(miss(value.to_json(false).to_string()));
        }
        (Answer::Error(fault), _) => {
            report.wrong += 1;
            report.wrong_cases.push(miss(fault.en));
        }
    }
}

/// Whether a case is about what a model's declared type makes of the value.
fn converted(case: &Json) -> bool {
    const GROUPS: [&str; 2] = ["0082-feel-coercion", "0021-singleton-list"];
    case["group"].as_str().is_some_and(|g| GROUPS.contains(&g))
}

fn inputs(json: &Json) -> Result<Context, ReadFault> {
    match json {
        Json::Object(_) => feel::read_context(json),
        _ => Ok(Context::new()),
    }
}

fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => close(*x, *y),
        (Value::List(x), Value::List(y)) => {
            x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| alike(x, y))
        }
        (Value::Context(x), Value::Context(y)) => same_entries(x, y),
        _ => a == b,
    }
}

fn same_entries(a: &Arc<Context>, b: &Arc<Context>) -> bool {
    a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| alike(v, w)))
}

fn close(a: Number, b: Number) -> bool {
    let limit = Number::new(1, 8).and_then(|t| t.mul(b.abs()));
    match (a.sub(b).map(Number::abs), limit) {
        (Some(gap), Some(limit)) => gap <= limit,
        _ => a == b,
    }
}
