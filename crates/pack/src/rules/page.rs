//! The steps of an explanation as text for people.

use super::explain::{StepInput, StepShown};
use std::fmt::Write as _;

/// In Chinese.
pub(super) fn chinese(steps: &[StepShown]) -> String {
    let mut out = String::new();
    for (n, step) in steps.iter().enumerate() {
        let value = match &step.value {
            Some(value) => quantity(value, step.unit.as_deref()),
            None => format!("未知（缺少{}）", step.missing.join("、")),
        };
        _ = writeln!(out, "{}. {}的{} = {value}", n + 1, step.subject, step.name);
        if step.by_default {
            _ = writeln!(out, "   没有填写，按默认规则：{}", step.formula);
        } else {
            _ = writeln!(out, "   公式：{}", step.formula);
        }
        for input in &step.inputs {
            let value = input_value(input, "未知");
            let whence = match (&input.cite, &input.source) {
                (Some(cite), _) => format!("（依据：{cite}）"),
                (None, Some(source)) => format!("（来源：{source}）"),
                (None, None) => String::new(),
            };
            _ = writeln!(out, "   · {} = {value}{whence}", input.name);
        }
        if let Some(cite) = &step.cite {
            _ = writeln!(out, "   依据：{cite}");
        }
        for (note, _) in &step.notes {
            _ = writeln!(out, "   {note}");
        }
    }
    out
}

/// In English; citations and formulas stay as they are written.
pub(super) fn english(steps: &[StepShown]) -> String {
    let mut out = String::new();
    for (n, step) in steps.iter().enumerate() {
        let value = match &step.value {
            Some(value) => yes_or_no(quantity(value, step.unit.as_deref())),
            None => format!("unknown (missing {})", step.missing.join(", ")),
        };
        let (label, subject, name) = (&step.label_en, &step.subject, &step.name);
        _ = writeln!(out, "{}. {label} ({subject}.{name}) = {value}", n + 1);
        let word = if step.by_default {
            "not given; by default"
        } else {
            "formula"
        };
        _ = writeln!(out, "   {word}: {}", step.formula);
        for input in &step.inputs {
            let value = yes_or_no(input_value(input, "unknown"));
            let whence = match (&input.cite, &input.source) {
                (Some(cite), _) => format!(" (under {cite})"),
                (None, Some(source)) => format!(" (from {source})"),
                (None, None) => String::new(),
            };
            _ = writeln!(
                out,
                "   · {} ({}) = {value}{whence}",
                input.label_en, input.name
            );
        }
        if let Some(cite) = &step.cite {
            _ = writeln!(out, "   under: {cite}");
        }
        for (_, note) in &step.notes {
            _ = writeln!(out, "   {note}");
        }
    }
    out
}

fn input_value(input: &StepInput, unknown: &str) -> String {
    let value = input
        .value
        .as_ref()
        .map(|value| quantity(value, input.unit.as_deref()));
    value.unwrap_or_else(|| unknown.to_owned())
}

fn yes_or_no(value: String) -> String {
    match value.as_str() {
        "是" => "yes".to_owned(),
        "否" => "no".to_owned(),
        "无" => "none".to_owned(),
        _ => value,
    }
}

/// A value with its unit; amounts with the two digits of fen, where they fit.
fn quantity(value: &str, unit: Option<&str>) -> String {
    match unit.filter(|unit| !unit.is_empty()) {
        Some(unit) if unit.starts_with('元') => format!("{} {unit}", amount(value)),
        Some("%") => format!("{value}%"),
        Some(unit) => format!("{value} {unit}"),
        None => value.to_owned(),
    }
}

fn amount(value: &str) -> String {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    match value.split_once('.') {
        None if plain => format!("{value}.00"),
        Some((_, fen)) if plain && fen.len() < 2 => format!("{value}0"),
        _ => value.to_owned(),
    }
}
