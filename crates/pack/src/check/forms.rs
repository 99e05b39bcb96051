//! Forms: their own faults, versions that share days, and forms that procedures ask for.

use super::names::{known_or, programme_known};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::LevelId;
use crate::pack::Data;
use forms::{Field, FieldKind, Fill};
use formula::Type;
use std::collections::BTreeSet;

/// Checks forms.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    let spot = |mark: u32, otherwise: Spot| {
        let index = (mark as usize).checked_sub(1);
        index
            .and_then(|n| data.marks.get(n))
            .copied()
            .unwrap_or(otherwise)
    };
    for (n, text) in data.forms.iter().enumerate() {
        for fault in text.form.faults() {
            let kind = if fault.twice {
                FaultKind::NameTwice
            } else {
                FaultKind::Formula
            };
            let words = Words::new(
                format!("表“{}”：{}", text.form.key, fault.zh),
                format!("form “{}”: {}", text.form.key, fault.en),
            );
            faults.add(kind, spot(fault.mark, text.spot), words);
        }
        for field in &text.form.fields {
            held(data, text.level, field, spot(field.mark, text.spot), faults);
        }
        if text.to.is_some_and(|to| to < text.from) {
            let words = Words::new("起始日期晚于终止日期", "the range ends before it begins");
            faults.add(FaultKind::Dates, text.spot, words);
        }
        for other in &data.forms[n + 1..] {
            if (other.level, &other.form.key) != (text.level, &text.form.key) {
                continue;
            }
            if other.form.version == text.form.version {
                crate::read::twice(&other.form.key, other.spot, faults);
            }
            let apart = text.to.is_some_and(|to| to < other.from)
                || other.to.is_some_and(|to| to < text.from);
            if !apart {
                let words = Words::new(
                    format!("表“{}”的两个版本日期重叠", other.form.key),
                    format!("two versions of the form “{}” share days", other.form.key),
                );
                faults.add(FaultKind::Overlap, other.spot, words);
            }
        }
    }
    needed(data, faults);
}

/// What a field takes from the programme that the family holds must be one of its codes.
fn held(data: &Data, level: LevelId, field: &Field, at: Spot, faults: &mut Faults<'_>) {
    let Some(Fill::Held(pairs)) = &field.fill else {
        return;
    };
    let codes = match &field.kind {
        FieldKind::Value {
            ty: Type::Code(codes),
            ..
        } => codes.values.as_slice(),
        _ => &[],
    };
    for (programme, code) in pairs {
        programme_known(data, level, programme, at, faults);
        let codes = codes.iter().map(String::as_str);
        known_or(("选项", "code"), code, at, codes, faults);
    }
}

/// A form that a procedure asks for must be there on every day on which the procedure has rules.
fn needed(data: &Data, faults: &mut Faults<'_>) {
    for procedure in &data.procedures {
        let chain = data.chain(procedure.level);
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for step in &procedure.steps {
            for need in &step.part.forms {
                let key = need.part.form.as_str();
                let at = (need.part.mark.0 as usize)
                    .checked_sub(1)
                    .and_then(|n| data.marks.get(n));
                let at = at.copied().unwrap_or(procedure.spot);
                let here = |f: &&crate::model::FormText| chain.contains(&f.level);
                let known = data.forms.iter().filter(here).map(|f| f.form.key.as_str());
                if !known.clone().any(|k| k == key) {
                    known_or(("表格", "form"), key, at, known, faults);
                    continue;
                }
                let forms = data.forms.iter().filter(here).filter(|f| f.form.key == key);
                for (field, code) in &need.part.states {
                    stated(forms.clone(), (field, code), at, faults);
                }
                let sets = procedure.rule_sets.iter().filter(|r| {
                    (need.only.is_empty() || need.only.contains(&r.key))
                        && (step.only.is_empty() || step.only.contains(&r.key))
                });
                for set in sets {
                    let there = data
                        .forms
                        .iter()
                        .filter(here)
                        .any(|f| f.form.key == key && f.holds(set.from));
                    if !there && told.insert(key) {
                        let words = Words::new(
                            format!(
                                "{}起办理“{}”需要表“{key}”，但那天没有它的版本",
                                set.from, procedure.key
                            ),
                            format!(
                                "“{}” needs the form “{key}” from {}, but it has no version on that day",
                                procedure.key, set.from
                            ),
                        );
                        faults.add(FaultKind::Gap, at, words);
                    }
                }
            }
        }
    }
}

/// What a procedure says for a field must be one of its codes.
fn stated<'d>(
    forms: impl Iterator<Item = &'d crate::model::FormText> + Clone,
    (field, code): (&str, &str),
    at: Spot,
    faults: &mut Faults<'_>,
) {
    let codes = forms
        .flat_map(|f| &f.form.fields)
        .filter_map(|f| match &f.kind {
            FieldKind::Value {
                ty: Type::Code(codes),
                ..
            } => Some((f.name.as_str(), codes)),
            _ => None,
        });
    let names = codes.clone().map(|(name, _)| name);
    known_or(("选项栏目", "field of codes"), field, at, names, faults);
    let values = codes.filter(|(name, _)| *name == field);
    let values = values
        .flat_map(|(_, codes)| &codes.values)
        .map(String::as_str);
    if values.clone().next().is_some() {
        known_or(("选项", "code"), code, at, values, faults);
    }
}
