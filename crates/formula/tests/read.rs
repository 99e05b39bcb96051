//! Units, positions, and values read from JSON by their declared type.

use formula::{Number, Position, Round, Type, Unit, Value};
use serde_json::json;

fn number(text: &str) -> Number {
    Number::parse(text).expect("a number")
}

#[test]
fn units_are_read_and_shown() {
    let cases = [
        ("元", Unit::YUAN, "元"),
        ("元/月", Unit::YUAN_PER_MONTH, "元/月"),
        ("元/人/月", Unit::YUAN_PER_MONTH, "元/月"),
        ("元/年", Unit::YUAN_PER_YEAR, "元/年"),
        ("月", Unit::MONTH, "月"),
        ("岁", Unit::AGE, "岁"),
        ("平方米", Unit::AREA, "m²"),
        ("%", Unit::PERCENT, "%"),
        ("户", Unit::COUNT, ""),
        ("1/月", Unit::COUNT.over(Unit::MONTH), "1/月"),
    ];
    for (text, unit, shown) in cases {
        assert_eq!(text.parse::<Unit>(), Ok(unit), "{text}");
        assert_eq!(unit.to_string(), shown, "{text}");
    }
    for text in ["", "元/", "美元", "元每月", "/月"] {
        assert!(text.parse::<Unit>().is_err(), "{text}");
    }
}

#[test]
fn products_and_quotients_of_units() {
    assert_eq!(Unit::YUAN_PER_MONTH.times(Unit::MONTH), Unit::YUAN);
    assert_eq!(Unit::YUAN.over(Unit::MONTH), Unit::YUAN_PER_MONTH);
    assert_eq!(
        Unit::YUAN_PER_MONTH.times(Unit::PERCENT),
        Unit::YUAN_PER_MONTH
    );
    assert_eq!(Unit::YUAN_PER_MONTH.over(Unit::YUAN_PER_MONTH), Unit::COUNT);
    assert_eq!(Unit::PERCENT.times(Unit::PERCENT), Unit::PERCENT);
    assert_eq!(Unit::YUAN.times(Unit::YUAN).to_string(), "元^2");
}

#[test]
fn values_by_their_type() {
    let read = |ty: &Type, json: serde_json::Value| ty.read(&json);
    let yuan = Type::Number(Unit::YUAN);
    let sex = Type::code("性别", &["男", "女"]);
    assert_eq!(
        read(&yuan, json!("1317.00")),
        Ok(Value::Number(number("1317")))
    );
    assert_eq!(read(&yuan, json!(0.1)), Ok(Value::Number(number("0.1"))));
    assert_eq!(read(&yuan, json!(null)), Ok(Value::Null));
    assert_eq!(
        read(&Type::Number(Unit::PERCENT), json!("30%")),
        Ok(Value::Number(number("0.3")))
    );
    assert_eq!(read(&sex, json!("男")), Ok("男".into()));
    assert_eq!(
        read(&Type::list(Type::Text), json!(["dibao"])),
        Ok(Value::list(["dibao".into()]))
    );
    assert_eq!(read(&Type::Months, json!("P1Y2M")), Ok(Value::Months(14)));
    let date = chrono::NaiveDate::from_ymd_opt(2022, 10, 25).expect("a date");
    assert_eq!(
        read(&Type::Date, json!("2022-10-25")),
        Ok(Value::Date(date))
    );
    let faults = [
        (&yuan, json!("1,317"), "应为数（元），给的是文字"),
        (&yuan, json!(true), "应为数（元），给的是是否"),
        (&yuan, json!(0.1234567890123456), "15 位"),
        (&sex, json!("難"), "可用：男、女"),
        (&Type::Date, json!("2022-02-30"), "应为日期"),
        (&Type::Date, json!("2022-2-3"), "应为日期"),
        (&Type::Months, json!("P3D"), "应为年月时长"),
        (
            &Type::table(["一类"], yuan.clone()),
            json!({"五类": 1}),
            "五类",
        ),
    ];
    for (ty, json, words) in faults {
        let fault = read(ty, json).expect_err("refused");
        assert!(fault.zh.contains(words) && !fault.en.is_empty(), "{fault}");
    }
}

#[test]
fn numbers() {
    assert_eq!(number("1.50").to_string(), "1.5");
    assert_eq!(number("1e3").to_string(), "1000");
    assert_eq!(number("-0").to_string(), "0");
    assert_eq!(number("1.0"), number("1"));
    assert_eq!(Number::from_fen(131_700), number("1317"));
    assert_eq!(number("1317.01").to_fen(), Some(131_701));
    assert_eq!(number("-13.5").to_fen(), Some(-1350));
    assert_eq!(number("0.001").to_fen(), None);
    assert_eq!(number("92233720368547758.08").to_fen(), None);
    assert_eq!(number("-2.5").round(0, Round::HalfUp), Some(number("-3")));
    assert_eq!(number("2.5").round(0, Round::HalfEven), Some(number("2")));
    assert_eq!(
        number("1250").round(-2, Round::HalfUp),
        Some(number("1300"))
    );
    assert_eq!(number("1").div(Number::ZERO), None);
    for text in ["", "1,000", "inf", "NaN", "1e7000", "１２"] {
        assert_eq!(Number::parse(text), None, "{text}");
    }
}

#[test]
fn positions_count_characters() {
    let text = "低保\n标准 + 某";
    let at = text.find('某').expect("there");
    assert_eq!(Position::of(text, at), Position { line: 2, column: 6 });
    assert_eq!(Position::of(text, 999), Position { line: 2, column: 7 });
    assert_eq!(Position::of("", 0), Position { line: 1, column: 1 });
}
