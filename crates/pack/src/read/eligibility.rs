//! `eligibility:` of a programme: the ways into it and their conditions.

use super::fields::Fields;
use super::programmes::{bodies, label, new_needed};
use super::twice;
use super::types::plain_json;
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{AwardUnit, Condition, Label, LevelId, Programme, Way, WayKind};
use crate::text::Node;
use chrono::NaiveDate;
use formula::Entity;
use serde_json::Value as Json;

const KINDS: &[(&str, WayKind)] = &[
    ("household", WayKind::Household),
    ("single", WayKind::Single),
    ("person", WayKind::Person),
];

/// Reads one way; a lower level restates parts of one that is there.
pub fn way(
    node: &Node,
    level: LevelId,
    start: NaiveDate,
    programme: &mut Programme,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    fields.need("way", faults);
    let Some(kind) = fields.choice("way", faults, KINDS) else {
        return;
    };
    if (kind == WayKind::Person) != (programme.unit == AwardUnit::Person) {
        let words = Words::new(
            format!("“{}”不适合这个项目的发放单位(unit)", kind.word()),
            format!("“{}” does not fit the programme's unit", kind.word()),
        )
        .mend(
            "unit: person 的项目写 way: person；unit: household 的写 household 或 single",
            "write way: person where unit is person; household or single where unit is household",
        );
        faults.add(FaultKind::Value, fields.spot, words);
    }
    let index = match programme.ways.iter().position(|w| w.kind == kind) {
        Some(index) => index,
        None => {
            programme.ways.push(Way {
                kind,
                name: None,
                covered: Vec::new(),
                award: Default::default(),
                applies: Vec::new(),
                conditions: Vec::new(),
                level,
                spot: fields.spot,
            });
            programme.ways.len() - 1
        }
    };
    if fields.has("name") {
        let name = Label {
            zh: fields.need_text("name", faults),
            en: fields.need_text("en", faults),
        };
        if programme.ways[index].name.replace(name).is_some() {
            twice("name", fields.spot, faults);
        }
    }
    if let Some(node) = fields.take("award").filter(|n| !n.is_null()) {
        match plain_json(node) {
            Json::Object(map) => programme.ways[index].award.extend(map),
            _ => {
                let words = Words::new(
                    "这里应是“事实: 值”的映射",
                    "a map of “fact: value” belongs here",
                );
                faults.add(FaultKind::Shape, node.spot, words);
            }
        }
    }
    if let Some(node) = fields.take("covered").filter(|n| !n.is_null())
        && let Some(mut inner) = Fields::of(node, faults)
    {
        let read = bodies(&mut inner, Some(Entity::Person), level, start, faults);
        inner.finish(faults);
        programme.ways[index].covered.extend(read);
    }
    let lists = [
        fields.list("applies", faults),
        fields.list("conditions", faults),
    ];
    fields.finish(faults);
    for (list, nodes) in lists.into_iter().enumerate() {
        for node in nodes {
            condition(node, list == 0, (level, start), programme, index, faults);
        }
    }
}

fn condition(
    node: &Node,
    applies: bool,
    (level, start): (LevelId, NaiveDate),
    programme: &mut Programme,
    way: usize,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let Some(key) = fields.need_said("key", faults) else {
        return;
    };
    let declares = fields.has("zh");
    let of = &programme.ways[way];
    let list = if applies { &of.applies } else { &of.conditions };
    let found = list.iter().position(|c| c.key == key.value);
    let other = if applies { &of.conditions } else { &of.applies };
    let taken = declares && (found.is_some() || other.iter().any(|c| c.key == key.value));
    if taken {
        return twice(&key.value, key.spot, faults);
    }
    if found.is_none() && !declares {
        return new_needed(&key, programme, faults);
    }
    let label = declares.then(|| label(&mut fields, faults));
    let entity = programme.ways[way].kind.entity();
    let read = bodies(&mut fields, Some(entity), level, start, faults);
    fields.finish(faults);
    let of = &mut programme.ways[way];
    let list = if applies {
        &mut of.applies
    } else {
        &mut of.conditions
    };
    match (found, label) {
        (Some(index), _) => list[index].bodies.extend(read),
        (None, label) => list.push(Condition {
            key: key.value,
            label: label.unwrap_or_default(),
            bodies: read,
            level,
            spot: key.spot,
        }),
    }
}
