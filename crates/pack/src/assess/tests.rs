//! Lines in, lines out: verdicts, and everything that can be wrong with a line.

use super::*;
use crate::text::Texts;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::io::{BufReader, Cursor};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    Pack::load(Texts::from_dir(root.as_ref()).unwrap()).unwrap()
});

fn work(programmes: &[&str]) -> Assess {
    Assess {
        pack: PACK.clone(),
        place: "620521".parse().unwrap(),
        on: "2022-10-08".parse().unwrap(),
        programmes: programmes.iter().map(|p| (*p).to_owned()).collect(),
        explain: false,
    }
}

fn ask(work: &Assess, line: &Json) -> Json {
    let mut out = Vec::new();
    work.lines(&Shelf::default(), [line.to_string().as_bytes()], |l| {
        out.push(l);
    });
    assert_eq!(out.len(), 1);
    serde_json::from_str(&out[0]).unwrap()
}

fn household(members: &[Json]) -> Json {
    json!({
        "编号": "H1",
        "户": {"城乡": "农村", "低保类别": "一类", "货币财产": "0", "生活用房套数": 1, "机动车辆数": 0},
        "成员": members,
    })
}

fn fault(line: &Json) -> (String, String) {
    let answer = ask(&work(&[]), line);
    assert!(answer.get("结果").is_none(), "{answer}");
    let text = |key: &str| answer["错误"][key].as_str().unwrap_or("").to_owned();
    let message = text("message");
    assert!(message.contains(" / "), "{message}");
    (text("code"), text("位置"))
}

#[test]
fn a_household_gets_its_amount_with_the_clauses() {
    let answer = ask(
        &work(&["dibao"]),
        &household(&[
            json!({"年龄": 45, "工资性收入": "6000.00"}),
            json!({"年龄": 43, "工资性收入": 0}),
            json!({"年龄": 12}),
        ]),
    );
    let dibao = &answer["结果"]["dibao"];
    assert_eq!(dibao["资格"], "符合");
    assert_eq!(dibao["月金额"], "1317.00");
    assert_eq!(dibao["缺少"], json!([]));
    let cites = dibao["依据"].as_array().unwrap();
    assert!(
        cites
            .iter()
            .any(|c| c.as_str().unwrap().contains("民发〔2021〕57号第十二条"))
    );
    assert_eq!(answer["成员结果"].as_array().unwrap().len(), 3);
    assert_eq!(answer["成员结果"][0]["dibao"]["方式"], "单人");
    assert_eq!(answer["成员结果"][0]["dibao"]["资格"], "不适用");
}

#[test]
fn what_else_was_asked_changes_no_verdict() {
    let old = json!({"年龄": 70, "工资性收入": 0, "法定义务人状况": "无", "残疾类别": "肢体",
        "残疾等级": 1, "需长期照护": true, "自主吃饭": true, "自主穿衣": true, "自主上下床": true,
        "自主如厕": true, "室内自主行走": true, "自主洗澡": true});
    let line = household(&[old]);
    let all = ask(&work(&[]), &line);
    let one = ask(&work(&["disability_care"]), &line);
    assert_eq!(all["成员结果"][0]["disability_care"]["资格"], "让位");
    assert_eq!(
        one["成员结果"][0],
        json!({"disability_care": all["成员结果"][0]["disability_care"]})
    );
}

#[test]
fn a_held_programme_goes_before_as_one_found_does() {
    let person = json!({"年龄": 40, "工资性收入": 0, "残疾类别": "肢体", "残疾等级": 1,
        "需长期照护": true, "在享项目": ["tekun"]});
    let answer = ask(&work(&["disability_care"]), &household(&[person]));
    assert_eq!(answer["成员结果"][0]["disability_care"]["资格"], "让位");
}

