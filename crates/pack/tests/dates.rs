//! Dates and inheritance against a naive look-up, and the rules of each month.

#![allow(clippy::unwrap_used)]

use chrono::{Days, NaiveDate};
use kernel::DivisionCode;
use pack::Pack;
use pack::model::LevelId;
use pack::model::dated::{Dated, as_of, first_gap};
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    "2020-01-01".parse::<NaiveDate>().unwrap() + Days::new(n)
}

const SPAN: u64 = 60;

/// Values of one level that do not overlap: lengths of gaps and values in turn.
fn values(level: u32) -> impl Strategy<Value = Vec<Dated<u64>>> {
    (
        prop::collection::vec((0u64..6, 1u64..9), 0..6),
        any::<bool>(),
    )
        .prop_map(move |steps| {
            let (lengths, open) = steps;
            let mut at = 0;
            let mut values: Vec<Dated<u64>> = Vec::new();
            for (gap, length) in lengths {
                let from = at + gap;
                at = from + length;
                values.push(Dated {
                    level: LevelId(level),
                    from: day(from),
                    to: Some(day(at - 1)),
                    value: u64::from(level) * 1000 + from,
                    cite: String::new(),
                    verified: true,
                    meant: false,
                    floor: false,
                    spot: pack::Spot::default(),
                });
            }
            if let Some(last) = values.last_mut().filter(|_| open) {
                last.to = None;
            }
            values
        })
}

/// Day by day, level by level.
fn naive(all: &[Vec<Dated<u64>>], n: u64) -> Option<u64> {
    for level in all.iter().rev() {
        for value in level {
            let begun = value.from <= day(n);
            let ended = matches!(value.to, Some(to) if to < day(n));
            if begun && !ended {
                return Some(value.value);
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inheritance_agrees_with_a_naive_look_up(
        nation in values(0), province in values(1), county in values(2), start in 0u64..20
    ) {
        let levels = [nation, province, county];
        let flat: Vec<_> = levels.iter().flatten().cloned().collect();
        let chain = [LevelId(2), LevelId(1), LevelId(0)];
        for n in 0..SPAN {
            prop_assert_eq!(as_of(&flat, &chain, day(n)).map(|v| v.value), naive(&levels, n));
        }
        let end = SPAN - 1;
        let gap = (start..=end).find(|n| naive(&levels, *n).is_none()).map(day);
        prop_assert_eq!(first_gap(&flat, &chain, day(start), Some(day(end))), gap);
        for a in &flat {
            for b in &flat {
                let shared = (0..SPAN * 2).any(|n| a.holds(day(n)) && b.holds(day(n)));
                prop_assert_eq!(a.overlaps(b), shared);
            }
        }
    }
}

#[test]
fn a_rule_changes_exactly_on_its_day_whatever_was_asked_before() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    let pack = Pack::from_dir(root.as_ref()).unwrap();
    let place: DivisionCode = "620521103205".parse().unwrap();
    let standard = |on: &str| {
        let rules = pack.rules(&place, on.parse().unwrap()).unwrap();
        rules
            .parameter("农村低保标准")
            .map(|v| v.value.value.shown.clone())
    };
    for on in [
        "2022-06-01",
        "2021-12-31",
        "2022-01-01",
        "2021-01-01",
        "2030-01-01",
    ] {
        let wanted = if on < "2022-01-01" { "4788" } else { "5268" };
        assert_eq!(standard(on).as_deref(), Some(wanted), "{on}");
    }
    assert_eq!(standard("2020-12-31"), None);
}

#[test]
fn a_place_takes_the_deepest_level_that_holds_it() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs");
    let pack = Pack::from_dir(root.as_ref()).unwrap();
    let on = "2022-10-01".parse().unwrap();
    for (place, key) in [
        ("620521", "cn/gansu/qingshui"),
        ("620521100", "cn/gansu/qingshui"),
        ("620522", "cn/gansu"),
        ("420204", "cn/hubei/huangshi"),
        ("420222", "cn/hubei/huangshi/yangxin"),
        ("110000", "cn"),
    ] {
        let place: DivisionCode = place.parse().unwrap();
        assert_eq!(pack.rules(&place, on).unwrap().level().key, key);
    }
}
