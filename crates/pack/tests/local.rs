//! What a place sets for itself: shorter limits and delegations, nothing else.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::{Fault, FaultKind, Pack, Texts};
use std::path::Path;

const LOCAL: &str = "cn/gansu/qingshui/procedures/local.yaml";

fn with(path: &str, local: &str) -> Result<Pack, Vec<Fault>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let texts = Texts::from_dir(&root).unwrap();
    let files = texts
        .iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .chain([(path.to_owned(), format!("local: 试\n{local}"))]);
    Pack::from_map(files.map(|(name, text)| (name, text.into_bytes())))
}

fn kinds(local: &str) -> Vec<(FaultKind, u32)> {
    let faults = with(LOCAL, local).err().unwrap_or_default();
    faults.into_iter().map(|f| (f.kind, f.line)).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_place_shortens_limits_from_a_day_on() {
    let pack = with(
        LOCAL,
        "limits:\n  - {procedure: dibao, limit: county_review, days: 8, from: 2023-01-01, cite: 县文件（虚构）}\n  \
         - {procedure: dibao, limit: total, days: 25, from: 2023-01-01, to: 2023-12-31, cite: 县文件（虚构）}\n",
    )
    .unwrap();
    let limits = |place: &str, on: &str| {
        let place = DivisionCode::parse(place).unwrap();
        let procedure = pack.procedure("dibao", &place, day(on)).unwrap();
        let review = procedure
            .step("county_review")
            .unwrap()
            .limit
            .clone()
            .unwrap();
        (review.days, procedure.total("total").unwrap().days)
    };
    assert_eq!(limits("620521", "2022-12-31"), (10, 30));
    assert_eq!(limits("620521100201", "2023-01-01"), (8, 25));
    assert_eq!(limits("620521", "2024-01-01"), (8, 30));
    assert_eq!(limits("420222", "2023-01-01"), (10, 30));
}

#[test]
fn a_limit_is_not_longer_than_the_laws() {
    let limit = |what: &str, days: u32| {
        kinds(&format!(
            "limits:\n  - {{procedure: dibao, limit: {what}, days: {days}, from: 2023-01-01, cite: 县文件（虚构）}}\n"
        ))
    };
    assert_eq!(limit("county_review", 11), [(FaultKind::Bounds, 3)]);
    assert_eq!(limit("county_reviw", 8), [(FaultKind::UnknownName, 3)]);
    let twice = "limits:\n  - {procedure: dibao, limit: total, days: 25, from: 2023-01-01, cite: 甲}\n  \
                 - {procedure: dibao, limit: total, days: 24, from: 2024-01-01, cite: 乙}\n";
    assert_eq!(kinds(twice), [(FaultKind::Overlap, 4)]);
    assert_eq!(kinds("steps: []\n"), [(FaultKind::UnknownKey, 2)]);
}

#[test]
fn a_delegation_names_document_townships_and_days() {
    let pack = with(
        LOCAL,
        "delegations:\n  - {programme: dibao, townships: [\"620521100\"], from: 2023-01-01, to: 2024-12-31, cite: 委托书（虚构）}\n  \
         - {programme: temporary_relief, from: 2023-01-01, cite: 委托书（虚构）}\n",
    )
    .unwrap();
    let register = pack.delegations(&DivisionCode::parse("620521100201").unwrap());
    let said: Vec<(&str, &str)> = register
        .iter()
        .map(|d| (d.programme.as_str(), d.division.short()))
        .collect();
    assert_eq!(
        said,
        [("dibao", "620521100"), ("temporary_relief", "620521")]
    );
    assert!(
        pack.delegations(&DivisionCode::parse("420222").unwrap())
            .is_empty()
    );
    let outside = "delegations:\n  - {programme: dibao, townships: [\"420222100\"], from: 2023-01-01, cite: 甲}\n";
    assert_eq!(kinds(outside), [(FaultKind::Place, 3)]);
    let nation = with(
        "cn/procedures/local.yaml",
        "delegations:\n  - {programme: dibao, from: 2023-01-01, cite: 甲}\n",
    );
    assert_eq!(nation.unwrap_err()[0].kind, FaultKind::Place);
    let uncited = "delegations:\n  - {programme: dibao, from: 2023-01-01}\n";
    assert_eq!(kinds(uncited), [(FaultKind::Citation, 3)]);
}

#[test]
fn fangxian_lets_its_townships_confirm() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let pack = Pack::from_dir(&root).unwrap();
    let village = DivisionCode::parse("420325100201").unwrap();
    let register = pack.delegations(&village);
    assert_eq!((register.len(), register[0].from), (1, day("2020-01-01")));
    let procedure = pack
        .procedure("dibao", &village, day("2020-05-06"))
        .unwrap();
    let decision = procedure.step("decision").unwrap();
    assert!(decision.who.iter().any(|doer| doer.delegated));
}
