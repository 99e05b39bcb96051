//! The same households on both sides: who enters, who leaves, what it costs, and bad changes.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use kernel::Money;
use pack::Pack;
use pack::assess::{Assess, Shelf};
use pack::simulate::{
    Change, HeldFacts, OnRecord, Population, Report, Run, Unfit, Variation, run, table,
};
use pack::{CaseFacts, MemberFacts};
use serde_json::{Value, json};

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    Pack::from_dir(&root).unwrap()
});

fn work(place: &str, on: &str, sets: &[&str]) -> Run {
    let sets: Vec<String> = sets.iter().map(|s| (*s).to_owned()).collect();
    Run {
        assess: Assess {
            pack: PACK.clone(),
            place: place.parse().unwrap(),
            on: on.parse().unwrap(),
            programmes: Vec::new(),
            explain: false,
        },
        variation: Variation::Changes(Change::all(&sets).unwrap()),
    }
}

fn simulate(work: &Run, lines: &[String]) -> Report {
    run(work, &mut Cursor::new(lines.join("\n"))).unwrap()
}

/// Families of one to four, with incomes from nothing to well above any standard.
fn families(count: usize) -> Vec<String> {
    let mut seed: u64 = 20_221_008;
    let mut next = |bound: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % bound
    };
    let line = |n: usize| {
        let members: Vec<Value> = (0..1 + next(4))
            .map(|_| {
                let age = next(90);
                let mut one = json!({
                    "年龄": age, "工资性收入": (next(9_000)).to_string(),
                    "重特大疾病": next(9) == 0, "法定义务人状况": if next(3) == 0 { "无" } else { "有履行能力" },
                    "劳动能力": if (16..60).contains(&age) { "有" } else { "无" },
                });
                if next(6) == 0 {
                    one["残疾类别"] = json!("肢体");
                    one["残疾等级"] = json!(1 + next(4));
                }
                one
            })
            .collect();
        let class = ["一类", "二类", "三类", "四类"][next(4) as usize];
        let mut household = json!({
            "城乡": "农村", "低保类别": class,
            "生活用房套数": 1, "机动车辆数": next(10) / 9,
            "区划": format!("6205211{:02}201", next(3)),
        });
        // What nobody has given stays unknown on both sides.
        if next(5) > 0 {
            household["货币财产"] = json!((next(20_000)).to_string());
        }
        json!({"编号": n, "户": household, "成员": members}).to_string()
    };
    (0..count).map(line).collect()
}

/// What `doudi assess` says of dibao: households, persons and fen of those who qualify as a whole,
/// for each line.
fn assessed(work: &Assess, lines: &[String]) -> Vec<Vec<(String, i64)>> {
    let shelf = Shelf::default();
    let mut out = Vec::new();
    work.lines(&shelf, lines.iter().map(String::as_bytes), |answer| {
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let mut got = Vec::new();
        let mut take = |results: &Value| {
            for (key, result) in results.as_object().unwrap() {
                if result["资格"] == "符合" {
                    let amount = result["月金额"].as_str().unwrap_or("0.00");
                    got.push((key.clone(), Money::parse_yuan(amount).unwrap().fen()));
                }
            }
        };
        take(&answer["结果"]);
        for member in answer["成员结果"].as_array().unwrap() {
            take(member);
        }
        out.push(got);
    });
    out
}

/// The texts with another value of the rural standard, as a release would have it.
fn raised(value: &str) -> Pack {
    let texts = PACK.texts().iter().map(|(path, text)| {
        let text = match path.ends_with("gansu/parameters/dibao.yaml") {
            true => text.replace("value: 5268,", &format!("value: {value},")),
            false => text.to_owned(),
        };
        (path.to_owned(), text)
    });
    let texts: Vec<(String, String)> = texts.collect();
    Pack::from_map(texts).unwrap()
}

#[test]
fn both_sides_are_what_assess_says_of_each() {
    let lines = families(400);
    let mut work = work("620521", "2022-10-08", &["农村低保标准=6600元/年"]);
    let report = simulate(&work, &lines);
    let before = assessed(&work.assess, &lines);
    work.assess.pack = raised("6600");
    let after = assessed(&work.assess, &lines);
    let mut expected: BTreeMap<String, [i64; 6]> = BTreeMap::new();
    for (before, after) in before.iter().zip(&after) {
        let sum = |got: &[(String, i64)], key: &str| {
            let mine: Vec<i64> = got.iter().filter(|g| g.0 == key).map(|g| g.1).collect();
            (!mine.is_empty(), mine.iter().sum::<i64>())
        };
        let keys = before.iter().chain(after).map(|g| g.0.clone());
        let keys: std::collections::BTreeSet<String> = keys.collect();
        for key in keys {
            let (was, now) = (sum(before, &key), sum(after, &key));
            let row = expected.entry(key).or_default();
            row[0] += i64::from(was.0);
            row[1] += was.1;
            row[2] += i64::from(now.0);
            row[3] += now.1;
            row[4] += i64::from(!was.0 && now.0);
            row[5] += i64::from(was.0 && !now.0);
        }
    }
    let mut entered = 0;
    for (name, row) in report.totals.names.iter().zip(&report.totals.by_programme) {
        let wanted = expected.remove(&name.key).unwrap_or_default();
        let found = [
            row.before.households,
            row.before.fen,
            row.after.households,
            row.after.fen,
            row.enter.households,
            row.leave.households,
        ];
        assert_eq!(found, wanted, "{}", name.key);
        entered += row.enter.households;
        let step = row.enter.fen - row.leave.fen + row.raise.fen - row.lower.fen;
        assert_eq!(row.after.fen - row.before.fen, step, "{}", name.key);
    }
    assert!(expected.is_empty(), "{expected:?}");
    assert!(entered > 10, "the raise brings nobody in");
    let all = &report.totals.all;
    let parts = report.totals.by_division.values();
    assert_eq!(parts.map(|r| r.after.fen).sum::<i64>(), all.after.fen);
}

