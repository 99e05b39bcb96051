//! FEEL conformance: right, refused by name, or wrong. Wrong must be none.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};
use serde_json::{Map, Value, json};

use crate::sh;

/// Feeds every case to one `doudi feel --batch` and compares.
pub fn run(file: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    let cases: Vec<Value> = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .context("NDJSON")?;
    sh::run(&mut sh::cargo([
        "build",
        "--package",
        "server",
        "--bin",
        "doudi",
    ]))?;
    let answers = ask(&cases)?;
    if answers.len() != cases.len() {
        bail!("{} cases, but {} answers", cases.len(), answers.len());
    }
    let (mut right, mut refused, mut wrong) = (0, 0, 0);
    for (case, answer) in cases.iter().zip(&answers) {
        if answer.get("unsupported").is_some() {
            refused += 1;
        } else if fits(case, answer) {
            right += 1;
        } else {
            wrong += 1;
            println!(
                "wrong: {}/{} {} expected {} got {answer}",
                case["group"], case["case"], case["expression"], case["expected"]
            );
        }
    }
    println!(
        "{} cases: {right} right, {refused} refused, {wrong} wrong",
        cases.len()
    );
    if wrong > 0 {
        bail!("{wrong} cases are wrong");
    }
    Ok(())
}

fn ask(cases: &[Value]) -> anyhow::Result<Vec<Value>> {
    let binary = sh::target_dir().join("debug/doudi");
    let mut child = Command::new(binary)
        .args(["feel", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = child.stdin.take().context("standard input")?;
    let lines: String = cases
        .iter()
        .map(|case| {
            let context = case
                .get("inputs")
                .cloned()
                .unwrap_or_else(|| Value::Object(Map::new()));
            format!(
                "{}\n",
                json!({"expression": case["expression"], "context": context})
            )
        })
        .collect();
    // Writing from a thread, because a full pipe on both sides would stop both.
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    writer
        .join()
        .map_err(|_| anyhow::anyhow!("the writer panicked"))??;
    String::from_utf8(output.stdout)?
        .lines()
        .map(|line| serde_json::from_str(line).context("an answer is no JSON"))
        .collect()
}

fn fits(case: &Value, answer: &Value) -> bool {
    if answer.get("error").is_some() {
        return case["error"] == Value::Bool(true) || case["expected"]["type"] == "null";
    }
    equal(&case["expected"], &answer["value"])
}

fn equal(expected: &Value, got: &Value) -> bool {
    match expected["type"].as_str() {
        Some("null") | None => got.is_null(),
        Some("list") => {
            let items = expected["items"].as_array();
            match (items, got.as_array()) {
                (Some(items), Some(got)) => {
                    items.len() == got.len() && items.iter().zip(got).all(|(e, g)| equal(e, g))
                }
                _ => false,
            }
        }
        Some("context") => match (expected["entries"].as_object(), got.as_object()) {
            (Some(entries), Some(got)) => {
                entries.len() == got.len()
                    && entries
                        .iter()
                        .all(|(k, e)| got.get(k).is_some_and(|g| equal(e, g)))
            }
            _ => false,
        },
        Some("decimal") => near(&expected["value"], got),
        Some("boolean") => text(&expected["value"]) == text(got),
        Some(_) => match (expected["value"].as_str(), got.as_str()) {
            (Some(expected), Some(got)) => expected == got,
            _ => &expected["value"] == got,
        },
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The kit compares numbers with a relative tolerance, which is what floating point is for.
#[expect(
    clippy::float_arithmetic,
    reason = "the kit's own tolerance; no money passes here"
)]
fn near(expected: &Value, got: &Value) -> bool {
    if got.is_null() || got.is_boolean() {
        return false;
    }
    match (text(expected).parse::<f64>(), text(got).parse::<f64>()) {
        (Ok(expected), Ok(got)) => {
            (expected - got).abs() <= 1e-8 * expected.abs().max(got.abs()).max(1e-300)
        }
        _ => false,
    }
}
