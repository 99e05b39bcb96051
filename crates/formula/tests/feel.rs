//! Plain FEEL, construct by construct.

use formula::feel::{Answer, evaluate};
use formula::{Context, Value};
use serde_json::json;

fn context() -> Context {
    let json = json!({
        "a": 3, "b": "4.5", "name": "清水", "yes": true, "nothing": null,
        "Full Name": "张三", "profit-and-loss": 7, "人均月收入": 250,
        "members": [
            {"name": "甲", "age": 71, "income": 0},
            {"name": "乙", "age": 35, "income": 9000},
            {"name": "丙", "age": 9, "income": 0, "school year": 3},
        ],
        "birth": {"type": "date", "value": "1951-03-05"},
    });
    let Value::Context(context) = Value::from_json(&json).expect("fits") else {
        unreachable!()
    };
    (*context).clone()
}

/// The value of an expression, as FEEL writes it in JSON.
fn check(expression: &str, expected: serde_json::Value) {
    match evaluate(expression, &context()) {
        Answer::Value(value) => assert_eq!(value.to_json(false), expected, "{expression}"),
        other => panic!("{expression}: {other:?}"),
    }
}

#[test]
fn literals_and_names() {
    check("null", json!(null));
    check("true", json!(true));
    check("12.50", json!(12.5));
    check(".5", json!(0.5));
    check("1.2e3", json!(1200));
    check("\"低\\u4FDD\\n\\\"\"", json!("低保\n\""));
    check("@\"2022-10-25\"", json!("2022-10-25"));
    check("@\"P1Y2M\"", json!("P1Y2M"));
    check("Full Name", json!("张三"));
    check("Full  Name + \"！\"", json!("张三！"));
    check("profit-and-loss + 1", json!(8));
    check("人均月收入", json!(250));
    check("1 + /* 两 */ 2 // 三", json!(3));
}

#[test]
fn arithmetic() {
    check("1 + 2 * 3 - 4 / 2", json!(5));
    check("-a ** 2", json!(9));
    check("2 ** 3 ** 2", json!(64));
    check("-(1 - 5)", json!(4));
    check("0.1 + 0.2 = 0.3", json!(true));
    check("1 / 3 * 3", json!(0.9999999999999999999999999999999999));
    check("1 / 0", json!(null));
    check("1 + null", json!(null));
    check("1 + \"1\"", json!(null));
    check("\"a\" + \"b\"", json!("ab"));
    check("@\"2022-01-31\" + @\"P1M\"", json!("2022-02-28"));
    check("@\"2022-10-25\" - @\"2022-10-01\"", json!("P24D"));
    check("2 * @\"PT90M\"", json!("PT3H"));
}

#[test]
fn comparison_and_logic() {
    check("a = 3.0", json!(true));
    check("a != 3", json!(false));
    check("a < \"x\"", json!(null));
    check("nothing = null", json!(true));
    check("a = null", json!(false));
    check("1 = \"1\"", json!(null));
    check("a between 1 and 3", json!(true));
    check("a in [1..3)", json!(false));
    check("a in (1..3]", json!(true));
    check("a in ]1..3]", json!(true));
    check("a in (1, 2, 3)", json!(true));
    check("a in (< 2, > 2)", json!(true));
    check("a in [1, 2]", json!(false));
    check("a in [[1..2], [3..4]]", json!(true));
    check("name in (\"清水\", \"房县\")", json!(true));
    check("false and null", json!(false));
    check("true and null", json!(null));
    check("true or 1", json!(true));
    check("not(a > 5)", json!(true));
    check("not(null)", json!(null));
    check("if null then 1 else 2", json!(2));
    check("if yes then \"是\" else \"否\"", json!("是"));
}

