//! Arbitrary formulas: read, checked and evaluated, or refused; never a panic.

mod support;

use formula::feel::evaluate;
use formula::{Context, Entity, Number, Program, Type, Unit, Value, Workspace};
use proptest::prelude::*;
use support::{family, parameters, schema, variable};

fn tokens() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "(",
        ")",
        "[",
        "]",
        ",",
        "..",
        ".",
        "1",
        "2.5",
        "0",
        "-",
        "+",
        "*",
        "/",
        "**",
        "=",
        "<",
        ">=",
        "!=",
        "and",
        "or",
        "not(",
        "in",
        "between",
        "if",
        "then",
        "else",
        "some 某 in",
        "every 某 in",
        "satisfies",
        "某",
        "item",
        "成员",
        "赡养人",
        "户",
        "待遇",
        "年龄",
        "性别",
        "工资性收入",
        "劳动能力",
        "在享项目",
        "城乡",
        "货币财产",
        "农村低保标准",
        "类别金额",
        "发放日",
        "sum(",
        "合计(",
        "count(",
        "max(",
        "月额(",
        "is known(",
        "is given(",
        "get value(",
        "round up(",
        "string(",
        "周岁(",
        "years and months duration(",
        "\"农村\"",
        "\"一类\"",
        "null",
        "true",
        "@\"P1M\"",
        "@\"2022-01-31\"",
        "{",
        "}",
        "甲:",
        "一类",
        "years",
        "substring(",
        "list contains(",
    ]);
    prop::collection::vec(words, 1..16).prop_map(|words| words.join(" "))
}

/// Formulas that are mostly right, so that evaluation gets its share.
fn likely() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "1",
        "0",
        "null",
        "true",
        "\"农村\"",
        "城乡",
        "货币财产",
        "成员",
        "赡养人",
        "农村低保标准",
        "类别金额",
        "发放日",
        "@\"P1M\"",
        "@\"P3D\"",
        "@\"2022-01-31\"",
        "[1, 2]",
        "[1..5)",
        "{甲: 1}",
        "-9e6143",
        "1e-6100",
        "9999999999999999999999999999999999",
    ]);
    leaf.prop_map(str::to_owned)
        .prop_recursive(4, 24, 3, |inner| {
            let two = (inner.clone(), inner.clone());
            prop_oneof![
                (
                    prop::sample::select(vec![
                        "+", "-", "*", "/", "**", "=", "<", ">=", "and", "or"
                    ]),
                    two.clone()
                )
                    .prop_map(|(op, (a, b))| format!("({a}) {op} ({b})")),
                two.clone().prop_map(|(a, b)| format!("({a})[{b}]")),
                two.clone().prop_map(|(a, b)| format!("({a}) in ({b})")),
                two.clone().prop_map(|(a, b)| format!("[{a}, {b}]")),
                two.clone()
                    .prop_map(|(a, b)| format!("some 某 in ({a}) satisfies 某 = ({b})")),
                (
                    prop::sample::select(vec![
                        "sum",
                        "合计",
                        "count",
                        "min",
                        "mean",
                        "all",
                        "floor",
                        "abs",
                        "string",
                        "date",
                        "duration",
                        "not",
                        "even",
                        "string length",
                        "sqrt",
                        "time",
                        "date and time",
                        "number",
                        "day of week",
                    ]),
                    inner.clone()
                )
                    .prop_map(|(f, a)| format!("{f}({a})")),
                (
                    prop::sample::select(vec![
                        "modulo",
                        "decimal",
                        "round half up",
                        "get value",
                        "substring",
                        "list contains",
                        "string join",
                        "years and months duration",
                        "contains",
                    ]),
                    two
                )
                    .prop_map(|(f, (a, b))| format!("{f}({a}, {b})")),
                (
                    prop::sample::select(vec!["year", "years", "甲", "一类", "start", "days"]),
                    inner
                )
                    .prop_map(|(key, a)| format!("({a}).{key}")),
            ]
        })
}

/// As a pack's formula of every type, and as plain FEEL over some context.
fn try_all(text: &str) {
    let mut context = Context::new();
    for (name, value) in [
        ("年龄", support::number("9")),
        ("城乡", "农村".into()),
        ("农村低保标准", Value::Null),
    ] {
        context.set(name, value);
    }
    let rows = Value::list([
        Value::Context(context.clone().into()),
        Value::Number(Number::ONE),
        Value::Null,
    ]);
    context.set("成员", rows);
    let _ = evaluate(text, &context);
    for ty in [
        Type::Boolean,
        Type::Number(Unit::YUAN_PER_MONTH),
        Type::list(Type::Text),
    ] {
        let schema = schema();
        let given = parameters(&schema);
        let facts = family(&schema);
        match Program::compile(schema, vec![variable("结果", Entity::Household, ty, text)]) {
            Ok(program) => {
                let linked = program.link(given).expect("the parameters fit");
                let id = program
                    .variable(Entity::Household, "结果")
                    .expect("declared");
                let outcome = linked
                    .evaluate(&facts, &mut Workspace::default())
                    .get(id, 0);
                let trace = linked.explain(&facts, &[(id, 0)], &|_, _, _| None);
                assert!(!trace.steps.is_empty(), "{outcome:?}");
            }
            Err(faults) => {
                for fault in faults {
                    assert!(
                        fault.span.end <= text.len() && fault.span.start <= fault.span.end,
                        "{text}: {fault:?}"
                    );
                    assert!(
                        !fault.zh.is_empty() && !fault.en.is_empty(),
                        "{text}: {fault:?}"
                    );
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_tokens(text in tokens()) {
        try_all(&text);
    }

    #[test]
    fn likely_formulas(text in likely()) {
        try_all(&text);
    }

    #[test]
    fn arbitrary_text(text in any::<String>()) {
        try_all(&text);
    }
}
