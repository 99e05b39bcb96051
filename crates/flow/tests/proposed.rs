//! What the text proposes for facts that outcomes ask for.

#![allow(clippy::unwrap_used)]

mod support;

use flow::{CaseFact, Facts, Mark};
use serde_json::json;
use support::*;

fn fact(name: &str, ty: formula::Type, propose: &str) -> CaseFact {
    CaseFact {
        name: name.into(),
        en: name.into(),
        ty,
        absent: None,
        propose: Some(propose.into()),
        mark: Mark(7),
    }
}

const NEXT: &str = "date(今日.year, 今日.month, 1) + duration(\"P1M\")";

#[test]
fn a_fact_that_is_asked_for_is_proposed_by_its_formula() {
    let mut text = parts();
    text.facts.push(fact("起始日", formula::Type::Date, NEXT));
    let count = formula::Type::Number(formula::Unit::COUNT);
    text.facts.push(fact("确认人数", count, "人数"));
    text.steps[2].outcomes[0].asks = vec!["起始日".into(), "确认人数".into()];
    let procedure = load(text);
    let desk = desk(&procedure);
    let case = begin(&desk, "2026-12-05");
    let proposed = |name: &str, facts: &Facts| desk.proposed(&case, name, facts, on("2026-12-31"));
    let nothing = Facts::new();
    assert_eq!(proposed("起始日", &nothing), Some(json!("2027-01-01")));
    // What it hangs on is not known: nothing is proposed, and nothing is guessed.
    assert_eq!(proposed("确认人数", &nothing), None);
    let known = Facts::from_iter([("人数".to_owned(), json!(3))]);
    assert_eq!(proposed("确认人数", &known), Some(json!("3")));
    assert_eq!(proposed("人数", &known), None, "nothing is proposed for it");
}

#[test]
fn a_proposal_that_is_no_formula_of_its_type_is_a_fault() {
    let mut text = parts();
    text.facts
        .push(fact("起始日", formula::Type::Date, "人数 + 1"));
    text.steps[2].outcomes[0].asks = vec!["起始日".into()];
    let faults = flow::Procedure::load(text, &[]).unwrap_err();
    assert!(faults.iter().any(|f| f.mark == Mark(7)), "{faults:?}");
}

#[test]
fn a_case_that_follows_needs_no_permit_of_its_first_step() {
    let procedure = load(parts());
    let desk = desk(&procedure);
    let county = officer("county");
    let opening = opening();
    let own = desk.open(opening.clone(), &county, &Facts::new(), on("2026-07-01"));
    assert!(own.is_err(), "the county does not take applications");
    let case = desk.begin(opening, &county, on("2026-07-01")).unwrap();
    assert_eq!(case.events.len(), 1, "{:?}", case.events);
}
