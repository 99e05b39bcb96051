//! `supervision/`: lists laid beside each other, kinds of clue, limits and words.

use super::fields::{Fields, Said};
use super::programmes::label;
use super::{Content, Draft, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{
    AlignmentColumn, AlignmentText, ClueKindText, Label, SupervisionLimit, SupervisionWord,
};
use crate::text::Node;

/// The lists of words that there are.
const LISTS: [(&str, &str); 5] = [
    ("visit", "visit"),
    ("measure", "measure"),
    ("yes", "yes"),
    ("no", "no"),
    ("difference", "difference"),
];
/// The limits that there are.
const LIMITS: [(&str, &str); 4] = [
    ("clue", "clue"),
    ("visit", "visit"),
    ("difference", "difference"),
    ("rectification", "rectification"),
];

/// Reads one file.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(&content.root, faults) else {
        return;
    };
    let [alignments, kinds, limits, words] =
        ["alignments", "clue_kinds", "limits", "words"].map(|key| fields.list(key, faults));
    fields.finish(faults);
    for node in alignments {
        alignment(node, content, draft, faults);
    }
    for node in kinds {
        kind(node, content, draft, faults);
    }
    for node in limits {
        limit(node, content, draft, faults);
    }
    for node in words {
        word(node, content, draft, faults);
    }
}

fn plain(said: Vec<Said<String>>) -> Vec<String> {
    said.into_iter().map(|s| s.value).collect()
}

fn alignment(node: &Node, content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let key = fields.need_said("key", faults);
    let names = label(&mut fields, faults);
    let theirs = fields
        .need("theirs", faults)
        .and_then(|node| named(node, faults))
        .unwrap_or_default();
    let rows = fields.need_text("rows", faults);
    let gaps = plain(fields.texts("gaps", faults));
    let columns = fields
        .list("columns", faults)
        .iter()
        .filter_map(|node| column(node, faults))
        .collect();
    let cite = types::citation(&mut fields, faults);
    let spot = fields.spot;
    fields.finish(faults);
    let Some(key) = key else { return };
    let all = &mut draft.supervision.alignments;
    if all
        .iter()
        .any(|a| a.key == key.value && a.level == content.level)
    {
        super::twice(&key.value, key.spot, faults);
        return;
    }
    all.push(AlignmentText {
        key: key.value,
        label: names,
        theirs,
        rows,
        gaps,
        columns,
        cite,
        level: content.level,
        spot,
    });
}

fn named(node: &Node, faults: &mut Faults<'_>) -> Option<Label> {
    let mut fields = Fields::of(node, faults)?;
    let names = label(&mut fields, faults);
    fields.finish(faults);
    Some(names)
}

fn column(node: &Node, faults: &mut Faults<'_>) -> Option<AlignmentColumn> {
    let mut fields = Fields::of(node, faults)?;
    let column = AlignmentColumn {
        label: label(&mut fields, faults),
        programmes: plain(fields.texts("programmes", faults)),
        fact: fields.text("fact", faults),
        values: plain(fields.texts("values", faults)),
        members: fields
            .choice("persons", faults, &[("covered", false), ("members", true)])
            .unwrap_or(false),
        in_total: fields
            .choice("in_total", faults, &[("true", true), ("false", false)])
            .unwrap_or(true),
    };
    let spot = fields.spot;
    fields.finish(faults);
    if column.programmes.is_empty() {
        let words = Words::new(
            "这一列没有写明救助项目(programmes)",
            "the column names no programmes",
        );
        faults.add(FaultKind::MissingKey, spot, words);
        return None;
    }
    Some(column)
}

fn kind(node: &Node, content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let key = fields.need_said("key", faults);
    let names = label(&mut fields, faults);
    let checks = plain(fields.texts("checks", faults));
    let cite = types::citation(&mut fields, faults);
    let spot = fields.spot;
    fields.finish(faults);
    let Some(key) = key else { return };
    let all = &mut draft.supervision.clue_kinds;
    if all.iter().any(|k| k.key == key.value) {
        super::twice(&key.value, key.spot, faults);
        return;
    }
    all.push(ClueKindText {
        key: key.value,
        label: names,
        checks,
        cite,
        level: content.level,
        spot,
    });
}

fn limit(node: &Node, content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    fields.need("key", faults);
    let key = fields.choice("key", faults, &LIMITS);
    let days = fields.need_said("working_days", faults);
    let cite = types::citation(&mut fields, faults);
    let spot = fields.spot;
    fields.finish(faults);
    let (Some(key), Some(days)) = (key, days) else {
        return;
    };
    let Ok(working_days) = days.value.parse::<u32>() else {
        let words = Words::new(
            format!("“{}”不是天数", days.value),
            format!("“{}” is no number of days", days.value),
        );
        faults.add(FaultKind::Value, days.spot, words);
        return;
    };
    draft.supervision.limits.push(SupervisionLimit {
        key: key.to_owned(),
        working_days,
        cite,
        level: content.level,
        spot,
    });
}

fn word(node: &Node, content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    fields.need("list", faults);
    let list = fields.choice("list", faults, &LISTS);
    let key = fields.need_said("key", faults);
    let names = label(&mut fields, faults);
    let spot = fields.spot;
    fields.finish(faults);
    let (Some(list), Some(key)) = (list, key) else {
        return;
    };
    let all = &mut draft.supervision.words;
    if all.iter().any(|w| w.list == list && w.key == key.value) {
        super::twice(&key.value, key.spot, faults);
        return;
    }
    all.push(SupervisionWord {
        list: list.to_owned(),
        key: key.value,
        label: names,
        level: content.level,
        spot,
    });
}