#[test]
fn lists_and_contexts() {
    check("members[1].name", json!("甲"));
    check("members[-1].name", json!("丙"));
    check("members[4]", json!(null));
    check("members[age >= 16].name", json!(["甲", "乙"]));
    check("members[item.age < 16].school year", json!([3]));
    check("count(members[income = 0])", json!(2));
    check("sum(members.income)", json!(9000));
    check("sum([])", json!(null));
    check("count([])", json!(0));
    check("min(1, 2, a)", json!(1));
    check("max(members.age)", json!(71));
    check("mean([1, 2, 6])", json!(3));
    check("all([])", json!(true));
    check("any([false, null])", json!(null));
    check("some m in members satisfies m.age > 60", json!(true));
    check(
        "every m in members, n in members satisfies m.age + n.age < 100",
        json!(false),
    );
    check("{基数: 10, 两倍: 基数 * 2}.两倍", json!(20));
    check("{a: 1}.b", json!(null));
    check("get value({x: 5}, \"x\")", json!(5));
    check("list contains([1, 2], 2)", json!(true));
}

#[test]
fn functions() {
    check("floor(-1.5)", json!(-2));
    check("ceiling(1.2)", json!(2));
    check("round up(5.001, 2)", json!(5.01));
    check("round down(-5.5, 0)", json!(-5));
    check("round half up(2.5, 0)", json!(3));
    check("round half down(2.5, 0)", json!(2));
    check("decimal(2.5, 0)", json!(2));
    check("round half up(1250, -2)", json!(1300));
    check("abs(-3)", json!(3));
    check("modulo(-12, 5)", json!(3));
    check("string length(name)", json!(2));
    check("substring(\"620521\", 1, 4)", json!("6205"));
    check("starts with(\"620521\", \"62\")", json!(true));
    check("upper case(\"x\")", json!("X"));
    check("string join([\"甲\", \"乙\"], \"、\")", json!("甲、乙"));
    check(
        "years and months duration(birth, @\"2022-03-04\").years",
        json!(70),
    );
    check("date(\"2022-02-30\")", json!(null));
    check("date(2022, 10, 25).month", json!(10));
    check("abs()", json!(null));
}

#[test]
fn outside_the_part_is_refused_by_name() {
    let cases = [
        (
            "for x in 1..3 return x",
            "iteration over a range of numbers",
        ),
        ("function(x) x", "function definition"),
        ("a instance of function<number> -> number", "instance of"),
        ("matches(\"a\", \"a\")", "function \"matches\""),
        ("sort([1], function(x, y) x < y)", "function \"sort\""),
        ("某某某", "nothing is called \"某某某\""),
        ("Model B.total", "nothing is called \"Model B\""),
        ("PMT(1)", "there is no function \"PMT\""),
        ("月额(1)", "there is no function \"月额\""),
        ("@\"10:00:00@Asia/Shanghai\"", "time zone by name"),
    ];
    for (expression, expected) in cases {
        assert_eq!(
            evaluate(expression, &context()),
            Answer::Unsupported(expected.to_owned()),
            "{expression}"
        );
    }
}

#[test]
fn what_is_no_feel_is_an_error_with_its_place() {
    let cases = [
        ("1 +", 3, "公式结束了"),
        ("(1", 2, "“)”"),
        ("1 2", 2, "运算符"),
        ("a × 2", 2, "“×”"),
        ("\"低保", 0, "引号"),
        ("/* x", 0, "注释"),
        ("if a then b", 11, "else"),
    ];
    for (expression, start, words) in cases {
        match evaluate(expression, &context()) {
            Answer::Error(fault) => {
                assert_eq!(fault.span.start, start, "{expression}: {fault}");
                assert!(fault.zh.contains(words), "{expression}: {fault}");
                assert!(!fault.mend_zh.is_empty() && !fault.mend_en.is_empty());
            }
            other => panic!("{expression}: {other:?}"),
        }
    }
}

