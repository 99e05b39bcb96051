use proptest::prelude::*;

use super::text::{edits, jaro_winkler};
use super::*;
use crate::Unwatched;

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[test]
fn jaro_winkler_agrees_with_the_published_examples() {
    // Winkler's table: MARTHA/MARHTA 0.961, DWAYNE/DUANE 0.840, DIXON/DICKSONX 0.813.
    for (a, b, wanted) in [
        ("MARTHA", "MARHTA", 961),
        ("DWAYNE", "DUANE", 840),
        ("DIXON", "DICKSONX", 813),
        ("A", "A", 1000),
        ("", "A", 0),
        ("ABC", "XYZ", 0),
    ] {
        let got = jaro_winkler(&chars(a), &chars(b));
        assert!(got.abs_diff(wanted) <= 1, "{a} {b}: {got}");
    }
}

fn of(comparator: Comparator, a: &str, b: &str) -> Option<u8> {
    let fields = [Field {
        name: "x".into(),
        comparator,
    }];
    let prepared = compare::prepare(&fields, &[vec![a.into()], vec![b.into()]]);
    compare::levels(1, compare::pattern(&fields, &prepared[0], &prepared[1]))[0]
}

#[test]
fn levels_of_values() {
    use Comparator::{Address, ChineseName, Date, Digits, Exact, Part};
    for (comparator, a, b, wanted) in [
        (ChineseName, "王小明", "王 小明", Some(4)),
        (ChineseName, "劉强", "刘强", Some(4)),
        (ChineseName, "张晓红", "章小红", Some(3)),
        (ChineseName, "李秀英", "李秀莲", Some(2)),
        (ChineseName, "刘兰", "牛兰", Some(2)),
        (ChineseName, "王芳", "王强", Some(1)),
        (ChineseName, "王芳", "李强", Some(0)),
        (ChineseName, "王芳", "", None),
        (ChineseName, "JOHN SMITH", "JOHN SMYTH", Some(3)),
        (Part, "mitchell", "mitchel", Some(3)),
        (Date, "1960-01-05", "1960年1月5日", Some(4)),
        (Date, "1960-01-05", "1960-01-06", Some(3)),
        (Date, "1960-05-01", "1960-01-05", Some(3)),
        (Date, "1960-01-25", "1960-03-11", Some(2)),
        (Date, "1960-01-25", "1960-11-30", Some(1)),
        (Date, "1960-01-25", "1971-11-30", Some(0)),
        (
            Address,
            "清水县永清镇东街3号",
            "清水县永清镇东街3号",
            Some(4),
        ),
        (Address, "清水县永清镇东街3号", "永清镇东街3号", Some(3)),
        (Digits, "620521196001011234", "620521196001011243", Some(3)),
        (Digits, "1234", "9876", Some(0)),
        (Exact, "男", "女", Some(0)),
    ] {
        assert_eq!(of(comparator, a, b), wanted, "{a} {b}");
    }
}

/// A list, and the same list with every third record spoilt in some way.
fn lists() -> (Vec<Record>, Vec<Record>) {
    let families = [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙",
    ];
    let given = [
        "秀英", "建国", "小红", "玉兰", "志强", "桂花", "文军", "丽娟", "海燕", "国庆", "春梅",
    ];
    let villages = ["东街", "西街", "南坪", "北坡", "上湾", "下川"];
    let mut here = Vec::new();
    for n in 0..900usize {
        let name = format!("{}{}", families[n * 7 % 12], given[n * 5 % 11]);
        let day = format!(
            "{}-{:02}-{:02}",
            1940 + n * 37 % 60,
            n * 5 % 12 + 1,
            n * 11 % 28 + 1
        );
        here.push(vec![
            name,
            String::new(),
            day,
            ["男", "女"][n % 2].to_owned(),
            format!("清水县永清镇{}村{}号", villages[n * 13 % 6], n * 17 % 97),
            ["户主", "配偶", "子", "女"][n * 3 % 4].to_owned(),
        ]);
    }
    let there = here
        .iter()
        .enumerate()
        .map(|(n, record)| {
            let mut record = record.clone();
            match n % 9 {
                0 => record[0] = record[0].replace('英', "瑛").replace('国', "帼"),
                3 => record[2].truncate(4),
                6 => record[4] = record[4].replace("清水县", ""),
                _ => {}
            }
            record
        })
        .collect();
    (here, there)
}

#[test]
fn people_without_numbers_are_found_again() {
    let (here, there) = lists();
    let links = link(&Scheme::chinese(), &here, Some(&there), 0.5, &Unwatched).unwrap();
    let right = links
        .candidates
        .iter()
        .filter(|c| c.left == c.right)
        .count();
    assert!(right >= 880, "{right} found");
    let wrong = links.candidates.len() - right;
    assert!(wrong <= 20, "{wrong} wrong");
    let mut single = links.candidates.clone();
    one_to_one(&mut single);
    assert!(single.len() <= 900);
    assert!(links.candidates.is_sorted_by(|a, b| a.weight >= b.weight));
    // Agreement speaks for a pair, disagreement against it.
    for field in [0, 2, 4] {
        assert!(links.weights.weight(field, 4) > links.weights.weight(field, 0));
    }
    let certain = Bounds::default().of(&links.candidates[0]);
    assert_eq!(certain, Verdict::Linked);
    let again = link(&Scheme::chinese(), &here, Some(&there), 0.5, &Unwatched).unwrap();
    assert_eq!(again.candidates, links.candidates);
}

#[test]
fn a_list_is_linked_with_itself() {
    let (mut here, _) = lists();
    here.extend_from_within(..200);
    let links = link(&Scheme::chinese(), &here, None, 0.9, &Unwatched).unwrap();
    let right = links
        .candidates
        .iter()
        .filter(|c| c.left + 900 == c.right)
        .count();
    assert!(right >= 195, "{right} found");
    assert!(links.candidates.len() - right <= 5);
    assert!(links.candidates.iter().all(|c| c.left < c.right));
}

#[test]
fn nothing_and_too_much() {
    let none = link(&Scheme::chinese(), &[], Some(&[]), 0.5, &Unwatched).unwrap();
    assert!(none.candidates.is_empty());
    let same = vec![vec!["王五".to_owned(), String::new(), "1960-01-01".to_owned()]; 600];
    let links = link(&Scheme::chinese(), &same, Some(&same), 0.5, &Unwatched).unwrap();
    assert!(links.passed_over.iter().sum::<u64>() > 0 && links.pairs == 0);
    let mut scheme = Scheme::chinese();
    scheme.most_pairs = 10;
    assert!(link(&scheme, &same[..50], None, 0.5, &Unwatched).is_err());
}

proptest! {
    #[test]
    fn comparisons_do_not_depend_on_the_side(a in "[a-d王李张]{0,5}", b in "[a-d王李张]{0,5}") {
        for comparator in [Comparator::ChineseName, Comparator::Address, Comparator::Digits, Comparator::Exact] {
            prop_assert_eq!(of(comparator, &a, &b), of(comparator, &b, &a));
        }
        let (x, y) = (chars(&a), chars(&b));
        prop_assert_eq!(edits(&x, &y, 9), edits(&y, &x, 9));
        prop_assert!(jaro_winkler(&x, &y) <= 1000);
    }
}
