//! Sources and checks: what is refused, and what an answer is made of.

#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::{Answer, FamilyEvidence, Fault, FaultKind, Pack};
use serde_json::{Map, Value as Json, json};

const PLACE: &str = "zh: 全国\nen: Nation\ndivision: nation\n";
const FACTS: &str = "entity: household\nfacts:\n  - {name: 车辆豁免, en: Exempt, type: boolean, absent: {formula: \"false\"}}\n";

fn source(nature: &str, purpose: &str) -> String {
    format!(
        "sources:\n  - source: vehicle\n    zh: 机动车登记\n    en: Vehicles\n    department: 公安\n    nature: {nature}\n    cycle: monthly\n    due_day: 10\n    grounds:\n      - {{for: {purpose}, cite: 未查到}}\n    cite: 未查到\n    person: [身份证号]\n    fields:\n      - {{name: 使用性质, en: Use, type: text}}\n      - {{name: 价格, en: Price, type: money, unit: 元}}\n"
    )
}

fn check(purpose: &str, when: &str) -> String {
    format!(
        "checks:\n  - check: car\n    zh: 有车\n    en: Has a car\n    purpose: {purpose}\n    of: household\n    sources: [vehicle]\n    severity: medium\n    says: {{zh: 有车, en: A car}}\n    formulas:\n      - {{from: 2020-01-01, when: '{when}', cite: 未查到}}\n"
    )
}

fn load(source: &str, check: &str) -> Result<Pack, Vec<Fault>> {
    Pack::from_map([
        ("cn/pack.yaml", PLACE),
        ("cn/vocabulary/household.yaml", FACTS),
        ("cn/sources/a.yaml", source),
        ("cn/checks/a.yaml", check),
    ])
}

fn kinds(source: &str, check: &str) -> Vec<FaultKind> {
    load(source, check)
        .err()
        .unwrap_or_default()
        .iter()
        .map(|f| f.kind)
        .collect()
}

#[test]
fn property_is_never_for_discovery_and_purposes_need_a_ground() {
    let when = "count(机动车登记) > 0";
    assert_eq!(
        kinds(
            &source("property", "supervision"),
            &check("supervision", when)
        ),
        []
    );
    assert_eq!(
        kinds(&source("property", "discovery"), &check("discovery", when)),
        [FaultKind::Value]
    );
    assert_eq!(
        kinds(&source("need", "supervision"), &check("discovery", when)),
        [FaultKind::Value]
    );
}

#[test]
fn formulas_are_checked_against_the_fields_of_the_source() {
    let good = source("property", "supervision");
    for (when, kind) in [
        (
            "count(机动车登记[颜色 = \"红\"]) > 0",
            FaultKind::UnknownName,
        ),
        ("count(机动车) > 0", FaultKind::UnknownName),
        ("sum(机动车登记.价格)", FaultKind::Type),
    ] {
        let found = load(&good, &check("supervision", when)).unwrap_err();
        assert!(found.iter().any(|f| f.kind == kind), "{when}: {found:?}");
        assert!(
            found
                .iter()
                .all(|f| f.file == "cn/checks/a.yaml" && f.line > 0)
        );
    }
}

#[test]
fn what_was_not_compared_is_unknown() {
    let pack = load(
        &source("property", "supervision"),
        &check("supervision", "not(车辆豁免) and count(机动车登记) > 0"),
    )
    .unwrap();
    let place = DivisionCode::parse("620521").unwrap();
    let book = pack
        .checks(&place, NaiveDate::from_ymd_opt(2022, 1, 1).unwrap())
        .unwrap();
    assert_eq!(book.in_force().len(), 1);
    let before = pack
        .checks(&place, NaiveDate::from_ymd_opt(2019, 1, 1).unwrap())
        .unwrap();
    assert!(before.in_force().is_empty());
    let member: Map<String, Json> = Map::new();
    let mut engine = book.engine();
    let mut ask = |household: &Map<String, Json>, rows: Option<usize>| {
        let table = std::sync::Arc::new(formula::Context::new());
        let given = FamilyEvidence {
            household: Some(household),
            members: vec![&member],
            rows: rows
                .map(|count| BTreeMap::from([("vehicle", vec![vec![table; count]])]))
                .unwrap_or_default(),
        };
        let answers = engine.ask(&given, &[0]).unwrap();
        answers.into_iter().map(|a| a.answer).next()
    };
    let none = Map::new();
    assert_eq!(ask(&none, Some(0)), None);
    assert_eq!(ask(&none, Some(2)), Some(Answer::Found));
    assert!(
        matches!(ask(&none, None), Some(Answer::Unknown(missing)) if missing[0].contains("机动车登记"))
    );
    // Where the exemption decides, nobody needs to compare.
    let exempt = json!({"车辆豁免": true}).as_object().unwrap().clone();
    assert_eq!(ask(&exempt, None), None);
}
