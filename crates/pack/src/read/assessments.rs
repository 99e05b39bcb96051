//! Tests of who qualifies: those of `tests/` that name no programme.

use super::Draft;
use super::fields::{Fields, Said, items};
use super::printed::month;
use super::scenarios::facts;
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Assessment, ExpectedVerdict, LevelId};
use crate::text::{Node, Value};
use kernel::Money;

const VERDICTS: &[&str] = &["符合", "不符合", "未知", "不适用", "让位"];

/// Reads one test.
pub fn read(
    name: String,
    mut fields: Fields<'_>,
    level: LevelId,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let accepted = fields.date("accepted", faults);
    fields.need("month", faults);
    let month = month(&mut fields, "month", faults);
    let household = fields
        .take("household")
        .map(|n| facts(n, faults))
        .unwrap_or_default();
    let members = fields.list("members", faults);
    let members = members.iter().map(|n| facts(n, faults)).collect();
    let supporters = fields
        .take("supporters")
        .map(|n| items(n, faults).iter().map(|s| facts(s, faults)).collect());
    let expected = fields.need("expect", faults).map(|n| expect(n, faults));
    let spot = fields.spot;
    fields.finish(faults);
    let (Some(month), Some(expected)) = (month, expected) else {
        return;
    };
    draft.assessments.push(Assessment {
        name,
        accepted,
        month,
        household,
        members,
        supporters,
        expected,
        level,
        spot,
    });
}

fn expect(node: &Node, faults: &mut Faults<'_>) -> Vec<ExpectedVerdict> {
    let Some(mut fields) = Fields::of(node, faults) else {
        return Vec::new();
    };
    let mut expected = Vec::new();
    if let Some(node) = fields.take("household").filter(|n| !n.is_null()) {
        verdicts(node, None, &mut expected, faults);
    }
    for (n, node) in fields.list("members", faults).iter().enumerate() {
        if !node.is_null() {
            verdicts(node, Some(n), &mut expected, faults);
        }
    }
    fields.finish(faults);
    if expected.is_empty() {
        let words = Words::new(
            "测试没有写期望的结果",
            "the test does not say what it expects",
        )
        .mend(
            "在 expect 下写 household 或 members，或给测试写上 programme",
            "write household or members under expect, or name a programme",
        );
        faults.add(FaultKind::MissingKey, node.spot, words);
    }
    expected
}

/// `dibao: 符合`, or `dibao: {verdict: 符合, monthly: 1317.00, missing: […]}`.
fn verdicts(
    node: &Node,
    member: Option<usize>,
    expected: &mut Vec<ExpectedVerdict>,
    faults: &mut Faults<'_>,
) {
    let Value::Map(entries) = &node.value else {
        let words = Words::new(
            "这里应是“项目: 结果”的映射",
            "a map of “programme: verdict” belongs here",
        );
        faults.add(FaultKind::Shape, node.spot, words);
        return;
    };
    for entry in entries {
        let mut one = ExpectedVerdict {
            member,
            programme: entry.key.clone(),
            verdict: String::new(),
            monthly: None,
            once: None,
            missing: None,
        };
        let said = match &entry.node.value {
            Value::Map(_) => {
                let Some(mut fields) = Fields::of(&entry.node, faults) else {
                    continue;
                };
                let said = fields.need_said("verdict", faults);
                one.monthly = money(fields.said("monthly", faults), faults);
                one.once = money(fields.said("once", faults), faults);
                if fields.has("missing") {
                    let missing = fields.texts("missing", faults);
                    one.missing = Some(missing.into_iter().map(|s| s.value).collect());
                }
                fields.finish(faults);
                said
            }
            _ => super::fields::text(&entry.node, faults).map(|value| Said {
                value,
                spot: entry.node.spot,
            }),
        };
        let Some(said) = said else { continue };
        if !VERDICTS.contains(&said.value.as_str()) {
            let words = Words::new(
                format!("“{}”不是结果", said.value),
                format!("“{}” is no verdict", said.value),
            )
            .mend(
                format!("可写：{}", VERDICTS.join("、")),
                format!("one of: {}", VERDICTS.join(", ")),
            );
            faults.add(FaultKind::Value, said.spot, words);
        }
        one.verdict = said.value;
        expected.push(one);
    }
}

fn money(said: Option<Said<String>>, faults: &mut Faults<'_>) -> Option<Money> {
    let said = said?;
    let parsed = Money::parse_yuan(&said.value).ok();
    if parsed.is_none() {
        let words = Words::new(
            format!("“{}”不是金额", said.value),
            format!("“{}” is no amount", said.value),
        );
        faults.add(FaultKind::Value, said.spot, words);
    }
    parsed
}