#[test]
fn the_acceptance_chooses_the_rules_and_the_month_the_standard() {
    let mut line = household(&[
        json!({"年龄": 50, "工资性收入": 15000}),
        json!({"年龄": 24, "工资性收入": 0, "残疾类别": "精神", "残疾等级": 3, "劳动能力": "完全丧失"}),
    ]);
    let verdict = |line: &Json| {
        let answer = ask(&work(&["dibao"]), line);
        let single = &answer["成员结果"][1]["dibao"];
        (
            single["资格"].as_str().unwrap().to_owned(),
            single["月金额"].as_str().unwrap_or("").to_owned(),
        )
    };
    line["受理日期"] = json!("2021-08-01");
    assert_eq!(verdict(&line), ("符合".to_owned(), "439.00".to_owned()));
    line["发放月份"] = json!("2021-09");
    assert_eq!(
        verdict(&line),
        ("不符合".to_owned(), String::new()),
        "7500 is above 1.5 × 4788, below 1.5 × 5268"
    );
    line["受理日期"] = json!("2021-06-30");
    line["发放月份"] = json!("2022-10");
    assert_eq!(verdict(&line), ("不符合".to_owned(), String::new()));
}

#[test]
fn explanations_hold_each_step_once_and_in_order() {
    let mut work = work(&["dibao"]);
    work.explain = true;
    let line = household(&[json!({"年龄": 45, "工资性收入": 1200})]);
    let answer = ask(&work, &line);
    let steps = answer["过程"].as_array().unwrap();
    let names: Vec<&str> = steps.iter().map(|s| s["名称"].as_str().unwrap()).collect();
    let at = |name: &str| names.iter().position(|n| *n == name).unwrap();
    assert!(at("计入年收入") < at("家庭月收入"));
    assert!(at("人均月收入") < at("共同生活的家庭成员人均收入低于当地最低生活保障标准"));
    assert!(names.contains(&"低保金"));
    assert_eq!(answer.to_string(), ask(&work, &line).to_string());
}

#[test]
fn each_bad_line_gets_its_message_and_its_place() {
    let one = json!({"年龄": 45, "工资性收入": 0});
    let with = |key: &str, value: Json| {
        let mut member = one.clone();
        member[key] = value;
        household(&[member])
    };
    let cases: Vec<(Json, &str, &str)> = vec![
        (household(&[]), "assess.members.none", "成员"),
        (json!({"编号": 1}), "assess.members.none", "成员"),
        (
            household(&vec![one.clone(); 500]),
            "assess.members.many",
            "成员",
        ),
        (json!([1]), "assess.line.shape", ""),
        (json!({"编号": 1, "成员": 3}), "assess.line.shape", "成员"),
        (json!({"编号": 1, "成员": [3]}), "assess.line.shape", "成员"),
        (
            json!({"编号": 1, "户": [], "成员": [one]}),
            "assess.line.shape",
            "户",
        ),
        (
            json!({"编号": 1, "家庭": {}, "成员": [one]}),
            "assess.line.key",
            "",
        ),
        (
            with("工资性收入", json!("-1.00")),
            "assess.fact.impossible",
            "成员1.工资性收入",
        ),
        (
            with("工资性收入", json!("1000000000000.01")),
            "assess.fact.impossible",
            "成员1.工资性收入",
        ),
        (
            with("工资性收入", json!("1e400")),
            "assess.fact.impossible",
            "成员1.工资性收入",
        ),
        (
            with("工资性收入", json!("很多")),
            "assess.fact.invalid",
            "成员1.工资性收入",
        ),
        (
            with("工资性收人", json!(1)),
            "assess.fact.invalid",
            "成员1.工资性收人",
        ),
        (
            with("残疾类别", json!("断腿")),
            "assess.fact.invalid",
            "成员1.残疾类别",
        ),
        (
            with("年龄", json!(12.5)),
            "assess.fact.invalid",
            "成员1.年龄",
        ),
        (
            with("公民身份号码", json!("620521198001011230")),
            "assess.fact.impossible",
            "成员1.公民身份号码",
        ),
        (
            household(&[json!({"公民身份号码": "11010519491231002X", "出生日期": "1949-12-30"})]),
            "assess.fact.impossible",
            "成员1.出生日期",
        ),
        (
            with("在享项目", json!(["dibao", "低保"])),
            "assess.fact.invalid",
            "成员1.在享项目",
        ),
        (
            json!({"编号": 1.5, "成员": [one]}),
            "assess.line.number",
            "编号",
        ),
        (
            with("出生日期", json!("2022-02-30")),
            "assess.fact.invalid",
            "成员1.出生日期",
        ),
    ];
    for (line, code, place) in cases {
        assert_eq!(fault(&line), (code.to_owned(), place.to_owned()), "{line}");
    }
}

