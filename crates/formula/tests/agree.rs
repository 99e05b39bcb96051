//! One meaning: packs agree with plain FEEL on complete facts, folding changes
//! nothing, and a plain walker written for this test gets the same results.

mod support;

use std::sync::Arc;

use formula::feel::{Answer, evaluate};
use formula::{
    Context, Entity, Fact, FactId, Family, Number, Outcome, Parameters, Program, Row, Schema, Type,
    Value, Workspace,
};
use proptest::prelude::*;
use support::small::{COUNT, boolean, build, numeric, small};
use support::variable;

fn as_context(schema: &Schema, row: &Row) -> Context {
    let mut context = Context::new();
    for id in schema.fact_ids().filter(|id| id.entity() == row.entity()) {
        let value = match row.get(id) {
            Fact::Known(value) => value.clone(),
            _ => Value::Null,
        };
        context.set(&schema.fact_decl(id).name, value);
    }
    context
}

/// The family as a context of plain FEEL.
fn feel_context(schema: &Schema, family: &Family) -> Context {
    let mut context = as_context(schema, &family.household);
    let rows = |rows: &[Row]| {
        Value::list(
            rows.iter()
                .map(|r| Value::Context(Arc::new(as_context(schema, r)))),
        )
    };
    context.set("成员", rows(&family.members));
    context.set(
        "赡养人",
        rows(family.supporters.as_deref().unwrap_or_default()),
    );
    context
}

fn same_as_feel(ty: Type, formula: &str, picks: &[usize]) -> Result<(), TestCaseError> {
    // What packs add to FEEL has no plain twin.
    if formula.contains("合计") || formula.contains('推') {
        return Ok(());
    }
    let schema = small();
    let family = build(&schema, picks);
    let context = feel_context(&schema, &family);
    let program = Program::compile(
        schema,
        vec![variable("结果", Entity::Household, ty, formula)],
    )
    .expect("fits");
    let linked = program.link(Parameters::new()).expect("fits");
    let typed = support::first(&linked, &family, Entity::Household);
    match evaluate(formula, &context) {
        Answer::Value(plain) => prop_assert_eq!(typed, Outcome::Known(plain), "{}", formula),
        other => prop_assert!(false, "{formula}: {other:?}"),
    }
    Ok(())
}

fn complete() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0usize..4, 11)
}

/// An expression as this test understands it, and its text.
#[derive(Clone, Debug)]
enum Plain {
    Number(i64),
    Boolean(bool),
    Null,
    Two(&'static str, Box<Plain>, Box<Plain>),
    Minus(Box<Plain>),
    If(Box<Plain>, Box<Plain>, Box<Plain>),
    Not(Box<Plain>),
}

/// Fractions of whole numbers: exact without any decimal arithmetic.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Seen {
    Null,
    Boolean(bool),
    Fraction(i128, i128),
}

fn reduced(n: i128, d: i128) -> Seen {
    fn gcd(a: i128, b: i128) -> i128 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    let g = gcd(n.abs(), d.abs()).max(1) * d.signum();
    Seen::Fraction(n / g, d / g)
}

fn text(e: &Plain) -> String {
    match e {
        Plain::Number(n) => n.to_string(),
        Plain::Boolean(b) => b.to_string(),
        Plain::Null => "null".to_owned(),
        Plain::Two(op, a, b) => format!("({} {op} {})", text(a), text(b)),
        Plain::Minus(a) => format!("-{}", text(a)),
        Plain::If(a, b, c) => format!("(if {} then {} else {})", text(a), text(b), text(c)),
        Plain::Not(a) => format!("not({})", text(a)),
    }
}

