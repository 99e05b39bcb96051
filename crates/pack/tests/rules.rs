//! What the rules compute, explain and refuse.

#![allow(clippy::unwrap_used)]

use kernel::{DivisionCode, Money};
use pack::{CaseFacts, MemberFacts, Pack, Rules};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    Pack::from_dir(root.as_ref()).unwrap()
});

fn rules(place: &str, on: &str) -> Rules {
    let place: DivisionCode = place.parse().unwrap();
    PACK.rules(&place, on.parse().unwrap()).unwrap()
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => panic!("not a map"),
    }
}

struct Given {
    household: Map<String, Value>,
    members: Vec<Map<String, Value>>,
    award: Map<String, Value>,
}

impl Given {
    fn new(household: Value, members: &[Value], award: Value) -> Given {
        Given {
            household: map(household),
            members: members.iter().cloned().map(map).collect(),
            award: map(award),
        }
    }

    fn facts(&self) -> CaseFacts<'_> {
        CaseFacts {
            household: &self.household,
            members: self
                .members
                .iter()
                .map(|facts| MemberFacts {
                    facts,
                    terms: None,
                    covered: true,
                })
                .collect(),
            supporters: None,
            award: &self.award,
        }
    }
}

#[test]
fn an_explanation_names_formula_values_units_and_clauses() {
    let rules = rules("620521", "2022-10-01");
    let given = Given::new(
        json!({"低保类别": "二类"}),
        &[json!({"姓名": "甲"})],
        json!({}),
    );
    let case = rules.facts(&given.facts()).unwrap();
    let source = |_, _, name: &str| (name == "低保类别").then(|| "2022年9月审核确认".to_owned());
    let shown = rules
        .engine()
        .explain("dibao", &case, 0, Some("base"), &source)
        .unwrap();
    let last = shown.steps.last().unwrap();
    assert_eq!(
        (last.name.as_str(), last.label_en.as_str()),
        ("低保金", "Dibao allowance")
    );
    assert_eq!(
        (last.value.as_deref(), last.unit.as_deref()),
        (Some("417"), Some("元/月"))
    );
    assert!(last.formula.contains("农村低保分类补助标准"));
    assert!(last.cite.as_deref().unwrap().contains("民发〔2021〕57号"));
    let parameter = last
        .inputs
        .iter()
        .find(|i| i.name.contains("分类补助标准"))
        .unwrap();
    assert!(
        parameter
            .cite
            .as_deref()
            .unwrap()
            .contains("未查到甘肃省文件")
    );
    for text in ["低保金", "417.00 元/月", "2022年9月审核确认", "依据："] {
        assert!(shown.text_zh.contains(text), "{text}\n{}", shown.text_zh);
    }
    assert!(shown.text_en.contains("Dibao allowance") && shown.text_en.contains("under "));
    let again = rules
        .engine()
        .explain("dibao", &case, 0, Some("base"), &source)
        .unwrap();
    assert_eq!(
        serde_json::to_string(&shown).unwrap(),
        serde_json::to_string(&again).unwrap()
    );
}

#[test]
fn the_share_of_a_member_is_the_last_step() {
    let rules = rules("620521", "2022-06-30");
    let people = vec![json!({}); 3];
    let given = Given::new(json!({}), &people, json!({"一次性救助金额": "1000"}));
    let case = rules.facts(&given.facts()).unwrap();
    let engine = rules.engine();
    for (member, amount) in [(0, "333.34"), (1, "333.33")] {
        let shown = engine
            .explain("temporary_relief", &case, member, None, &|_, _, _| None)
            .unwrap();
        let last = shown.steps.last().unwrap();
        assert_eq!(last.value.as_deref(), Some(amount));
        assert_eq!(last.inputs[0].value.as_deref(), Some("1000.00"));
        assert!(
            shown.text_zh.contains("平均分给3名保障对象"),
            "{}",
            shown.text_zh
        );
    }
}

