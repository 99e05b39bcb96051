//! Unknown is not zero: a result is given only when every value of what is
//! unknown would give the same one. Tried exhaustively on small domains.

mod support;

use formula::{
    Entity, Fact, Family, Linked, Outcome, Parameters, Program, Schema, Type, Unit, Value,
    Workspace,
};
use proptest::prelude::*;
use support::small::{COUNT, Place, boolean, build, domain, numeric, picks, places, set, small};
use support::{family, number, outcome, variable};

/// A known result agrees with every way to fill in what is unknown, and what is
/// missing is among it.
fn sound(linked: &Linked<'_>, picks: &[usize], formula: &str) {
    let schema = linked.program().schema();
    let start = build(schema, picks);
    let result = support::first(linked, &start, Entity::Household);
    let unknown: Vec<Place> = places(schema)
        .into_iter()
        .zip(picks)
        .filter(|(_, p)| **p == 99)
        .map(|(place, _)| place)
        .collect();
    match &result {
        Outcome::Known(value) => {
            let mut full = start;
            fill(linked, &mut full, &unknown, value, formula);
        }
        Outcome::Unknown { missing } => {
            let names: Vec<&str> = unknown
                .iter()
                .map(|(_, id)| schema.fact_decl(*id).name.as_str())
                .collect();
            for path in missing {
                let name = path.split('.').next_back().expect("a name");
                assert!(
                    names.contains(&name) || name == "推",
                    "{formula}: {path} is known"
                );
            }
        }
        other => panic!("{formula}: {other:?}"),
    }
    if unknown.is_empty() {
        // `推` has a rule of its own, and stays unknown where the rule is silent.
        assert!(
            result.known().is_some() || formula.contains('推'),
            "{formula}: {result:?}"
        );
    }
}

fn fill(
    linked: &Linked<'_>,
    family: &mut Family,
    unknown: &[Place],
    expected: &Value,
    formula: &str,
) {
    let Some((first, rest)) = unknown.split_first() else {
        match support::first(linked, family, Entity::Household) {
            Outcome::Known(value) => assert_eq!(&value, expected, "{formula}"),
            // The rule of `推` may still leave it open, and every value of it gives the same.
            other => assert!(formula.contains('推'), "{formula}: {other:?}"),
        }
        return;
    };
    for choice in domain(&linked.program().schema().fact_decl(first.1).ty) {
        set(family, *first, choice);
        fill(linked, family, rest, expected, formula);
    }
    set(family, *first, Fact::Unknown);
}

