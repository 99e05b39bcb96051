//! `imports/`: what the columns of a user's file mean.

use super::fields::Fields;
use super::programmes::label;
use super::{Content, Draft, twice, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{AwardFor, ColumnMap, ImportFile, ImportKind, RowOf, Target};
use crate::text::Node;

/// Reads one file: one kind of import.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(&content.root, faults) else {
        return;
    };
    let key = fields.need_said("import", faults);
    let label = label(&mut fields, faults);
    let programme = fields.text("programme", faults);
    let awards = [
        ("household", AwardFor::Household),
        ("person", AwardFor::Person),
        ("nobody", AwardFor::Nobody),
    ];
    fields.need("award", faults);
    let award = fields.choice("award", faults, &awards);
    let constants = fields.map("constants", faults);
    let link = fields
        .texts("link", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let cite = types::citation(&mut fields, faults);
    fields.text("note", faults);
    let nodes = fields.list("files", faults);
    let spot = fields.spot;
    fields.finish(faults);
    let files = nodes.iter().filter_map(|node| file(node, faults)).collect();
    let (Some(key), Some(award)) = (key, award) else {
        return;
    };
    if draft.imports.iter().any(|i| i.key == key.value) {
        return twice(&key.value, key.spot, faults);
    }
    let key = key.value;
    draft.imports.push(ImportKind {
        key,
        label,
        programme,
        award,
        constants,
        link,
        cite,
        files,
        spot,
    });
}

fn file(node: &Node, faults: &mut Faults<'_>) -> Option<ImportFile> {
    let mut fields = Fields::of(node, faults)?;
    let key = fields.need_text("key", faults);
    let label = label(&mut fields, faults);
    let required = fields
        .choice("required", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    fields.need("rows", faults);
    let rows = [("household", RowOf::Household), ("person", RowOf::Person)];
    let rows = fields.choice("rows", faults, &rows);
    let known_by = fields
        .texts("known_by", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let nodes = fields.list("columns", faults);
    fields.finish(faults);
    let columns = nodes
        .iter()
        .filter_map(|node| column(node, faults))
        .collect();
    Some(ImportFile {
        key,
        label,
        required,
        rows: rows?,
        known_by,
        columns,
    })
}

fn column(node: &Node, faults: &mut Faults<'_>) -> Option<ColumnMap> {
    let mut fields = Fields::of(node, faults)?;
    let field = fields.text("field", faults);
    let fact = fields.text("fact", faults);
    let ignore = fields.flag("ignore", faults);
    let headers: Vec<String> = fields
        .texts("headers", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let required = fields.flag("required", faults);
    let unit = fields.said("unit", faults);
    if let Some(said) = &unit {
        types::unit(&said.value, said.spot, faults);
    }
    let values = fields.map("values", faults);
    let template = fields
        .choice("template", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let note = fields.text("note", faults);
    let spot = fields.spot;
    fields.finish(faults);
    let target = match (field, fact, ignore) {
        (Some(field), None, false) => Target::Field(field),
        (None, Some(fact), false) => Target::Fact(fact),
        (None, None, true) => Target::Ignore,
        _ => {
            let words = Words::new(
                "一列要写且只写 field、fact、ignore 之一",
                "a column has exactly one of field, fact, ignore",
            );
            faults.add(FaultKind::Shape, spot, words);
            return None;
        }
    };
    let headers = match (&target, headers.is_empty()) {
        (Target::Fact(fact), true) => vec![fact.clone()],
        (_, true) => {
            let words = Words::new("缺少“headers”", "“headers” is missing");
            faults.add(FaultKind::MissingKey, spot, words);
            return None;
        }
        (_, false) => headers,
    };
    let unit = unit.map(|s| s.value);
    Some(ColumnMap {
        target,
        headers,
        required,
        unit,
        values,
        template,
        note,
        spot,
    })
}