#[test]
fn facts_that_cannot_be_are_refused_by_path_all_at_once() {
    let rules = rules("620521", "2022-10-01");
    let given = Given::new(
        json!({"低保类别": "五类", "城乡": "农村"}),
        &[
            json!({"残疾等级": "1.5"}),
            json!({"姓名": "甲", "无此事实": 1}),
        ],
        json!({"渐退": "也许"}),
    );
    let faults = rules.facts(&given.facts()).unwrap_err();
    let paths: Vec<&str> = faults.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "户.低保类别",
            "待遇.渐退",
            "成员1.残疾等级",
            "成员2.无此事实"
        ]
    );
    assert!(faults.iter().all(|f| !f.zh.is_empty() && !f.en.is_empty()));
}

#[test]
fn codes_and_other_spellings_are_taken_for_names() {
    let rules = rules("620521", "2022-10-01");
    for given in ["22", "长子"] {
        let given = Given::new(
            json!({}),
            &[json!({"与户主关系": given, "性别": "1"})],
            json!({}),
        );
        rules.facts(&given.facts()).unwrap();
    }
}

#[test]
fn age_and_sex_come_from_the_id_number_as_of_the_day() {
    // 出生日期 2006-10-02: not yet sixteen on 2022-10-01, so the law counts no ability to work.
    let id = kernel::IdNumber::compose("620521", "2006-10-02".parse().unwrap(), 11).unwrap();
    let place: DivisionCode = "420204".parse().unwrap();
    let given = Given::new(
        json!({"城乡": "农村"}),
        &[json!({"公民身份号码": id.as_str()})],
        json!({}),
    );
    for (on, known) in [("2022-10-01", true), ("2022-10-02", false)] {
        let rules = PACK.rules(&place, on.parse().unwrap()).unwrap();
        let case = rules.facts(&given.facts()).unwrap();
        let mut engine = rules.engine();
        let computed = engine.compute("dibao", &case).unwrap();
        assert_eq!(computed.payable(), known, "{on}: {computed:?}");
    }
}

#[test]
fn nothing_is_paid_for_a_month_without_parameters() {
    let rules = rules("620521", "2020-06-01");
    let given = Given::new(
        json!({}),
        &[json!({"照料护理档位": "有自理能力"})],
        json!({}),
    );
    let case = rules.facts(&given.facts()).unwrap();
    let mut engine = rules.engine();
    let computed = engine.compute("tekun", &case).unwrap();
    assert!(!computed.payable() && computed.lines.is_empty());
    assert_eq!(
        computed.missing_parameters,
        ["特困人员基本生活标准", "特困人员照料护理标准"]
    );
    assert!(engine.compute("no_such", &case).is_err());
}

#[test]
fn a_family_of_nobody_and_one_of_five_hundred_are_computed() {
    let rules = rules("420204", "2017-06-01");
    for size in [0usize, 1, 500] {
        let members: Vec<Value> = (0..size).map(|_| json!({"工资性收入": 0})).collect();
        let given = Given::new(json!({"城乡": "农村"}), &members, json!({}));
        let case = rules.facts(&given.facts()).unwrap();
        let mut engine = rules.engine();
        let computed = engine.compute("dibao", &case).unwrap();
        assert_eq!(computed.lines.len(), size);
        let sum = Money::parse_yuan("465")
            .unwrap()
            .checked_mul(size as i64)
            .unwrap();
        assert_eq!(computed.total(), sum);
    }
}

#[test]
fn negative_and_huge_amounts_are_not_paid() {
    let rules = rules("620521", "2022-10-01");
    for amount in ["-1", "0.001", "100000000000000000000"] {
        let given = Given::new(json!({}), &[json!({})], json!({"一次性救助金额": amount}));
        let case = rules.facts(&given.facts()).unwrap();
        let mut engine = rules.engine();
        let computed = engine.compute("temporary_relief", &case).unwrap();
        assert!(
            !computed.payable() && computed.lines.is_empty(),
            "{amount}: {computed:?}"
        );
        assert_eq!(computed.amiss.len(), 1);
    }
}

#[test]
fn a_changed_amount_fails_the_tests_of_the_pack() {
    let texts = PACK.texts().iter().map(|(path, text)| {
        let wrong = text.replace("一类: 439, 二类: 417", "一类: 440, 二类: 417");
        (path.to_owned(), wrong)
    });
    let changed = Pack::from_map(texts).unwrap();
    assert_ne!(changed.digest(), PACK.digest());
    let report = pack::test::run(&changed);
    assert!(report.failed() > 0);
    assert!(report.render().contains("440.00"), "{}", report.render());
}

