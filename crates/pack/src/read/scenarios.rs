//! `tests/`: households and months with the expected results.

use super::fields::{Fields, items, text};
use super::printed::month;
use super::types::plain_json;
use super::{Content, Draft, assessments};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Expected, Overtaken, Scenario};
use crate::text::{Node, Value as Part};
use kernel::Money;
use serde_json::{Map, Value};

/// Reads one file.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    if Fields::of(&content.root, faults).is_some_and(|fields| fields.has("overtaken")) {
        return overtaken(content, draft, faults);
    }
    for node in super::listed(content, "tests", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let name = fields.need_text("name", faults);
        if !fields.has("programme") {
            assessments::read(name, fields, content.level, draft, faults);
            continue;
        }
        let programme = fields.need_text("programme", faults);
        fields.need("month", faults);
        let month = month(&mut fields, "month", faults);
        let household = fields
            .take("household")
            .map(|n| facts(n, faults))
            .unwrap_or_default();
        let award = fields
            .take("award")
            .map(|n| facts(n, faults))
            .unwrap_or_default();
        let members = fields
            .list("members", faults)
            .iter()
            .map(|n| member(n, faults))
            .collect();
        let supporters = fields
            .take("supporters")
            .map(|n| items(n, faults).iter().map(|s| facts(s, faults)).collect());
        let expected = fields.need("expect", faults).map(|n| expected(n, faults));
        let spot = fields.spot;
        fields.finish(faults);
        let (Some(month), Some(expected)) = (month, expected) else {
            continue;
        };
        draft.scenarios.push(Scenario {
            name,
            programme,
            month,
            household,
            members,
            supporters,
            award,
            expected,
            level: content.level,
            spot,
        });
    }
}

fn overtaken(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "overtaken", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let name = fields.need_text("name", faults);
        fields.need("from", faults);
        let from = fields.date("from", faults);
        let cite = fields.need_text("cite", faults);
        let spot = fields.spot;
        fields.finish(faults);
        let Some(from) = from else { continue };
        draft.overtaken.push(Overtaken {
            name,
            from,
            cite,
            level: content.level,
            spot,
        });
    }
}

pub(super) fn facts(node: &Node, faults: &mut Faults<'_>) -> Map<String, Value> {
    match (&node.value, plain_json(node)) {
        (Part::Map(_), Value::Object(map)) => map,
        (Part::Text { text, .. }, _) if text.is_empty() => Map::new(),
        _ => {
            let words = Words::new(
                "这里应是“事实: 值”的映射",
                "a map of “fact: value” belongs here",
            );
            faults.add(FaultKind::Shape, node.spot, words);
            Map::new()
        }
    }
}

/// A member; `covered: false` says that the award does not cover him.
fn member(node: &Node, faults: &mut Faults<'_>) -> (Map<String, Value>, bool) {
    let mut map = facts(node, faults);
    let covered = map.shift_remove("covered") != Some(Value::Bool(false));
    (map, covered)
}

fn expected(node: &Node, faults: &mut Faults<'_>) -> Expected {
    let mut expected = Expected::default();
    let Some(mut fields) = Fields::of(node, faults) else {
        return expected;
    };
    for line in fields.list("lines", faults) {
        let Some(mut fields) = Fields::of(line, faults) else {
            continue;
        };
        let member = number(&mut fields, faults);
        let component = fields.need_text("component", faults);
        let amount = fields.need_said("amount", faults);
        fields.finish(faults);
        let Some(amount) = amount else { continue };
        match Money::parse_yuan(&amount.value) {
            Ok(money) => expected.lines.push((member, component, money)),
            Err(_) => {
                let words = Words::new(
                    format!("“{}”不是金额", amount.value),
                    format!("“{}” is no amount", amount.value),
                );
                faults.add(FaultKind::Value, amount.spot, words);
            }
        }
    }
    expected.missing = fields
        .texts("missing", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    expected.breaches = fields
        .texts("breaches", faults)
        .into_iter()
        .map(|s| s.value)
        .collect();
    for node in fields.list("excluded", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let member = number(&mut fields, faults);
        expected
            .excluded
            .push((member, fields.need_text("by", faults)));
        fields.finish(faults);
    }
    fields.finish(faults);
    expected
}

/// `member`, counted from 1; the first where left out.
fn number(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> usize {
    let Some(node) = fields.take("member") else {
        return 1;
    };
    let given = text(node, faults).unwrap_or_default();
    match given.parse() {
        Ok(n) if n > 0 => n,
        _ => {
            let words = Words::new(
                "成员从 1 起用整数编号",
                "members are numbered with whole numbers from 1",
            );
            faults.add(FaultKind::Value, node.spot, words);
            1
        }
    }
}
