//! Decision tables in the text of a pack: what they give, and what is wrong with them.

#![allow(clippy::unwrap_used)]

use pack::{CaseFacts, Fault, FaultKind, MemberFacts, Pack};
use serde_json::{Map, Value, json};

const HEAD: &str = "programme: aid\nzh: 救助\nen: Aid\nsection: social\nunit: person\nfrom: 2020-01-01\n\
     cite: 文件一\ncomponents:\n  - key: base\n    zh: 救助金\n    en: Aid\n    unit: 元/月\n    \
     entity: person\n    cite: 文件一\n";

fn load(table: &str) -> Result<Pack, Vec<Fault>> {
    Pack::from_map([
        (
            "cn/pack.yaml",
            "zh: 全国\nen: China\ndivision: nation\n".to_owned(),
        ),
        (
            "cn/vocabulary/person.yaml",
            "entity: person\nfacts:\n  - {name: 年龄, en: Age, type: integer, unit: 岁}\n  \
             - {name: 等级, en: Grade, type: integer}\n  - {name: 类别, en: Class, type: code, \
             values: [甲, 乙, 丙]}\n  - {name: 收入, en: Income, type: money, unit: 元/月}\n"
                .to_owned(),
        ),
        (
            "cn/parameters/a.yaml",
            "parameters:\n  - {name: 大额, en: Large, unit: 元/月, values: [{from: 2020-01-01, value: 100, cite: 文件二}]}\n  \
             - {name: 小额, en: Small, unit: 元/月, values: [{from: 2020-01-01, value: 40, cite: 文件二}]}\n"
                .to_owned(),
        ),
        (
            "cn/programmes/sections.yaml",
            "sections: [{key: social, zh: 救助科, en: Social}]\n".to_owned(),
        ),
        ("cn/programmes/aid.yaml", format!("{HEAD}{table}")),
    ])
}

fn table(hit: &str, more: &str, rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|r| format!("        - [{r}]\n")).collect();
    format!(
        "    table:\n      hit: {hit}\n      inputs: [类别, {{formula: 年龄, from: 0, to: 150}}]\n{more}      rows:\n{}",
        rows.concat()
    )
}

/// The amount, or what is missing.
fn amount(pack: &Pack, facts: Value) -> String {
    let place = "620521".parse().unwrap();
    let rules = pack.rules(&place, "2022-10-31".parse().unwrap()).unwrap();
    let Value::Object(facts) = facts else {
        panic!("facts")
    };
    let none = Map::new();
    let case = CaseFacts {
        household: &none,
        members: vec![MemberFacts {
            facts: &facts,
            terms: None,
            covered: true,
        }],
        supporters: None,
        award: &none,
    };
    let case = rules.facts(&case).unwrap();
    let mut engine = rules.engine();
    let computed = engine.compute("aid", &case).unwrap();
    if let Some(amiss) = computed.amiss.first() {
        return amiss.en.clone();
    }
    if !computed.missing.is_empty() {
        return computed.missing.join(" ");
    }
    computed.total().to_string()
}

fn faults(table: &str) -> Vec<(FaultKind, u32, u32, String)> {
    let faults = load(table).unwrap_err();
    let said = |f: &Fault| (f.kind, f.line, f.column, f.en.clone());
    faults.iter().map(said).collect()
}

const ROWS: &[&str] = &[
    "甲, \"-\", = 大额",
    "\"乙、丙\", \"≥ 60\", = 大额",
    "\"乙、丙\", \"< 60\", = 小额",
];

#[test]
fn a_unique_table_gives_the_row_and_knows_what_does_not_matter() {
    let pack = load(&table("U", "", ROWS)).unwrap();
    assert_eq!(amount(&pack, json!({"类别": "甲", "年龄": 1})), "100.00");
    assert_eq!(amount(&pack, json!({"类别": "乙", "年龄": 60})), "100.00");
    assert_eq!(amount(&pack, json!({"类别": "丙", "年龄": 59})), "40.00");
    // Of class 甲 the age does not matter. That there is a class, nobody has said.
    assert_eq!(amount(&pack, json!({"类别": "甲"})), "100.00");
    assert_eq!(amount(&pack, json!({"年龄": 70})), "成员1.类别");
    assert_eq!(amount(&pack, json!({"类别": "乙"})), "成员1.年龄");
    assert_eq!(amount(&pack, json!({"年龄": 30})), "成员1.类别");
}

