use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use chrono::NaiveDate;
use kernel::DivisionCode;
use pack::Pack;
use pack::model::{Purpose, Severity};
use serde_json::{Map, Value as Json, json};

use super::*;

fn packs() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
        Pack::from_dir(&root).unwrap()
    })
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn book() -> CheckBook {
    let place = DivisionCode::parse("620521").unwrap();
    packs().checks(&place, day(2022, 10, 25)).unwrap()
}

fn manifest(source: &str, cells: &[&str]) -> Manifest {
    Manifest {
        source: source.to_owned(),
        as_of: day(2022, 10, 1),
        input: String::new(),
        content: String::new(),
        cells: cells.iter().map(|c| (*c).to_owned()).collect(),
        encoding: "UTF-8".to_owned(),
        rows: 1,
        kept: 1,
        rejected: Vec::new(),
        dropped: Vec::new(),
    }
}

fn row(member: usize, row: u32, cells: &[&str]) -> SourceRow {
    SourceRow {
        member,
        row,
        cells: cells.iter().map(|c| (*c).to_owned()).collect(),
    }
}

fn facts(json: Json) -> Map<String, Json> {
    json.as_object().unwrap().clone()
}

struct Case {
    household: Map<String, Json>,
    members: Vec<Map<String, Json>>,
}

impl Case {
    fn new() -> Case {
        Case {
            household: facts(json!({"车辆豁免": false})),
            members: vec![
                facts(json!({"姓名": "王大", "公民身份号码": "11010519491231002X"})),
                facts(json!({"姓名": "王二"})),
            ],
        }
    }

    fn with<'c>(&'c self, sources: Vec<Compared<'c>>) -> FamilyCase<'c> {
        let keys = ["m1", "m2"];
        FamilyCase {
            key: "h1",
            household: Some(&self.household),
            members: self
                .members
                .iter()
                .zip(keys)
                .map(|(facts, key)| MemberCase { key, facts })
                .collect(),
            sources,
        }
    }
}

const CAR: [&str; 7] = [
    "姓名",
    "号牌号码",
    "车辆类型",
    "使用性质",
    "品牌型号",
    "初次登记日期",
    "状态",
];

#[test]
fn evidence_becomes_findings_with_clause_text_and_day() {
    let book = book();
    let case = Case::new();
    let (cars, dead) = (
        manifest("vehicle", &CAR),
        manifest("death", &["姓名", "死亡日期"]),
    );
    let family = case.with(vec![
        Compared {
            digest: "d1",
            manifest: &cars,
            rows: vec![
                row(
                    1,
                    8,
                    &["王二", "甘E1", "轿车", "非营运", "旧牌", "2019-01-01", ""],
                ),
                row(
                    0,
                    5,
                    &["李四", "甘E2", "轿车", "非营运", "新牌", "2021-01-01", ""],
                ),
            ],
        },
        Compared {
            digest: "d2",
            manifest: &dead,
            rows: vec![row(1, 3, &["王二", "2022-09-01"])],
        },
    ]);
    let mut finder = Finder::new(&book, Purpose::Supervision);
    assert!(finder.sources().contains(&"vehicle".to_owned()));
    let outcome = finder.family(&family).unwrap();
    let found: Vec<(&str, Option<usize>)> = outcome
        .findings
        .iter()
        .map(|f| (f.check.as_str(), f.member))
        .collect();
    assert_eq!(found, [("dead_in_benefit", Some(1)), ("vehicle", None)]);
    let (dead, car) = (&outcome.findings[0], &outcome.findings[1]);
    assert!(dead.zh.contains("2022-09-01") && dead.severity == Severity::High);
    assert!(
        car.zh.contains("新牌") && car.en.contains("2021-01-01"),
        "{}",
        car.zh
    );
    assert!(car.cite.contains("第十七条"));
    assert_eq!(car.as_of, Some(day(2022, 10, 1)));
    let names: Vec<(u32, bool)> = car
        .evidence
        .iter()
        .map(|e| (e.row, e.name_differs))
        .collect();
    assert_eq!(names, [(5, true), (8, false)]);
    // Sources that were not compared are said, not taken for clean.
    let missing = |check: &str| outcome.unanswered.iter().any(|u| u.check == check);
    assert!(missing("public_payroll") && missing("several_dwellings"));
    assert!(!missing("vehicle"));
}

