//! `programmes/`: what is paid, by which formula; lower levels may restate parts.

use super::fields::{Fields, Said, items};
use super::parameters::{dated, order};
use super::{Content, Draft, eligibility, guides, tables, twice, types, unknown};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{
    Apportion, AwardUnit, Body, Check, Component, Covers, Dated, Label, LevelId, Programme,
    Section, Variable, Yield,
};
use crate::text::Node;
use chrono::NaiveDate;
use formula::{Entity, Type};

const ENTITIES: &[(&str, Entity)] = &[
    ("person", Entity::Person),
    ("household", Entity::Household),
    ("award", Entity::Award),
];

/// A variable may also be a supporter's; nothing is paid to one.
const OWNERS: &[(&str, Entity)] = &[
    ("person", Entity::Person),
    ("household", Entity::Household),
    ("award", Entity::Award),
    ("supporter", Entity::Supporter),
];

/// Reads all files, upper levels first.
pub fn read<'n>(
    contents: impl Iterator<Item = &'n Content>,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let mut contents: Vec<&Content> = contents.collect();
    contents.sort_by_key(|c| c.level);
    for content in contents {
        let Some(fields) = Fields::of(&content.root, faults) else {
            continue;
        };
        if fields.has("sections") {
            sections(fields, draft, faults);
        } else {
            programme(content, fields, draft, faults);
        }
    }
}

/// The sections of the bureau, and the order in which matters stand in the guidance catalogue.
fn sections(mut file: Fields<'_>, draft: &mut Draft, faults: &mut Faults<'_>) {
    for said in file.texts("catalogue", faults) {
        if draft.catalogue.iter().any(|(key, _)| *key == said.value) {
            twice(&said.value, said.spot, faults);
        }
        draft.catalogue.push((said.value, said.spot));
    }
    for node in file.list("sections", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let key = fields.need_text("key", faults);
        let label = label(&mut fields, faults);
        let spot = fields.spot;
        fields.finish(faults);
        if draft.sections.iter().any(|s| s.key == key) {
            twice(&key, spot, faults);
        }
        draft.sections.push(Section { key, label, spot });
    }
    file.finish(faults);
}

/// `zh` and `en`.
pub fn label(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Label {
    Label {
        zh: fields.need_text("zh", faults),
        en: fields.need_text("en", faults),
    }
}

fn programme(
    content: &Content,
    mut fields: Fields<'_>,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let Some(key) = fields.need_said("programme", faults) else {
        return;
    };
    let chain = draft.chain(content.level);
    let found = draft
        .programmes
        .iter()
        .position(|p| p.key == key.value && chain.contains(&p.level));
    let index = match found {
        Some(index) => {
            if fields.has("section") || fields.has("unit") {
                twice(&key.value, key.spot, faults);
                return;
            }
            index
        }
        None => {
            let Some(new) = declared(content.level, &key, &mut fields, faults) else {
                return;
            };
            draft.programmes.push(new);
            draft.programmes.len() - 1
        }
    };
    let start = draft.programmes[index].from;
    let lists = [
        fields.list("variables", faults),
        fields.list("components", faults),
        fields.list("checks", faults),
        fields.list("eligibility", faults),
    ];
    let guide = fields.take("guide").filter(|n| !n.is_null());
    fields.finish(faults);
    let programme = &mut draft.programmes[index];
    if let Some(node) = guide {
        guides::guide(node, content.level, start, programme, faults);
    }
    for node in lists[0] {
        variable(node, content.level, start, programme, faults);
    }
    for node in lists[1] {
        component(node, content.level, start, programme, faults);
    }
    for node in lists[2] {
        check(node, content.level, start, programme, faults);
    }
    for node in lists[3] {
        eligibility::way(node, content.level, start, programme, faults);
    }
}

