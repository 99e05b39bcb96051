//! What is refused when a pack is loaded: kind, place, words, and how to mend it.

mod support;

use formula::{Entity, FaultKind, Position, Program, Type, Unit};
use support::{faults, schema, variable};

const PER_MONTH: Type = Type::Number(Unit::YUAN_PER_MONTH);
const COUNT: Type = Type::Number(Unit::COUNT);

/// One fault of that kind on exactly those words, with that hint.
fn check(entity: Entity, ty: Type, formula: &str, kind: FaultKind, words: &str, mend: &str) {
    let found = faults(entity, ty, formula);
    assert_eq!(found.len(), 1, "{formula}: {}", support::shown(&found));
    let fault = &found[0];
    assert_eq!(fault.kind, kind, "{formula}: {fault}");
    assert_eq!(fault.span.of(formula), words, "{formula}: {fault}");
    assert!(
        format!("{} {}", fault.mend_zh, fault.zh).contains(mend),
        "{formula}: {fault}"
    );
    assert_eq!(fault.variable, "结果");
    assert!(!fault.en.is_empty() && !fault.zh.is_empty() && !fault.mend_en.is_empty());
}

#[test]
fn names() {
    use Entity::{Household, Person};
    use FaultKind::{UnknownName, WrongEntity};
    check(
        Person,
        Type::Boolean,
        "年岭 > 16",
        UnknownName,
        "年岭",
        "“年龄”",
    );
    check(
        Household,
        PER_MONTH,
        "月额(农村低保标淮)",
        UnknownName,
        "农村低保标淮",
        "“农村低保标准”",
    );
    check(
        Household,
        Type::Boolean,
        "年龄 > 16",
        WrongEntity,
        "年龄",
        "成员",
    );
    check(
        Person,
        Type::Boolean,
        "城乡 = \"农村\"",
        WrongEntity,
        "城乡",
        "户.城乡",
    );
    check(
        Household,
        Type::Boolean,
        "待遇.照料护理档位 = \"半护理\"",
        WrongEntity,
        "待遇",
        "能看到",
    );
    check(
        Household,
        Type::Boolean,
        "every 某 in 成员 satisfies 某.年岭 > 1",
        UnknownName,
        "年岭",
        "“年龄”",
    );
    check(
        Household,
        PER_MONTH,
        "类别金额.五类",
        UnknownName,
        "五类",
        "类",
    );
    check(
        Household,
        COUNT,
        "count（成员）",
        UnknownName,
        "count（成员）",
        "半角",
    );
    check(
        Household,
        COUNT,
        "conut(成员)",
        UnknownName,
        "conut",
        "“count”",
    );
}

#[test]
fn units() {
    use Entity::{Household, Person, Supporter};
    use FaultKind::WrongUnit;
    let cases: &[(Entity, Type, &str, &str, &str)] = &[
        (
            Household,
            PER_MONTH,
            "农村低保标准 + 城市低保标准",
            "农村低保标准 + 城市低保标准",
            "月额",
        ),
        (
            Household,
            Type::Boolean,
            "农村低保标准 < 城市低保标准",
            "农村低保标准 < 城市低保标准",
            "月额",
        ),
        (Household, PER_MONTH, "农村低保标准", "农村低保标准", "月额"),
        (
            Household,
            PER_MONTH,
            "城市低保标准 + 50",
            "城市低保标准 + 50",
            "参数",
        ),
        (Household, PER_MONTH, "500", "500", "参数"),
        (
            Household,
            Type::Boolean,
            "货币财产 > 50000",
            "货币财产 > 50000",
            "参数",
        ),
        (
            Household,
            Type::Boolean,
            "增发比例 > 30",
            "增发比例 > 30",
            "百分之",
        ),
        (
            Household,
            PER_MONTH,
            "城市低保标准 * 困难月数",
            "城市低保标准 * 困难月数",
            "单位",
        ),
        (
            Household,
            PER_MONTH,
            "max(农村低保标准, 城市低保标准)",
            "城市低保标准",
            "月额",
        ),
        (
            Household,
            PER_MONTH,
            "if true then 农村低保标准 else 城市低保标准",
            "城市低保标准",
            "月额",
        ),
        (
            Household,
            Type::Boolean,
            "城市低保标准 in [0..农村低保标准]",
            "[0..农村低保标准]",
            "月额",
        ),
        (Household, PER_MONTH, "月额(货币财产)", "货币财产", "单位"),
        (
            Household,
            PER_MONTH,
            "城市低保标准 ** 2",
            "城市低保标准 ** 2",
            "单位",
        ),
        (
            Person,
            Type::Boolean,
            "年龄 + 1 > 老年年龄",
            "年龄 + 1",
            "参数",
        ),
        (
            Person,
            Type::Boolean,
            "年龄 > 工资性收入",
            "年龄 > 工资性收入",
            "单位",
        ),
        (
            Supporter,
            Type::Boolean,
            "家庭人均月收入 > 农村低保标准",
            "家庭人均月收入 > 农村低保标准",
            "月额",
        ),
    ];
    for (entity, ty, formula, words, mend) in cases {
        check(*entity, ty.clone(), formula, WrongUnit, words, mend);
    }
}

