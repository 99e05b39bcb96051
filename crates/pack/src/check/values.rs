//! Dates, inheritance and floors of values and formulas.

use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Dated, Parameter, ParameterValue, dated};
use crate::pack::Data;
use chrono::NaiveDate;
use formula::Value;

/// Checks every dated value of the pack.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for parameter in &data.parameters {
        let name = &parameter.name;
        overlaps(name, &parameter.values, faults);
        if !parameter.statistic {
            hides(data, name, &parameter.values, faults);
        }
        floor(data, parameter, faults);
    }
    for programme in &data.programmes {
        for variable in &programme.variables {
            overlaps(&variable.name, &variable.bodies, faults);
            hides(data, &variable.name, &variable.bodies, faults);
        }
        for component in &programme.components {
            overlaps(&component.key, &component.bodies, faults);
            hides(data, &component.key, &component.bodies, faults);
        }
        overlaps(&programme.label.zh, &programme.guides, faults);
        for check in &programme.checks {
            overlaps(&check.key, &check.bodies, faults);
            hides(data, &check.key, &check.bodies, faults);
        }
    }
}

fn period<T>(value: &Dated<T>) -> (String, String) {
    match value.to {
        Some(to) => (
            format!("{} 至 {to}", value.from),
            format!("{} to {to}", value.from),
        ),
        None => (format!("{} 起", value.from), format!("from {}", value.from)),
    }
}

fn overlaps<T>(name: &str, values: &[Dated<T>], faults: &mut Faults<'_>) {
    for (n, later) in values.iter().enumerate() {
        let earlier = values[..n]
            .iter()
            .find(|v| v.level == later.level && v.overlaps(later));
        if let Some(earlier) = earlier {
            let (zh, en) = period(earlier);
            let words = Words::new(
                format!(
                    "“{name}”的这个值与第 {} 行的值({zh})日期重叠",
                    earlier.spot.line
                ),
                format!(
                    "this value of “{name}” overlaps that of line {} ({en})",
                    earlier.spot.line
                ),
            );
            faults.add(FaultKind::Overlap, later.spot, words);
        }
    }
}

/// An open-ended local value that begins before a value from above would hide it for good.
fn hides<T>(data: &Data, name: &str, values: &[Dated<T>], faults: &mut Faults<'_>) {
    for local in values.iter().filter(|v| v.to.is_none() && !v.meant) {
        let chain = data.chain(local.level);
        let hidden = values
            .iter()
            .filter(|v| chain[1..].contains(&v.level) && v.from > local.from)
            .min_by_key(|v| v.from);
        if let Some(hidden) = hidden {
            let above = data.level(hidden.level);
            let words = Words::new(
                format!(
                    "“{name}”的地方值没有终止日期，会挡住{}自 {} 起的值",
                    above.zh, hidden.from
                ),
                format!(
                    "the open-ended local value of “{name}” would hide that of {} from {}",
                    above.en, hidden.from
                ),
            );
            faults.add(FaultKind::Hides, local.spot, words);
        }
    }
}

fn floor(data: &Data, parameter: &Parameter, faults: &mut Faults<'_>) {
    for local in &parameter.values {
        let above = &data.chain(local.level)[1..];
        let mut days: Vec<NaiveDate> = vec![local.from];
        dated::turns(&parameter.values, above, &mut days);
        days.retain(|day| local.holds(*day));
        days.sort();
        let lower = days.iter().find_map(|day| {
            let upper = dated::as_of(&parameter.values, above, *day).filter(|v| v.floor)?;
            below(&local.value, &upper.value).then_some((day, upper))
        });
        if let Some((day, upper)) = lower {
            let level = data.level(upper.level);
            let words = Words::new(
                format!(
                    "“{}”自 {day} 起低于{}的标准 {} {}",
                    parameter.name, level.zh, upper.value.shown, upper.value.unit
                ),
                format!(
                    "“{}” is from {day} below that of {}: {} {}",
                    parameter.name, level.en, upper.value.shown, upper.value.unit
                ),
            );
            faults.add(FaultKind::Floor, local.spot, words);
        }
    }
}

fn below(local: &ParameterValue, upper: &ParameterValue) -> bool {
    match (&local.value, &upper.value) {
        (Value::Number(local), Value::Number(upper)) => local < upper,
        (Value::Context(local), Value::Context(upper)) => local.iter().any(|(key, value)| {
            let upper = upper.get(key).and_then(Value::as_number);
            matches!((value.as_number(), upper), (Some(l), Some(u)) if l < u)
        }),
        _ => false,
    }
}
