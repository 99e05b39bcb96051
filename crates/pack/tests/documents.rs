//! Policy documents, what rests on them, and what differs between two days.

#![allow(clippy::unwrap_used)]

use pack::diff::{Kind, diff};
use pack::{FaultKind, Pack, Rules, cli};
use std::collections::BTreeMap;
use std::path::Path;

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap()
}

fn rules(pack: &Pack, place: &str, on: &str) -> Rules {
    let place = place.parse().unwrap();
    pack.rules(&place, on.parse().unwrap()).unwrap()
}

/// A small tree that keeps documents.
fn kept() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        (
            "cn/pack.yaml",
            "zh: 全国\nen: China\ndivision: nation\n".to_owned(),
        ),
        (
            "cn/documents/policy.yaml",
            "documents:\n  - {title: 甲法, en: Law A, issuer: 甲, from: 2020-01-01, \
             to: 2021-12-31, superseded_by: 乙发〔2022〕1号, last_article: 12, source: 甲}\n  \
             - {title: 乙办法, en: Measures B, number: 乙发〔2022〕1号, issuer: 乙, source: 乙}\n  \
             - {title: 丙通知, en: Notice C, issuer: 丙, verified: false}\n"
                .to_owned(),
        ),
        (
            "cn/documents/sets.yaml",
            "rule_sets:\n  - {key: R1, zh: 一, en: One, from: 2020-01-01, to: 2021-12-31, \
             documents: [甲法], note: 起}\n  \
             - {key: R2, zh: 二, en: Two, from: 2022-01-01, documents: [乙办法], note: 变}\n"
                .to_owned(),
        ),
        (
            "cn/parameters/a.yaml",
            "parameters:\n  - {name: 标准, en: S, unit: 元/年, reference: true, values: \
             [{from: 2020-01-01, value: 12, cite: 《甲法》第十二条第一款}]}\n"
                .to_owned(),
        ),
    ])
}

fn load(path: &'static str, from: &str, to: &str) -> Result<Pack, Vec<(FaultKind, String)>> {
    let mut texts = kept();
    let text = texts.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no “{from}”");
    *text = text.replacen(from, to, 1);
    let texts = texts.iter().map(|(path, text)| (*path, text.as_bytes()));
    Pack::from_map(texts).map_err(|faults| {
        let said = |f: pack::Fault| (f.kind, format!("{}:{} {}", f.file, f.line, f.zh));
        faults.into_iter().map(said).collect()
    })
}

#[test]
fn a_citation_leads_to_its_document_and_back() {
    let pack = load("cn/parameters/a.yaml", "12,", "12,").unwrap();
    let found = pack.references("《甲法》第十二条第一款");
    assert_eq!(found[0].articles, ["第十二条第一款"]);
    let law = pack.document("甲法").unwrap();
    let resting = pack.resting_on(law);
    assert_eq!(resting.len(), 1);
    assert_eq!(resting[0].name, "标准");
    assert!(pack.resting_on(pack.document("乙办法").unwrap()).is_empty());
    let set = |on: &str| pack.rule_set(on.parse().unwrap()).map(|s| s.key.as_str());
    assert_eq!(set("2019-12-31"), None);
    assert_eq!(set("2021-12-31"), Some("R1"));
    assert_eq!(set("2022-01-01"), Some("R2"));
}

