//! `parameters/` and `statistics/`: dated values by place.

use super::fields::{Fields, items};
use super::{Content, Draft, chain, twice, types, unknown};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{Dated, LevelId, Parameter, ParameterValue};
use crate::text::Node;
use chrono::NaiveDate;
use formula::{Number, Type, Value};

/// One item as written: a declaration, values, or both.
struct Item<'n> {
    level: LevelId,
    name: String,
    spot: Spot,
    statistic: bool,
    parameter: Option<usize>,
    min: Option<&'n Node>,
    max: Option<&'n Node>,
    values: &'n [Node],
}

/// Reads all files: first the declarations of all levels, then the values.
pub fn read<'n>(
    contents: impl Iterator<Item = &'n Content>,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let mut contents: Vec<&Content> = contents.collect();
    contents.sort_by_key(|c| c.level);
    let mut all: Vec<Item<'_>> = Vec::new();
    for content in contents {
        let statistic = content.folder == "statistics";
        let key = if statistic {
            "statistics"
        } else {
            "parameters"
        };
        for node in super::listed(content, key, faults) {
            all.extend(item(node, content.level, statistic, draft, faults));
        }
    }
    let mut limits: Vec<(Option<Number>, Option<Number>)> =
        vec![(None, None); draft.parameters.len()];
    for item in &all {
        let Some(index) = item.parameter else {
            continue;
        };
        let parameter = &draft.parameters[index];
        let mut read = |node: Option<&Node>| {
            let value = types::value(node?, &parameter.ty, &parameter.unit, None, faults)?.value;
            value.as_number()
        };
        limits[index] = (read(item.min), read(item.max));
    }
    for item in all {
        values(&item, draft, &limits, faults);
    }
    for parameter in &mut draft.parameters {
        parameter.values.sort_by_key(|v| (v.level, v.from));
    }
}

fn item<'n>(
    node: &'n Node,
    level: LevelId,
    statistic: bool,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) -> Option<Item<'n>> {
    let mut fields = Fields::of(node, faults)?;
    let name = fields.need_said("name", faults);
    let declares = fields.has("en") || fields.has("type") || fields.has("unit") || fields.has("by");
    let values = match fields.take("values").filter(|n| !n.is_null()) {
        Some(node) => items(node, faults),
        None => &[],
    };
    let (mut min, mut max, mut parameter) = (None, None, None);
    if declares {
        let en = fields.need_text("en", faults);
        let label = name.as_ref().map(|n| n.value.clone()).unwrap_or_default();
        let declared = types::declared(&label, &mut fields, "choices", faults);
        let reference = fields.flag("reference", faults);
        let open = fields.flag("open", faults);
        let kept = fields.choice("as_of", faults, &[("acceptance", true), ("month", false)]);
        let note = fields.text("note", faults);
        (min, max) = (fields.take("min"), fields.take("max"));
        if let Some(name) = &name {
            let chain = chain(&draft.levels, level);
            let below = |l: LevelId| super::chain(&draft.levels, l).contains(&level);
            if draft
                .parameters
                .iter()
                .any(|p| p.name == name.value && (chain.contains(&p.level) || below(p.level)))
            {
                twice(&name.value, name.spot, faults);
                return None;
            }
            parameter = Some(draft.parameters.len());
            draft.parameters.push(Parameter {
                name: name.value.clone(),
                en,
                ty: declared.ty,
                unit: declared.unit,
                reference,
                open,
                statistic,
                kept: kept.unwrap_or(false),
                note,
                values: Vec::new(),
                level,
                spot: name.spot,
            });
        }
    } else if values.is_empty() {
        fields.need("values", faults);
    }
    fields.finish(faults);
    let name = name?;
    let (name, spot) = (name.value, name.spot);
    Some(Item {
        level,
        name,
        spot,
        statistic,
        parameter,
        min,
        max,
        values,
    })
}

