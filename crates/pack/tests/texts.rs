//! Reading texts within limits; the archive and its digest.

#![allow(clippy::unwrap_used)]

use pack::fault::Faults;
use pack::text::{self, MAX_FILE, Texts, Value, parse};
use pack::{Fault, FaultKind, Tongue};
use proptest::prelude::*;

fn nodes(text: &str) -> Result<text::Node, Vec<Fault>> {
    read(text).map(Option::unwrap)
}

fn read(text: &str) -> Result<Option<text::Node>, Vec<Fault>> {
    let texts = Texts::from_map([("cn/a.yaml", text)]).unwrap();
    let mut faults = Faults::new(&texts);
    let node = parse(&texts, 0, &mut faults);
    let faults = faults.finish();
    if faults.is_empty() {
        Ok(node)
    } else {
        Err(faults)
    }
}

fn only(faults: Vec<Fault>) -> Fault {
    assert_eq!(
        faults.len(),
        1,
        "{}",
        pack::fault::render(&faults, Tongue::Both)
    );
    faults.into_iter().next().unwrap()
}

#[test]
fn positions_are_in_characters_from_one() {
    let node = nodes("名称: 低保标准\nvalues:\n  - {from: 2022-01-01, value: 5268}\n").unwrap();
    let Value::Map(entries) = &node.value else {
        panic!()
    };
    assert_eq!(
        (entries[0].node.spot.line, entries[0].node.spot.column),
        (1, 5)
    );
    let Value::List(items) = &entries[1].node.value else {
        panic!()
    };
    let Value::Map(value) = &items[0].value else {
        panic!()
    };
    assert_eq!((value[1].spot.line, value[1].spot.column), (3, 24));
    assert_eq!(
        value[1].node.value,
        Value::Text {
            text: "5268".into(),
            plain: true
        }
    );
}

#[test]
fn syntax_faults_name_line_and_text() {
    let fault = only(nodes("a: 1\nb: [1, 2\nc: 3\n").unwrap_err());
    assert_eq!(fault.kind, FaultKind::Syntax);
    assert!(fault.line >= 2, "{fault:?}");
    let shown = pack::fault::render(std::slice::from_ref(&fault), Tongue::Both);
    assert!(shown.contains("cn/a.yaml:") && shown.contains("改法：") && shown.contains("mend:"));
}

#[test]
fn aliases_tags_and_second_documents_are_refused() {
    for text in ["a: &x 1\nb: *x\n", "a: !!str 1\n", "a: 1\n---\nb: 2\n"] {
        let faults = nodes(text).unwrap_err();
        assert!(
            faults.iter().all(|f| f.kind == FaultKind::Plain),
            "{text}: {faults:?}"
        );
    }
}

#[test]
fn a_key_twice_is_refused() {
    assert_eq!(
        only(nodes("a: 1\na: 2\n").unwrap_err()).kind,
        FaultKind::KeyTwice
    );
}

#[test]
fn ten_thousand_brackets_give_a_message() {
    for text in [
        "[".repeat(10_000),
        format!("a: {}", "{b: ".repeat(10_000)),
        "- ".repeat(10_000),
    ] {
        let faults = nodes(&text).unwrap_err();
        assert!(
            matches!(faults[0].kind, FaultKind::TooDeep | FaultKind::Syntax),
            "{:?}",
            faults[0]
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_line() {
    let fault =
        only(Texts::from_map([("cn/a.yaml", b"a: 1\nb: \xb5\xcd\n".as_slice())]).unwrap_err());
    assert_eq!(fault.kind, FaultKind::Encoding);
    assert!(fault.zh.contains("第 2 行"), "{}", fault.zh);
}

#[test]
fn a_huge_file_is_refused_by_size_and_every_fault_is_listed() {
    let big = vec![b'x'; MAX_FILE as usize + 1];
    let faults = Texts::from_map([
        ("cn/big.yaml", big.as_slice()),
        ("cn/a.exe", b"".as_slice()),
        ("../etc/passwd.yaml", b"".as_slice()),
    ])
    .unwrap_err();
    let kinds: Vec<_> = faults.iter().map(|f| f.kind).collect();
    assert_eq!(
        kinds,
        [
            FaultKind::FileKind,
            FaultKind::FileKind,
            FaultKind::TooLarge
        ]
    );
}

#[test]
fn a_tree_of_a_hundred_megabytes_stops_at_the_limit() {
    let text = vec![b'#'; 1 << 20];
    let files = (0..100).map(|n| (format!("cn/{n}.yaml"), text.as_slice()));
    assert_eq!(
        only(Texts::from_map(files).unwrap_err()).kind,
        FaultKind::TooLarge
    );
}

#[test]
fn a_folder_and_a_map_give_the_same_digest() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dir.path().join("cn/gansu")).unwrap();
    std::fs::write(dir.path().join("cn/pack.yaml"), "zh: 全国\r\nen: China\r\n").unwrap();
    std::fs::write(dir.path().join("cn/gansu/pack.yaml"), "\u{feff}zh: 甘肃\n").unwrap();
    std::fs::write(dir.path().join("cn/README.md"), "note").unwrap();
    std::fs::write(dir.path().join("cn/.hidden"), "note").unwrap();
    let read = Texts::from_dir(dir.path()).unwrap();
    let given = Texts::from_map([
        ("cn/gansu/pack.yaml", "zh: 甘肃\n"),
        ("cn/pack.yaml", "zh: 全国\nen: China\n"),
    ])
    .unwrap();
    assert_eq!(read, given);
    assert_eq!(read.digest(), given.digest());
    assert_eq!(read.digest().len(), 64);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/etc/hostname", dir.path().join("a.yaml")).unwrap();
    assert_eq!(
        only(Texts::from_dir(dir.path()).unwrap_err()).kind,
        FaultKind::FileKind
    );
}

#[test]
fn a_missing_folder_is_unreadable() {
    let dir = tempfile::tempdir().unwrap();
    let fault = only(Texts::from_dir(&dir.path().join("none")).unwrap_err());
    assert_eq!(fault.kind, FaultKind::Unreadable);
}

#[test]
fn a_damaged_archive_is_refused() {
    let texts = Texts::from_map([("cn/a.yaml", "a: 1\n"), ("cn/b.yaml", "b: 2\n")]).unwrap();
    let whole = texts.archive();
    assert_eq!(Texts::from_archive(&whole).unwrap(), texts);
    for cut in 1..whole.len() {
        let read = Texts::from_archive(&whole[..cut]);
        assert!(read.is_err() || read.unwrap().len() < 2, "cut at {cut}");
    }
    let mut huge = b"doudi-pack 1\n99999999999999999999 1\n".to_vec();
    huge.extend_from_slice(b"x");
    assert!(Texts::from_archive(&huge).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_digest_knows_no_order(mut files in prop::collection::btree_map("[a-z]{1,6}", "[ -~]{0,20}", 0..8)
        .prop_map(|m| m.into_iter().map(|(k, v)| (format!("cn/{k}.yaml"), v)).collect::<Vec<_>>())
        .prop_shuffle())
    {
        let one = Texts::from_map(files.clone()).unwrap();
        files.reverse();
        let two = Texts::from_map(files.clone()).unwrap();
        prop_assert_eq!(one.digest(), two.digest());
        prop_assert_eq!(Texts::from_archive(&one.archive()).unwrap(), one.clone());
        if let Some(first) = files.first_mut() {
            first.1.push('!');
            prop_assert_ne!(Texts::from_map(files).unwrap().digest(), one.digest());
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,60}") {
        let _ = read(&text);
    }
}
