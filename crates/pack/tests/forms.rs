//! The forms of the packs: good fillings pass in one canonical form, bad ones point at the field.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use forms::{FieldKind, Form, Problem, Rows, Stage};
use formula::Type;
use kernel::DivisionCode;
use pack::{FaultKind, Pack, Tongue, fault};
use serde_json::{Map, Value as Json, json};
use std::path::Path;

fn packs() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap_or_else(|f| panic!("{}", fault::render(&f, Tongue::En)))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 15).unwrap()
}

fn form<'p>(pack: &'p Pack, key: &str) -> &'p Form {
    let place = DivisionCode::parse("620521").unwrap();
    &pack.form(key, &place, today()).unwrap().form
}

fn signed() -> Json {
    json!({"by": "p1", "at": "2026-07-14T09:00:00+08:00", "file": "stroke-1"})
}

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems
        .iter()
        .map(|p| (p.pointer.as_str(), p.code))
        .collect()
}

fn application() -> Json {
    json!({
        "申请人姓名": "王秀英", "申请人身份证号码": "11010519491231002X", "联系电话": "139 1234 5678",
        "户籍地址": "白驼镇林屲村", "居住地址": "白驼镇林屲村", "户籍所在村": "620521100201", "城乡": "农村",
        "申请事由": "年老多病，没有收入来源",
        "家庭成员": [
            {"姓名": "王秀英", "公民身份号码": "11010519491231002x", "与户主关系": "户主"},
            {"姓名": "李建国", "出生日期": "1947-03-02", "与户主关系": "配偶", "残疾类别": "肢体", "残疾等级": "2"}
        ],
        "申请保障人数": "2", "承诺内容真实": true, "申请人签字": signed(),
    })
}

#[test]
fn a_good_application_has_one_canonical_form() {
    let pack = packs();
    let form = form(&pack, "dibao_application");
    let checked = form
        .check(&application(), Stage::Final, today())
        .unwrap_or_else(|p| panic!("{p:#?}"));
    assert_eq!(checked.values["联系电话"], json!("13912345678"));
    assert_eq!(
        checked.values["家庭成员"][0]["公民身份号码"],
        json!("11010519491231002X")
    );
    let again = form
        .check(&Json::Object(checked.values.clone()), Stage::Final, today())
        .unwrap();
    assert_eq!(again, checked);
    // The order in which keys were typed says nothing.
    let mut turned = Map::new();
    for (key, value) in application().as_object().unwrap().iter().rev() {
        turned.insert(key.clone(), value.clone());
    }
    assert_eq!(
        form.check(&Json::Object(turned), Stage::Final, today())
            .unwrap()
            .digest,
        checked.digest
    );
    let facts = form.facts(&checked.values);
    assert_eq!(facts.household["城乡"], json!("农村"));
    assert_eq!(facts.members[1]["残疾等级"], json!("2"));
    assert_eq!(facts.supporters, Some(vec![]));
    let masked = form.masked(&checked.values);
    assert_eq!(masked["申请人身份证号码"], json!("1101**********002X"));
    assert!(!Json::Object(masked).to_string().contains("19491231"));
}

#[test]
fn problems_point_at_the_field_and_never_repeat_the_value() {
    let pack = packs();
    let form = form(&pack, "dibao_application");
    let mut bad = application();
    bad["联系电话"] = json!("12345");
    bad["城乡"] = json!("乡村");
    bad["家庭成员"][0]["公民身份号码"] = json!("110105194912310021");
    bad["家庭成员"][1]["残疾等级"] = json!("5");
    bad["家庭成员"][1]["病史"] = json!("高血压");
    bad["申请保障人数"] = json!("1.5");
    bad["申请人签字"] = json!({"by": "p1"});
    let problems = form.check(&bad, Stage::Draft, today()).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            ("/联系电话", "wrong_phone"),
            ("/城乡", "wrong_code"),
            ("/家庭成员/0/公民身份号码", "wrong_id_number"),
            ("/家庭成员/1/病史", "unknown_field"),
            ("/家庭成员/1/残疾等级", "too_large"),
            ("/申请保障人数", "not_whole"),
            ("/申请人签字", "wrong_type"),
        ]
    );
    for problem in &problems {
        assert!(!problem.zh.is_empty() && !problem.en.is_empty());
        assert!(!format!("{problem:?}").contains("110105194912310021"));
    }
}

#[test]
fn what_is_needed_hangs_on_other_fields() {
    let pack = packs();
    let form = form(&pack, "dibao_application");
    let mut given = application();
    given["代理人姓名"] = json!("张强");
    given["家庭成员"][1]
        .as_object_mut()
        .unwrap()
        .remove("残疾等级");
    given["家庭成员"][1]
        .as_object_mut()
        .unwrap()
        .remove("出生日期");
    let problems = form.check(&given, Stage::Final, today()).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            ("/家庭成员/1/公民身份号码", "missing"),
            ("/家庭成员/1/出生日期", "missing"),
            ("/家庭成员/1/残疾等级", "missing"),
            ("/代理人身份证号码", "missing"),
            ("/代理人与申请人关系", "missing"),
            ("/代理人签字", "missing"),
        ]
    );
    assert!(form.check(&given, Stage::Draft, today()).is_ok());
    assert!(form.check(&json!({}), Stage::Draft, today()).is_ok());
}

