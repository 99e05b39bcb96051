//! How a result came about: steps, inputs, citations, notes, in a fixed order.

mod support;

use formula::{
    Entity, Fact, FactId, Family, InputKind, Linked, Program, Trace, Type, Unit, VariableDecl,
};
use support::{family, number, parameters, schema, variable};

const PER_MONTH: Type = Type::Number(Unit::YUAN_PER_MONTH);

fn variables() -> Vec<VariableDecl> {
    use Entity::{Household, Person};
    vec![
        variable(
            "月金额",
            Household,
            PER_MONTH,
            "if 收入符合 then 类别金额.二类 * 人数 else 0",
        ),
        variable(
            "收入符合",
            Household,
            Type::Boolean,
            "人均月收入 < 月额(农村低保标准)",
        ),
        variable(
            "人均月收入",
            Household,
            PER_MONTH,
            "月额(合计(成员.年收入)) / 人数",
        ),
        variable("人数", Household, Type::Number(Unit::COUNT), "count(成员)"),
        variable(
            "年收入",
            Person,
            Type::Number(Unit::YUAN_PER_YEAR),
            "工资性收入 + 经营净收入",
        ),
    ]
}

fn with(family: impl Fn(&mut Family, &formula::Schema), work: impl FnOnce(&Linked<'_>, &Family)) {
    let schema = schema();
    let given = parameters(&schema);
    let mut facts = support::family(&schema);
    family(&mut facts, &schema);
    let program = Program::compile(schema, variables()).expect("right");
    work(&program.link(given).expect("fit"), &facts);
}

fn explain(linked: &Linked<'_>, facts: &Family, name: &str) -> Trace {
    let id = linked
        .program()
        .variable(Entity::Household, name)
        .expect("declared");
    let said = |entity: Entity, index: usize, fact: FactId| {
        let name = &linked.program().schema().fact_decl(fact).name;
        (name == "工资性收入").then(|| format!("{} {index} 申报", entity.word()))
    };
    linked.explain(facts, &[(id, 0)], &said)
}

#[test]
fn steps_come_after_what_they_need() {
    with(
        |_, _| {},
        |linked, facts| {
            let trace = explain(linked, facts, "月金额");
            let names: Vec<String> = trace
                .steps
                .iter()
                .map(|s| format!("{}.{}", s.subject, s.variable))
                .collect();
            let expected = [
                "成员1.经营净收入",
                "成员1.年收入",
                "成员2.经营净收入",
                "成员2.年收入",
                "成员3.经营净收入",
                "成员3.年收入",
                "户.人数",
                "户.人均月收入",
                "户.收入符合",
                "户.月金额",
            ];
            assert_eq!(names, expected);
            let last = trace.steps.last().expect("steps");
            assert_eq!(last.formula, "if 收入符合 then 类别金额.二类 * 人数 else 0");
            assert_eq!(last.result.value, Some("1245".into()));
            assert_eq!(last.result.unit.as_deref(), Some("元/月"));
            assert_eq!(last.citation.as_deref(), Some("民发〔2021〕57号 第五条"));
            let inputs: Vec<(&str, InputKind)> = last
                .inputs
                .iter()
                .map(|i| (i.name.as_str(), i.kind))
                .collect();
            use InputKind::{Parameter, Variable};
            assert_eq!(
                inputs,
                [
                    ("户.收入符合", Variable),
                    ("类别金额", Parameter),
                    ("户.人数", Variable)
                ]
            );
            assert_eq!(
                last.inputs[1].source.as_deref(),
                Some("清民发〔2022〕251号")
            );
            let income = &trace.steps[1];
            assert_eq!(income.inputs[0].name, "成员1.工资性收入");
            assert_eq!(income.inputs[0].source.as_deref(), Some("成员 0 申报"));
            assert_eq!(income.inputs[1].kind, InputKind::Default);
        },
    );
}

#[test]
fn the_same_input_gives_the_same_bytes_and_reads_back() {
    with(
        |_, _| {},
        |linked, facts| {
            let once = serde_json::to_string(&explain(linked, facts, "月金额")).expect("JSON");
            let again = serde_json::to_string(&explain(linked, facts, "月金额")).expect("JSON");
            assert_eq!(once, again);
            let read: Trace = serde_json::from_str(&once).expect("a trace");
            assert_eq!(read, explain(linked, facts, "月金额"));
        },
    );
}

#[test]
fn what_is_missing_stands_in_the_steps() {
    let forget = |facts: &mut Family, schema: &formula::Schema| {
        let wages = schema
            .find_fact(Entity::Person, "工资性收入")
            .expect("declared");
        facts.members[1].set(wages, Fact::Unknown);
    };
    with(forget, |linked, facts| {
        let trace = explain(linked, facts, "收入符合");
        let last = trace.steps.last().expect("steps");
        assert_eq!(last.result.value, None);
        assert_eq!(
            last.result.missing,
            ["成员2.工资性收入", "成员2.经营净收入"]
        );
    });
}

#[test]
fn percentages_and_tables_are_shown_with_their_unit() {
    let schema = schema();
    let given = parameters(&schema);
    let facts = family(&schema);
    let decl = variable(
        "结果",
        Entity::Household,
        PER_MONTH,
        "类别金额.一类 * 增发比例",
    );
    let program = Program::compile(schema, vec![decl]).expect("right");
    let linked = program.link(given).expect("fit");
    let trace = explain(&linked, &facts, "结果");
    let step = &trace.steps[0];
    assert_eq!(step.inputs[0].value.unit.as_deref(), Some("元/月"));
    assert_eq!(step.inputs[1].value.value, Some("30".into()));
    assert_eq!(step.inputs[1].value.unit.as_deref(), Some("%"));
    assert_eq!(step.result.value, Some("131.7".into()));
}

#[test]
fn a_division_by_nought_says_so() {
    let nobody = |facts: &mut Family, _: &formula::Schema| facts.members.clear();
    with(nobody, |linked, facts| {
        let trace = explain(linked, facts, "人均月收入");
        let last = trace.steps.last().expect("steps");
        assert_eq!(last.result.value, Some(serde_json::Value::Null));
        assert_eq!(last.notes.len(), 1);
        assert_eq!(last.notes[0].zh, "月额(合计(成员.年收入)) / 人数：除数为零");
        assert!(last.notes[0].en.ends_with("division by nought"));
    });
}

#[test]
fn five_hundred_members_and_large_amounts() {
    let many = |facts: &mut Family, schema: &formula::Schema| {
        facts.members = vec![support::member(schema, "40", "9999999999999.99"); 500];
    };
    with(many, |linked, facts| {
        let id = linked
            .program()
            .variable(Entity::Household, "人均月收入")
            .expect("declared");
        let mut workspace = formula::Workspace::default();
        let value = linked.evaluate(facts, &mut workspace).get(id, 0);
        let expected = "833333333333.3325";
        assert_eq!(value, formula::Outcome::Known(number(expected)));
    });
    assert_eq!(family(&schema()).members.len(), 3);
}