#[test]
fn a_change_and_a_pack_with_the_same_value_come_out_the_same() {
    let lines = families(200);
    let mut work = work("620521", "2022-10-08", &["农村低保标准=550元/月"]);
    let change = simulate(&work, &lines);
    work.variation = Variation::Pack(raised("6600"));
    let pack = simulate(&work, &lines);
    assert_eq!(change.totals.all, pack.totals.all);
    assert_eq!(change.totals.by_division, pack.totals.by_division);
}

#[test]
fn the_order_of_households_changes_nothing() {
    let mut lines = families(150);
    let work = work("620521", "2022-10-08", &["农村低保分类补助标准.一类=460"]);
    let one = simulate(&work, &lines).json().to_string();
    lines.reverse();
    assert_eq!(one, simulate(&work, &lines).json().to_string());
}

#[test]
fn one_entry_of_a_table_raises_those_of_that_class_to_the_fen() {
    let line = |class: &str| {
        json!({"户": {"城乡": "农村", "低保类别": class, "货币财产": "0", "生活用房套数": 1, "机动车辆数": 0},
            "成员": [{"年龄": 40, "工资性收入": "1000", "劳动能力": "有"}, {"年龄": 10}]})
        .to_string()
    };
    let lines = [line("一类"), line("二类")];
    let mut work = work(
        "620521",
        "2022-10-08",
        &["农村低保分类补助标准.一类=460.50"],
    );
    work.assess.programmes = vec!["dibao".to_owned()];
    let report = simulate(&work, &lines).json();
    assert_eq!(
        report["set"][0]["after"],
        "一类 460.5 · 二类 417 · 三类 84 · 四类 58"
    );
    assert_eq!(report["raised"]["households"], 1);
    assert_eq!(report["raised"]["persons"], 2);
    assert_eq!(report["changed"]["cost_per_month"], "43.00");
    assert_eq!(report["baseline"]["cost_per_month"], "1712.00");
    assert_eq!(report["variant"]["cost_per_month"], "1755.00");
    assert_eq!(
        report["programmes"][0]["components"][0]["variant"],
        "1755.00"
    );
}

#[test]
fn a_formula_can_be_tried_out() {
    let lines = families(60);
    let work = work("620521", "2022-10-08", &["家庭财产符合规定=true"]);
    let report = simulate(&work, &lines);
    assert!(report.totals.all.enter.households > 0);
    assert!(report.changed[0].formula);
    let text = table(&report);
    assert!(
        text.contains("最低生活保障") && text.contains("620521101"),
        "{text}"
    );
}

#[test]
fn what_a_missing_fact_decides_may_enter_and_is_not_counted_as_entering() {
    let line = json!({"户": {"城乡": "农村"}, "成员": [{"年龄": 40, "工资性收入": "6000", "劳动能力": "有"}]});
    let mut work = work("620521", "2022-10-08", &["农村低保标准=6600"]);
    work.assess.programmes = vec!["dibao".to_owned()];
    let all = simulate(&work, &[line.to_string()]).totals.all;
    assert_eq!((all.enter.households, all.possible.households), (0, 1));
}

fn code(place: &str, on: &str, set: &str) -> &'static str {
    match work(place, on, &[set]).check() {
        Err(Unfit::Changes(faults)) => {
            assert!(!faults[0].zh.is_empty() && !faults[0].en.is_empty());
            faults[0].code
        }
        other => panic!("{set}: {other:?}"),
    }
}

#[test]
fn bad_changes_are_refused_by_name() {
    for (set, wanted) in [
        ("农村低保标淮=6000", "simulate.change.unknown"),
        ("农村低保标准=6000元", "simulate.value.unit"),
        ("农村低保标准=6000岁", "simulate.value.unit"),
        ("农村低保标准=-1", "simulate.value.negative"),
        ("农村低保标准=9999999999999", "simulate.value.large"),
        ("农村低保标准=很多", "simulate.value.invalid"),
        (
            "农村低保分类补助标准={一类: 460}",
            "simulate.value.incomplete",
        ),
        ("农村低保分类补助标准.五类=460", "simulate.change.entry"),
        ("农村低保标准.一类=460", "simulate.change.entry"),
        ("人均月收入=没有的名称 + 1", "simulate.change.formula"),
        ("人均月收入=((((", "simulate.change.formula"),
    ] {
        assert_eq!(code("620521", "2022-10-08", set), wanted, "{set}");
    }
    let shape = Change::all(&["农村低保标准".to_owned()]).unwrap_err();
    assert_eq!(shape[0].code, "simulate.change.shape");
    let near = work("620521", "2022-10-08", &["农村低保标淮=6000"])
        .check()
        .unwrap_err();
    assert!(near.to_string().contains("农村低保标准"), "{near}");
}

