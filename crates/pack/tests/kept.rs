//! Assessments kept once, computed again: whoever changes what the engine means must see it here.
//!
//! `kept/cn` is a small pack that is never edited, `kept.ndjson` what was computed by it.
//! Where a change of meaning is meant, raise `formula::MEANING`, and add a new file of kept
//! assessments beside the old one; never rewrite what was kept.

#![allow(clippy::unwrap_used)]

use pack::Pack;
use pack::assess::{Assess, Replayed, Shelf, replay};
use serde_json::Value;
use std::path::Path;

/// The texts as they were on the day. Another digest means that somebody edited them.
const DIGEST: &str = "25b0c2f824a8d1b364b31107d1ecb82055dfd4af64541246b9b69bfde0ab0786";

fn pack() -> Pack {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    Pack::from_dir(&here).unwrap()
}

fn kept() -> Vec<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept.ndjson");
    let text = std::fs::read_to_string(here).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn what_was_kept_comes_out_the_same_to_the_byte() {
    let pack = pack();
    assert_eq!(pack.digest(), DIGEST, "kept/cn was edited");
    let kept = kept();
    assert_eq!(kept.len(), 6);
    for (n, line) in kept.iter().enumerate() {
        assert_eq!(replay(&pack, line), Replayed::Same, "line {}", n + 1);
        let whole: Value = serde_json::from_str(line).unwrap();
        assert_eq!(whole["引擎"], formula::MEANING, "line {}", n + 1);
    }
}

#[test]
fn a_fen_more_is_noticed() {
    let pack = pack();
    let line = kept().remove(0);
    let changed = line.replace(r#"\"月金额\":\"378.00\""#, r#"\"月金额\":\"378.01\""#);
    assert_ne!(line, changed);
    assert_eq!(replay(&pack, &changed), Replayed::Differs);
}

#[test]
fn the_whole_explanation_says_the_same_as_the_line() {
    let (pack, shelf) = (pack(), Shelf::default());
    for line in kept() {
        let kept: Value = serde_json::from_str(&line).unwrap();
        let answer: Value = serde_json::from_str(kept["答复"].as_str().unwrap()).unwrap();
        let work = Assess {
            pack: pack.clone(),
            place: kept["地方"].as_str().unwrap().parse().unwrap(),
            on: kept["日期"].as_str().unwrap().parse().unwrap(),
            programmes: Vec::new(),
            explain: true,
        };
        let facts = kept["户"].as_str().unwrap();
        let Ok(whole) = work.whole(&shelf, facts.as_bytes()) else {
            assert!(answer["错误"].is_object());
            continue;
        };
        for one in &whole.results {
            let said = match one.member {
                None => &answer["结果"][&one.programme],
                Some(member) => &answer["成员结果"][member][&one.programme],
            };
            assert_eq!(said["资格"], one.verdict.as_str());
            let monthly = one.monthly.map(|m| m.to_string());
            assert_eq!(said["月金额"].as_str(), monthly.as_deref());
            assert!(one.steps.iter().all(|s| *s < whole.steps.len()));
            if one.verdict != "不适用" {
                assert!(!one.steps.is_empty(), "{} has no steps", one.programme);
            }
        }
    }
}
