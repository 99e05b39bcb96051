//! Every kind of fault has a pack that shows it, at the right line.

#![allow(clippy::unwrap_used)]

use pack::text::MAX_FILE;
use pack::{Fault, FaultKind, Pack, Tongue};
use std::collections::BTreeMap;

/// A small pack without faults: a nation, a province, a county.
fn whole() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        (
            "cn/pack.yaml",
            "zh: 全国\nen: China\ndivision: nation\n".into(),
        ),
        (
            "cn/gansu/pack.yaml",
            "zh: 甘肃\nen: Gansu\ndivision: \"620000\"\n".into(),
        ),
        (
            "cn/gansu/qingshui/pack.yaml",
            "zh: 清水\nen: Qingshui\ndivision: \"620521\"\nruns_from: 2021-01-01\n".into(),
        ),
        (
            "cn/vocabulary/person.yaml",
            "entity: person\nfacts:\n  - {name: 年龄, en: Age, type: integer, unit: 岁}\n  \
             - {name: 类别, en: Class, type: code, values: [一类, 二类]}\n"
                .into(),
        ),
        (
            "cn/programmes/aid.yaml",
            "programme: aid\nzh: 救助\nen: Aid\nsection: social\nunit: person\nfrom: 2020-01-01\n\
             cite: 文件一\ncomponents:\n  - key: base\n    zh: 救助金\n    en: Aid\n    \
             unit: 元/月\n    entity: person\n    formula: 月额(标准)\n    cite: 文件一\n"
                .into(),
        ),
        (
            "cn/programmes/sections.yaml",
            "sections: [{key: social, zh: 救助科, en: Social}]\n".into(),
        ),
        (
            "cn/parameters/standard.yaml",
            "parameters:\n  - name: 标准\n    en: Standard\n    unit: 元/年\n    values:\n      \
             - {from: 2020-01-01, value: 1200, floor: true, cite: 文件二}\n"
                .into(),
        ),
        (
            "cn/gansu/qingshui/parameters/standard.yaml",
            "parameters:\n  - name: 标准\n    values:\n      \
             - {from: 2021-01-01, value: 2400, cite: 文件三}\n"
                .into(),
        ),
    ])
}

fn load(texts: &BTreeMap<&'static str, String>) -> Result<Pack, Vec<Fault>> {
    Pack::from_map(texts.iter().map(|(path, text)| (*path, text.as_bytes())))
}

/// The faults of the small pack after one replacement in one text.
fn after(path: &'static str, from: &str, to: &str) -> Vec<Fault> {
    let mut texts = whole();
    let text = texts.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} has no “{from}”");
    *text = text.replacen(from, to, 1);
    load(&texts).err().unwrap_or_default()
}

/// The faults of the small pack with another text.
fn with(path: &'static str, text: impl Into<String>) -> Vec<Fault> {
    let mut texts = whole();
    texts.insert(path, text.into());
    load(&texts).err().unwrap_or_default()
}

const AID: &str = "cn/programmes/aid.yaml";
const STANDARD: &str = "cn/parameters/standard.yaml";
const LOCAL: &str = "cn/gansu/qingshui/parameters/standard.yaml";
const FACTS: &str = "cn/vocabulary/person.yaml";

fn parameters(items: &str) -> String {
    format!("parameters:\n{items}")
}

/// The faults of the small pack with a small procedure, after one replacement in it.
fn procedure(from: &str, to: &str) -> Vec<Fault> {
    let role = "roles:\n  - {key: clerk, zh: 经办, en: Clerk, kind: business, level: township, permissions: []}\n";
    let text = "procedure: aid\nprogramme: aid\nkind: application\nzh: 救助\nen: Aid\ncite: 文件一\n\
        lamps: {yellow: 3, red: 0}\nrule_sets:\n  - {key: R1, from: 2020-01-01, cite: 文件一}\nsteps:\n  \
        - {key: apply, first: true, zh: 受理, en: Accept, who: [clerk], cite: 文件一, outcomes: [\n      \
        {key: accept, zh: 受理, en: Accept, opens: [decide]}]}\n  \
        - {key: decide, after: [], zh: 决定, en: Decide, who: [clerk], cite: 文件一, outcomes: [\n      \
        {key: grant, zh: 同意, en: Grant, closes: true}]}\n";
    assert!(text.contains(from), "the procedure has no “{from}”");
    let mut texts = whole();
    texts.insert("cn/roles/clerk.yaml", role.into());
    texts.insert("cn/procedures/aid.yaml", text.replacen(from, to, 1));
    load(&texts).err().unwrap_or_default()
}