#[test]
fn a_day_before_the_first_rules_and_nobody_at_all_are_refused() {
    let early = work("620521", "1999-01-01", &["农村低保标准=6000"]).check();
    assert!(matches!(early, Err(Unfit::Early(_))), "{early:?}");
    let empty = run(
        &work("620521", "2022-10-08", &["农村低保标准=6000"]),
        &mut Cursor::new("\n\n"),
    );
    assert!(matches!(empty, Err(Unfit::Nobody)));
    let broken = ["{".to_owned(), json!({"成员": []}).to_string()];
    let report = simulate(
        &work("620521", "2022-10-08", &["农村低保标准=6000"]),
        &broken,
    );
    assert_eq!(report.households, 0);
    assert_eq!(report.refused.iter().map(|r| r.count).sum::<u64>(), 2);
}

/// The households of an area on record, every third of which is in benefit.
fn on_record(lines: &[String], settled: bool) -> Population {
    let place = "620521".parse().unwrap();
    let run = work("620521", "2022-10-08", &[]);
    let rules = PACK.rules(&place, run.assess.on).unwrap();
    let mut population = Population::new(&rules, place, Variation::Changes(Vec::new()));
    let read: Vec<Value> = lines
        .iter()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let terms = json!({"低保类别": "三类"});
    let households: Vec<OnRecord<'_>> = (read.iter().zip(lines).enumerate())
        .map(|(n, (family, line))| {
            let people = family["成员"].as_array().unwrap();
            let held = (n % 3 == 0).then(|| HeldFacts {
                programme: "dibao",
                facts: CaseFacts {
                    household: family["户"].as_object().unwrap(),
                    members: (people.iter())
                        .map(|one| MemberFacts {
                            facts: one.as_object().unwrap(),
                            terms: None,
                            covered: true,
                        })
                        .collect(),
                    supporters: None,
                    award: terms.as_object().unwrap(),
                },
                members: (0..people.len()).collect(),
            });
            OnRecord {
                division: place,
                rules: rules.clone(),
                line: line.clone().into_bytes(),
                persons: people.len(),
                held: held.into_iter().collect(),
            }
        })
        .collect();
    population
        .add_on_record(&run.assess, &Shelf::default(), &households)
        .unwrap();
    if settled {
        population.settle();
    }
    population
}

/// What was computed before serves only where nothing can come out differently.
#[test]
fn a_settled_area_answers_as_one_that_is_looked_at_anew() {
    let lines = families(400);
    let (settled, anew) = (on_record(&lines, true), on_record(&lines, false));
    for sets in [
        &["农村低保标准=5268元/年"][..],
        &["农村低保标准=6400元/年"],
        &["农村低保标准=3000元/年"],
        &["农村低保分类补助标准.三类=99", "城市低保标准=900元/月"],
        // The same parameters again: what they do not reach is known from the trial before.
        &["农村低保分类补助标准.三类=80", "城市低保标准=500元/月"],
        &["农村低保标准=9000元/年"],
        &["低保边缘收入倍数=2"],
        &["低保边缘收入倍数=1.2"],
        &["农村低保分类补助标准.三类=70"],
        &["农村低保标准=4000元/年"],
        // A formula, the same again with another text, and with a value beside it.
        &["家庭月收入=低保月标准 * 2"],
        &["家庭月收入=月额(sum(成员.工资性收入)) * 2"],
        &["家庭月收入=低保月标准 * 2", "农村低保标准=4000元/年"],
    ] {
        let sets: Vec<String> = sets.iter().map(|s| (*s).to_owned()).collect();
        let Ok(changes) = Change::all(&sets) else {
            panic!()
        };
        let (one, _) = settled.simulate(changes.clone(), &[]).unwrap();
        let (other, _) = anew.simulate(changes, &[]).unwrap();
        // The first writes the value that is there already.
        assert_eq!(one.effects.is_empty(), sets[0].contains("5268"), "{sets:?}");
        assert_eq!(one.effects, other.effects, "{sets:?}");
        assert_eq!(one.totals.all, other.totals.all, "{sets:?}");
        assert_eq!(
            one.totals.by_programme, other.totals.by_programme,
            "{sets:?}"
        );
        assert_eq!(one.totals.by_division, other.totals.by_division, "{sets:?}");
        assert_eq!(one.totals.by_both, other.totals.by_both, "{sets:?}");
        assert_eq!(one.totals.components, other.totals.components, "{sets:?}");
    }
}