#[test]
fn units_that_fit() {
    use Entity::Household;
    let cases: &[(Type, &str)] = &[
        (Type::Number(Unit::YUAN), "城市低保标准 * 困难月数"),
        (PER_MONTH, "2 * 城市低保标准 / 3"),
        (PER_MONTH, "城市低保标准 * count(成员)"),
        (PER_MONTH, "城市低保标准 * 增发比例"),
        (COUNT, "月额(农村低保标准) / 城市低保标准"),
        (Type::Number(Unit::MONTH), "货币财产 / 城市低保标准"),
        (Type::Boolean, "困难月数 >= 6"),
        (Type::Boolean, "货币财产 > 0"),
        (Type::Boolean, "sum(成员.工资性收入) <= 0"),
        (PER_MONTH, "if 城乡 = null then 0 else 城市低保标准"),
        (Type::Number(Unit::MONTH), "6"),
    ];
    for (ty, formula) in cases {
        assert_eq!(faults(Household, ty.clone(), formula), vec![], "{formula}");
    }
}

#[test]
fn types_and_codes() {
    use Entity::{Household, Person};
    use FaultKind::{Syntax, UnknownCode, Unsupported, WrongArguments, WrongType};
    check(
        Person,
        Type::Boolean,
        "性别 = \"难\"",
        UnknownCode,
        "性别 = \"难\"",
        "男、女",
    );
    check(
        Person,
        Type::Boolean,
        "性别 in (\"男\", \"女性\")",
        UnknownCode,
        "\"女性\"",
        "“女”",
    );
    check(
        Household,
        Type::Boolean,
        "count(成员)",
        WrongType,
        "count(成员)",
        "类型",
    );
    check(Household, COUNT, "成员", WrongType, "成员", "类型");
    check(
        Person,
        Type::Boolean,
        "年龄 and true",
        WrongType,
        "年龄",
        "类型",
    );
    check(
        Person,
        Type::Boolean,
        "性别 > 3",
        WrongType,
        "性别 > 3",
        "类型",
    );
    check(Household, COUNT, "城乡 + 1", WrongType, "城乡 + 1", "类型");
    check(Household, COUNT, "string length(3)", WrongType, "3", "类型");
    check(
        Household,
        COUNT,
        "round up(1.5)",
        WrongArguments,
        "round up(1.5)",
        "round up(n, scale)",
    );
    check(
        Household,
        COUNT,
        "count(for 某 in 1..3 return 1)",
        Unsupported,
        "1",
        "列表",
    );
    check(
        Household,
        Type::Boolean,
        "城乡 is \"农村\"",
        Syntax,
        "is",
        "运算符",
    );
    check(
        Household,
        Type::Boolean,
        "is given(count(成员))",
        WrongArguments,
        "count(成员)",
        "is known",
    );
    check(
        Household,
        Type::code("级", &["甲", "乙"]),
        "if 城乡 = \"农村\" then \"甲\" else \"丙\"",
        UnknownCode,
        "if 城乡 = \"农村\" then \"甲\" else \"丙\"",
        "甲",
    );
}

#[test]
fn all_faults_are_found_at_once() {
    let formula = "某甲 + 农村低保标准 < 城市低保标准\n  and 城乡 = \"县\" and count(赡养人) + 货币财产 > 某乙";
    let found = faults(Entity::Household, Type::Boolean, formula);
    let kinds: Vec<FaultKind> = found.iter().map(|f| f.kind).collect();
    use FaultKind::{UnknownCode, UnknownName, WrongUnit};
    assert_eq!(
        kinds,
        [UnknownName, WrongUnit, UnknownCode, WrongUnit, UnknownName],
        "{}",
        support::shown(&found)
    );
    assert_eq!(found[2].position(formula), Position { line: 2, column: 7 });
}

#[test]
fn cycles_are_named() {
    use Entity::{Household, Person};
    let schema = schema();
    let variables = vec![
        variable("甲", Household, COUNT, "乙 + 1"),
        variable("乙", Household, COUNT, "合计(成员.丙)"),
        variable("丙", Person, COUNT, "户.甲"),
        variable("丁", Household, COUNT, "甲"),
    ];
    let found = Program::compile(schema, variables).expect_err("refused");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind, FaultKind::Cycle);
    assert!(found[0].zh.contains("甲 → 乙 → 丙 → 甲"), "{}", found[0]);
    assert_eq!(found[0].variable, "丙");
    assert_eq!(found[0].span.of("户.甲"), "户.甲");
}

#[test]
fn doubled_names_are_refused() {
    let variables = vec![
        variable("甲", Entity::Household, COUNT, "1"),
        variable("甲", Entity::Household, COUNT, "2"),
        variable("城乡", Entity::Household, COUNT, "1"),
        variable("老年年龄", Entity::Person, COUNT, "1"),
    ];
    let found = Program::compile(schema(), variables).expect_err("refused");
    assert_eq!(
        found
            .iter()
            .filter(|f| f.kind == FaultKind::DuplicateName)
            .count(),
        3
    );
}

#[test]
fn a_parameter_of_another_type_is_refused() {
    let schema = schema();
    let mut given = support::parameters(&schema);
    given.set(
        schema.find_parameter("老年年龄").expect("declared"),
        "六十".into(),
        None,
    );
    let program = Program::compile(schema, vec![]).expect("nothing to refuse");
    let found = program.link(given).expect_err("refused");
    assert_eq!(found[0].kind, FaultKind::WrongParameter);
    assert!(found[0].zh.contains("老年年龄"));
}
