//! A cell: unary tests of one input.

use chrono::NaiveDate;
use formula::Number;

/// A value that a cell names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// A number.
    Number(Number),
    /// A date.
    Date(NaiveDate),
    /// A text or code.
    Text(String),
    /// Yes or no.
    Boolean(bool),
    /// Something that only the evaluation knows, such as a parameter.
    Formula(String),
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Is this value.
    Is(Edge),
    /// `<`, `<=`, `>`, `>=` than this value.
    Compare(&'static str, Edge),
    /// Lies between two; whether each end belongs to it.
    Between(Edge, bool, Edge, bool),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// `-`: whatever it is.
    Any,
    /// One of the tests holds.
    One(Vec<Test>),
    /// None of the tests holds.
    None(Vec<Test>),
}

impl Cell {
    /// Reads a cell: `-`; values, comparisons and ranges, with commas between;
    /// `not(…)`. Bare words are texts, `是` and `否` are yes and no.
    ///
    /// # Errors
    /// What cannot be read, in Chinese and English.
    pub fn read(text: &str) -> Result<Cell, (String, String)> {
        let text = plain(text);
        let text = text.trim();
        if text.is_empty() || text == "-" {
            return Ok(Cell::Any);
        }
        let inner = text
            .strip_prefix("not")
            .map(str::trim_start)
            .and_then(|rest| rest.strip_prefix('('))
            .and_then(|rest| rest.strip_suffix(')'));
        match inner {
            Some(inner) => tests(inner).map(Cell::None),
            None => tests(text).map(Cell::One),
        }
    }

    /// The tests.
    pub fn tests(&self) -> &[Test] {
        match self {
            Cell::Any => &[],
            Cell::One(tests) | Cell::None(tests) => tests,
        }
    }
}

impl std::fmt::Display for Edge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Edge::Number(number) => write!(f, "{number}"),
            Edge::Date(date) => write!(f, "{date}"),
            Edge::Text(text) => f.write_str(text),
            Edge::Boolean(true) => f.write_str("是"),
            Edge::Boolean(false) => f.write_str("否"),
            Edge::Formula(formula) => f.write_str(formula),
        }
    }
}

impl std::fmt::Display for Test {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Test::Is(edge) => write!(f, "{edge}"),
            Test::Compare(sign, edge) => {
                let sign = match *sign {
                    "<=" => "≤",
                    ">=" => "≥",
                    other => other,
                };
                write!(f, "{sign} {edge}")
            }
            Test::Between(low, with_low, high, with_high) => {
                let open = if *with_low { '[' } else { '(' };
                let close = if *with_high { ']' } else { ')' };
                write!(f, "{open}{low} … {high}{close}")
            }
        }
    }
}

/// As a person reads it in a table: `是、否`, `≥ 60`, `[16 … 60)`, `≠ 无`, `—`.
impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, tests) = match self {
            Cell::Any => return f.write_str("—"),
            Cell::One(tests) => ("", tests),
            Cell::None(tests) => ("≠ ", tests),
        };
        f.write_str(sign)?;
        for (n, test) in tests.iter().enumerate() {
            let between = if n == 0 { "" } else { "、" };
            write!(f, "{between}{test}")?;
        }
        Ok(())
    }
}

impl Test {
    /// The values that it names.
    pub fn edges(&self) -> Vec<&Edge> {
        match self {
            Test::Is(edge) | Test::Compare(_, edge) => vec![edge],
            Test::Between(low, _, high, _) => vec![low, high],
        }
    }
}

/// Signs as they are typed on a Chinese keyboard.
fn plain(text: &str) -> String {
    let mut quoted = false;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        quoted ^= c == '"';
        match c {
            _ if quoted => out.push(c),
            '≥' => out.push_str(">="),
            '≤' => out.push_str("<="),
            '＜' => out.push('<'),
            '＞' => out.push('>'),
            '，' | '、' => out.push(','),
            '（' => out.push('('),
            '）' => out.push(')'),
            '－' | '—' => out.push('-'),
            _ => out.push(c),
        }
    }
    out
}

/// Splits at commas that stand in no brackets and no quotes.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0_i32, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth <= 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn tests(text: &str) -> Result<Vec<Test>, (String, String)> {
    split(text)
        .into_iter()
        .map(|part| test(part.trim()))
        .collect()
}

fn test(text: &str) -> Result<Test, (String, String)> {
    let fault = || {
        Err((
            format!("看不懂单元格“{text}”"),
            format!("the cell “{text}” cannot be read"),
        ))
    };
    if text.is_empty() {
        return fault();
    }
    for sign in ["<=", ">=", "<", ">"] {
        if let Some(rest) = text.strip_prefix(sign) {
            let edge = Edge::read(rest.trim());
            return match edge {
                Some(edge) => Ok(Test::Compare(sign, edge)),
                None => fault(),
            };
        }
    }
    let opens = text.starts_with(['[', '(', ']']);
    if let Some((low, high)) = text.split_once("..") {
        let (low_in, low) = match low.strip_prefix(['[', '(', ']']) {
            Some(rest) => (low.starts_with('['), rest),
            None => (true, low),
        };
        let (high_in, high) = match high.strip_suffix([']', ')', '[']) {
            Some(rest) if opens => (high.ends_with(']'), rest),
            _ => (true, high),
        };
        return match (Edge::read(low.trim()), Edge::read(high.trim())) {
            (Some(low), Some(high)) => Ok(Test::Between(low, low_in, high, high_in)),
            _ => fault(),
        };
    }
    match Edge::read(text) {
        Some(edge) => Ok(Test::Is(edge)),
        None => fault(),
    }
}

impl Edge {
    /// A number, a date, a quoted text, a bare word, yes or no; `=` before a
    /// formula, which may also be written where it cannot be a bare word.
    pub fn read(text: &str) -> Option<Edge> {
        if text.is_empty() {
            return None;
        }
        if let Some(formula) = text.strip_prefix('=') {
            return Some(Edge::Formula(formula.trim().to_owned()));
        }
        if let Some(number) = Number::parse(text) {
            return Some(Edge::Number(number));
        }
        let date = (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        if let Some(date) = date.flatten() {
            return Some(Edge::Date(date));
        }
        match text {
            "true" | "是" => return Some(Edge::Boolean(true)),
            "false" | "否" => return Some(Edge::Boolean(false)),
            "null" => return Some(Edge::Formula("null".to_owned())),
            _ => {}
        }
        let quoted = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
        if let Some(inner) = quoted.filter(|t| !t.contains(['"', '\\'])) {
            return Some(Edge::Text(inner.to_owned()));
        }
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '·';
        let bare = text.chars().all(word) && !text.starts_with(|c: char| c.is_ascii_digit());
        Some(if bare {
            Edge::Text(text.to_owned())
        } else {
            Edge::Formula(text.to_owned())
        })
    }

    /// As FEEL writes it.
    pub fn feel(&self) -> String {
        match self {
            Edge::Number(number) => number.to_string(),
            Edge::Date(date) => format!("@\"{date}\""),
            Edge::Text(text) => format!("\"{text}\""),
            Edge::Boolean(yes) => yes.to_string(),
            Edge::Formula(formula) => formula.clone(),
        }
    }
}
