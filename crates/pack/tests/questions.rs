//! Questions of the calculator must state facts that the vocabulary knows.

#![allow(clippy::unwrap_used)]

use pack::{FaultKind, Pack, Texts};
use std::path::Path;

fn with(questions: &str) -> Result<Pack, Vec<pack::Fault>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    let texts = Texts::from_dir(&root).unwrap();
    let mut all: Vec<(String, String)> = texts
        .iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect();
    all.push(("cn/questions/all.yaml".to_owned(), questions.to_owned()));
    Pack::from_map(all)
}

const AGE: &str = "questions:\n  - {fact: 年龄, of: person, zh: 多大, en: How old}\n";

#[test]
fn questions_stand_in_the_order_of_the_text() {
    let text = format!(
        "{AGE}  - {{fact: 城乡, of: household, zh: 哪里, en: Where, options: [{{value: 农村, zh: 农村, en: Country}}]}}\n"
    );
    let pack = with(&text).unwrap();
    let place = "990101".parse().unwrap();
    let facts: Vec<&str> = pack
        .questions(&place)
        .iter()
        .map(|q| q.fact.as_str())
        .collect();
    assert_eq!(facts, ["年龄", "城乡"]);
}

#[test]
fn a_wrong_question_says_what_is_wrong_and_where() {
    let cases = [
        (
            "  - {fact: 身高, of: person, zh: 多高, en: How tall}",
            FaultKind::UnknownName,
        ),
        (
            "  - {fact: 城乡, of: person, zh: 哪里, en: Where}",
            FaultKind::UnknownName,
        ),
        (
            "  - {fact: 城乡, of: household, zh: 哪里, en: Where}",
            FaultKind::Value,
        ),
        (
            "  - {fact: 城乡, of: household, zh: 哪里, en: Where, options: [{value: 山上, zh: 山上, en: Hill}]}",
            FaultKind::Value,
        ),
        (
            "  - {fact: 残疾等级, of: person, zh: 几级, en: Grade, options: [{value: \"1\", zh: 一, en: One}]}",
            FaultKind::Value,
        ),
        (
            "  - {fact: 残疾等级, of: person, zh: 几级, en: Grade, when: [{fact: 需照护, is: [\"true\"]}]}",
            FaultKind::UnknownName,
        ),
        (
            "  - {fact: 残疾等级, of: person, zh: 几级, en: Grade, when: [{fact: 年龄}]}",
            FaultKind::MissingKey,
        ),
        (
            "  - {fact: 残疾等级, of: person, zh: 几级, en: Grade, when: [{fact: 年龄, min: 老}]}",
            FaultKind::Value,
        ),
        (
            "  - {fact: 年龄, of: person, zh: 几岁, en: Age}",
            FaultKind::NameTwice,
        ),
    ];
    for (line, kind) in cases {
        let faults = with(&format!("{AGE}{line}\n")).unwrap_err();
        assert_eq!(faults[0].kind, kind, "{line}: {faults:?}");
        assert_eq!(faults[0].line, 3, "{line}");
    }
}
