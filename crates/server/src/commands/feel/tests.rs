use serde_json::{Value as Json, json};

use super::batch;

fn answers(input: &[u8]) -> Vec<Json> {
    let mut out = Vec::new();
    batch(input, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn check(expression: &str, context: Json, expected: Json) {
    let line = json!({ "expression": expression, "context": context }).to_string();
    assert_eq!(answers(line.as_bytes()), [expected], "{expression}");
}

#[test]
fn lines_are_answered_one_by_one() {
    check("1 + 2 * x", json!({ "x": 3 }), json!({ "value": 7 }));
    check(
        "a + b",
        json!({ "a": {"type": "decimal", "value": "0.1"}, "b": 0.2 }),
        json!({ "value": 0.3 }),
    );
    check(
        "人均月收入 < 439",
        json!({ "人均月收入": 438.99 }),
        json!({ "value": true }),
    );
    check(
        "d",
        json!({ "d": {"type": "date", "value": "2022-10-25"} }),
        json!({ "value": "2022-10-25" }),
    );
    check("1 + \"a\"", json!({}), json!({ "value": null }));
}

#[test]
fn what_windows_writes_around_lines_is_no_part_of_them() {
    let input = "\u{feff}{\"expression\":\"1 + 1\"}\r\n\r\n{\"expression\":\"2\"}\r\n";
    let found = answers(input.as_bytes());
    assert_eq!(found, [json!({ "value": 2 }), json!({ "value": 2 })]);
}

#[test]
fn numbers_keep_every_digit() {
    let mut out = Vec::new();
    let line = br#"{"expression":"1000000000000000000.01 + 1"}"#;
    batch(&line[..], &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "{\"value\":1000000000000000001.01}\n"
    );
}

#[test]
fn what_is_no_feel_is_an_error_and_what_is_not_supported_is_named() {
    let input = b"{\n{}\n{\"expression\":\"1 +\"}\n\n{\"expression\":\"function(x) x\"}\n\xff\n";
    let found = answers(input);
    assert_eq!(found.len(), 5);
    for line in [&found[0], &found[1], &found[2], &found[4]] {
        assert!(line["error"].is_string(), "{line}");
    }
    assert!(found[3]["unsupported"].is_string(), "{}", found[3]);
}