fn values(
    item: &Item<'_>,
    draft: &mut Draft,
    limits: &[(Option<Number>, Option<Number>)],
    faults: &mut Faults<'_>,
) {
    let chain = draft.chain(item.level);
    let visible = |p: &Parameter| p.statistic == item.statistic && chain.contains(&p.level);
    let found = draft
        .parameters
        .iter()
        .position(|p| p.name == item.name && visible(p));
    let Some(index) = found else {
        let known = draft
            .parameters
            .iter()
            .filter(|p| visible(p))
            .map(|p| p.name.as_str());
        return unknown(("参数", "parameter"), &item.name, item.spot, known, faults);
    };
    for node in item.values {
        let parameter = &draft.parameters[index];
        if let Some(value) = value(node, item.level, parameter, faults) {
            bounds(parameter, &value, limits[index], faults);
            draft.parameters[index].values.push(value);
        }
    }
}

fn value(
    node: &Node,
    level: LevelId,
    parameter: &Parameter,
    faults: &mut Faults<'_>,
) -> Option<Dated<ParameterValue>> {
    let mut fields = Fields::of(node, faults)?;
    let given = fields.need("value", faults);
    let unit = fields.said("unit", faults);
    let unit = unit.as_ref().map(|s| (s.value.as_str(), s.spot));
    let value = given.and_then(|n| types::value(n, &parameter.ty, &parameter.unit, unit, faults));
    if let (Some(node), Some(value)) = (given, &value) {
        complete(parameter, value, node.spot, faults);
    }
    let dated = dated(&mut fields, level, faults, value);
    fields.finish(faults);
    dated
}

/// A table must have every entry: one left out would read as nothing.
fn complete(parameter: &Parameter, value: &ParameterValue, spot: Spot, faults: &mut Faults<'_>) {
    let (Type::Context(entries), Value::Context(table)) = (&parameter.ty, &value.value) else {
        return;
    };
    for key in entries.keys().filter(|key| table.get(key).is_none()) {
        let words = Words::new(
            format!("对照表“{}”缺少“{key}”一项", parameter.name),
            format!("the table “{}” lacks the entry “{key}”", parameter.name),
        );
        faults.add(FaultKind::MissingKey, spot, words);
    }
}

/// Reads `from`, `to`, `cite`, `verified` and `meant` around a value.
pub fn dated<T>(
    fields: &mut Fields<'_>,
    level: LevelId,
    faults: &mut Faults<'_>,
    value: Option<T>,
) -> Option<Dated<T>> {
    fields.need("from", faults);
    let from = fields.date("from", faults);
    let to = fields.date("to", faults);
    let cite = types::citation(fields, faults);
    let verified = fields
        .choice("verified", faults, &[("true", true), ("false", false)])
        .unwrap_or(true);
    let (meant, floor) = (fields.flag("meant", faults), fields.flag("floor", faults));
    let spot = fields.spot;
    order(from, to, spot, faults);
    Some(Dated {
        level,
        from: from?,
        to,
        value: value?,
        cite,
        verified,
        meant,
        floor,
        spot,
    })
}

/// Reports a range that ends before it begins.
pub fn order(from: Option<NaiveDate>, to: Option<NaiveDate>, spot: Spot, faults: &mut Faults<'_>) {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let words = Words::new(
            format!("终止日期 {to} 早于起始日期 {from}"),
            format!("it ends ({to}) before it begins ({from})"),
        );
        faults.add(FaultKind::Dates, spot, words);
    }
}

fn bounds(
    parameter: &Parameter,
    value: &Dated<ParameterValue>,
    (min, max): (Option<Number>, Option<Number>),
    faults: &mut Faults<'_>,
) {
    let mut numbers = Vec::new();
    match &value.value.value {
        Value::Number(n) => numbers.push(*n),
        Value::Context(table) => numbers.extend(table.iter().filter_map(|(_, v)| v.as_number())),
        _ => {}
    }
    let out = |n: &Number| min.is_some_and(|m| *n < m) || max.is_some_and(|m| *n > m);
    if numbers.iter().any(out) {
        let words = Words::new(
            format!(
                "“{}”的值 {} 超出声明的范围",
                parameter.name, value.value.shown
            ),
            format!(
                "the value {} of “{}” is out of its bounds",
                value.value.shown, parameter.name
            ),
        );
        faults.add(FaultKind::Bounds, value.spot, words);
    }
}
