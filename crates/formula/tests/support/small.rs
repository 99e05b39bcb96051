//! A small schema, all families over it, and random formulas.
#![allow(dead_code)]

use formula::{Entity, Fact, FactId, Family, Row, Schema, Type, Unit, Value};
use proptest::prelude::*;

use super::{fact, number, ruled};

pub const COUNT: Type = Type::Number(Unit::COUNT);

pub fn small() -> Schema {
    use Entity::{Household, Person, Supporter};
    let mut s = Schema::new();
    for decl in [
        fact("数", Person, COUNT),
        fact("是", Person, Type::Boolean),
        fact("码", Person, Type::code("码", &["甲", "乙"])),
        fact("项", Person, Type::list(Type::Text)),
        fact("户数", Household, COUNT),
        fact("户是", Household, Type::Boolean),
        fact("助", Supporter, COUNT),
        ruled("推", Person, COUNT, "if 是 then 数 else null"),
    ] {
        s.fact(decl).expect("declared once");
    }
    s
}

/// What a fact may be, known to be absent included.
pub fn domain(ty: &Type) -> Vec<Fact> {
    let values = match ty {
        Type::Boolean => vec![true.into(), false.into()],
        Type::List(_) => {
            vec![
                Value::list([]),
                Value::list(["x".into()]),
                Value::list(["x".into(), "y".into()]),
            ]
        }
        Type::Code(codes) => codes.values.iter().map(|c| c.as_str().into()).collect(),
        _ => vec![number("0"), number("1"), number("7")],
    };
    values
        .into_iter()
        .map(Fact::Known)
        .chain([Fact::Absent])
        .collect()
}

/// Facts of two members, the household and one supporter, as picked; 99 is unknown.
pub fn build(schema: &Schema, picks: &[usize]) -> Family {
    let mut family = Family::new(schema);
    family.members = vec![Row::new(schema, Entity::Person); 2];
    family.supporters = Some(vec![Row::new(schema, Entity::Supporter)]);
    for (place, pick) in places(schema).into_iter().zip(picks) {
        let choices = domain(&schema.fact_decl(place.1).ty);
        let fact = if *pick == 99 {
            Fact::Unknown
        } else {
            choices[pick % choices.len()].clone()
        };
        set(&mut family, place, fact);
    }
    family
}

pub type Place = (usize, FactId);

pub fn places(schema: &Schema) -> Vec<Place> {
    let ids = schema
        .fact_ids()
        .filter(|id| schema.fact_decl(*id).name != "推");
    ids.flat_map(|id| (0..if id.entity() == Entity::Person { 2 } else { 1 }).map(move |i| (i, id)))
        .collect()
}

pub fn set(family: &mut Family, (index, id): Place, fact: Fact) {
    let row = match id.entity() {
        Entity::Person => &mut family.members[index],
        Entity::Household => &mut family.household,
        _ => &mut family.supporters.as_mut().expect("given")[index],
    };
    row.set(id, fact);
}

pub fn boolean() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("户是".to_owned()),
        Just("true".to_owned()),
        Just("户数 > 0".to_owned()),
        Just("户数 = null".to_owned()),
        Just("成员[1].是".to_owned()),
        Just("list contains(成员[1].项, \"x\")".to_owned()),
        Just("\"y\" in 成员[2].项".to_owned()),
        Just("some 某 in 成员 satisfies count(某.项) > 1".to_owned()),
        Just("every 项一 in 成员[1].项 satisfies 项一 = \"x\"".to_owned()),
        Just("成员[1].项 = 成员[2].项".to_owned()),
        Just("成员[2].码 = \"甲\"".to_owned()),
        Just("any(成员.是)".to_owned()),
        Just("all(成员[码 = \"乙\"].是)".to_owned()),
        Just("some 某 in 成员 satisfies 某.数 > 户数".to_owned()),
        Just("every 某 in 成员[是] satisfies 某.码 in (\"甲\")".to_owned()),
        Just("some 某 in 成员, 助 in 赡养人 satisfies 某.数 = 助.助".to_owned()),
        Just("成员[1].码 in (\"甲\", \"乙\")".to_owned()),
        Just("户数 in [成员[1].数..5]".to_owned()),
        Just("户数 between 0 and 成员[2].数".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) and ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) or ({b})")),
            inner.clone().prop_map(|a| format!("not({a})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("if {a} then {b} else {c}")),
        ]
    })
}

pub fn numeric() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("户数".to_owned()),
        Just("3".to_owned()),
        Just("sum(成员.数)".to_owned()),
        Just("合计(成员[是].数)".to_owned()),
        Just("count(成员[码 = \"甲\"])".to_owned()),
        Just("max(成员.数)".to_owned()),
        Just("min(成员[数 > 户数].数)".to_owned()),
        Just("mean(成员.数)".to_owned()),
        Just("count(成员[1].项[item = \"x\"])".to_owned()),
        Just("count(成员[项 = null])".to_owned()),
        Just("count(成员[2].项)".to_owned()),
        Just("string length(成员[1].项[1])".to_owned()),
        Just("modulo(7, 户数)".to_owned()),
        Just("成员[户数].数".to_owned()),
        Just("max(户数, 成员[2].数)".to_owned()),
        Just("count([户数, 成员[1].数])".to_owned()),
        Just("合计(成员.推)".to_owned()),
        Just("合计(赡养人[助 >= 1].助)".to_owned()),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) + ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) * ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("max({a}, {b})")),
            inner
                .clone()
                .prop_map(|a| format!("round half up(({a}) / 2, 0)")),
            (boolean(), inner.clone(), inner)
                .prop_map(|(c, a, b)| format!("if {c} then {a} else {b}")),
        ]
    })
}

pub fn picks() -> impl Strategy<Value = Vec<usize>> {
    let one = prop_oneof![3 => 0usize..4, 2 => Just(99usize)];
    // At most three unknown at once keeps the exhaustive part small.
    proptest::collection::vec(one, 11).prop_map(|mut picks| {
        let mut seen = 0;
        for pick in &mut picks {
            seen += usize::from(*pick == 99);
            if *pick == 99 && seen > 3 {
                *pick = 0;
            }
        }
        picks
    })
}
