use std::collections::BTreeSet;

use chrono::NaiveDate;
use kernel::IdNumber;
use proptest::prelude::*;

use super::*;

fn person(n: u32) -> PackedId {
    let birth = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
    PackedId::new(&IdNumber::compose("620521", birth, 1).unwrap())
}

fn line(n: u32, name: &str, household: &str, kind: &str) -> Line {
    Line {
        id: Some(person(n)),
        name: name.to_owned(),
        household: household.to_owned(),
        kind: kind.to_owned(),
        fields: BTreeMap::new(),
    }
}

#[test]
fn both_only_and_conflicts() {
    let mut here = vec![
        line(1, "王大", "a", "一二类"),
        line(1, "王大", "a", "两补"),
        line(2, "劉二", "a", "一二类"),
        line(3, "张三", "b", "特困"),
    ];
    here[0].fields.insert("住址".into(), "甲 村".into());
    here[3].fields.insert("住址".into(), "乙村".into());
    let mut there = vec![
        line(1, "王大", "x", "脱贫不稳定"),
        line(2, "刘二", "x", "脱贫不稳定"),
        line(3, "章三", "y", "边缘易致贫"),
        line(9, "赵九", "z", "已脱贫"),
    ];
    there[0].fields.insert("住址".into(), "甲村".into());
    there[2].fields.insert("住址".into(), "丙村".into());
    there.push(Line {
        id: None,
        ..line(0, "无号", "w", "已脱贫")
    });
    let found = align(&here, &there);
    assert_eq!(found.both.len(), 3);
    assert!(found.only_here.is_empty());
    assert_eq!(found.only_there, [[3]]);
    assert_eq!(found.without_number, (vec![], vec![4]));
    let fields: Vec<(usize, &str)> = found
        .conflicts
        .iter()
        .map(|c| (c.here, c.field.as_str()))
        .collect();
    assert_eq!(fields, [(3, "姓名"), (3, "住址")]);
    let table = cross_table(&here, &there, &found);
    let cell = |households, persons| Cell {
        households,
        persons,
    };
    assert_eq!(
        table.cells[&("脱贫不稳定".into(), "一二类".into())],
        cell(1, 2)
    );
    assert_eq!(
        table.cells[&("脱贫不稳定".into(), "两补".into())],
        cell(1, 1)
    );
    assert_eq!(table.gross["脱贫不稳定"], cell(2, 3));
    assert_eq!(table.net["脱贫不稳定"], cell(1, 2));
    assert_eq!(table.rows["已脱贫"], cell(1, 1));
}

#[test]
fn repeated_persons_are_told() {
    let here = [line(1, "甲", "a", "低保"), line(1, "甲", "b", "低保")];
    assert_eq!(align(&here, &[]).repeated, (vec![1], vec![]));
}

proptest! {
    /// The parts are those of naive sets, and every line is in exactly one.
    #[test]
    fn agrees_with_sets(a in prop::collection::vec((0u32..30, 0u8..3), 0..40), b in prop::collection::vec((0u32..30, 0u8..3), 0..40)) {
        let lines = |list: &[(u32, u8)]| -> Vec<Line> {
            list.iter().map(|(n, k)| line(*n, "名", &format!("h{}", n / 3), &format!("k{k}"))).collect()
        };
        let (here, there) = (lines(&a), lines(&b));
        let found = align(&here, &there);
        let set = |list: &[(u32, u8)]| list.iter().map(|x| x.0).collect::<BTreeSet<u32>>();
        let (left, right) = (set(&a), set(&b));
        prop_assert_eq!(found.both.len(), left.intersection(&right).count());
        prop_assert_eq!(found.only_here.len(), left.difference(&right).count());
        prop_assert_eq!(found.only_there.len(), right.difference(&left).count());
        let ours: usize = found.both.iter().map(|p| p.0.len()).chain(found.only_here.iter().map(Vec::len)).sum();
        prop_assert_eq!(ours, a.len());
        let table = cross_table(&here, &there, &found);
        for (kind, net) in &table.net {
            let gross = table.gross[kind];
            prop_assert!(gross.persons >= net.persons && gross.households >= net.households);
            prop_assert!(table.rows[kind].persons >= net.persons);
        }
    }
}