/// For each kind: the faults of a pack that shows it, and the line at fault (0: none).
fn shown(kind: FaultKind) -> (Vec<Fault>, u32) {
    use FaultKind as K;
    match kind {
        K::Unreadable => {
            let dir = tempfile::tempdir().unwrap();
            (Pack::from_dir(&dir.path().join("none")).unwrap_err(), 0)
        }
        K::Encoding => (
            Pack::from_map([("cn/a.yaml", b"\xff".as_slice())]).unwrap_err(),
            0,
        ),
        K::TooLarge => (
            with("cn/tests/a.yaml", "#".repeat(MAX_FILE as usize + 1)),
            0,
        ),
        K::TooDeep => (
            with("cn/tests/a.yaml", "[".repeat(200) + &"]".repeat(200)),
            1,
        ),
        K::FileKind => (with("cn/tests/a.xlsx", ""), 0),
        K::Syntax => (with("cn/tests/a.yaml", "tests: []\nb: [1\n"), 2),
        K::Plain => (with("cn/tests/a.yaml", "tests: &a []\n"), 1),
        K::KeyTwice => (after(AID, "zh: 救助\n", "zh: 救助\nzh: 救济\n"), 3),
        K::UnknownKey => (
            after(AID, "section: social", "section: social\nsektion: x"),
            5,
        ),
        K::MissingKey => (after(AID, "en: Aid\n", ""), 1),
        K::Shape => (after(AID, "zh: 救助\n", "zh: [救助]\n"), 2),
        K::Value => (after(AID, "2020-01-01", "2020-13-01"), 6),
        K::Folder => (with("cn/paramters/a.yaml", "parameters: []\n"), 0),
        K::Place => (after("cn/gansu/qingshui/pack.yaml", "620521", "420222"), 3),
        K::Dates => (
            after(
                LOCAL,
                "from: 2021-01-01",
                "from: 2021-01-01, to: 2020-01-01",
            ),
            4,
        ),
        K::NameTwice => (
            with(
                "cn/gansu/parameters/a.yaml",
                parameters("  - {name: 标准, en: S, unit: 元}\n"),
            ),
            2,
        ),
        K::UnknownName => (after(LOCAL, "标准", "标淮"), 2),
        K::Citation => (after(STANDARD, ", cite: 文件二", ""), 6),
        K::Unit => (after(AID, "月额(标准)", "标准"), 14),
        K::Overlap => (
            after(
                LOCAL,
                "value: 2400, cite: 文件三}\n",
                "value: 2400, cite: 文件三}\n      - {from: 2022-01-01, value: 2500, cite: 文件四}\n",
            ),
            5,
        ),
        K::Gap => {
            let mut texts = whole();
            texts.insert(
                STANDARD,
                parameters("  - {name: 标准, en: Standard, unit: 元/年}\n"),
            );
            texts.insert(
                LOCAL,
                parameters(
                    "  - name: 标准\n    values:\n      \
                     - {from: 2021-01-01, to: 2021-12-31, value: 2400, cite: 文件三}\n      \
                     - {from: 2022-02-01, value: 2500, cite: 文件四}\n",
                ),
            );
            (load(&texts).unwrap_err(), 4)
        }
        K::Hides => (
            after(
                STANDARD,
                "value: 1200, floor: true, cite: 文件二}\n",
                "to: 2022-12-31, value: 1200, cite: 文件二}\n      \
                 - {from: 2023-01-01, value: 1300, cite: 文件五}\n",
            ),
            4,
        ),
        K::Floor => (after(LOCAL, "2400", "1199"), 4),
        K::Bounds => (
            after(STANDARD, "    values:", "    min: 1300\n    values:"),
            7,
        ),
        K::Unused => {
            let text = parameters("  - {name: 闲置, en: Idle, unit: 元}\n");
            (with("cn/parameters/idle.yaml", text), 2)
        }
        K::Formula => (after(AID, "月额(标准)", "月额(标准"), 14),
        K::Unsupported => (after(AID, "月额(标准)", "sum(for x in 1..3 return x)"), 14),
        K::Type => (
            after(
                AID,
                "月额(标准)",
                "if 类别 = \"三类\" then 月额(标准) else 0",
            ),
            14,
        ),
        K::Unreachable => (procedure("opens: [decide]", "closes: true"), 13),
        K::DeadEnd => (
            procedure("- {key: decide, after: [],", "- {key: island, zh: 岛, en: Island, who: [clerk], cite: 文件一, outcomes: [{key: go, zh: 去, en: Go, opens: [decide]}]}\n  - {key: decide, after: [island],")
                .into_iter()
                .filter(|f| f.kind == kind)
                .collect(),
            12,
        ),
        K::Cycle => (
            after(
                AID,
                "components:",
                "variables:\n  - {name: 甲, en: A, entity: person, unit: 元/月, formula: 乙, cite: 文件一}\n  \
                 - {name: 乙, en: B, entity: person, unit: 元/月, formula: 甲, cite: 文件一}\ncomponents:",
            ),
            10,
        ),
    }
}