#[test]
fn each_hit_policy_counts_its_rows() {
    let rows: &[&str] = &[
        "甲, \"-\", = 小额",
        "\"-\", \"[60..150]\", = 大额",
        "\"-\", \"< 80\", = 小额",
    ];
    let old = json!({"类别": "甲", "年龄": 70});
    let of = |hit: &str, more: &str| {
        let mut text = table(hit, more, rows);
        if hit == "C#" {
            text = text.replace("= 大额", "1").replace("= 小额", "1");
        }
        load(&text).map(|pack| amount(&pack, old.clone()))
    };
    assert_eq!(of("F", "").unwrap(), "40.00");
    assert_eq!(
        of("P", "      priority: [= 大额, = 小额]\n").unwrap(),
        "100.00"
    );
    assert_eq!(of("C+", "").unwrap(), "180.00");
    assert_eq!(of("C<", "").unwrap(), "40.00");
    assert_eq!(of("C>", "").unwrap(), "100.00");
    assert!(of("U", "").is_err());
    assert!(of("A", "").is_err());
    // A list and a count are no amounts of money.
    for hit in ["C", "C#"] {
        let faults = of(hit, "").unwrap_err();
        assert!(
            faults
                .iter()
                .all(|f| matches!(f.kind, FaultKind::Type | FaultKind::Unit))
        );
    }
}

#[test]
fn holes_and_overlaps_come_with_a_case_and_its_line() {
    let hole = faults(&table("U", "", &ROWS[..2]));
    assert_eq!(hole.len(), 2, "the parameter is unused as well: {hole:?}");
    let (kind, line, _, words) = &hole[1];
    assert_eq!((*kind, *line), (FaultKind::Gap, 16));
    assert!(
        words.contains("类别 = \"乙\"") && words.contains("年龄 = 0"),
        "{words}"
    );
    let mut rows = ROWS.to_vec();
    rows.push("乙, \"(80..90)\", = 大额");
    let clash = faults(&table("U", "", &rows));
    assert_eq!(clash.len(), 1);
    assert_eq!((clash[0].0, clash[0].1), (FaultKind::Overlap, 22));
    assert!(clash[0].3.contains("rows 2 and 4"), "{}", clash[0].3);
    assert!(load(&table("A", "", &rows)).is_ok(), "both give the same");
    let default = "      default: 0\n";
    assert!(
        load(
            &table("F", default, &ROWS[..2])
                .replace("= 大额]\n        - [\"乙", "= 小额]\n        - [\"乙")
        )
        .is_ok()
    );
}

#[test]
fn faults_of_cells_name_the_cell() {
    let mut rows = ROWS.to_vec();
    rows[1] = "\"乙、丁\", \"≥ 60\", = 大额";
    let code = faults(&table("F", "      default: 0\n", &rows));
    assert_eq!(
        (code[0].0, code[0].1, code[0].2),
        (FaultKind::Type, 21, 12),
        "{code:?}"
    );
    let mut rows = ROWS.to_vec();
    rows[2] = "\"乙、丙\", \"< 60\", 40";
    let unit = faults(&table("F", "", &rows));
    assert!(unit.iter().any(|f| f.0 == FaultKind::Unit), "{unit:?}");
    rows[2] = "\"乙、丙\", \"< \", 0";
    let cell = faults(&table("F", "", &rows));
    assert!(
        cell.iter().any(|f| (f.0, f.1) == (FaultKind::Value, 21)),
        "{cell:?}"
    );
    rows[2] = "\"乙、丙\", 0";
    let short = faults(&table("F", "", &rows));
    assert!(
        short.iter().any(|f| (f.0, f.1) == (FaultKind::Shape, 21)),
        "{short:?}"
    );
    let opaque = table("U", "", ROWS)
        .replace("formula: 年龄, from: 0, to: 150", "formula: 收入")
        .replace("60", "= 小额");
    let opaque = faults(&opaque);
    assert!(
        opaque
            .iter()
            .any(|f| f.0 == FaultKind::Overlap && f.3.contains("收入")),
        "{opaque:?}"
    );
}
