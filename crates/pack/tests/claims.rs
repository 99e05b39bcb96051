//! What a family may claim and does not have, and the other way round.

#![allow(clippy::unwrap_used)]

use pack::claims::{Claim, Claims};
use pack::{CaseFacts, MemberFacts, Pack};
use serde_json::{Map, Value, json};
use std::path::Path;

fn map(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

/// May claim, may leave, to check: programme and members from 1.
type Found = [Vec<(String, Vec<usize>)>; 3];

fn claims(household: Value, members: &[Value]) -> Found {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let pack = Pack::from_dir(&root).unwrap();
    let place = "620521".parse().unwrap();
    let rules = pack.rules(&place, "2022-10-08".parse().unwrap()).unwrap();
    let members: Vec<Map<String, Value>> = members.iter().map(map).collect();
    let facts = CaseFacts {
        household: &map(&household),
        members: members
            .iter()
            .map(|facts| MemberFacts {
                facts,
                terms: None,
                covered: true,
            })
            .collect(),
        supporters: Some(Vec::new()),
        award: &Map::new(),
    };
    let case = rules.facts(&facts).unwrap();
    let asked: Vec<String> = [
        "dibao",
        "tekun",
        "disability_living",
        "disability_care",
        "orphan",
    ]
    .map(str::to_owned)
    .into();
    let mut engine = rules.engine();
    let assessed = engine.assess(&case, &asked).unwrap();
    let found = Claims::of(&assessed, &case);
    let shown = |list: Vec<Claim<'_>>| {
        let one = |c: Claim<'_>| {
            let members = c.members.iter().map(|m| m + 1).collect();
            (c.programme.to_owned(), members)
        };
        list.into_iter().map(one).collect()
    };
    [
        shown(found.may_claim),
        shown(found.may_leave),
        shown(found.to_check),
    ]
}

fn poor() -> Value {
    json!({"城乡": "农村", "低保类别": "一类", "货币财产": 0, "生活用房套数": 1, "机动车辆数": 0})
}

fn one(key: &str, members: &[usize]) -> (String, Vec<usize>) {
    (key.to_owned(), members.to_vec())
}

#[test]
fn whoever_is_entitled_and_holds_nothing_may_claim() {
    let disabled = json!({"年龄": 45, "工资性收入": 0, "残疾类别": "肢体", "残疾等级": 2,
        "需长期照护": true, "法定义务人状况": "有履行能力"});
    let other = json!({"年龄": 40, "工资性收入": 0, "法定义务人状况": "有履行能力"});
    let [claim, leave, check] = claims(poor(), &[disabled, other]);
    assert_eq!(
        claim,
        [
            one("dibao", &[1, 2]),
            one("disability_care", &[1]),
            one("disability_living", &[1])
        ]
    );
    assert!(leave.is_empty() && check.is_empty());
}

#[test]
fn what_is_held_is_not_claimed_again_and_a_member_left_out_is_named() {
    let held =
        json!({"年龄": 45, "工资性收入": 0, "在享项目": ["dibao"], "法定义务人状况": "有履行能力"});
    let left_out =
        json!({"年龄": 12, "父亲状况": "正常", "母亲状况": "正常", "法定义务人状况": "有履行能力"});
    let [claim, leave, check] = claims(poor(), &[held, left_out]);
    assert_eq!(claim, [one("dibao", &[2])]);
    assert!(leave.is_empty() && check.is_empty());
}

#[test]
fn what_is_held_without_being_due_is_to_leave_and_what_is_unknown_to_check() {
    let rich = json!({"年龄": 45, "工资性收入": 90000, "在享项目": ["dibao"], "法定义务人状况": "有履行能力"});
    let [claim, leave, check] = claims(poor(), &[rich]);
    assert!(claim.is_empty() && check.is_empty());
    assert_eq!(leave, [one("dibao", &[1])]);
    let prison = json!({"年龄": 45, "工资性收入": 0, "服刑": true, "在享项目": ["dibao"], "法定义务人状况": "有履行能力"});
    let free =
        json!({"年龄": 44, "工资性收入": 0, "在享项目": ["dibao"], "法定义务人状况": "有履行能力"});
    let [_, leave, _] = claims(poor(), &[prison, free]);
    assert_eq!(leave, [one("dibao", &[1])]);
    let unsaid = json!({"年龄": 45, "在享项目": ["dibao"], "法定义务人状况": "有履行能力"});
    let [_, leave, check] = claims(poor(), &[unsaid]);
    assert!(leave.is_empty());
    assert_eq!(check, [one("dibao", &[1])]);
}