#[test]
fn thresholds_and_exemptions_decide() {
    let book = book();
    let mut case = Case::new();
    let (cars, homes) = (
        manifest("vehicle", &CAR),
        manifest("real_estate", &["姓名", "用途", "面积"]),
    );
    let homes_of = |count: u32| Compared {
        digest: "d",
        manifest: &homes,
        rows: (0..count)
            .map(|n| row(0, n + 2, &["王大", "住宅", "80"]))
            .collect(),
    };
    let mut finder = Finder::new(&book, Purpose::Supervision);
    let mut keys = |family: &FamilyCase<'_>| -> Vec<String> {
        let outcome = finder.family(family).unwrap();
        outcome.findings.into_iter().map(|f| f.check).collect()
    };
    assert!(keys(&case.with(vec![homes_of(1)])).is_empty());
    assert_eq!(keys(&case.with(vec![homes_of(2)])), ["several_dwellings"]);
    case.household = facts(json!({"车辆豁免": true}));
    let car = Compared {
        digest: "d",
        manifest: &cars,
        rows: vec![row(0, 2, &["王大", "甘E1"])],
    };
    assert!(keys(&case.with(vec![car])).is_empty());
}

#[test]
fn a_source_is_not_used_for_another_purpose() {
    let book = book();
    let case = Case::new();
    let cars = manifest("vehicle", &CAR);
    let family = case.with(vec![Compared {
        digest: "d",
        manifest: &cars,
        rows: Vec::new(),
    }]);
    let mut finder = Finder::new(&book, Purpose::Discovery);
    assert!(!finder.sources().contains(&"vehicle".to_owned()));
    let fault = finder.family(&family).unwrap_err();
    assert!(matches!(
        fault,
        FamilyFault::Purpose(MatchError::Purpose { .. })
    ));
    for source in packs().sources() {
        let private = !matches!(source.nature, pack::model::Nature::Need);
        assert!(
            !(private && source.ground(Purpose::Discovery).is_some()),
            "{}",
            source.key
        );
    }
}

#[test]
fn known_findings_are_told_from_new_ones() {
    let book = book();
    let case = Case::new();
    let cars = manifest("vehicle", &CAR);
    let mut later = cars.clone();
    later.as_of = day(2023, 1, 1);
    let first = row(
        1,
        8,
        &["王二", "甘E1", "轿车", "非营运", "旧牌", "2019-01-01", ""],
    );
    let moved = SourceRow {
        row: 99,
        ..first.clone()
    };
    let second = row(
        0,
        9,
        &["王大", "甘E9", "货车", "营运", "牌", "2022-12-01", ""],
    );
    let mut finder = Finder::new(&book, Purpose::Supervision);
    let mut run = |manifest: &Manifest, rows: Vec<SourceRow>| {
        let family = case.with(vec![Compared {
            digest: "d",
            manifest,
            rows,
        }]);
        finder.family(&family).unwrap().findings
    };
    let before: BTreeSet<String> = run(&cars, vec![first.clone()])
        .into_iter()
        .map(|f| f.fingerprint)
        .collect();
    // The same row in a later delivery, at another place: known.
    let same = run(&later, vec![moved.clone()]);
    assert_eq!(changes(&before, &same).known, [0]);
    // Another vehicle: new.
    let more = run(&later, vec![moved, second]);
    let seen = changes(&before, &more);
    assert_eq!(
        (seen.new.len(), seen.known.len(), seen.gone.len()),
        (1, 0, 1)
    );
    assert_eq!(changes(&before, &[]).gone.len(), 1);
}

#[test]
fn every_check_of_the_packs_speaks_of_fields_that_exist() {
    let book = book();
    assert!(book.in_force().len() >= 20);
    for check in book.in_force() {
        for text in [&check.check.says.zh, &check.check.says.en] {
            for part in text.split('{').skip(1) {
                let name = part.split('}').next().unwrap();
                let (source, field) = name.split_once('.').unwrap();
                let known = check.check.sources.iter().any(|key| {
                    let kind = book.source(key).unwrap();
                    kind.label.zh == source && kind.fields.iter().any(|f| f.name == field)
                });
                assert!(known, "{}: {name}", check.check.key);
            }
        }
    }
}
