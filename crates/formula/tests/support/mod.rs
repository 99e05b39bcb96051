//! A small county's schema, and shorthands, for the tests.
#![allow(dead_code)]

pub mod small;

use formula::{
    Entity, Fact, FactDecl, Family, Linked, Number, Outcome, ParameterDecl, Parameters, Program,
    Row, Schema, Type, Unit, Value, VariableDecl, WhenAbsent, Workspace,
};

pub fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).expect("a number"))
}

pub fn fact(name: &str, entity: Entity, ty: Type) -> FactDecl {
    FactDecl {
        name: name.to_owned(),
        entity,
        ty,
        absent: WhenAbsent::Unknown,
    }
}

pub fn ruled(name: &str, entity: Entity, ty: Type, rule: &str) -> FactDecl {
    FactDecl {
        absent: WhenAbsent::Formula(rule.to_owned()),
        ..fact(name, entity, ty)
    }
}

pub fn variable(name: &str, entity: Entity, ty: Type, formula: &str) -> VariableDecl {
    VariableDecl {
        name: name.to_owned(),
        entity,
        ty,
        formula: formula.to_owned(),
        citation: Some("民发〔2021〕57号 第五条".to_owned()),
    }
}

/// Facts and parameters like those of a county's pack.
pub fn schema() -> Schema {
    use Entity::{Award, Household, Person, Supporter};
    let year = Type::Number(Unit::YUAN_PER_YEAR);
    let classes = ["一类", "二类", "三类", "四类"];
    let mut s = Schema::new();
    let facts = [
        fact("年龄", Person, Type::Number(Unit::AGE)),
        fact("出生日期", Person, Type::Date),
        fact("性别", Person, Type::code("性别", &["男", "女"])),
        fact("工资性收入", Person, year.clone()),
        ruled(
            "经营净收入",
            Person,
            year.clone(),
            "if is given(工资性收入) or 年龄 < 16 then 0 else null",
        ),
        ruled("共同生活", Person, Type::Boolean, "true"),
        ruled(
            "劳动能力",
            Person,
            Type::code("劳动能力", &["有", "部分丧失", "完全丧失", "无"]),
            "if 年龄 < 16 then \"无\" else null",
        ),
        fact("在享项目", Person, Type::list(Type::Text)),
        fact("城乡", Household, Type::code("城乡", &["城市", "农村"])),
        fact("低保类别", Household, Type::code("低保类别", &classes)),
        fact("货币财产", Household, Type::Number(Unit::YUAN)),
        fact("困难月数", Household, Type::Number(Unit::MONTH)),
        fact(
            "家庭人均月收入",
            Supporter,
            Type::Number(Unit::YUAN_PER_MONTH),
        ),
        fact(
            "照料护理档位",
            Award,
            Type::code("档位", &["全自理", "半护理", "全护理"]),
        ),
    ];
    for decl in facts {
        s.fact(decl).expect("declared once");
    }
    let parameters = [
        ("农村低保标准", year),
        ("城市低保标准", Type::Number(Unit::YUAN_PER_MONTH)),
        (
            "类别金额",
            Type::table(classes, Type::Number(Unit::YUAN_PER_MONTH)),
        ),
        ("老年年龄", Type::Number(Unit::AGE)),
        ("增发比例", Type::Number(Unit::PERCENT)),
        ("发放日", Type::Date),
    ];
    for (name, ty) in parameters {
        s.parameter(ParameterDecl {
            name: name.to_owned(),
            ty,
        })
        .expect("declared once");
    }
    s
}

pub fn parameters(schema: &Schema) -> Parameters {
    let mut p = Parameters::new();
    let mut set = |name: &str, value: Value| {
        p.set(
            schema.find_parameter(name).expect(name),
            value,
            Some("清民发〔2022〕251号".to_owned()),
        );
    };
    set("农村低保标准", number("5268"));
    set("城市低保标准", number("690"));
    let table = [
        ("一类", "439"),
        ("二类", "415"),
        ("三类", "84"),
        ("四类", "58"),
    ];
    let table = table.into_iter().map(|(k, v)| (k, number(v))).collect();
    set("类别金额", Value::Context(std::sync::Arc::new(table)));
    set("老年年龄", number("60"));
    set("增发比例", number("0.3"));
    set(
        "发放日",
        Value::Date(chrono::NaiveDate::from_ymd_opt(2022, 10, 1).expect("a date")),
    );
    p
}

/// Sets facts by name; those not named stay unknown.
pub fn row(schema: &Schema, entity: Entity, facts: &[(&str, Value)]) -> Row {
    let mut row = Row::new(schema, entity);
    for (name, value) in facts {
        row.set(
            schema.find_fact(entity, name).expect(name),
            Fact::Known(value.clone()),
        );
    }
    row
}

pub fn member(schema: &Schema, age: &str, wages: &str) -> Row {
    row(
        schema,
        Entity::Person,
        &[
            ("年龄", number(age)),
            ("工资性收入", number(wages)),
            ("性别", "女".into()),
        ],
    )
}

/// A rural household of three.
pub fn family(schema: &Schema) -> Family {
    let mut family = Family::new(schema);
    family.household = row(
        schema,
        Entity::Household,
        &[("城乡", "农村".into()), ("低保类别", "二类".into())],
    );
    family.members = vec![
        member(schema, "71", "0"),
        member(schema, "35", "9000"),
        member(schema, "9", "0"),
    ];
    family.supporters = Some(vec![]);
    family
}

/// The single variable `formula`, evaluated for the family.
pub fn outcome(
    entity: Entity,
    ty: Type,
    formula: &str,
    family: impl Fn(&Schema) -> Family,
) -> Outcome {
    let schema = schema();
    let given = parameters(&schema);
    let family = family(&schema);
    let program = Program::compile(schema, vec![variable("结果", entity, ty, formula)])
        .unwrap_or_else(|faults| panic!("{formula}: {}", shown(&faults)));
    let linked = program.link(given).expect("parameters fit");
    first(&linked, &family, entity)
}

pub fn first(linked: &Linked<'_>, family: &Family, entity: Entity) -> Outcome {
    let id = linked.program().variable(entity, "结果").expect("declared");
    linked
        .evaluate(family, &mut Workspace::default())
        .get(id, 0)
}

pub fn shown(faults: &[formula::Fault]) -> String {
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// The faults of one formula.
pub fn faults(entity: Entity, ty: Type, formula: &str) -> Vec<formula::Fault> {
    Program::compile(schema(), vec![variable("结果", entity, ty, formula)])
        .err()
        .unwrap_or_default()
}