fn walk(e: &Plain) -> Seen {
    use Seen::{Boolean, Fraction, Null};
    match e {
        Plain::Number(n) => Fraction((*n).into(), 1),
        Plain::Boolean(b) => Boolean(*b),
        Plain::Null => Null,
        Plain::Minus(a) => match walk(a) {
            Fraction(n, d) => Fraction(-n, d),
            _ => Null,
        },
        Plain::Not(a) => match walk(a) {
            Boolean(b) => Boolean(!b),
            _ => Null,
        },
        Plain::If(a, b, c) => {
            if walk(a) == Boolean(true) {
                walk(b)
            } else {
                walk(c)
            }
        }
        Plain::Two(op, a, b) => match (*op, walk(a), walk(b)) {
            ("and", Boolean(false), _) | ("and", _, Boolean(false)) => Boolean(false),
            ("and", Boolean(true), Boolean(true)) => Boolean(true),
            ("or", Boolean(true), _) | ("or", _, Boolean(true)) => Boolean(true),
            ("or", Boolean(false), Boolean(false)) => Boolean(false),
            ("=", Null, Null) => Boolean(true),
            ("=", Null, _) | ("=", _, Null) => Boolean(false),
            ("=", Boolean(x), Boolean(y)) => Boolean(x == y),
            (op, Fraction(a, b), Fraction(c, d)) => match op {
                "+" => reduced(a * d + c * b, b * d),
                "-" => reduced(a * d - c * b, b * d),
                "*" => reduced(a * c, b * d),
                "/" if c != 0 => reduced(a * d, b * c),
                "=" => Boolean(a * d == c * b),
                "<" => Boolean(a * d < c * b),
                ">=" => Boolean(a * d >= c * b),
                _ => Null,
            },
            _ => Null,
        },
    }
}

fn divisors() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0i64),
        Just(1),
        Just(2),
        Just(5),
        Just(8),
        Just(10),
        Just(40)
    ]
}

fn plain() -> impl Strategy<Value = Plain> {
    let leaf = prop_oneof![
        prop_oneof![
            Just(0i64),
            Just(1),
            Just(2),
            Just(5),
            Just(8),
            Just(10),
            Just(40)
        ]
        .prop_map(Plain::Number),
        any::<bool>().prop_map(Plain::Boolean),
        Just(Plain::Null),
    ];
    leaf.prop_recursive(4, 20, 3, |inner| {
        let op = prop_oneof![
            Just("+"),
            Just("-"),
            Just("*"),
            Just("="),
            Just("<"),
            Just(">="),
            Just("and"),
            Just("or")
        ];
        let b = |e: Plain| Box::new(e);
        prop_oneof![
            (op, inner.clone(), inner.clone()).prop_map(move |(op, x, y)| Plain::Two(
                op,
                b(x),
                b(y)
            )),
            // Divisors of powers of ten only, so that quotients end.
            (inner.clone(), divisors()).prop_map(move |(x, n)| Plain::Two(
                "/",
                b(x),
                b(Plain::Number(n))
            )),
            inner.clone().prop_map(move |x| Plain::Minus(b(x))),
            inner.clone().prop_map(move |x| Plain::Not(b(x))),
            (inner.clone(), inner.clone(), inner).prop_map(move |(x, y, z)| Plain::If(
                b(x),
                b(y),
                b(z)
            )),
        ]
    })
}