#[test]
fn a_citation_that_leads_nowhere_is_a_fault() {
    const A: &str = "cn/parameters/a.yaml";
    const DOCS: &str = "cn/documents/policy.yaml";
    const SETS: &str = "cn/documents/sets.yaml";
    let cases: &[(&'static str, &str, &str, FaultKind, &str)] = &[
        (
            A,
            "《甲法》第十二条第一款",
            "丁法第一条",
            FaultKind::Citation,
            "a.yaml:2 “标准”的依据没有指明",
        ),
        (
            A,
            "第十二条",
            "第十三条",
            FaultKind::Citation,
            "a.yaml:2 文件只有 12 条",
        ),
        (
            A,
            "《甲法》第十二条第一款",
            "丙通知",
            FaultKind::Citation,
            "没有读到原文",
        ),
        (
            DOCS,
            "superseded_by: 乙发〔2022〕1号",
            "superseded_by: 乙发〔2022〕2号",
            FaultKind::UnknownName,
            "policy.yaml:2 ",
        ),
        (
            DOCS,
            "title: 丙通知",
            "title: 乙办法",
            FaultKind::NameTwice,
            "policy.yaml:4 ",
        ),
        (
            DOCS,
            ", source: 乙",
            "",
            FaultKind::Citation,
            "policy.yaml:3 读过的文件要写明来源",
        ),
        (
            DOCS,
            "last_article: 12",
            "last_article: 十二",
            FaultKind::Value,
            "policy.yaml:2 ",
        ),
        (
            DOCS,
            "from: 2020-01-01",
            "from: 2022-01-01",
            FaultKind::Dates,
            "policy.yaml:2 ",
        ),
        (
            SETS,
            "2021-12-31",
            "2021-12-30",
            FaultKind::Gap,
            "sets.yaml:3 2021-12-31 起",
        ),
        (
            SETS,
            "2021-12-31",
            "2022-01-01",
            FaultKind::Overlap,
            "sets.yaml:3 ",
        ),
        (
            SETS,
            "[甲法]",
            "[丁法]",
            FaultKind::UnknownName,
            "sets.yaml:2 ",
        ),
    ];
    for (path, from, to, kind, words) in cases {
        let faults = load(path, from, to).unwrap_err();
        assert!(
            faults
                .iter()
                .any(|(k, said)| k == kind && said.contains(words)),
            "{from} → {to}: {faults:?}"
        );
    }
    // What nobody claims to have read need not name a document.
    load(A, "《甲法》第十二条第一款", "未查到, verified: false").unwrap();
}

#[test]
fn the_rule_sets_of_the_repository_follow_each_other() {
    let pack = packs();
    for (on, key) in [
        ("2012-12-11", None),
        ("2021-06-30", Some("RS2012")),
        ("2021-07-01", Some("RS2021")),
        ("2022-10-19", Some("RS2021")),
        ("2022-10-20", Some("RS2022")),
        ("2026-06-30", Some("RS2022")),
        ("2026-07-01", Some("RS2026")),
    ] {
        let found = pack.rule_set(on.parse().unwrap()).map(|s| s.key.as_str());
        assert_eq!(found, key, "{on}");
    }
}

#[test]
fn a_raise_shows_old_and_new_with_their_citations() {
    let pack = packs();
    let changes = diff(
        &rules(&pack, "620521", "2021-12-31"),
        &rules(&pack, "620521", "2022-01-01"),
    );
    let of = |name: &str| changes.iter().find(|c| c.name == name).unwrap();
    let standard = of("农村低保标准");
    assert_eq!(standard.kind, Kind::Parameter);
    let (before, after) = (
        standard.before.as_ref().unwrap(),
        standard.after.as_ref().unwrap(),
    );
    assert_eq!(
        (before.shown.as_str(), after.shown.as_str()),
        ("4788", "5268")
    );
    assert_eq!(
        (before.unit.as_str(), after.place.as_str()),
        ("元/年", "甘肃省")
    );
    assert!(after.cite.contains("清民发〔2022〕251号"));
    for name in [
        "特困人员基本生活标准",
        "特困人员照料护理标准",
        "农村低保分类补助标准",
    ] {
        of(name);
    }
    assert_eq!(
        changes.len(),
        4,
        "nothing else changed that day: {changes:#?}"
    );
    let day = rules(&pack, "620521", "2022-06-01");
    assert!(diff(&day, &rules(&pack, "620521", "2022-06-02")).is_empty());
}

#[test]
fn documents_and_rule_sets_turn_too() {
    let pack = packs();
    let changes = diff(
        &rules(&pack, "620521", "2021-06-30"),
        &rules(&pack, "620521", "2021-07-01"),
    );
    let of = |kind, name: &str| {
        let found = changes.iter().find(|c| c.kind == kind && c.name == name);
        let change = found.unwrap_or_else(|| panic!("{name}: {changes:#?}"));
        (change.before.is_some(), change.after.is_some())
    };
    assert_eq!(of(Kind::RuleSet, "规则集"), (true, true));
    assert_eq!(of(Kind::Document, "民发〔2012〕220号"), (true, false));
    assert_eq!(of(Kind::Document, "民发〔2021〕57号"), (false, true));
}

#[test]
fn the_command_compares_days_places_and_folders() {
    let pack = packs();
    let end = |place, on| cli::End {
        pack: &pack,
        place,
        on,
    };
    let said = cli::diff(&end("620521", "2021-12-31"), &end("620521", "2022-01-01"));
    assert_eq!(said.code, 0, "{}", said.err);
    for text in [
        "4788 元/年",
        "5268 元/年",
        "旧 old",
        "新 new",
        "共 4 处不同",
    ] {
        assert!(said.out.contains(text), "{text}\n{}", said.out);
    }
    let said = cli::diff(&end("420222", "2017-06-01"), &end("420281", "2017-06-01"));
    assert!(
        said.out.contains("4200") && said.out.contains("5580"),
        "{}",
        said.out
    );
    assert_eq!(
        cli::diff(&end("62", "2021-12-31"), &end("620521", "2022-01-01")).code,
        2
    );
    assert_eq!(
        cli::diff(&end("620521", "2021-12-31"), &end("620521", "2022")).code,
        2
    );
}

#[test]
fn the_command_shows_a_document_and_what_rests_on_it() {
    let said = cli::show(&packs(), "620521", "2022-10-01", Some("民发〔2012〕220号"));
    assert_eq!(said.code, 0);
    for text in [
        "不在有效期内",
        "superseded by 民发〔2021〕57号",
        "第三十三条",
        "resting on it",
    ] {
        assert!(said.out.contains(text), "{text}\n{}", said.out);
    }
    let said = cli::show(
        &packs(),
        "620521",
        "2022-10-01",
        Some("清民发〔2022〕251号"),
    );
    assert!(
        said.out.contains("参数 农村低保标准 · 甘肃省"),
        "{}",
        said.out
    );
}

#[test]
fn a_lower_level_restates_a_guide_as_a_whole_from_its_own_day() {
    let pack = packs();
    let medical = |place: &str, on: &str| {
        let all = rules(&pack, place, on).catalogue();
        all.into_iter().find(|m| m.key == "medical").unwrap()
    };
    assert!(medical("420222", "2017-06-01").concept.contains("6万元"));
    for (place, on) in [("420222", "2015-12-31"), ("620521", "2022-10-01")] {
        let matter = medical(place, on);
        assert!(!matter.concept.contains("6万元"), "{place} {on}");
        assert_eq!(matter.refer_to.as_deref(), Some("医疗保障部门"));
    }
}

#[test]
fn matters_stand_in_the_order_of_the_catalogue() {
    let pack = packs();
    let all = rules(&pack, "620521", "2022-10-01").catalogue();
    let keys: Vec<&str> = all.iter().map(|m| m.key.as_str()).collect();
    assert_eq!(keys[..2], ["dibao", "tekun"], "{keys:?}");
    // The nine of 黄石《救助事项指导目录》, in its order.
    let nine = [
        "dibao",
        "tekun",
        "disaster",
        "medical",
        "education",
        "housing",
        "employment",
        "temporary_relief",
        "social_support",
    ];
    let found: Vec<&str> = keys.iter().copied().filter(|k| nine.contains(k)).collect();
    assert_eq!(found, nine);
    // What the order does not name is not lost.
    assert_eq!(keys.last(), Some(&"price_subsidy"));
}
