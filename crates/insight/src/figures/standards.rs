//! F-016 and F-017: the standards of this year and the year before, read off the pack.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Map, Value};

use super::Base;

/// What the report calls a standard, and the parameter that holds it.
const STANDARDS: [(&str, &str); 2] = [
    ("农村低保标准", "农村低保标准"),
    ("特困基本生活", "特困基本生活标准"),
];
const CARE: [(&str, &str); 3] = [
    ("无自理", "特困照料护理标准全护理"),
    ("半自理", "特困照料护理标准半护理"),
    ("有自理", "特困照料护理标准全自理"),
];

pub(super) fn count(base: &Base<'_>, figures: &mut Map<String, Value>) {
    figures.insert("F-016".into(), both_years(base, &STANDARDS));
    figures.insert("F-017".into(), both_years(base, &CARE));
}

fn both_years(base: &Base<'_>, names: &[(&str, &str)]) -> Value {
    let year = base.day.year();
    let days = [NaiveDate::from_ymd_opt(year - 1, 12, 31), Some(base.day)];
    let mut parts = Map::new();
    for (name, parameter) in names {
        let mut values = Map::new();
        for (year, day) in [year - 1, year].into_iter().zip(days) {
            let Some(day) = day else { continue };
            let Ok(rules) = base.pack.rules(&base.place, day) else {
                continue;
            };
            if let Some(view) = rules.parameter(parameter) {
                values.insert(
                    year.to_string(),
                    Value::String(view.value.value.shown.clone()),
                );
            }
        }
        parts.insert((*name).to_owned(), Value::Object(values));
    }
    Value::Object(parts)
}