/// Whether a value is the fraction, to the digits that decimal128 has.
fn is_fraction(value: &Value, n: i128, d: i128) -> bool {
    let Value::Number(number) = value else {
        return false;
    };
    let back = number.mul(Number::new(d, 0).expect("fits")).expect("fits");
    let gap = back
        .sub(Number::new(n, 0).expect("fits"))
        .expect("fits")
        .abs();
    gap <= Number::new(1, 20).expect("fits")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn packs_agree_with_feel_on_booleans(formula in boolean(), picks in complete()) {
        same_as_feel(Type::Boolean, &formula, &picks)?;
    }

    #[test]
    fn packs_agree_with_feel_on_numbers(formula in numeric(), picks in complete()) {
        same_as_feel(COUNT, &formula, &picks)?;
    }

    #[test]
    fn folded_and_written_formulas_agree(formula in numeric(), picks in support::small::picks()) {
        let schema = small();
        let family = build(&schema, &picks);
        let decl = variable("结果", Entity::Household, COUNT, &formula);
        let program = Program::compile(schema, vec![decl]).expect("fits");
        let linked = program.link(Parameters::new()).expect("fits");
        let id = program.variable(Entity::Household, "结果").expect("fits");
        let no_source = |_: Entity, _: usize, _: FactId| None;
        let trace = linked.explain(&family, &[(id, 0)], &no_source);
        let last = trace.steps.last().expect("a step");
        match support::first(&linked, &family, Entity::Household) {
            Outcome::Known(value) => prop_assert_eq!(last.result.value.clone(), Some(value.to_json(true))),
            Outcome::Unknown { missing } => prop_assert_eq!(&last.result.missing, &missing),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn what_a_parameter_does_not_reach_serves_again_under_another_value(
        (own, above, test) in (numeric(), numeric(), boolean()),
        picks in proptest::collection::vec(prop_oneof![0usize..4, Just(99)], 11),
        (one, other) in (0i64..3, 0i64..9),
    ) {
        let mut schema = small();
        let limit = schema.parameter(formula::ParameterDecl { name: "限".to_owned(), ty: COUNT }).expect("declared once");
        let family = build(&schema, &picks);
        let all = vec![
            variable("本", Entity::Household, COUNT, &own),
            variable("真", Entity::Household, Type::Boolean, &test),
            variable("各", Entity::Person, COUNT, "推"),
            variable("上", Entity::Household, COUNT, &format!("if 本 > 限 then 限 else {above}")),
            variable("结果", Entity::Household, COUNT, "if 真 then 上 else sum(成员[各 > 限].各)"),
            variable("门", Entity::Household, Type::Boolean, "上 > 1"),
            variable("后", Entity::Household, Type::Boolean, "门 or 真"),
        ];
        let program = Program::compile(schema, all).expect("fits");
        let asked = program.variable(Entity::Household, "结果").expect("declared");
        let with = |value: i64| {
            let mut given = Parameters::new();
            given.set(limit, Value::Number(Number::from(value)), None);
            program.link(given).expect("fits")
        };
        let (before, after) = (with(one), with(other));
        let border = program.border(&[limit], &[]);
        let (mut first, mut second, mut third) = (Workspace::default(), Workspace::default(), Workspace::default());
        let earlier = before.evaluate(&family, &mut first);
        earlier.get(asked, 0);
        let steps = earlier.steps(&border);
        let again = after.evaluate(&family, &mut second).from(&steps).get(asked, 0);
        let anew = after.evaluate(&family, &mut third).get(asked, 0);
        prop_assert_eq!(again, anew);
        // Nothing that the parameter reaches is among them, and one yes or no stands before the other.
        let names = |ids: &[formula::VariableId]| -> Vec<String> {
            let own = ids.iter().filter(|id| id.index() < program.variables().len());
            own.map(|id| program.variable_decl(*id).name.clone()).collect()
        };
        prop_assert_eq!(names(&border), ["本", "真", "各"]);
        let gates = program.gates(&[limit], &[]);
        prop_assert_eq!(names(&gates), ["门"]);
        let behind = program.variable(Entity::Household, "后").expect("declared");
        let both = |linked: &formula::Linked<'_>, id| linked.evaluate(&family, &mut Workspace::default()).get(id, 0);
        if both(&before, gates[0]) == both(&after, gates[0]) {
            prop_assert_eq!(both(&before, behind), both(&after, behind));
        }
    }

    #[test]
    fn a_plain_walker_gets_the_same(e in plain()) {
        let Answer::Value(value) = evaluate(&text(&e), &Context::new()) else {
            return Err(TestCaseError::fail(text(&e)));
        };
        let same = match walk(&e) {
            Seen::Null => value == Value::Null,
            Seen::Boolean(b) => value == Value::Boolean(b),
            Seen::Fraction(n, d) => is_fraction(&value, n, d),
        };
        prop_assert!(same, "{} = {:?}, not {:?}", text(&e), value, walk(&e));
    }
}