#[test]
fn rules_over_several_fields_hold() {
    let pack = packs();
    let at = |key: &str, value: &Json| -> Vec<String> {
        let checked = form(&pack, key).check(value, Stage::Final, today());
        checked
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|p| format!("{}:{}", p.pointer, p.code))
            .collect()
    };
    let mut twice = application();
    twice["家庭成员"][1]["公民身份号码"] = json!("11010519491231002X");
    assert_eq!(at("dibao_application", &twice), ["/家庭成员:rule"]);
    let mut heads = application();
    heads["家庭成员"][1]["与户主关系"] = json!("户主");
    heads["申请保障人数"] = json!("3");
    assert_eq!(
        at("dibao_application", &heads),
        ["/申请保障人数:rule", "/家庭成员:rule"]
    );
    let person = |role: &str| json!({"姓名": "甲", "身份": role, "签字": signed()});
    let mut appraisal = json!({
        "评议日期": "2020-05-06", "地点": "村委会", "主持人": "乙", "宣讲政策": true, "介绍情况": true,
        "参加人员": [person("乡镇工作人员"), person("居民代表"), person("居民代表")],
        "同意票": "2", "不同意票": "1", "弃权票": "0", "评议结论": "真实",
    });
    assert_eq!(at("appraisal_record", &appraisal), Vec::<String>::new());
    appraisal["参加人员"][1]["身份"] = json!("村民委员会成员");
    appraisal["弃权票"] = json!("1");
    assert_eq!(
        at("appraisal_record", &appraisal),
        ["/同意票:rule", "/参加人员:rule"]
    );
    let mut evaluation = json!({
        "姓名": "丙", "身份证号码": "11010519491231002X", "自主吃饭": true, "自主穿衣": true, "自主上下床": true,
        "自主如厕": false, "室内自主行走": false, "自主洗澡": false, "达标项数": "3", "评估结论": "部分丧失生活自理能力",
        "评估日期": "2026-07-01", "评估人员": "丁", "评估人员签字": signed(),
    });
    assert_eq!(at("ability_evaluation", &evaluation), Vec::<String>::new());
    evaluation["自主上下床"] = json!(false);
    assert_eq!(at("ability_evaluation", &evaluation), ["/达标项数:rule"]);
    evaluation["达标项数"] = json!("2");
    assert_eq!(at("ability_evaluation", &evaluation), ["/评估结论:rule"]);
    evaluation["评估日期"] = json!("2026-07-16");
    assert_eq!(at("ability_evaluation", &evaluation), ["/评估日期:future"]);
}

#[test]
fn a_change_shows_old_and_new_and_hides_what_is_sensitive() {
    let pack = packs();
    let form = form(&pack, "dibao_application");
    let before = form
        .check(&application(), Stage::Final, today())
        .unwrap()
        .values;
    let mut after = application();
    after["申请事由"] = json!("火灾");
    after["联系电话"] = json!("13912345679");
    after["家庭成员"]
        .as_array_mut()
        .unwrap()
        .push(json!({"姓名": "孙", "出生日期": "2026-06-01", "与户主关系": "孙子"}));
    let after = form.check(&after, Stage::Final, today()).unwrap().values;
    let changes = form.diff(&before, &after);
    let shown: Vec<(&str, Option<Json>)> = changes
        .iter()
        .map(|c| (c.pointer.as_str(), c.after.clone()))
        .collect();
    assert_eq!(shown[0], ("/联系电话", Some(json!("139******79"))));
    assert_eq!(shown[1].0, "/申请事由");
    assert_eq!(
        (shown[2].0, changes[2].kind),
        ("/家庭成员/2", forms::ChangeKind::Added)
    );
    assert!(form.diff(&before, &before).is_empty());
}

/// A value that fits a field; required or not.
fn fitting(kind: &FieldKind) -> Json {
    match kind {
        FieldKind::Text(_) => json!("文字"),
        FieldKind::Codes(values) => json!([values[0]]),
        FieldKind::IdNumber => json!("11010519491231002X"),
        FieldKind::Phone => json!("13912345678"),
        FieldKind::Account => json!("6217001234567890123"),
        FieldKind::Division => json!("620521100201"),
        FieldKind::File => json!("file-1"),
        FieldKind::Signature(_) => {
            json!({"by": "p1", "at": "2026-07-14T09:00:00+08:00", "file": "s", "for": "p2"})
        }
        FieldKind::Rows(Rows { min, fields, .. }) => {
            let row: Map<String, Json> = fields
                .iter()
                .map(|f| (f.name.clone(), fitting(&f.kind)))
                .collect();
            json!(vec![Json::Object(row); (*min).max(1)])
        }
        FieldKind::Value { ty, .. } => match ty {
            Type::Number(_) => json!("1"),
            Type::Boolean => json!(true),
            Type::Date => json!("2026-07-01"),
            Type::Code(codes) => json!(codes.values[0]),
            Type::List(_) => json!([]),
            _ => json!("文字"),
        },
    }
}