fn with_program(ty: Type, formula: &str, work: impl FnOnce(&Linked<'_>)) {
    let program = Program::compile(
        small(),
        vec![variable("结果", Entity::Household, ty, formula)],
    )
    .unwrap_or_else(|f| panic!("{formula}: {}", support::shown(&f)));
    work(&program.link(Parameters::new()).expect("no parameters"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn booleans_are_sound(formula in boolean(), picks in picks()) {
        with_program(Type::Boolean, &formula, |linked| sound(linked, &picks, &formula));
    }

    #[test]
    fn numbers_are_sound(formula in numeric(), picks in picks()) {
        with_program(COUNT, &formula, |linked| sound(linked, &picks, &formula));
    }
}

fn missing(paths: &[&str]) -> Outcome {
    Outcome::Unknown {
        missing: paths.iter().map(|p| (*p).to_owned()).collect(),
    }
}

#[test]
fn what_is_missing_is_named() {
    let check = |ty: Type, formula: &str, expected: Outcome| {
        assert_eq!(
            outcome(Entity::Household, ty, formula, family),
            expected,
            "{formula}"
        );
    };
    let boolean = Type::Boolean;
    let month = Type::Number(Unit::YUAN_PER_MONTH);
    check(boolean.clone(), "货币财产 > 0", missing(&["户.货币财产"]));
    check(
        boolean.clone(),
        "货币财产 > 0 and 城乡 = \"城市\"",
        Outcome::Known(false.into()),
    );
    check(
        boolean.clone(),
        "货币财产 > 0 or 城乡 = \"农村\"",
        Outcome::Known(true.into()),
    );
    check(
        boolean.clone(),
        "货币财产 = null",
        missing(&["户.货币财产"]),
    );
    check(
        boolean.clone(),
        "货币财产 = 0 or 困难月数 > 1",
        missing(&["户.货币财产", "户.困难月数"]),
    );
    check(
        boolean.clone(),
        "is known(货币财产)",
        Outcome::Known(false.into()),
    );
    check(
        boolean.clone(),
        "is known(城乡)",
        Outcome::Known(true.into()),
    );
    check(
        month,
        "if 货币财产 > 0 then 城市低保标准 else 城市低保标准",
        Outcome::Known(number("690")),
    );
    check(
        COUNT,
        "count(成员[劳动能力 = \"无\"])",
        missing(&["成员1.劳动能力", "成员2.劳动能力"]),
    );
    check(
        boolean.clone(),
        "some 某 in 成员 satisfies 某.劳动能力 = \"无\"",
        Outcome::Known(true.into()),
    );
    check(
        boolean,
        "every 某 in 成员 satisfies 某.劳动能力 = \"有\"",
        Outcome::Known(false.into()),
    );
}

#[test]
fn an_unknown_list_of_supporters_is_unknown_and_an_empty_one_is_empty() {
    let unknown = |schema: &Schema| Family {
        supporters: None,
        ..family(schema)
    };
    let formula = "count(赡养人)";
    assert_eq!(
        outcome(Entity::Household, COUNT, formula, unknown),
        missing(&["赡养人"])
    );
    assert_eq!(
        outcome(Entity::Household, COUNT, formula, family),
        Outcome::Known(number("0"))
    );
}

#[test]
fn a_known_absence_is_null() {
    let absent = |schema: &Schema| {
        let mut family = family(schema);
        let id = schema
            .find_fact(Entity::Household, "货币财产")
            .expect("declared");
        family.household.set(id, Fact::Absent);
        family
    };
    let formula = "if 货币财产 = null then 1 else 2";
    assert_eq!(
        outcome(Entity::Household, COUNT, formula, absent),
        Outcome::Known(number("1"))
    );
}

#[test]
fn rules_of_absent_facts() {
    let ask = |formula: &str, member: usize| {
        let schema = support::schema();
        let given = support::parameters(&schema);
        let family = family(&schema);
        let decl = variable("结果", Entity::Person, Type::Boolean, formula);
        let program = Program::compile(schema, vec![decl]).expect("right");
        let linked = program.link(given).expect("fit");
        let id = program.variable(Entity::Person, "结果").expect("declared");
        linked
            .evaluate(&family, &mut Workspace::default())
            .get(id, member)
    };
    assert_eq!(ask("劳动能力 = \"无\"", 2), Outcome::Known(true.into()));
    assert_eq!(ask("劳动能力 = \"无\"", 1), missing(&["成员2.劳动能力"]));
    assert_eq!(ask("经营净收入 = 0", 1), Outcome::Known(true.into()));
    assert_eq!(ask("is given(经营净收入)", 1), Outcome::Known(false.into()));
    assert_eq!(ask("is known(经营净收入)", 1), Outcome::Known(true.into()));
    assert_eq!(ask("is known(劳动能力)", 1), Outcome::Known(false.into()));
}

#[test]
fn a_missing_parameter_is_not_the_familys_fault() {
    let schema = support::schema();
    let family = family(&schema);
    let formula = "月额(农村低保标准) > 0 and 货币财产 > 0";
    let decl = variable("结果", Entity::Household, Type::Boolean, formula);
    let program = Program::compile(schema, vec![decl]).expect("right");
    let linked = program.link(Parameters::new()).expect("nothing given");
    let expected = Outcome::MissingParameter {
        parameters: vec!["农村低保标准".to_owned()],
    };
    assert_eq!(
        support::first(&linked, &family, Entity::Household),
        expected
    );
    let id = program
        .variable(Entity::Household, "结果")
        .expect("declared");
    assert_eq!(program.parameters_of([id]).len(), 1);
    assert_eq!(program.facts_of([id]).len(), 1);
}

#[test]
fn a_table_without_an_entry_is_a_missing_parameter_only_for_that_entry() {
    let ask = |formula: &str, class: &str| {
        let schema = support::schema();
        let mut given = support::parameters(&schema);
        let table = schema.find_parameter("类别金额").expect("declared");
        let amounts = [("一类", number("439")), ("二类", Value::Null)]
            .into_iter()
            .collect();
        given.set(table, Value::Context(std::sync::Arc::new(amounts)), None);
        let mut family = family(&schema);
        let id = schema
            .find_fact(Entity::Household, "低保类别")
            .expect("declared");
        family.household.set(id, Fact::Known(class.into()));
        let ty = Type::Number(Unit::YUAN_PER_MONTH);
        let program = Program::compile(
            schema,
            vec![variable("结果", Entity::Household, ty, formula)],
        )
        .expect("right");
        let linked = program.link(given).expect("fit");
        support::first(&linked, &family, Entity::Household)
    };
    let by_key = "get value(类别金额, 低保类别)";
    let lacking = Outcome::MissingParameter {
        parameters: vec!["类别金额".to_owned()],
    };
    assert_eq!(ask(by_key, "一类"), Outcome::Known(number("439")));
    assert_eq!(ask(by_key, "二类"), Outcome::Known(Value::Null));
    assert_eq!(ask(by_key, "三类"), lacking);
    assert_eq!(ask("类别金额.四类 + 类别金额.一类", "一类"), lacking);
    assert_eq!(ask("类别金额.一类", "三类"), Outcome::Known(number("439")));
}
