//! Hostile input: nothing overflows the stack, hangs or gives a number.

mod support;

use std::time::{Duration, Instant};

use formula::feel::{Answer, evaluate};
use formula::{Context, Entity, FaultKind, Parameters, Program, Type, Unit, Workspace};
use support::{family, schema, variable};

const COUNT: Type = Type::Number(Unit::COUNT);

#[test]
fn nested_brackets() {
    let text = format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000));
    assert!(matches!(
        evaluate(&text, &Context::new()),
        Answer::Unsupported(_)
    ));
    let found = support::faults(Entity::Household, COUNT, &text);
    assert_eq!(found[0].kind, FaultKind::TooLarge);
}

#[test]
fn the_deepest_formula_runs_on_a_small_stack() {
    // Test threads have two mebibytes, as worker threads do.
    let text = format!("{}1{}", "-(".repeat(90), ")".repeat(90));
    assert_eq!(
        evaluate(&text, &Context::new()),
        Answer::Value(support::number("1"))
    );
    let sum = format!("1{}", " + 1".repeat(190));
    assert_eq!(
        evaluate(&sum, &Context::new()),
        Answer::Value(support::number("191"))
    );
}

#[test]
fn the_deepest_formulas_are_checked_on_a_small_stack() {
    let forms = [
        ("if 城乡 = \"农村\" then ", "1", " else 0", 95),
        ("(1 + ", "1", ")", 95),
        ("max(0, ", "1", ")", 95),
        (
            "(if every 某 in 成员 satisfies 某.共同生活 then ",
            "1",
            " else 2)",
            90,
        ),
    ];
    for (open, middle, close, times) in forms {
        let text = format!("{}{middle}{}", open.repeat(times), close.repeat(times));
        let value = support::outcome(Entity::Household, COUNT, &text, family);
        assert!(value.known().is_some(), "{open}: {value:?}");
    }
}

#[test]
fn a_long_chain_of_variables_runs_or_is_refused() {
    let winding = |length: usize| -> Vec<_> {
        (0..length)
            .map(|i| match (i, i % 2) {
                (0, _) => variable("v0", Entity::Household, COUNT, "1"),
                (_, 0) => {
                    let formula = format!(
                        "if any(成员[v{} >= 0].共同生活) then 合计(成员.v{}) / 3 else 0",
                        i - 1,
                        i - 1
                    );
                    variable(&format!("v{i}"), Entity::Household, COUNT, &formula)
                }
                _ => {
                    let formula = format!(
                        "if some 某 in 成员 satisfies 户.v{} + 1 = 2 then 户.v{} else 0",
                        i - 1,
                        i - 1
                    );
                    variable(&format!("v{i}"), Entity::Person, COUNT, &formula)
                }
            })
            .collect()
    };
    let chain = |length: usize| -> Vec<_> {
        (0..length)
            .map(|i| {
                let formula = if i == 0 {
                    "1".to_owned()
                } else {
                    format!("v{} + (1 - 1) + 1", i - 1)
                };
                variable(&format!("v{i}"), Entity::Household, COUNT, &formula)
            })
            .collect()
    };
    let schema = schema();
    let facts = family(&schema);
    let program = Program::compile(schema.clone(), chain(245)).expect("short enough");
    let linked = program
        .link(Parameters::new())
        .expect("no parameters needed");
    let last = program
        .variable(Entity::Household, "v244")
        .expect("declared");
    let value = linked
        .evaluate(&facts, &mut Workspace::default())
        .get(last, 0);
    assert_eq!(value, formula::Outcome::Known(support::number("245")));
    let program = Program::compile(schema.clone(), winding(163)).expect("short enough");
    let linked = program
        .link(Parameters::new())
        .expect("no parameters needed");
    let last = program
        .variable(Entity::Household, "v162")
        .expect("declared");
    let value = linked
        .evaluate(&facts, &mut Workspace::default())
        .get(last, 0);
    assert_eq!(value, formula::Outcome::Known(support::number("1")));
    let found = Program::compile(schema, chain(5_000)).expect_err("refused");
    assert!(
        found.iter().all(|f| f.kind == FaultKind::TooLarge),
        "{}",
        support::shown(&found)
    );
}

#[test]
fn a_range_of_a_billion_is_not_walked() {
    let begin = Instant::now();
    let text = "5 in [1..1000000000] and not(0 in [1..1000000000])";
    assert_eq!(evaluate(text, &Context::new()), Answer::Value(true.into()));
    let walked = "some x in 1..1000000000 satisfies x < 0";
    assert!(matches!(
        evaluate(walked, &Context::new()),
        Answer::Unsupported(_)
    ));
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[test]
fn iterations_inside_one_another_are_limited() {
    let nested = |times: usize| {
        format!(
            "{}1{}",
            "count(成员[count(成员) > ".repeat(times),
            "])".repeat(times)
        )
    };
    let found = support::faults(Entity::Household, COUNT, &nested(4));
    assert_eq!(found.len(), 1, "{}", support::shown(&found));
    assert_eq!(found[0].kind, FaultKind::TooLarge);
    let value = support::outcome(Entity::Household, COUNT, &nested(3), family);
    assert_eq!(value, formula::Outcome::Known(support::number("3")));
}

#[test]
fn values_that_double_are_refused() {
    let lists: String = (1..60)
        .map(|i| format!(", v{i}: [v{}, v{}]", i - 1, i - 1))
        .collect();
    let texts: String = (1..60)
        .map(|i| format!(", v{i}: v{} + v{}", i - 1, i - 1))
        .collect();
    for text in [
        format!("{{v0: [1]{lists}}}"),
        format!("{{v0: \"低保\"{texts}}}"),
    ] {
        assert!(
            matches!(evaluate(&text, &Context::new()), Answer::Unsupported(_)),
            "{text}"
        );
    }
}

#[test]
fn numbers_beyond_34_digits_are_null() {
    for text in [
        "9e6144 * 10",
        "10 ** 7000",
        "1e6144 + 9.999e6144",
        "(-1) ** 0.5",
        "0 ** -1",
    ] {
        assert_eq!(
            evaluate(text, &Context::new()),
            Answer::Value(formula::Value::Null),
            "{text}"
        );
    }
    assert!(matches!(
        evaluate("1e99999", &Context::new()),
        Answer::Error(_)
    ));
}