fn declared(
    level: LevelId,
    key: &Said<String>,
    fields: &mut Fields<'_>,
    faults: &mut Faults<'_>,
) -> Option<Programme> {
    let label = label(fields, faults);
    let section = fields.need_text("section", faults);
    fields.need("unit", faults);
    let units = [
        ("household", AwardUnit::Household),
        ("person", AwardUnit::Person),
    ];
    let unit = fields.choice("unit", faults, &units);
    let covers = [("members", Covers::Members), ("holder", Covers::Holder)];
    let covers = fields
        .choice("covers", faults, &covers)
        .unwrap_or(match unit {
            Some(AwardUnit::Person) => Covers::Holder,
            _ => Covers::Members,
        });
    fields.need("from", faults);
    let (from, to) = (fields.date("from", faults), fields.date("to", faults));
    order(from, to, key.spot, faults);
    let cite = types::citation(fields, faults);
    let class = fields.text("class", faults);
    let terms = fields
        .texts("terms", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let funds = fields
        .texts("funds", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let mut yields = Vec::new();
    for node in fields.list("yields_to", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let programme = fields.need_text("programme", faults);
        let cite = types::citation(&mut fields, faults);
        yields.push(Yield {
            programme,
            cite,
            spot: fields.spot,
        });
        fields.finish(faults);
    }
    let estimate = fields.flag("estimate", faults);
    Some(Programme {
        key: key.value.clone(),
        estimate,
        label,
        section,
        unit: unit?,
        covers,
        from: from?,
        to,
        cite,
        class,
        terms,
        funds,
        yields,
        variables: Vec::new(),
        components: Vec::new(),
        checks: Vec::new(),
        ways: Vec::new(),
        guides: Vec::new(),
        level,
        spot: key.spot,
    })
}

fn variable(
    node: &Node,
    level: LevelId,
    start: NaiveDate,
    programme: &mut Programme,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let Some(name) = fields.need_said("name", faults) else {
        return;
    };
    let index = match programme
        .variables
        .iter()
        .position(|v| v.name == name.value)
    {
        Some(index) if !fields.has("en") => index,
        Some(_) => return twice(&name.value, name.spot, faults),
        None if !fields.has("en") => return new_needed(&name, programme, faults),
        None => {
            let en = fields.need_text("en", faults);
            fields.need("entity", faults);
            let entity = fields
                .choice("entity", faults, OWNERS)
                .unwrap_or(Entity::Household);
            let declared = types::declared(&name.value, &mut fields, "values", faults);
            programme.variables.push(Variable {
                name: name.value,
                en,
                entity,
                ty: declared.ty,
                bodies: Vec::new(),
                level,
                spot: name.spot,
            });
            programme.variables.len() - 1
        }
    };
    let entity = programme.variables[index].entity;
    let bodies = bodies(&mut fields, Some(entity), level, start, faults);
    fields.finish(faults);
    programme.variables[index].bodies.extend(bodies);
}

fn component(
    node: &Node,
    level: LevelId,
    start: NaiveDate,
    programme: &mut Programme,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let Some(key) = fields.need_said("key", faults) else {
        return;
    };
    let index = match programme.components.iter().position(|c| c.key == key.value) {
        Some(index) if !fields.has("zh") => index,
        Some(_) => return twice(&key.value, key.spot, faults),
        None if !fields.has("zh") => return new_needed(&key, programme, faults),
        None => {
            let label = label(&mut fields, faults);
            let unit = fields.need_said("unit", faults);
            let once = fields.flag("once", faults);
            let parsed = unit.as_ref().map(|s| types::unit(&s.value, s.spot, faults));
            let wanted = if once {
                formula::Unit::YUAN
            } else {
                formula::Unit::YUAN_PER_MONTH
            };
            if let (Some(said), Some(parsed)) = (&unit, parsed)
                && parsed != wanted
            {
                let words = Words::new(
                    format!("发放金额的单位应为“{wanted}”，写的是“{}”", said.value),
                    format!("what is paid must be in “{wanted}”, not “{}”", said.value),
                );
                faults.add(FaultKind::Unit, said.spot, words);
            }
            programme.components.push(Component {
                key: key.value,
                label,
                unit: unit.map(|s| s.value).unwrap_or_default(),
                ty: Type::Number(wanted),
                once,
                bodies: Vec::new(),
                level,
                spot: key.spot,
            });
            programme.components.len() - 1
        }
    };
    let bodies = bodies(&mut fields, None, level, start, faults);
    fields.finish(faults);
    programme.components[index].bodies.extend(bodies);
}

fn check(
    node: &Node,
    level: LevelId,
    start: NaiveDate,
    programme: &mut Programme,
    faults: &mut Faults<'_>,
) {
    let Some(mut fields) = Fields::of(node, faults) else {
        return;
    };
    let Some(key) = fields.need_said("key", faults) else {
        return;
    };
    let index = match programme.checks.iter().position(|c| c.key == key.value) {
        Some(index) if !fields.has("zh") => index,
        Some(_) => return twice(&key.value, key.spot, faults),
        None if !fields.has("zh") => return new_needed(&key, programme, faults),
        None => {
            let label = label(&mut fields, faults);
            fields.need("entity", faults);
            let entity = fields
                .choice("entity", faults, ENTITIES)
                .unwrap_or(Entity::Award);
            programme.checks.push(Check {
                key: key.value,
                label,
                entity,
                bodies: Vec::new(),
                level,
                spot: key.spot,
            });
            programme.checks.len() - 1
        }
    };
    let entity = programme.checks[index].entity;
    let bodies = bodies(&mut fields, Some(entity), level, start, faults);
    fields.finish(faults);
    programme.checks[index].bodies.extend(bodies);
}

/// A part restated without its labels, although no level above declares it.
pub(super) fn new_needed(name: &Said<String>, programme: &Programme, faults: &mut Faults<'_>) {
    let known: Vec<&str> = programme
        .components
        .iter()
        .map(|c| c.key.as_str())
        .chain(programme.checks.iter().map(|c| c.key.as_str()))
        .chain(programme.variables.iter().map(|v| v.name.as_str()))
        .chain(
            programme
                .ways
                .iter()
                .flat_map(|w| w.applies.iter().chain(&w.conditions))
                .map(|c| c.key.as_str()),
        )
        .collect();
    unknown(
        (
            "已声明的部分(新声明要写 zh、en)",
            "part (a new one needs zh and en)",
        ),
        &name.value,
        name.spot,
        known,
        faults,
    );
}

/// One formula written in place, or `formulas:` with several dated ones.
/// A formula without `from` holds from the programme's first day.
pub(super) fn bodies(
    fields: &mut Fields<'_>,
    entity: Option<Entity>,
    level: LevelId,
    start: NaiveDate,
    faults: &mut Faults<'_>,
) -> Vec<Dated<Body>> {
    if let Some(node) = fields.take("formulas") {
        return items(node, faults)
            .iter()
            .filter_map(|node| {
                let mut fields = Fields::of(node, faults)?;
                let body = body(&mut fields, entity, faults);
                let dated = dated(&mut fields, level, faults, body);
                fields.finish(faults);
                dated
            })
            .collect();
    }
    let body = body(fields, entity, faults);
    if fields.has("from") {
        return dated(fields, level, faults, body).into_iter().collect();
    }
    let to = fields.date("to", faults);
    let cite = types::citation(fields, faults);
    let verified = fields
        .choice("verified", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let meant = fields.flag("meant", faults);
    let spot = fields.spot;
    order(Some(start), to, spot, faults);
    let floor = false;
    body.map(|value| Dated {
        level,
        from: start,
        to,
        value,
        cite,
        verified,
        meant,
        floor,
        spot,
    })
    .into_iter()
    .collect()
}

fn body(fields: &mut Fields<'_>, entity: Option<Entity>, faults: &mut Faults<'_>) -> Option<Body> {
    let table = fields
        .take("table")
        .filter(|n| !n.is_null())
        .map(|node| (tables::read(node, faults), node.spot));
    let formula = match &table {
        None => fields.need_said("formula", faults),
        Some((table, spot)) => table.as_ref().map(|table| Said {
            value: table.write().formula,
            spot: *spot,
        }),
    };
    let entity = match entity {
        Some(entity) => entity,
        None => {
            fields.need("entity", faults);
            fields.choice("entity", faults, ENTITIES)?
        }
    };
    let ways = [("equal", Apportion::Equal), ("first", Apportion::First)];
    let apportion = fields
        .choice("apportion", faults, &ways)
        .unwrap_or(Apportion::Equal);
    let Said { value, spot } = formula?;
    let table = table.and_then(|(table, _)| table);
    Some(Body {
        entity,
        apportion,
        formula: value,
        spot,
        pieces: table.as_ref().map(|t| t.write().pieces).unwrap_or_default(),
        table: table.map(Box::new),
    })
}
