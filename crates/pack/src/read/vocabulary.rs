//! `vocabulary/`: facts.

use super::fields::{Fields, items};
use super::programmes::label;
use super::{Content, Draft, twice, types};
use crate::fault::Faults;
use crate::model::{Absent, Contradiction, Fact};
use crate::text::{Node, Value};
use formula::Entity;

const ENTITIES: &[(&str, Entity)] = &[
    ("person", Entity::Person),
    ("household", Entity::Household),
    ("supporter", Entity::Supporter),
    ("award", Entity::Award),
];

/// Reads one file: an entity and its facts.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(mut fields) = Fields::of(&content.root, faults) else {
        return;
    };
    fields.need("entity", faults);
    let entity = fields.choice("entity", faults, ENTITIES);
    let nodes = match fields.need("facts", faults) {
        Some(node) => items(node, faults),
        None => &[],
    };
    let against = fields.list("contradictions", faults);
    fields.finish(faults);
    let Some(entity) = entity else { return };
    for node in against {
        contradiction(node, entity, content, draft, faults);
    }
    for node in nodes {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let name = fields.need_said("name", faults);
        let en = fields.need_text("en", faults);
        let label = name.as_ref().map(|n| n.value.clone()).unwrap_or_default();
        let declared = types::declared(&label, &mut fields, "values", faults);
        let absent_spot = fields.take("absent").map_or(fields.spot, |n| n.spot);
        let absent = absent(&mut fields, faults);
        let note = fields.text("note", faults);
        fields.finish(faults);
        let Some(name) = name else { continue };
        let chain = draft.chain(content.level);
        let taken = draft
            .facts
            .iter()
            .any(|f| f.entity == entity && f.name == name.value && chain.contains(&f.level));
        if taken {
            twice(&name.value, name.spot, faults);
            continue;
        }
        draft.facts.push(Fact {
            name: name.value,
            en,
            entity,
            ty: declared.ty,
            whole: declared.whole,
            codes: declared.codes,
            absent,
            note,
            level: content.level,
            spot: name.spot,
            absent_spot,
        });
    }
}

/// Facts that cannot be true together.
fn contradiction(
    node: &Node,
    entity: Entity,
    content: &Content,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let key = fields.need_said("key", faults);
    let label = label(&mut fields, faults);
    let formula = fields.need_said("formula", faults);
    fields.finish(faults);
    let (Some(key), Some(formula)) = (key, formula) else {
        return;
    };
    let taken = |c: &Contradiction| c.entity == entity && c.key == key.value;
    if draft.contradictions.iter().any(taken) {
        return twice(&key.value, key.spot, faults);
    }
    draft.contradictions.push(Contradiction {
        key: key.value,
        label,
        entity,
        formula: formula.value,
        formula_spot: formula.spot,
        level: content.level,
        spot: key.spot,
    });
}

/// `absent: unknown`, `absent: {formula: …}`, `absent: {from: id_number | place | FACT}`;
/// where left out, unknown.
fn absent(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Absent {
    let Some(node) = fields.take("absent") else {
        return Absent::Unknown;
    };
    if matches!(&node.value, Value::Text { text, .. } if text == "unknown") {
        return Absent::Unknown;
    }
    let Some(rule) = rule(node, faults) else {
        return Absent::Unknown;
    };
    rule
}

fn rule(node: &Node, faults: &mut Faults<'_>) -> Option<Absent> {
    let mut fields = Fields::of(node, faults)?;
    let formula = fields.text("formula", faults);
    let from = fields.choice(
        "from",
        faults,
        &[("id_number", 0), ("place", 1), ("covered", 2)],
    );
    let from = from.map(|n| match n {
        0 => Absent::IdNumber,
        1 => Absent::Place,
        _ => Absent::Covered,
    });
    let age = fields.text("age_from", faults);
    fields.finish(faults);
    formula
        .map(Absent::Formula)
        .or(from)
        .or(age.map(Absent::AgeFrom))
}
