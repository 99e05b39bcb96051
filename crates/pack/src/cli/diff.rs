//! `doudi pack diff`: what changed between two days, places or releases.

use super::{Said, mark};
use crate::diff::{Change, Side, diff};
use crate::pack::Pack;
use crate::rules::Rules;
use std::fmt::Write as _;

/// A pack with a place and a day, as given on the command line.
#[derive(Debug, Clone, Copy)]
pub struct End<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Division code.
    pub place: &'a str,
    /// Day, ISO 8601.
    pub on: &'a str,
}

impl End<'_> {
    fn rules(&self) -> Result<Rules, Said> {
        super::rules(self.pack, self.place, self.on)
    }
}

/// `doudi pack diff --place CODE --from DATE --to DATE`, or between two places or two folders.
pub fn run(from: &End<'_>, to: &End<'_>) -> Said {
    let (before, after) = match (from.rules(), to.rules()) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(said), _) | (_, Err(said)) => return said,
    };
    let changes = diff(&before, &after);
    let mut out = String::new();
    let head = |rules: &Rules| format!("{} {}", rules.level().zh, rules.on());
    _ = writeln!(out, "{} → {}", head(&before), head(&after));
    if from.pack.digest() != to.pack.digest() {
        _ = writeln!(out, "SM3 {} → {}", from.pack.digest(), to.pack.digest());
    }
    for change in &changes {
        one(change, &mut out);
    }
    let count = changes.len();
    _ = writeln!(out, "共 {count} 处不同。 {count} difference(s).");
    Said::done(out)
}

fn one(change: &Change, out: &mut String) {
    let (zh, _) = change.kind.words();
    let of = match change.programme.as_str() {
        "" => String::new(),
        key => format!("[{key}] "),
    };
    let what = match (&change.before, &change.after) {
        (None, _) => "新增 new",
        (_, None) => "取消 gone",
        _ => "变动 changed",
    };
    _ = writeln!(out, "\n{zh} {of}{} {} · {what}", change.name, change.en);
    for (word, side) in [("旧 old", &change.before), ("新 new", &change.after)] {
        if let Some(side) = side {
            _ = writeln!(out, "  {word}: {}", line(side));
        }
    }
}

fn line(side: &Side) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    let unit = match side.unit.as_str() {
        "" => String::new(),
        unit => format!(" {unit}"),
    };
    format!(
        "{}{unit} [{} … {}] {} — {}{}",
        side.shown,
        day(side.from),
        day(side.to),
        side.place,
        side.cite,
        mark(side.verified)
    )
}
