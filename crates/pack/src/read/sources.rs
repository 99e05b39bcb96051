//! `sources/`: what other departments deliver.

use super::fields::{Fields, items};
use super::programmes::label;
use super::{Content, Draft, twice, types};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Cycle, Ground, Nature, PersonTrait, Purpose, SourceField, SourceKind};
use crate::text::Node;

/// The words for purposes.
pub const PURPOSES: &[(&str, Purpose)] = &[
    ("verification", Purpose::Verification),
    ("supervision", Purpose::Supervision),
    ("discovery", Purpose::Discovery),
    ("alignment", Purpose::Alignment),
];

const NATURES: &[(&str, Nature)] = &[
    ("property", Nature::Property),
    ("income", Nature::Income),
    ("status", Nature::Status),
    ("need", Nature::Need),
];

const CYCLES: &[(&str, Cycle)] = &[
    ("monthly", Cycle::Monthly),
    ("quarterly", Cycle::Quarterly),
    ("yearly", Cycle::Yearly),
    ("on_event", Cycle::OnEvent),
];

const TRAITS: &[(&str, PersonTrait)] = &[
    ("birth", PersonTrait::Birth),
    ("sex", PersonTrait::Sex),
    ("address", PersonTrait::Address),
    ("relation", PersonTrait::Relation),
];

/// Reads one file: a list of sources.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "sources", faults) {
        if let Some(source) = source(node, content, faults) {
            if draft.sources.iter().any(|s| s.key == source.key) {
                twice(&source.key, source.spot, faults);
            } else {
                draft.sources.push(source);
            }
        }
    }
}

fn source(node: &Node, content: &Content, faults: &mut Faults<'_>) -> Option<SourceKind> {
    let mut fields = Fields::of(node, faults)?;
    let key = fields.need_said("source", faults);
    let label = label(&mut fields, faults);
    let department = fields.need_text("department", faults);
    fields.need("nature", faults);
    let nature = fields.choice("nature", faults, NATURES);
    fields.need("cycle", faults);
    let cycle = fields.choice("cycle", faults, CYCLES);
    let due_day = fields.said("due_day", faults).and_then(|said| {
        let day = said.value.parse().ok().filter(|day| (1..=31).contains(day));
        if day.is_none() {
            let words = Words::new("due_day 应为 1 至 31", "due_day is 1 to 31");
            faults.add(FaultKind::Value, said.spot, words);
        }
        day
    });
    fields.need("grounds", faults);
    let nodes = fields.list("grounds", faults);
    let grounds: Vec<Ground> = nodes.iter().filter_map(|n| ground(n, faults)).collect();
    let cite = types::citation(&mut fields, faults);
    let person = titles(&mut fields, "person", faults);
    fields.need("person", faults);
    let name = titles(&mut fields, "name", faults);
    let known_by = titles(&mut fields, "known_by", faults);
    fields.text("note", faults);
    let columns = match fields.take("fields").filter(|n| !n.is_null()) {
        Some(node) => items(node, faults),
        None => &[],
    };
    let spot = fields.spot;
    fields.finish(faults);
    let columns: Vec<SourceField> = columns.iter().filter_map(|n| field(n, faults)).collect();
    let nature = nature?;
    let private = matches!(nature, Nature::Property | Nature::Income);
    if private && grounds.iter().any(|g| g.purpose == Purpose::Discovery) {
        let words = Words::new(
            "财产和收入数据不得用于主动发现",
            "property and income data are never used for discovery",
        )
        .mend("删去这个用途", "remove this purpose");
        faults.add(FaultKind::Value, spot, words);
    }
    Some(SourceKind {
        key: key?.value,
        label,
        department,
        nature,
        cycle: cycle?,
        due_day,
        grounds,
        cite,
        person,
        name,
        known_by,
        fields: columns,
        level: content.level,
        spot,
    })
}

fn titles(fields: &mut Fields<'_>, key: &'static str, faults: &mut Faults<'_>) -> Vec<String> {
    fields
        .texts(key, faults)
        .into_iter()
        .map(|said| said.value)
        .collect()
}

fn ground(node: &Node, faults: &mut Faults<'_>) -> Option<Ground> {
    let mut fields = Fields::of(node, faults)?;
    fields.need("for", faults);
    let purpose = fields.choice("for", faults, PURPOSES);
    let cite = types::citation(&mut fields, faults);
    let verified = fields
        .choice("verified", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    fields.finish(faults);
    Some(Ground {
        purpose: purpose?,
        cite,
        verified,
    })
}

fn field(node: &Node, faults: &mut Faults<'_>) -> Option<SourceField> {
    let mut fields = Fields::of(node, faults)?;
    let name = fields.need_said("name", faults);
    let en = fields.need_text("en", faults);
    let label = name.as_ref().map(|n| n.value.clone()).unwrap_or_default();
    let declared = types::declared(&label, &mut fields, "values", faults);
    let mut headers = vec![label];
    headers.extend(titles(&mut fields, "headers", faults));
    let required = fields.flag("required", faults);
    let sensitive = fields.flag("sensitive", faults);
    let tells = fields.choice("tells", faults, TRAITS);
    let spot = fields.spot;
    fields.finish(faults);
    Some(SourceField {
        name: name?.value,
        en,
        ty: declared.ty,
        whole: declared.whole,
        codes: declared.codes,
        headers,
        required,
        sensitive,
        tells,
        spot,
    })
}
