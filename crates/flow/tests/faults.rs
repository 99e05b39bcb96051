//! Texts with faults are refused, at the part at fault.

#![allow(clippy::unwrap_used)]

mod support;

use flow::check::{Fault, FaultKind as Kind};
use flow::{Mark, Parts, Procedure};
use support::*;

fn faults(change: impl FnOnce(&mut Parts)) -> Vec<Fault> {
    let mut parts = parts();
    change(&mut parts);
    Procedure::load(parts, &[]).err().unwrap_or_default()
}

fn kinds(faults: &[Fault]) -> Vec<Kind> {
    faults.iter().map(|f| f.kind).collect()
}

#[test]
fn a_sound_text_has_none() {
    assert_eq!(faults(|_| {}), vec![]);
}

#[test]
fn a_step_that_nothing_opens_is_unreachable() {
    let found = faults(|p| {
        let mut step = step("island", &["clerk"], vec![outcome("end", &[])]);
        step.mark = Mark(77);
        p.steps.push(step);
    });
    assert_eq!(
        (found[0].kind, found[0].mark),
        (Kind::Unreachable, Mark(77))
    );
}

#[test]
fn a_road_that_never_closes_is_a_dead_end() {
    // A join that waits for a step which was passed over by another road.
    let found = faults(|p| {
        let mut side = step("side", &["clerk"], vec![outcome("done", &["decide"])]);
        side.when = Some(condition("人数 > 1"));
        p.steps[0].outcomes[0].opens.push("side".into());
        p.steps.push(side);
        p.steps[2].after = vec!["side".into(), "publicity".into()];
        p.steps[1].outcomes[0].opens = vec!["decide".into()];
    });
    assert_eq!(kinds(&found), vec![]);
    let found = faults(|p| {
        let side = step("side", &["clerk"], vec![outcome("done", &["decide"])]);
        p.steps.push(side);
        p.steps[0].outcomes.push(outcome("slow", &["side"]));
        p.steps[2].after = vec!["side".into(), "publicity".into()];
    });
    assert!(kinds(&found).contains(&Kind::DeadEnd), "{found:?}");
    let end = found.iter().find(|f| f.kind == Kind::DeadEnd).unwrap();
    assert!(end.zh.contains("死路") && end.en.contains("dead end"));
}

#[test]
fn steps_that_open_each_other_are_a_circle() {
    let found = faults(|p| p.steps[2].outcomes.push(outcome("again", &["publicity"])));
    assert!(kinds(&found).contains(&Kind::Cycle));
}

#[test]
fn names_conditions_and_parts_are_checked() {
    let found = faults(|p| p.steps[0].outcomes[0].opens = vec!["publicty".into()]);
    assert_eq!(found[0].kind, Kind::UnknownName);
    let found = faults(|p| p.steps[0].outcomes[0].starts = vec!["totale".into()]);
    assert_eq!(found[0].kind, Kind::UnknownName);
    let found = faults(|p| p.steps[2].outcomes[0].needs = vec![condition("人數 > 1")]);
    assert_eq!(
        (found[0].kind, found[0].mark),
        (Kind::Formula(formula::FaultKind::UnknownName), Mark(9))
    );
    let found = faults(|p| p.steps[2].outcomes[0].needs = vec![condition("人数 + 1")]);
    assert_eq!(found[0].kind, Kind::Formula(formula::FaultKind::WrongType));
    let found = faults(|p| p.never_public = true);
    assert_eq!(found[0].kind, Kind::Odd);
    let found = faults(|p| p.steps[1].who.clear());
    assert_eq!(found[0].kind, Kind::Missing);
    let found = faults(|p| p.steps[1].outcomes[0].stays = true);
    assert_eq!(found[0].kind, Kind::Odd);
    let found = faults(|p| {
        p.steps
            .push(step("apply", &["clerk"], vec![outcome("end", &[])]))
    });
    assert_eq!(found[0].kind, Kind::NameTwice);
}
