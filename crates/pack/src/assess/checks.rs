//! What cannot be true of a household, whatever the rules.

use super::line::{Line, Refused};
use crate::rules::{Case, FactFault, Rules};
use formula::{Entity, Number, Row, Type, Value};
use kernel::codes::CodeList as _;
use kernel::{Bilingual, IdNumber};
use serde_json::{Map, Value as Json};

/// Most members that a household may have; more is a mistake of whoever joined the rows.
const MOST_MEMBERS: usize = 100;

/// Largest amount or count that anybody can mean: 10^12.
const LARGEST: i64 = 1_000_000_000_000;

pub(super) fn members(
    json: Option<Json>,
    number: &Json,
) -> Result<Vec<Map<String, Json>>, Box<Refused>> {
    let members = match json {
        None | Some(Json::Null) => Vec::new(),
        Some(json) => list(json, "成员", number)?,
    };
    match members.len() {
        0 => Err(Refused::new(
            number,
            "assess.members.none",
            "成员",
            "这一户没有成员",
            "the household has no members",
        )),
        count if count > MOST_MEMBERS => Err(Refused::new(
            number,
            "assess.members.many",
            "成员",
            format!("这一户有 {count} 名成员，最多 {MOST_MEMBERS} 名；请检查是否把多户并成了一户"),
            format!(
                "the household has {count} members, at most {MOST_MEMBERS}: see whether several were joined into one"
            ),
        )),
        _ => Ok(members),
    }
}

pub(super) fn list(
    json: Json,
    place: &'static str,
    number: &Json,
) -> Result<Vec<Map<String, Json>>, Box<Refused>> {
    let shape = || {
        Refused::new(
            number,
            "assess.line.shape",
            place,
            format!("“{place}”应是对象的列表 [{{…}}]"),
            format!("“{place}” is a list of objects [{{…}}]"),
        )
    };
    let Json::Array(items) = json else {
        return Err(shape());
    };
    let each = |item| match item {
        Json::Object(map) => Ok(map),
        _ => Err(shape()),
    };
    items.into_iter().map(each).collect()
}

/// Whether nothing of a household can be [`impossible`]: so for most, and soon said.
pub(super) fn plausible(line: &Line, case: &Case) -> bool {
    let (zero, most) = (Number::ZERO, Number::from(LARGEST));
    let numbered = |m: &Map<String, Json>| m.contains_key("公民身份号码");
    !line.members.iter().any(numbered)
        && case
            .family
            .rows()
            .flat_map(Row::known)
            .all(|value| match value {
                Value::Number(n) => *n >= zero && *n <= most,
                _ => true,
            })
}

/// Every fact whose value is of its type but cannot be meant.
pub(super) fn impossible(line: &Line) -> Vec<FactFault> {
    let mut faults = Vec::new();
    let rules = &line.rules;
    of(rules, Entity::Household, 0, &line.household, &mut faults);
    for (n, member) in line.members.iter().enumerate() {
        of(rules, Entity::Person, n, member, &mut faults);
        identity(n, member, &mut faults);
    }
    for (n, supporter) in line.supporters.iter().flatten().enumerate() {
        of(rules, Entity::Supporter, n, supporter, &mut faults);
    }
    of(rules, Entity::Award, 0, &line.award, &mut faults);
    faults
}

fn of(
    rules: &Rules,
    entity: Entity,
    n: usize,
    facts: &Map<String, Json>,
    faults: &mut Vec<FactFault>,
) {
    for (name, json) in facts {
        if !matches!(json, Json::Number(_) | Json::String(_)) {
            continue;
        }
        let Some(ty @ Type::Number(_)) = rules.fact_type(entity, name) else {
            continue;
        };
        let Ok(Value::Number(number)) = ty.read(json) else {
            continue;
        };
        let words = if number.is_negative() {
            ("不能是负数", "must not be negative")
        } else if number > Number::from(LARGEST) {
            ("超过一万亿，不可能", "more than 10^12 cannot be")
        } else {
            continue;
        };
        faults.push(fault(entity, n, name, words));
    }
}

/// Programmes said to be held that no pack knows: read past, somebody would be
/// paid what excludes what they hold.
pub(super) fn unheard(line: &Line, known: impl Fn(&str) -> bool) -> Vec<FactFault> {
    let mut faults = Vec::new();
    let members = line.members.iter().map(|m| (Entity::Person, m));
    let members = members.enumerate();
    let supporters = line.supporters.iter().flatten();
    let supporters = supporters.map(|s| (Entity::Supporter, s)).enumerate();
    for (n, (entity, facts)) in members.chain(supporters) {
        let held = facts.get("在享项目").and_then(Json::as_array);
        for key in held.into_iter().flatten().filter_map(Json::as_str) {
            if !known(key) {
                let key: String = key.chars().take(20).collect();
                let (zh, en) = (
                    format!("没有项目“{key}”，请写项目的代码，如 dibao"),
                    format!("no programme “{key}”; write the key of a programme, such as dibao"),
                );
                faults.push(fault(entity, n, "在享项目", (&zh, &en)));
            }
        }
    }
    faults
}

fn identity(n: usize, member: &Map<String, Json>, faults: &mut Vec<FactFault>) {
    let Some(text) = member.get("公民身份号码").and_then(Json::as_str) else {
        return;
    };
    let number = match IdNumber::parse(text) {
        Ok(number) => number,
        Err(error) => {
            let (zh, en) = (error.zh(), error.en());
            faults.push(fault(Entity::Person, n, "公民身份号码", (&zh, &en)));
            return;
        }
    };
    let birth = member.get("出生日期").and_then(Json::as_str);
    if birth.is_some_and(|b| b != number.birth().to_string()) {
        let words = ("与公民身份号码不一致", "does not agree with the ID number");
        faults.push(fault(Entity::Person, n, "出生日期", words));
    }
    let sex = member.get("性别").and_then(Json::as_str);
    if sex.is_some_and(|s| matches!(s, "男" | "女") && s != number.sex().zh()) {
        let words = ("与公民身份号码不一致", "does not agree with the ID number");
        faults.push(fault(Entity::Person, n, "性别", words));
    }
}

fn fault(entity: Entity, n: usize, name: &str, (zh, en): (&str, &str)) -> FactFault {
    let path = if entity.is_listed() {
        format!("{}{}.{name}", entity.word(), n + 1)
    } else {
        format!("{}.{name}", entity.word())
    };
    FactFault {
        path,
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}
