//! Types and values as packs write them.

use super::fields::{Fields, text};
use super::lists;
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::ParameterValue;
use crate::text::{Node, Value as Part};
use formula::{Number, Type, Unit, Value};
use serde_json::{Map, Value as Json};
use std::str::FromStr as _;
use std::sync::Arc;

/// A type as declared.
pub struct Declared {
    pub ty: Type,
    pub unit: String,
    pub whole: bool,
    pub codes: Vec<(String, String)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Money,
    Number,
    Integer,
    Boolean,
    Text,
    Code,
    Date,
    Division,
    List,
}

const WORDS: &[(&str, Word)] = &[
    ("money", Word::Money),
    ("number", Word::Number),
    ("integer", Word::Integer),
    ("boolean", Word::Boolean),
    ("text", Word::Text),
    ("code", Word::Code),
    ("date", Word::Date),
    ("division", Word::Division),
    ("list", Word::List),
];

/// Reads `type`, `unit`, `values` (or `codes`) and `by` of a declaration.
/// Two code types are the same where `list_name` and values are.
/// Codes take their values from `values_key`: `values` for facts, `choices` for parameters.
pub fn declared(
    name: &str,
    fields: &mut Fields<'_>,
    values_key: &'static str,
    faults: &mut Faults<'_>,
) -> Declared {
    let word = fields.choice("type", faults, WORDS);
    let said = fields.said("unit", faults);
    let unit = said
        .as_ref()
        .map_or(Unit::COUNT, |s| unit(&s.value, s.spot, faults));
    let word = word.unwrap_or(match &said {
        Some(_) if unit.is_money() => Word::Money,
        Some(_) => Word::Number,
        None => Word::Text,
    });
    let mut codes: Vec<(String, String)> = fields.map("codes", faults);
    let mut values: Vec<String> = fields
        .texts(values_key, faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    if let Some(list) = fields.choice("list", faults, &lists::LISTS) {
        codes.extend(list());
    }
    for (_, value) in &codes {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    let list_name = fields
        .text("list_name", faults)
        .unwrap_or_else(|| name.to_owned());
    let by: Vec<String> = fields
        .texts("by", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    let wants_unit = matches!(word, Word::Money | Word::Number | Word::Integer);
    if said.is_some() && !wants_unit {
        let spot = said.as_ref().map_or(fields.spot, |s| s.spot);
        let words = Words::new(
            format!("“{name}”不是数量，不能有单位"),
            format!("“{name}” is no quantity and cannot have a unit"),
        );
        faults.add(FaultKind::Unit, spot, words);
    }
    if word == Word::Money && !unit.is_money() {
        let spot = said.as_ref().map_or(fields.spot, |s| s.spot);
        let words = Words::new(
            format!("金额“{name}”要写单位：元、元/月或元/年"),
            format!("the amount “{name}” needs a unit: 元, 元/月 or 元/年"),
        );
        faults.add(FaultKind::Unit, spot, words);
    }
    if word == Word::Code && values.is_empty() {
        let words = Words::new(
            format!("代码“{name}”没有列出取值"),
            format!("the code “{name}” lists no values"),
        )
        .mend(
            format!("用 {values_key}: […] 列出"),
            format!("list them: {values_key}: […]"),
        );
        faults.add(FaultKind::MissingKey, fields.spot, words);
    }
    let refs: Vec<&str> = values.iter().map(String::as_str).collect();
    let ty = match word {
        Word::Money | Word::Number | Word::Integer => Type::Number(unit),
        Word::Boolean => Type::Boolean,
        Word::Text | Word::Division => Type::Text,
        Word::Code => Type::code(&list_name, &refs),
        Word::Date => Type::Date,
        Word::List => Type::list(Type::Text),
    };
    let ty = if by.is_empty() {
        ty
    } else {
        Type::table(by.iter().map(String::as_str), ty)
    };
    let unit = said.map(|s| s.value).unwrap_or_default();
    Declared {
        ty,
        unit,
        whole: word == Word::Integer,
        codes,
    }
}

/// Reads a unit.
pub fn unit(given: &str, spot: Spot, faults: &mut Faults<'_>) -> Unit {
    Unit::from_str(given).unwrap_or_else(|_| {
        let words = Words::new(
            format!("不认识的单位“{given}”"),
            format!("unknown unit “{given}”"),
        )
        .mend(
            "可用：元、元/月、元/年、月、岁、%、m²、人、户、个",
            "one of 元, 元/月, 元/年, 月, 岁, %, m², 人, 户, 个",
        );
        faults.add(FaultKind::Unit, spot, words);
        Unit::COUNT
    })
}

/// Reads a value of a declared type; `given_unit` may be the yearly for a
/// monthly amount and the other way round, where that is exact.
pub fn value(
    node: &Node,
    ty: &Type,
    unit_written: &str,
    given_unit: Option<(&str, Spot)>,
    faults: &mut Faults<'_>,
) -> Option<ParameterValue> {
    let shown = shown(node);
    let scale = match given_unit {
        None => Scale::Same,
        Some((given, spot)) => scale(item(ty), given, unit_written, spot, faults)?,
    };
    let value = read(node, ty, scale, faults)?;
    let unit = given_unit
        .map_or(unit_written, |(given, _)| given)
        .to_owned();
    Some(ParameterValue { shown, unit, value })
}

fn item(ty: &Type) -> &Type {
    match ty {
        Type::Context(entries) => entries.values().next().unwrap_or(ty),
        other => other,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Scale {
    Same,
    /// Given by the month, declared by the year.
    Times,
    /// Given by the year, declared by the month.
    Over,
}

const MONTHS_OF_A_YEAR: i64 = 12;

fn scale(
    ty: &Type,
    given: &str,
    declared: &str,
    spot: Spot,
    faults: &mut Faults<'_>,
) -> Option<Scale> {
    let Type::Number(wanted) = ty else {
        return Some(Scale::Same);
    };
    let unit = unit(given, spot, faults);
    if unit == *wanted {
        return Some(Scale::Same);
    }
    match (unit, *wanted) {
        (Unit::YUAN_PER_MONTH, Unit::YUAN_PER_YEAR) => return Some(Scale::Times),
        (Unit::YUAN_PER_YEAR, Unit::YUAN_PER_MONTH) => return Some(Scale::Over),
        _ => {}
    }
    let words = Words::new(
        format!("单位是“{given}”，而声明的单位是“{declared}”"),
        format!("the unit is “{given}”, but “{declared}” was declared"),
    );
    faults.add(FaultKind::Unit, spot, words);
    None
}

fn read(node: &Node, ty: &Type, scale: Scale, faults: &mut Faults<'_>) -> Option<Value> {
    let json = json(node, ty)?;
    let value = match ty.read(&json) {
        Ok(value) => value,
        Err(fault) => {
            faults.add(FaultKind::Value, node.spot, Words::new(fault.zh, fault.en));
            return None;
        }
    };
    rescale(value, scale).or_else(|| {
        let words = Words::new(
            "按年的金额不能整除为按月的金额",
            "the yearly amount does not divide exactly into a monthly one",
        )
        .mend("按声明的单位书写", "write it in the declared unit");
        faults.add(FaultKind::Unit, node.spot, words);
        None
    })
}

fn rescale(value: Value, scale: Scale) -> Option<Value> {
    let months = Number::from(MONTHS_OF_A_YEAR);
    match value {
        _ if scale == Scale::Same => Some(value),
        Value::Number(n) if scale == Scale::Times => n.mul(months).map(Value::Number),
        Value::Number(n) => {
            let part = n.div(months)?;
            (part.mul(months)? == n).then_some(Value::Number(part))
        }
        Value::Context(table) => {
            let mut scaled = formula::Context::new();
            for (name, value) in table.iter() {
                scaled.set(name, rescale(value.clone(), scale)?);
            }
            Some(Value::Context(Arc::new(scaled)))
        }
        other => Some(other),
    }
}

/// What was written as JSON of the kind that the type reads.
fn json(node: &Node, ty: &Type) -> Option<Json> {
    Some(match &node.value {
        Part::Text { text, plain } => match ty {
            Type::Boolean if *plain && text == "true" => Json::Bool(true),
            Type::Boolean if *plain && text == "false" => Json::Bool(false),
            Type::Number(unit) if *unit == Unit::PERCENT && !text.trim().ends_with('%') => {
                Json::String(format!("{}%", text.trim()))
            }
            _ => Json::String(text.trim().to_owned()),
        },
        Part::List(items) => {
            let inner = match ty {
                Type::List(inner) => inner,
                other => other,
            };
            Json::Array(
                items
                    .iter()
                    .map(|n| json(n, inner))
                    .collect::<Option<_>>()?,
            )
        }
        Part::Map(entries) => {
            let mut map = Map::new();
            for entry in entries {
                let inner = match ty {
                    Type::Context(types) => types.get(&entry.key).unwrap_or(ty),
                    other => other,
                };
                map.insert(entry.key.clone(), json(&entry.node, inner)?);
            }
            Json::Object(map)
        }
    })
}

/// What was written, for people.
fn shown(node: &Node) -> String {
    match &node.value {
        Part::Text { text, .. } => text.trim().to_owned(),
        Part::List(items) => items.iter().map(shown).collect::<Vec<_>>().join("、"),
        Part::Map(entries) => entries
            .iter()
            .map(|e| format!("{} {}", e.key, shown(&e.node)))
            .collect::<Vec<_>>()
            .join(" · "),
    }
}

/// JSON for facts of tests: numbers as decimal strings, yes and no, lists, texts.
pub fn plain_json(node: &Node) -> Json {
    match &node.value {
        Part::Text { text, plain: true } => match text.as_str() {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            "" | "~" | "null" => Json::Null,
            other => Json::String(other.to_owned()),
        },
        Part::Text { text, .. } => Json::String(text.clone()),
        Part::List(items) => Json::Array(items.iter().map(plain_json).collect()),
        Part::Map(entries) => Json::Object(
            entries
                .iter()
                .map(|e| (e.key.clone(), plain_json(&e.node)))
                .collect(),
        ),
    }
}

/// A citation, which must be there.
pub fn citation(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> String {
    match fields.take("cite").filter(|n| !n.is_null()) {
        Some(node) => text(node, faults).unwrap_or_default(),
        None => {
            let words = Words::new("没有写明依据(cite)", "no citation (cite) is given");
            faults.add(FaultKind::Citation, fields.spot, words);
            String::new()
        }
    }
}
