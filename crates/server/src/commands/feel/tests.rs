use serde_json::{Value as Json, json};

use super::answer;

fn check(expression: &str, context: Json, expected: Json) {
    let line = json!({ "expression": expression, "context": context }).to_string();
    assert_eq!(answer(&line), expected, "{expression}");
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
fn what_is_no_feel_is_an_error_and_what_is_not_supported_is_named() {
    let get = |line: &str| answer(line);
    assert!(get("{").get("error").is_some());
    assert!(get("{}").get("error").is_some());
    assert!(get(r#"{"expression":"1 +"}"#).get("error").is_some());
    let refused = get(r#"{"expression":"function(x) x"}"#);
    assert!(refused["unsupported"].is_string(), "{refused}");
}