#[test]
fn a_wrong_number_is_said_in_chinese_and_in_english() {
    let line = household(&[json!({"公民身份号码": "620521198001011230"})]);
    let answer = ask(&work(&[]), &line);
    let message = answer["错误"]["message"].as_str().unwrap();
    assert!(message.contains("校验码不正确"), "{message}");
    assert!(message.contains("check character"), "{message}");
}

#[test]
fn names_and_codes_say_the_same() {
    let work = work(&["dibao"]);
    let line = |sex: &str, relation: &str, kind: &str| {
        let member = json!({"年龄": 45, "工资性收入": 0, "性别": sex, "与户主关系": relation, "残疾类别": kind, "残疾等级": 2});
        let mut line = household(&[member]);
        line["赡养人"] = json!([{"残疾类别": kind, "残疾等级": 2, "家庭人均月收入": 900, "被赡养人数": 1, "子女数": 1, "年龄": 50}]);
        line
    };
    let named = ask(&work, &line("女", "户主", "肢体"));
    assert!(named["结果"]["dibao"].is_object(), "{named}");
    assert_eq!(named, ask(&work, &line("2", "02", "4")));
}

#[test]
fn contradictions_are_named_and_nothing_is_computed() {
    for (facts, word) in [
        (json!({"死亡": true, "就业状况": "在业"}), "已死亡"),
        (json!({"服刑": true, "就业状况": "在业"}), "服刑"),
        (json!({"残疾等级": 2}), "残疾类别"),
        (json!({"残疾类别": "肢体", "残疾等级": 9}), "一级至四级"),
    ] {
        let mut member = json!({"年龄": 45, "工资性收入": 0});
        for (key, value) in facts.as_object().unwrap() {
            member[key] = value.clone();
        }
        let answer = ask(&work(&[]), &household(&[member]));
        assert_eq!(answer["错误"]["code"], "assess.fact.contradictory");
        assert_eq!(answer["错误"]["位置"], "成员1");
        assert!(
            answer["错误"]["message"].as_str().unwrap().contains(word),
            "{answer}"
        );
    }
}

#[test]
fn dates_and_places_that_cannot_be_used() {
    let line = |key: &str, value: &str| {
        let mut line = household(&[json!({"年龄": 45, "工资性收入": 0})]);
        line[key] = json!(value);
        line
    };
    assert_eq!(
        fault(&line("受理日期", "2022-13-01")).0,
        "assess.date.invalid"
    );
    assert_eq!(fault(&line("发放月份", "2022")).0, "assess.date.invalid");
    assert_eq!(
        fault(&line("受理日期", "1998-01-01")),
        ("assess.rules.none".to_owned(), "受理日期".to_owned())
    );
    let mut away = household(&[json!({"年龄": 45})]);
    away["户"]["区划"] = json!("420325");
    assert_eq!(
        fault(&away),
        ("assess.place.outside".to_owned(), "户.区划".to_owned())
    );
    let mut work = work(&["dibao"]);
    work.place = "110000".parse().unwrap();
    assert!(work.check().is_err() || PACK.levels()[0].division.is_none());
    work.programmes = vec!["diboa".to_owned()];
    assert!(matches!(work.check(), Err(Unusable::Programme { .. })));
}

#[test]
fn a_personal_number_is_never_repeated() {
    let number = "620521198001011230";
    let answer = ask(
        &work(&[]),
        &household(&[json!({"公民身份号码": number, "姓名": "甲"})]),
    );
    assert!(!answer.to_string().contains(number));
}