#[test]
fn every_form_takes_what_fits_and_refuses_what_does_not() {
    let pack = packs();
    assert!(pack.forms().len() >= 18);
    for text in pack.forms() {
        let form = &text.form;
        let full: Map<String, Json> = form
            .fields
            .iter()
            .map(|f| (f.name.clone(), fitting(&f.kind)))
            .collect();
        let checked = form
            .check(&Json::Object(full.clone()), Stage::Draft, today())
            .unwrap_or_else(|p| panic!("{}: {p:#?}", form.key));
        let again = form
            .check(&Json::Object(checked.values.clone()), Stage::Draft, today())
            .unwrap();
        assert_eq!(again.digest, checked.digest, "{}", form.key);
        for field in &form.fields {
            let mut odd = full.clone();
            odd.insert(field.name.clone(), json!({"odd": {}}));
            let problems = form
                .check(&Json::Object(odd), Stage::Draft, today())
                .unwrap_err();
            assert!(
                problems
                    .iter()
                    .any(|p| p.pointer == format!("/{}", field.name)),
                "{} {}",
                form.key,
                field.name
            );
        }
        let empty = form.check(&json!({}), Stage::Final, today()).unwrap_err();
        assert!(empty.iter().all(|p| matches!(p.code, "missing" | "rule")));
    }
}

#[test]
fn faults_of_forms_are_found_at_their_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let texts = pack::Texts::from_dir(&root).unwrap();
    let after = |path: &str, from: &str, to: &str| -> Vec<(FaultKind, String, u32)> {
        let files = texts.iter().map(|(name, text)| {
            let text = if name == path {
                assert!(text.contains(from));
                text.replacen(from, to, 1)
            } else {
                text.to_owned()
            };
            (name.to_owned(), text)
        });
        let faults = Pack::from_map(files.map(|(n, t)| (n, t.into_bytes())))
            .err()
            .unwrap_or_default();
        faults
            .into_iter()
            .map(|f| (f.kind, f.file, f.line))
            .collect()
    };
    const GRACE: &str = "cn/forms/grace_period.yaml";
    assert_eq!(
        after(GRACE, "fact: 渐退月数", "fact: 渐退月份"),
        [(FaultKind::UnknownName, GRACE.to_owned(), 11)]
    );
    assert_eq!(
        after(GRACE, "name: 就业人员", "name: 户主姓名"),
        [(FaultKind::NameTwice, GRACE.to_owned(), 9)]
    );
    assert_eq!(
        after(GRACE, "required: true}", "required: {when: 户主 = null}}"),
        [(FaultKind::Formula, GRACE.to_owned(), 8)]
    );
    let dibao = "cn/procedures/dibao_grace.yaml";
    let found = after(dibao, "forms: [grace_period]", "forms: [grace_form]");
    assert_eq!(
        (found[0].0, &found[0].1[..]),
        (FaultKind::UnknownName, dibao)
    );
    let found = after(GRACE, "from: 2021-07-01", "from: 2023-01-01");
    assert_eq!((found[0].0, &found[0].1[..]), (FaultKind::Gap, dibao));
    // What a procedure says in its form is one of the codes of a field that there is.
    let relief = "cn/procedures/temporary_relief_expenditure.yaml";
    for (from, to) in [
        ("{救助类型: 支出型}", "{救助类型: 支出}"),
        ("{救助类型: 支出型}", "{救助种类: 支出型}"),
        ("{救助类型: 支出型}", "{困难情况: 支出型}"),
    ] {
        let found = after(relief, from, to);
        assert_eq!(found.len(), 1, "{to}: {found:?}");
        assert_eq!(
            (found[0].0, &found[0].1[..]),
            (FaultKind::UnknownName, relief)
        );
    }
    // So is what a field takes from the programme that the family holds, and that is one.
    let relief = "cn/forms/relief_application.yaml";
    for (from, to) in [
        ("tekun: 特困", "tekun: 五保"),
        ("tekun: 特困", "wubao: 特困"),
    ] {
        let found = after(relief, from, to);
        assert_eq!(
            found,
            [(FaultKind::UnknownName, relief.to_owned(), 14)],
            "{to}"
        );
    }
    let sections = "cn/programmes/sections.yaml";
    for (from, to, kind) in [
        (
            "catalogue: [dibao",
            "catalogue: [wubao",
            FaultKind::UnknownName,
        ),
        (
            "catalogue: [dibao",
            "catalogue: [tekun",
            FaultKind::NameTwice,
        ),
    ] {
        assert_eq!(after(sections, from, to), [(kind, sections.to_owned(), 6)]);
    }
}