#[test]
fn the_three_administrators_hold_no_business_permission() {
    let roles = PACK.roles();
    assert_eq!(roles.len(), 12);
    for role in roles
        .iter()
        .filter(|r| r.kind == pack::model::RoleKind::Administrator)
    {
        for permission in [
            "registry.household.list",
            "decide.award.list",
            "disburse.roll.get",
        ] {
            assert!(!role.allows(permission), "{} {permission}", role.key);
        }
    }
    let reader = roles.iter().find(|r| r.key == "inspector").unwrap();
    assert!(reader.allows("registry.household.get"));
    for permission in [
        "registry.import.apply",
        "decide.decision.approve",
        "disburse.roll.approve",
    ] {
        assert!(!reader.allows(permission), "{permission}");
    }
}

#[test]
fn banks_are_found_by_the_names_of_rosters() {
    assert_eq!(PACK.bank_named(" 信用社 ").unwrap().key, "rural_credit");
    assert!(PACK.bank_named("某银行").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_amount_is_spread_to_the_fen(fen in 1i64..10_000_000, members in 1usize..12) {
        let rules = rules("620521", "2022-06-01");
        let amount = Money::from_fen(fen).to_string();
        let people = vec![json!({}); members];
        let given = Given::new(json!({}), &people, json!({"一次性救助金额": amount}));
        let case = rules.facts(&given.facts()).unwrap();
        let mut engine = rules.engine();
        let computed = engine.compute("temporary_relief", &case).unwrap();
        prop_assert_eq!(computed.total(), Money::from_fen(fen));
        let parts: Vec<i64> = computed.lines.iter().map(|l| l.amount.fen()).collect();
        prop_assert!(parts.windows(2).all(|w| w[0] == w[1] || w[0] == w[1] + 1));
    }

    #[test]
    fn reading_only_what_a_programme_asks_for_changes_nothing(
        wages in prop::option::of(0u32..9000),
        business in prop::option::of(0u32..9000),
        born in 1940i32..2017,
        class in prop::option::of(prop::sample::select(vec!["一类", "四类"])),
        category in prop::sample::select(vec!["无", "重残"]),
        eats in any::<bool>(),
    ) {
        for (place, on) in [("420204", "2017-06-01"), ("620521", "2022-10-31")] {
            let rules = rules(place, on);
            let mut person = map(json!({
                "姓名": "甲", "出生日期": format!("{born}-03-04"), "自主吃饭": eats, "民族": "汉族",
                "分类施保类别": category, "健康状况": "健康",
            }));
            if let Some(wages) = wages { person.insert("工资性收入".into(), json!(wages)); }
            if let Some(business) = business { person.insert("经营净收入".into(), json!(business)); }
            let mut household = json!({"城乡": "农村", "防返贫类型": "已脱贫"});
            if let Some(class) = class { household["低保类别"] = json!(class); }
            let given = Given::new(household, &[Value::Object(person)], json!({"一次性救助金额": "3.21"}));
            let whole = rules.facts(&given.facts()).unwrap();
            let mut engine = rules.engine();
            for programme in rules.programmes() {
                let part = rules.facts_for(&programme.key, &given.facts()).unwrap().unwrap();
                let expected = engine.compute(&programme.key, &whole).unwrap();
                prop_assert_eq!(&engine.compute(&programme.key, &part).unwrap(), &expected);
            }
        }
    }

    #[test]
    fn the_same_facts_give_the_same_lines_on_any_engine(wages in 0u32..9000, n in 1usize..5) {
        let rules = rules("420204", "2017-06-01");
        let people: Vec<Value> = (0..n).map(|_| json!({"工资性收入": wages})).collect();
        let given = Given::new(json!({"城乡": "农村"}), &people, json!({}));
        let case = rules.facts(&given.facts()).unwrap();
        let mut engine = rules.engine();
        let first = engine.compute("dibao", &case).unwrap();
        let again = engine.compute("dibao", &case).unwrap();
        prop_assert_eq!(&first, &again);
        let mut fresh = rules.engine();
        prop_assert_eq!(&first, &fresh.compute("dibao", &case).unwrap());
    }
}
