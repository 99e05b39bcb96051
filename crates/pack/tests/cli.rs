//! What the commands say, and with which exit code; loading never panics.

#![allow(clippy::unwrap_used)]

use pack::{Pack, Texts, cli};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs"))
}

static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let texts = Texts::from_dir(root()).unwrap();
    texts
        .iter()
        .map(|(p, t)| (p.to_owned(), t.to_owned()))
        .collect()
});

#[test]
fn check_says_the_digest_and_what_is_not_verified() {
    let said = cli::check(root());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains("SM3 ") && said.out.contains("农村低保分类补助标准"),
        "{}",
        said.out
    );
}

#[test]
fn a_place_inside_is_checked_with_those_above_it() {
    for place in ["cn", "cn/gansu/qingshui"] {
        assert_eq!(
            cli::check(&root().join(place)),
            cli::check(root()),
            "{place}"
        );
    }
}

#[test]
fn check_and_test_of_a_faulty_folder_fail_with_every_fault() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join("cn/parameters")).unwrap();
    std::fs::write(dir.path().join("cn/pack.yaml"), "zh: 全国\nen: China\n").unwrap();
    std::fs::write(dir.path().join("cn/parameters/a.yaml"), "parameters: 1\n").unwrap();
    for said in [cli::check(dir.path()), cli::test(dir.path())] {
        assert_eq!((said.code, said.out.as_str()), (1, ""));
        for text in [
            "cn/pack.yaml:1:1 [pack.missing_key]",
            "cn/parameters/a.yaml:1:13 [pack.shape]",
            "共 2 处错误",
        ] {
            assert!(said.err.contains(text), "{text}\n{}", said.err);
        }
    }
}

#[test]
fn test_passes_with_the_packs_of_the_repository() {
    let said = cli::test(root());
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.out.contains("0 failed"), "{}", said.out);
}

#[test]
fn show_finds_by_place_day_and_name() {
    let pack = Pack::from_dir(root()).unwrap();
    let said = cli::show(&pack, "620521", "2022-10-01", Some("农村低保标准"));
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("= 5268 元/年") && said.out.contains("甘肃省"),
        "{}",
        said.out
    );
    assert!(!said.out.contains("特困"), "{}", said.out);
    for (place, on, name, code) in [
        ("62", "2022-10-01", None, 2),
        ("620521", "2022-13-01", None, 2),
        ("620521", "2022-10-01", Some("无此名称"), 1),
    ] {
        let said = cli::show(&pack, place, on, name);
        assert_eq!((said.code, said.out.as_str()), (code, ""), "{place} {on}");
        assert!(!said.err.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_pack_is_read_without_panic(
        file in 0usize..1000, at in 0usize..100_000, cut in 0usize..80,
        put in prop::sample::select(vec!["", " ", "\n", "-", ": ", "{", "]", "\"", "'", "名称", "0", "-1", "#", "&a ", "*a"]),
    ) {
        let mut texts = TEXTS.clone();
        let n = file % texts.len();
        let chars: Vec<char> = texts[n].1.chars().collect();
        let at = at % chars.len();
        let end = (at + cut).min(chars.len());
        texts[n].1 = chars[..at].iter().collect::<String>() + put + &chars[end..].iter().collect::<String>();
        if let Err(faults) = Pack::from_map(texts) {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|f| !f.zh.is_empty() && !f.en.is_empty()));
        }
    }
}
