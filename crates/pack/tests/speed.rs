//! How fast a month is computed. Run with
//! `cargo test --release -p pack --test speed -- --ignored --nocapture`.

#![allow(clippy::unwrap_used)]

use pack::{CaseFacts, MemberFacts, Pack};
use serde_json::{Map, Value, json};
use std::time::Instant;

const HOUSEHOLDS: usize = 100_000;

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => panic!("not a map"),
    }
}

#[test]
#[ignore = "measures; run it in release"]
fn a_month_of_a_hundred_thousand_households() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    let pack = Pack::from_dir(root.as_ref()).unwrap();
    let on = "2022-10-01".parse().unwrap();
    for (place, programme, household, award) in [
        (
            "620521",
            "dibao",
            json!({"城乡": "农村"}),
            json!({"低保类别": "二类"}),
        ),
        (
            "620521",
            "tekun",
            json!({}),
            json!({"照料护理档位": "半自理能力"}),
        ),
        ("420204", "dibao", json!({"城乡": "农村"}), json!({})),
    ] {
        let rules = pack.rules(&place.parse().unwrap(), on).unwrap();
        let (household, award) = (map(household), map(award));
        let members: Vec<Map<String, Value>> = (0..3)
            .map(|n| {
                map(json!({
                    "姓名": "甲", "公民身份号码": "62052119800101001X", "与户主关系": "户主",
                    "工资性收入": 1200 * n, "健康状况": "健康", "残疾类别": "无"
                }))
            })
            .collect();
        let facts = CaseFacts {
            household: &household,
            members: members
                .iter()
                .map(|facts| MemberFacts {
                    facts,
                    terms: None,
                    covered: true,
                })
                .collect(),
            supporters: None,
            award: &award,
        };
        let mut engine = rules.engine();
        let (mut slots, mut compute) = (0, 0);
        let mut total = 0i64;
        for _ in 0..HOUSEHOLDS {
            let start = Instant::now();
            let case = rules.facts_for(programme, &facts).unwrap().unwrap();
            slots += start.elapsed().as_nanos();
            let start = Instant::now();
            total += engine.compute(programme, &case).unwrap().total().fen();
            compute += start.elapsed().as_nanos();
        }
        let each = |nanos: u128| nanos / HOUSEHOLDS as u128;
        println!(
            "{place} {programme}: facts {} ns, compute {} ns a household of three; sum {total}",
            each(slots),
            each(compute)
        );
        assert!(total > 0);
    }
}
