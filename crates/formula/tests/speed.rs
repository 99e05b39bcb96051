//! How long one family takes. Run in release:
//! `cargo test -p formula --release --test speed -- --ignored --nocapture`.

mod support;

use std::time::Instant;

use formula::{Entity, Program, Type, Unit, Workspace};
use support::{family, parameters, schema, variable};

#[test]
#[ignore = "a measurement, not a check"]
fn one_family() {
    use Entity::{Household, Person};
    let month = Type::Number(Unit::YUAN_PER_MONTH);
    let year = Type::Number(Unit::YUAN_PER_YEAR);
    let schema = schema();
    let given = parameters(&schema);
    let mut family = family(&schema);
    let ability = schema.find_fact(Person, "劳动能力").expect("declared");
    for member in &mut family.members[..2] {
        member.set(ability, formula::Fact::Known("有".into()));
    }
    let variables = vec![
        variable(
            "年收入",
            Person,
            year.clone(),
            "if 共同生活 then 工资性收入 + 经营净收入 else 0",
        ),
        variable("老年人", Person, Type::Boolean, "年龄 >= 老年年龄"),
        variable("未成年人", Person, Type::Boolean, "年龄 < 16"),
        variable(
            "重点人员",
            Person,
            Type::Boolean,
            "老年人 or 未成年人 or 劳动能力 in (\"完全丧失\", \"无\")",
        ),
        variable(
            "增发",
            Person,
            month.clone(),
            "if 重点人员 then round half up(户.补助水平 * 增发比例, 2) else 0",
        ),
        variable(
            "人数",
            Household,
            Type::Number(Unit::COUNT),
            "count(成员[共同生活])",
        ),
        variable("家庭年收入", Household, year, "合计(成员.年收入)"),
        variable(
            "人均月收入",
            Household,
            month.clone(),
            "月额(家庭年收入) / 人数",
        ),
        variable(
            "标准",
            Household,
            month.clone(),
            "if 城乡 = \"农村\" then 月额(农村低保标准) else 城市低保标准",
        ),
        variable("收入符合", Household, Type::Boolean, "人均月收入 < 标准"),
        variable(
            "补助水平",
            Household,
            month.clone(),
            "get value(类别金额, 低保类别)",
        ),
        variable(
            "有老人",
            Household,
            Type::Boolean,
            "some 某 in 成员 satisfies 某.老年人",
        ),
        variable(
            "月金额",
            Household,
            month,
            "if 收入符合 then round half up(补助水平 * 人数, 2) + 合计(成员.增发) else 0",
        ),
    ];
    let count = variables.len();
    let program = Program::compile(schema, variables).expect("the formulas are right");
    let linked = program.link(given).expect("the parameters fit");
    let amount = program.variable(Household, "月金额").expect("declared");
    let mut workspace = Workspace::default();
    const RUNS: u32 = 200_000;
    let begin = Instant::now();
    for _ in 0..RUNS {
        let evaluation = linked.evaluate(&family, &mut workspace);
        assert!(evaluation.known(amount, 0).is_some());
    }
    let each = begin.elapsed() / RUNS;
    let value = linked.evaluate(&family, &mut workspace).get(amount, 0);
    println!(
        "{count} formulas, {} members: {each:?} a family, {value:?}",
        family.members.len()
    );
}