const TEXTS: &[&str] = &[
    "城乡",
    "低保类别",
    "货币财产",
    "年龄",
    "工资性收入",
    "残疾类别",
    "残疾等级",
    "公民身份号码",
    "在享项目",
    "共同生活",
    "区划",
    "出生日期",
    "没有这个",
];

fn odd() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "\\PC{0,12}".prop_map(Json::from),
        prop::sample::select(vec![
            "农村",
            "一类",
            "肢体",
            "2022-10-08",
            "0",
            "1e999",
            "99999999999999999999"
        ])
        .prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::vec((prop::sample::select(TEXTS), inner), 0..4).prop_map(|e| {
                Json::Object(e.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a line holds, it gets one answer with its number, and the run goes on.
    #[test]
    fn odd_lines_get_one_answer(household in odd(), members in odd(), supporters in odd(), number in "\\PC{0,12}") {
        let line = json!({"编号": number, "户": household, "成员": members, "赡养人": supporters});
        let answer = ask(&work(&[]), &line);
        prop_assert_eq!(&answer["编号"], &Json::from(number.as_str()));
        prop_assert!(answer.get("结果").is_some() != answer.get("错误").is_some());
    }

    /// A verdict on part of the facts is that on all of them, or says what is missing.
    #[test]
    fn fewer_facts_change_no_verdict(
        income in 0u32..12000, wealth in 0u32..200_000, houses in 0u32..3, cars in 0u32..2,
        grade in 1u32..5, kind in prop::sample::select(vec!["无", "肢体", "精神", "视力"]),
        keep in prop::collection::vec(any::<bool>(), 8),
    ) {
        let mut member = json!({"年龄": 45, "工资性收入": income, "残疾类别": kind, "需长期照护": true,
            "法定义务人状况": "有履行能力"});
        if kind != "无" {
            member["残疾等级"] = json!(grade);
        }
        let mut full = household(&[member, json!({"年龄": 20, "工资性收入": 0, "法定义务人状况": "有履行能力"})]);
        full["户"]["货币财产"] = json!(wealth);
        full["户"]["生活用房套数"] = json!(houses);
        full["户"]["机动车辆数"] = json!(cars);
        let mut part = full.clone();
        let paths = [("户", "货币财产"), ("户", "生活用房套数"), ("户", "机动车辆数"), ("户", "城乡"),
            ("0", "工资性收入"), ("0", "残疾等级"), ("0", "需长期照护"), ("0", "法定义务人状况")];
        for ((whose, name), keep) in paths.iter().zip(&keep) {
            let facts = match *whose { "户" => &mut part["户"], _ => &mut part["成员"][0] };
            if !keep {
                facts.as_object_mut().unwrap().shift_remove(*name);
            }
        }
        let work = work(&["dibao", "tekun", "disability_living", "disability_care"]);
        let (all, some) = (ask(&work, &full), ask(&work, &part));
        prop_assert!(all.get("错误").is_none(), "{}", all);
        let pairs = |answer: &Json| -> Vec<(String, Json)> {
            let mut out = Vec::new();
            let maps = std::iter::once(&answer["结果"]).chain(answer["成员结果"].as_array().unwrap());
            for (n, map) in maps.enumerate() {
                out.extend(map.as_object().unwrap().iter().map(|(k, v)| (format!("{n}{k}"), v.clone())));
            }
            out
        };
        for ((key, all), (_, some)) in pairs(&all).into_iter().zip(pairs(&some)) {
            if some["资格"] == "未知" {
                prop_assert!(!some["缺少"].as_array().unwrap().is_empty(), "{}", key);
            } else {
                prop_assert_eq!(&all["资格"], &some["资格"], "{} {} {}", key, all, some);
                if let Some(amount) = some.get("月金额") {
                    prop_assert_eq!(all.get("月金额"), Some(amount));
                }
            }
        }
    }
}

fn answers(input: Vec<u8>, threads: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let reader = Box::new(BufReader::with_capacity(4096, Cursor::new(input)));
    run(&work(&["dibao"]), reader, &mut out, threads).unwrap();
    out
}

#[test]
fn answers_come_in_the_order_of_lines_whatever_the_threads() {
    let mut input = String::new();
    for n in 0..3000_u64 {
        let mut line = household(&[json!({"年龄": 16 + n % 60, "工资性收入": n * 7 % 9000})]);
        line["编号"] = json!(n);
        input += &format!("{line}\n");
        if n % 1000 == 0 {
            input += "not json\n\n";
        }
    }
    let one = answers(input.clone().into_bytes(), 1);
    assert_eq!(one, answers(input.into_bytes(), 3));
    let lines: Vec<Json> = String::from_utf8(one)
        .unwrap()
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let numbers: Vec<u64> = lines.iter().filter_map(|l| l["编号"].as_u64()).collect();
    assert_eq!(numbers, (0..3000).collect::<Vec<u64>>());
    let refused = lines.iter().filter(|l| l["错误"].is_object()).count();
    assert_eq!((lines.len(), refused), (3003, 3));
}

#[test]
fn what_windows_writes_around_lines_is_no_part_of_them() {
    let line = household(&[json!({"年龄": 45, "工资性收入": 0})]);
    let plain = answers(format!("{line}\n{line}\n").into_bytes(), 1);
    let windows = format!("\u{feff}{line}\r\n  \r\n{line}\r\n\r\n");
    assert!(plain.starts_with("{\"编号\"".as_bytes()));
    assert!(!String::from_utf8_lossy(&plain).contains("错误"));
    assert_eq!(plain, answers(windows.into_bytes(), 2));
    // Only before the first line does it mean nothing.
    let later = answers(format!("{line}\n\u{feff}{line}").into_bytes(), 1);
    assert!(String::from_utf8_lossy(&later).contains("assess.line.json"));
    assert!(answers(Vec::new(), 2).is_empty());
}

#[test]
fn a_key_that_stands_twice_is_named_and_neither_value_wins() {
    let twice = [
        r#"{"编号": 1, "编号": 2, "成员": [{"年龄": 45}]}"#,
        r#"{"成员": [{"年龄": 45, "工资性收入": 0, "工资性收入": 9000}]}"#,
    ];
    for line in twice {
        let out = String::from_utf8(answers(line.as_bytes().to_vec(), 1)).unwrap();
        assert!(out.contains("assess.line.twice"), "{out}");
        assert!(
            out.contains("写了两次") && out.contains("stands twice"),
            "{out}"
        );
        assert!(!out.contains("结果"), "{out}");
    }
}

#[test]
fn a_line_without_end_is_one_fault_and_the_run_goes_on() {
    let mut input = b"{\"a\":\"".to_vec();
    input.resize(9 << 20, b'x');
    input.extend_from_slice(b"\n{\"\xff\":1}\n{}");
    let out = String::from_utf8(answers(input, 2)).unwrap();
    let code = |line: &str| {
        let line: Json = serde_json::from_str(line).unwrap();
        line["错误"]["code"].as_str().unwrap().to_owned()
    };
    let codes: Vec<String> = out.lines().map(code).collect();
    let wanted = [
        "assess.line.json",
        "assess.line.encoding",
        "assess.members.none",
    ];
    assert_eq!(codes, wanted);
    assert!(out.len() < 2000);
}

#[test]
fn a_kept_assessment_comes_out_with_the_same_bytes() {
    let mut work = work(&[]);
    work.explain = true;
    let line = household(&[json!({"年龄": 45, "工资性收入": 1200}), json!({"年龄": 12})]);
    let kept = work.keep(&Shelf::default(), &line.to_string());
    assert_eq!(replay(&PACK, &kept), Replayed::Same);
    // With its colon: the digest of the pack may hold the same digits.
    let changed = kept.replace(":1200", ":1300");
    assert_ne!(changed, kept);
    assert_eq!(replay(&PACK, &changed), Replayed::Differs);
    let other = kept.replace(PACK.digest(), "00");
    assert_eq!(replay(&PACK, &other), Replayed::OtherPack("00".to_owned()));
    assert_eq!(replay(&PACK, "{"), Replayed::Unreadable);
}
