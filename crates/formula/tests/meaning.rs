//! The engine's meaning is frozen: the trace of this family keeps its bytes
//! until `formula::MEANING` is counted up and the file written anew with
//! `MEANING_WRITE=1 cargo test -p formula --test meaning`.

mod support;

use std::path::PathBuf;

use formula::{Entity, Fact, Program, Type, Unit, VariableDecl};
use support::{family, parameters, schema, variable};

fn variables() -> Vec<VariableDecl> {
    use Entity::{Household, Person};
    let month = Type::Number(Unit::YUAN_PER_MONTH);
    let count = Type::Number(Unit::COUNT);
    vec![
        variable(
            "年收入",
            Person,
            Type::Number(Unit::YUAN_PER_YEAR),
            "工资性收入 + 经营净收入",
        ),
        variable(
            "重点人员",
            Person,
            Type::Boolean,
            "年龄 >= 老年年龄 or 劳动能力 in (\"完全丧失\", \"无\")",
        ),
        variable(
            "增发",
            Person,
            month.clone(),
            "if 重点人员 then round half up(户.补助 * 增发比例, 2) else 0",
        ),
        variable("人数", Household, count.clone(), "count(成员[共同生活])"),
        variable(
            "人均月收入",
            Household,
            month.clone(),
            "月额(合计(成员.年收入)) / 人数",
        ),
        variable(
            "补助",
            Household,
            month.clone(),
            "get value(类别金额, 低保类别)",
        ),
        variable("三分之一", Household, month.clone(), "补助 / 3"),
        variable(
            "各种取整",
            Household,
            Type::list(month.clone()),
            "[floor(三分之一), ceiling(三分之一), round up(三分之一, 1), round down(三分之一, 1), round half up(三分之一, 2), decimal(三分之一, 2)]",
        ),
        variable("除以零", Household, count, "人数 / 0"),
        variable(
            "财产符合",
            Household,
            Type::Boolean,
            "货币财产 = 0 or 困难月数 > 3",
        ),
        variable(
            "发放到",
            Household,
            Type::Date,
            "发放日 + @\"P1M\" - @\"P1D\"",
        ),
        variable(
            "月金额",
            Household,
            month,
            "if 人均月收入 < 月额(农村低保标准) then 补助 * 人数 + 合计(成员.增发) else 0",
        ),
    ]
}

#[test]
fn the_trace_keeps_its_bytes() {
    let schema = schema();
    let given = parameters(&schema);
    let mut facts = family(&schema);
    let ability = schema
        .find_fact(Entity::Person, "劳动能力")
        .expect("declared");
    facts.members[1].set(ability, Fact::Known("有".into()));
    facts.members[0].set(ability, Fact::Absent);
    let program = Program::compile(schema, variables()).expect("the formulas are right");
    let linked = program.link(given).expect("the parameters fit");
    let wanted = ["月金额", "各种取整", "除以零", "财产符合", "发放到"];
    let targets: Vec<_> = wanted
        .iter()
        .map(|n| (program.variable(Entity::Household, n).expect("declared"), 0))
        .collect();
    let trace = linked.explain(&facts, &targets, &|_, _, _| None);
    let text = serde_json::to_string_pretty(&trace).expect("JSON") + "\n";
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join(format!("tests/meaning/{}.json", formula::MEANING));
    if std::env::var_os("MEANING_WRITE").is_some() {
        std::fs::write(&file, &text).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&file).expect("the trace of this meaning is kept");
    let read: formula::Trace = serde_json::from_str(&kept).expect("a trace");
    assert_eq!(read, trace);
    for (line, (now, before)) in text.lines().zip(kept.lines()).enumerate() {
        let advice = "the meaning changed: count MEANING up and keep the new trace";
        assert_eq!(now, before, "line {}: {advice}", line + 1);
    }
    assert_eq!(text.len(), kept.len(), "the meaning changed");
}