#[test]
fn lines_of_json() {
    use formula::feel::answer_line;
    let cases = [
        (
            r#"{"expression":"1/3"}"#,
            r#"{"value":0.3333333333333333333333333333333333}"#,
        ),
        (
            r#"{"expression":"a + 1","context":{"a":2}}"#,
            r#"{"value":3}"#,
        ),
        (
            r#"{"expression":"{x: a, \"y\": [\"低\"]}","context":{"a":{"type":"date","value":"2022-10-25"}}}"#,
            r#"{"value":{"x":"2022-10-25","y":["低"]}}"#,
        ),
        (r#"{"expression":"1 + \"1\""}"#, r#"{"value":null}"#),
        (
            r#"{"expression":"sort([1], function(x, y) x < y)"}"#,
            r#"{"unsupported":"function \"sort\""}"#,
        ),
        (
            r#"{"expression":"a","context":{"a":0.12345678901234567}}"#,
            r#"{"error":"这个数超过 15 位有效数字，请加引号写成文字 / a number of more than 15 digits: write it in quotes"}"#,
        ),
    ];
    for (line, expected) in cases {
        assert_eq!(answer_line(line), expected, "{line}");
    }
    let zoned =
        r#"{"expression":"t","context":{"t":{"type":"time","value":"10:00:00@Asia/Shanghai"}}}"#;
    assert_eq!(answer_line(zoned), r#"{"unsupported":"time zone by name"}"#);
    assert!(answer_line("{").starts_with("{\"error\":"));
    assert!(answer_line(r#"{"expression":"1 +"}"#).starts_with("{\"error\":"));
}

#[test]
fn lists_are_made_out_of_lists() {
    let list = |text: &str| evaluate(text, &Context::new());
    for (expression, expected) in [
        (
            "for x in [1, 2], y in [10, 20] return x * y",
            "[10, 20, 20, 40]",
        ),
        ("for x in [[1, 2], [3]] return count(x)", "[2, 1]"),
        ("append([1], 2, 3)", "[1, 2, 3]"),
        ("concatenate([1], [2, 3], [])", "[1, 2, 3]"),
        ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("distinct values([1, 1.0, 2])", "[1, 2]"),
        ("flatten([[1, [2]], 3])", "[1, 2, 3]"),
        ("reverse([1, 2, 3])", "[3, 2, 1]"),
        ("index of([1, 2, 1], 1)", "[1, 3]"),
        ("sublist([1, 2, 3, 4], -2)", "[3, 4]"),
        ("remove([1, 2, 3], 2)", "[1, 3]"),
        ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
        ("mode([3, 1, 3, 1, 2])", "[1, 3]"),
        ("product(2, 3, 4)", "24"),
        ("median([5, 1, 2, 4])", "3"),
        (
            "stddev([2, 4, 4, 4, 5, 5, 7, 9]) * stddev([2, 4, 4, 4, 5, 5, 7, 9]) - 32 / 7 < 0.000001",
            "true",
        ),
        ("sublist([1, 2], 3)", "null"),
        ("insert before([1], 0, 2)", "null"),
        ("for x in null return x", "null"),
        ("\"a\" instance of string", "true"),
        ("[1, \"a\"] instance of list<number>", "false"),
        ("is(@\"2022-10-25\", @\"2022-10-25\")", "true"),
    ] {
        assert_eq!(list(expression), list(expected), "{expression}");
    }
}

#[test]
fn lists_without_end_are_refused() {
    let many = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    let expression = format!(
        "for a in {many}, b in {many}, c in {many}, d in {many}, e in {many}, f in {many} return [a, b]"
    );
    assert!(matches!(
        evaluate(&expression, &Context::new()),
        Answer::Unsupported(_)
    ));
    for range in [
        "for i in 1..1000000000 return i",
        "some i in 1..1000000000 satisfies i < 0",
        "for i in [1..1000000000] return i",
    ] {
        assert!(
            matches!(evaluate(range, &Context::new()), Answer::Unsupported(_)),
            "{range}"
        );
    }
}
