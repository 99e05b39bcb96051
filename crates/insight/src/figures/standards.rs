//! F-016 and F-017: the standards of this year and the year before, read off the pack.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Map, Value};

use super::Base;

/// What the report calls a standard, the parameter that holds it, and its entry where the
/// parameter is a table.
type Standard = (&'static str, &'static str, Option<&'static str>);

const STANDARDS: [Standard; 2] = [
    ("农村低保标准", "农村低保标准", None),
    ("特困基本生活", "特困人员基本生活标准", None),
];
const CARE: [Standard; 3] = [
    ("无自理", "特困人员照料护理标准", Some("无自理能力")),
    ("半自理", "特困人员照料护理标准", Some("半自理能力")),
    ("有自理", "特困人员照料护理标准", Some("有自理能力")),
];

pub(super) fn count(base: &Base<'_>, figures: &mut Map<String, Value>) {
    figures.insert("F-016".into(), both_years(base, &STANDARDS));
    figures.insert("F-017".into(), both_years(base, &CARE));
}

fn both_years(base: &Base<'_>, standards: &[Standard]) -> Value {
    let year = base.day.year();
    let days = [NaiveDate::from_ymd_opt(year - 1, 12, 31), Some(base.day)];
    let mut parts = Map::new();
    for (name, parameter, entry) in standards {
        let mut values = Map::new();
        for (year, day) in [year - 1, year].into_iter().zip(days) {
            let Some(day) = day else { continue };
            let Ok(rules) = base.pack.rules(&base.place, day) else {
                continue;
            };
            let Some(view) = rules.parameter(parameter) else {
                continue;
            };
            let value = &view.value.value;
            let shown = match entry {
                None => Some(value.shown.clone()),
                Some(entry) => value.value.to_json(false).get(entry).map(text),
            };
            if let Some(shown) = shown {
                values.insert(year.to_string(), Value::String(shown));
            }
        }
        parts.insert((*name).to_owned(), Value::Object(values));
    }
    Value::Object(parts)
}

/// A number or a word as people write it.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
