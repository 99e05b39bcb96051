//! Formulas of packs over families: values, tables, entities, traces.

mod support;

use formula::{Entity, Outcome, Type, Unit, Value};
use support::{family, number, outcome};

const PER_MONTH: Type = Type::Number(Unit::YUAN_PER_MONTH);
const COUNT: Type = Type::Number(Unit::COUNT);

fn check(entity: Entity, ty: Type, formula: &str, expected: Value) {
    assert_eq!(
        outcome(entity, ty, formula, family),
        Outcome::Known(expected),
        "{formula}"
    );
}

#[test]
fn household_formulas() {
    let cases: &[(Type, &str, Value)] = &[
        (PER_MONTH, "月额(农村低保标准)", number("439")),
        (
            Type::Number(Unit::YUAN_PER_YEAR),
            "年额(城市低保标准)",
            number("8280"),
        ),
        (PER_MONTH, "月额(城市低保标准)", number("690")),
        (
            Type::Number(Unit::YUAN_PER_YEAR),
            "sum(成员.工资性收入)",
            number("9000"),
        ),
        (
            PER_MONTH,
            "月额(合计(成员.工资性收入)) / count(成员)",
            number("250"),
        ),
        (
            PER_MONTH,
            "(月额(农村低保标准) - 月额(合计(成员.工资性收入)) / count(成员)) * count(成员)",
            number("567"),
        ),
        (COUNT, "count(成员[年龄 >= 60])", number("1")),
        (
            COUNT,
            "count(成员[年龄 >= 老年年龄 or 年龄 < 16])",
            number("2"),
        ),
        (COUNT, "count(赡养人)", number("0")),
        (
            Type::Number(Unit::YUAN_PER_YEAR),
            "合计(成员[年龄 > 90].工资性收入)",
            number("0"),
        ),
        (
            Type::Number(Unit::YUAN_PER_YEAR),
            "sum(成员[年龄 > 90].工资性收入)",
            Value::Null,
        ),
        (PER_MONTH, "get value(类别金额, 低保类别)", number("415")),
        (
            PER_MONTH,
            "if 城乡 = \"农村\" then 类别金额.一类 else 0",
            number("439"),
        ),
        (PER_MONTH, "类别金额.一类 * 增发比例", number("131.7")),
        (
            PER_MONTH,
            "max(0, 类别金额.四类 - 类别金额.三类)",
            number("0"),
        ),
        (
            PER_MONTH,
            "round up(类别金额.一类 * 增发比例, 0)",
            number("132"),
        ),
        (
            Type::Boolean,
            "some 某 in 成员 satisfies 某.年龄 >= 老年年龄",
            true.into(),
        ),
        (
            Type::Boolean,
            "every 某 in 成员 satisfies 某.共同生活",
            true.into(),
        ),
        (
            Type::Boolean,
            "低保类别 in (\"一类\", \"二类\")",
            true.into(),
        ),
        (Type::Boolean, "count(成员) between 2 and 4", true.into()),
        (Type::Boolean, "户.城乡 = \"城市\"", false.into()),
        (Type::Boolean, "增发比例 >= 百分之(30)", true.into()),
        (Type::Number(Unit::AGE), "max(成员.年龄)", number("71")),
        (Type::Number(Unit::AGE), "成员[1].年龄", number("71")),
        (
            Type::Number(Unit::YEAR),
            "years and months duration(@\"2000-01-01\", 发放日).years",
            number("22"),
        ),
        (
            Type::Text,
            "\"第\" + string(count(成员)) + \"人\"",
            "第3人".into(),
        ),
    ];
    for (ty, formula, expected) in cases {
        check(Entity::Household, ty.clone(), formula, expected.clone());
    }
}

#[test]
fn person_formulas_see_their_household() {
    check(
        Entity::Person,
        Type::Boolean,
        "年龄 >= 老年年龄 and 户.城乡 = \"农村\"",
        true.into(),
    );
    check(
        Entity::Person,
        COUNT,
        "count(成员[性别 = \"女\"])",
        number("3"),
    );
}

#[test]
fn programs_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<formula::Program>();
    shared::<formula::Linked<'static>>();
    shared::<formula::Family>();
}

#[test]
fn debug_texts_show_no_facts() {
    let schema = support::schema();
    let text = format!("{:?}", family(&schema));
    assert!(
        text.contains("person, 3 of 8 facts") && !text.contains("71") && !text.contains("女"),
        "{text}"
    );
}
