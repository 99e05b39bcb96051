//! Printed values beside those computed, where they differ.

use chrono::NaiveDate;
use kernel::Month;
use pack::{Pack, model::Printed};
use serde_json::{Map, Value};

/// Puts `印刷` and `D` beside every figure whose printed value for the day differs.
pub(super) fn beside(pack: &Pack, day: NaiveDate, figures: &mut Map<String, Value>) {
    for printed in pack
        .printed()
        .iter()
        .filter(|printed| speaks_of(printed, day))
    {
        let node = printed
            .path
            .iter()
            .try_fold(figures.get_mut(&printed.figure), |node, step| {
                node.map(|node| node.get_mut(step))
            });
        if let Some(Some(Value::Object(leaves))) = node {
            set(printed, leaves);
        }
    }
}

/// A printed value speaks of the month of its day, or of months up to the month of the day: a
/// report dated the 25th is the report of that month.
fn speaks_of(printed: &Printed, day: NaiveDate) -> bool {
    match (printed.on, printed.to) {
        (Some(on), _) => Month::of(on) == Month::of(day),
        (None, Some(to)) => to == Month::of(day),
        (None, None) => false,
    }
}

fn set(printed: &Printed, leaves: &mut Map<String, Value>) {
    let mut differing = Map::new();
    for (key, value) in &printed.values {
        let computed = match leaves.get(key) {
            Some(Value::Object(part)) => part.get("人"),
            other => other,
        };
        let Some(computed) = computed else { continue };
        let computed = computed
            .as_str()
            .map_or_else(|| computed.to_string(), str::to_owned);
        if !same(&computed, value) {
            let shown = value
                .parse::<i64>()
                .map_or_else(|_| Value::from(value.as_str()), Value::from);
            differing.insert(key.clone(), shown);
        }
    }
    if differing.is_empty() {
        return;
    }
    // A part that is an amount alone shows the amount alone.
    let alone = leaves.len() == 1 && leaves.contains_key("万元");
    let shown = match (alone, differing.len()) {
        (true, 1) => differing
            .into_iter()
            .next()
            .map(|(_, value)| text(value))
            .unwrap_or_default(),
        _ => Value::Object(differing),
    };
    leaves.insert("印刷".into(), shown);
    if let Some(fault) = &printed.fault {
        leaves.insert("D".into(), Value::from(fault.as_str()));
    }
}

fn text(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(number.to_string()),
        other => other,
    }
}

/// Whether two decimals are the same number: `26.992` and `26.9920` are.
fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        format!("{whole}.{}", part.trim_end_matches('0'))
    };
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn decimals_are_compared_as_numbers() {
        assert!(same("26.9920", "26.992"));
        assert!(same("5505", "5505"));
        assert!(!same("550", "5500"));
        assert!(!same("4.17", "4.71"));
    }
}