#[test]
fn the_small_pack_has_no_fault() {
    load(&whole()).unwrap_or_else(|f| panic!("{}", pack::fault::render(&f, Tongue::Both)));
}

#[test]
fn every_kind_of_fault_is_found_at_its_line() {
    let mut wrong = Vec::new();
    for kind in FaultKind::ALL {
        let (faults, line) = shown(*kind);
        let hit = faults
            .iter()
            .find(|f| f.kind == *kind && (line == 0 || f.line == line));
        match hit {
            None => wrong.push(format!(
                "{} at line {line}:\n{}",
                kind.code(),
                pack::fault::render(&faults, Tongue::Both)
            )),
            Some(fault) => {
                for text in [
                    &fault.zh,
                    &fault.en,
                    &fault.mend_zh,
                    &fault.mend_en,
                    &fault.file,
                ] {
                    assert!(!text.is_empty(), "{fault:?}");
                }
                if fault.line > 0 {
                    assert!(!fault.text.is_empty(), "{fault:?}");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_documentation_lists_every_kind() {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/packs.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    for kind in FaultKind::ALL {
        assert!(
            docs.contains(&format!("`{}`", kind.code())),
            "{}",
            kind.code()
        );
    }
}

#[test]
fn faults_of_several_files_come_together() {
    let mut texts = whole();
    texts.insert(
        FACTS,
        "entity: person\nfacts:\n  - {name: 年龄, en: Age, type: intger}\n".into(),
    );
    texts.insert("cn/tests/a.yaml", "tests: [".into());
    *texts.get_mut(LOCAL).unwrap() = "parameters:\n  - name: 标淮\n    values: []\n".into();
    let files: Vec<String> = load(&texts)
        .unwrap_err()
        .into_iter()
        .map(|f| f.file)
        .collect();
    for path in [FACTS, "cn/tests/a.yaml", LOCAL] {
        assert!(
            files.iter().any(|f| f == path),
            "{path} is not among {files:?}"
        );
    }
}

#[test]
fn a_hidden_value_may_be_meant_and_a_low_one_needs_no_floor() {
    let mut texts = whole();
    *texts.get_mut(STANDARD).unwrap() = parameters(
        "  - name: 标准\n    en: Standard\n    unit: 元/年\n    values:\n      \
         - {from: 2020-01-01, to: 2022-12-31, value: 1200, cite: 文件二}\n      \
         - {from: 2023-01-01, value: 1300, cite: 文件五}\n",
    );
    *texts.get_mut(LOCAL).unwrap() = parameters(
        "  - name: 标准\n    values:\n      - {from: 2021-01-01, value: 1000, meant: true, cite: 文件三}\n",
    );
    load(&texts).unwrap_or_else(|f| panic!("{}", pack::fault::render(&f, Tongue::Both)));
}

#[test]
fn a_fault_in_a_folded_formula_points_at_the_word() {
    let folded = "    formula: >-\n      if 年龄 > 18\n      then 月额(标淮)\n      else 0";
    let faults = after(AID, "    formula: 月额(标准)", folded);
    let fault = faults
        .iter()
        .find(|f| f.kind == FaultKind::UnknownName)
        .unwrap();
    assert_eq!((fault.line, fault.column), (16, 15), "{fault:?}");
    assert_eq!(fault.text.trim(), "then 月额(标淮)");
}

#[test]
fn a_monthly_value_of_a_yearly_parameter_is_converted_exactly() {
    let (place, on) = ("620521".parse().unwrap(), "2021-06-01".parse().unwrap());
    let value = |to: &str| {
        let mut texts = whole();
        let text = texts[LOCAL].replace("value: 2400", to);
        texts.insert(LOCAL, text);
        let pack = load(&texts)?;
        let rules = pack.rules(&place, on).unwrap();
        let value = rules.parameter("标准").unwrap().value.value.clone();
        Ok::<_, Vec<Fault>>((value.value.as_number().unwrap().to_string(), value.unit))
    };
    assert_eq!(
        value("value: 200.01, unit: 元/月").unwrap(),
        ("2400.12".into(), "元/月".into())
    );
    assert_eq!(
        value("value: 200, unit: 元").unwrap_err()[0].kind,
        FaultKind::Unit
    );
}

#[test]
fn a_table_with_a_missing_entry_is_refused() {
    let text = parameters(
        "  - name: 档\n    en: Tiers\n    unit: 元/月\n    by: [高, 低]\n    reference: true\n    \
         values:\n      - {from: 2021-01-01, value: {高: 3}, cite: 文件}\n",
    );
    let faults = with("cn/parameters/tiers.yaml", text);
    assert_eq!(faults[0].kind, FaultKind::MissingKey);
    assert!(faults[0].zh.contains('低'), "{}", faults[0].zh);
}
