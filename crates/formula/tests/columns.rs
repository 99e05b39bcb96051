//! One family and columns always agree.

use formula::{
    Batch, Column, Entity, FactDecl, FactId, Family, Number, ParameterDecl, Parameters, Program,
    Schema, Type, Unit, Value, VariableDecl, VariableId, WhenAbsent, Workspace,
};
use proptest::prelude::*;

const COUNT: Type = Type::Number(Unit::COUNT);

struct Names {
    schema: Schema,
    numbers: Vec<FactId>,
    flags: Vec<FactId>,
    codes: Vec<FactId>,
}

fn names() -> Names {
    let mut schema = Schema::new();
    let mut fact = |name: &str, entity, ty, absent: Option<&str>| {
        let absent = absent.map_or(WhenAbsent::Unknown, |f| WhenAbsent::Formula(f.to_owned()));
        let decl = FactDecl {
            name: name.to_owned(),
            entity,
            ty,
            absent,
        };
        schema.fact(decl).expect("a new name")
    };
    use Entity::{Award, Household, Person};
    let numbers = vec![
        fact("收入", Person, COUNT, None),
        fact("成本", Person, COUNT, Some("0")),
        fact("年龄", Person, COUNT, None),
        fact("财产", Household, COUNT, None),
        fact("标准", Household, COUNT, None),
    ];
    let flags = vec![
        fact("同住", Person, Type::Boolean, Some("true")),
        fact(
            "服刑",
            Person,
            Type::Boolean,
            Some("if 年龄 < 16 then false else null"),
        ),
        fact("渐退", Award, Type::Boolean, Some("false")),
    ];
    let kind = || Type::code("类别", &["甲", "乙", "丙"]);
    let codes = vec![
        fact("类别", Household, kind(), None),
        fact("残疾", Person, kind(), Some("\"甲\"")),
    ];
    let table = Type::table(["甲", "乙", "丙"], COUNT);
    for (name, ty) in [("倍数", COUNT), ("没有", COUNT), ("档次", table)] {
        let decl = ParameterDecl {
            name: name.to_owned(),
            ty,
        };
        schema.parameter(decl).expect("a new name");
    }
    Names {
        schema,
        numbers,
        flags,
        codes,
    }
}

fn parameters(schema: &Schema) -> Parameters {
    let mut given = Parameters::new();
    let id = |name: &str| schema.find_parameter(name).expect("declared");
    given.set(
        id("倍数"),
        Value::Number(Number::parse("1.5").expect("a number")),
        None,
    );
    let rows = [("甲", "439"), ("乙", "417.25")]
        .map(|(k, v)| (k, Value::Number(Number::parse(v).expect("a number"))));
    given.set(
        id("档次"),
        Value::Context(std::sync::Arc::new(rows.into_iter().collect())),
        None,
    );
    given
}

/// Numeric and boolean formulas of the household, with as many levels.
fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "财产",
            "标准",
            "倍数",
            "没有",
            "0",
            "1",
            "3",
            "7",
            "12",
            "0.05",
            "100",
            "count(成员)",
            "count(成员[同住])",
            "count(成员[同住 and not(服刑)])",
            "合计(成员.收入)",
            "sum(成员[同住].收入)",
            "sum(成员[年龄 >= 16].成本)",
            "合计(成员[年龄 in [16..60)].净收入)",
            "get value(档次, 类别)",
            "合计(成员[残疾 in (\"甲\", \"丙\")].份额)",
            "净",
            "-标准",
            "count(成员[not(服刑) and 同住])",
            "净 / count(成员[同住])",
            "合计(成员.份额)",
            "if some 某 in 成员 satisfies 某.残疾 = \"丙\" then 1 else 2",
            "if every 某 in 成员[同住] satisfies 某.年龄 >= 18 then 财产 else 标准 / 12",
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        let two = (inner.clone(), inner.clone());
        let test = (
            inner.clone(),
            prop::sample::select(vec!["<", "<=", ">", ">=", "=", "!="]),
            inner.clone(),
        )
            .prop_map(|(a, op, b)| format!("({a}) {op} ({b})"));
        let test = prop_oneof![
            test,
            Just("类别 = \"乙\"".to_owned()),
            Just("类别 in (\"乙\", \"丙\")".to_owned()),
            Just("类别 != \"甲\"".to_owned()),
            Just("财产 between 100 and 标准".to_owned()),
            Just("some 某 in 成员[年龄 < 60] satisfies 某.服刑".to_owned()),
            Just("every 某 in 成员 satisfies 某.净收入 <= 户.标准".to_owned()),
        ];
        let tests = prop_oneof![
            test.clone(),
            (test.clone(), test.clone()).prop_map(|(a, b)| format!("{a} and {b}")),
            (test.clone(), test.clone()).prop_map(|(a, b)| format!("not({a}) or {b}")),
        ];
        prop_oneof![
            (two.clone(), prop::sample::select(vec!["+", "-", "*", "/"]))
                .prop_map(|((a, b), op)| format!("({a}) {op} ({b})")),
            (
                inner.clone(),
                prop::sample::select(vec![
                    "round half up",
                    "round up",
                    "round down",
                    "round half down",
                    "decimal"
                ]),
                0..4
            )
                .prop_map(|(a, mode, scale)| format!("{mode}({a}, {scale})")),
            inner.clone().prop_map(|a| format!("floor({a})")),
            (two.clone(), prop::sample::select(vec!["max", "min"]))
                .prop_map(|((a, b), f)| format!("{f}({a}, {b})")),
            (tests, two).prop_map(|(c, (a, b))| format!("if {c} then {a} else {b}")),
        ]
    })
}

fn variable(name: &str, entity: Entity, ty: Type, formula: &str) -> VariableDecl {
    VariableDecl {
        name: name.to_owned(),
        entity,
        ty,
        formula: formula.to_owned(),
        citation: None,
    }
}

type Cells = Vec<(i64, bool)>;

#[derive(Clone, Debug)]
struct Facts {
    members: Vec<u32>,
    cells: Vec<Cells>,
}

/// Values for every row of every fact; a mark says whether somebody has said it.
fn facts() -> impl Strategy<Value = Facts> {
    prop::collection::vec(0_u32..4, 1..12).prop_flat_map(|members| {
        let value = prop_oneof![4 => 0_i64..2000, 1 => -500_i64..0, 1 => prop::sample::select(vec![0, 100, 1200, 999_999_999_999, i64::MAX, i64::MIN + 1])];
        // Enough for the persons, the most numerous.
        let cells = prop::collection::vec((value, prop::bool::weighted(0.9)), members.len() * 4);
        prop::collection::vec(cells, 10).prop_map(move |cells| Facts {
            members: members.clone(),
            cells,
        })
    })
}

fn batch(names: &Names, facts: &Facts) -> Batch {
    let mut batch = Batch::new(&names.schema, &facts.members);
    let persons: u32 = facts.members.iter().sum();
    let all = names.numbers.iter().chain(&names.flags).chain(&names.codes);
    for (id, cells) in all.zip(&facts.cells) {
        let rows = if id.entity() == Entity::Person {
            persons as usize
        } else {
            facts.members.len()
        };
        let cells = &cells[..rows];
        let known: Vec<bool> = cells.iter().map(|c| c.1).collect();
        let column = match &names.schema.fact_decl(*id).ty {
            Type::Boolean => Column::Booleans(cells.iter().map(|c| c.0 % 3 != 0).collect()),
            Type::Code(codes) => Column::Words {
                words: codes.values.iter().map(|v| Value::text(v)).collect(),
                places: cells.iter().map(|c| c.0.rem_euclid(3) as u32).collect(),
            },
            _ => Column::Numbers {
                values: cells.iter().map(|c| c.0).collect(),
                scale: (facts.members.len() % 3) as u8,
            },
        };
        let known = known.iter().any(|k| !k).then_some(known);
        batch.set(*id, column, known);
    }
    batch
}

/// The value of a family alone; the trace's way is the same.
fn alone(linked: &formula::Linked<'_>, family: &Family, id: VariableId) -> Option<Value> {
    let mut workspace = Workspace::default();
    linked
        .evaluate(family, &mut workspace)
        .known(id, 0)
        .cloned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_family_and_columns_agree(formulas in prop::collection::vec(formula(), 1..4), facts in facts()) {
        let names = names();
        let mut variables = vec![
            variable("净收入", Entity::Person, COUNT, "收入 - 成本"),
            variable("份额", Entity::Person, COUNT, "if 年龄 < 18 then 户.标准 * 0.5 else 户.标准 / 3"),
            variable("净", Entity::Household, COUNT, "合计(成员[同住].净收入) / 12"),
        ];
        for (n, formula) in formulas.iter().enumerate() {
            variables.push(variable(&format!("数{n}"), Entity::Household, COUNT, formula));
            variables.push(variable(&format!("是{n}"), Entity::Household, Type::Boolean, &format!("({formula}) < 标准")));
        }
        let schema = names.schema.clone();
        let program = match Program::compile(schema, variables) {
            Ok(program) => program,
            Err(faults) => return Err(TestCaseError::fail(format!("{faults:?}"))),
        };
        let linked = program.link(parameters(&names.schema)).expect("of their types");
        let batch = batch(&names, &facts);
        let asked: Vec<VariableId> = program
            .variables()
            .iter()
            .filter(|v| v.entity == Entity::Household)
            .map(|v| program.variable(v.entity, &v.name).expect("declared"))
            .collect();
        let figures = linked.columns(&batch, &asked);
        prop_assert!(figures.single <= batch.households());
        for household in 0..batch.households() {
            let family = batch.family(program.schema(), household);
            for (place, id) in asked.iter().enumerate() {
                let expected = alone(&linked, &family, *id);
                prop_assert_eq!(&figures.value(place, household), &expected, "{}", program.variable_decl(*id).formula);
            }
        }
    }
}

#[test]
fn complete_facts_need_no_family_alone() {
    let names = names();
    let variables = vec![
        variable("净收入", Entity::Person, COUNT, "收入 - 成本"),
        variable(
            "人均",
            Entity::Household,
            COUNT,
            "合计(成员[同住].净收入) / 12 / count(成员[同住])",
        ),
        variable(
            "符合",
            Entity::Household,
            Type::Boolean,
            "人均 < 标准 and 财产 <= 标准 * 24",
        ),
        variable(
            "金额",
            Entity::Household,
            COUNT,
            "if 符合 then round half up(max((标准 - 人均) * count(成员[同住]), 0), 2) else 0",
        ),
    ];
    let program = Program::compile(names.schema.clone(), variables).expect("without fault");
    let linked = program
        .link(parameters(&names.schema))
        .expect("of their types");
    let members: Vec<u32> = (0..500).map(|n| 1 + n % 4).collect();
    let persons: usize = members.iter().map(|m| *m as usize).sum();
    let mut batch = Batch::new(&names.schema, &members);
    let numbers = |rows: usize, by: i64| Column::Numbers {
        values: (0..rows as i64).map(|n| n * by % 700_001).collect(),
        scale: 2,
    };
    batch.set(names.numbers[0], numbers(persons, 7919), None);
    batch.set(names.numbers[1], numbers(persons, 13), None);
    batch.set(names.numbers[3], numbers(500, 6151), None);
    let standard = Column::Numbers {
        values: vec![350; 500],
        scale: 0,
    };
    batch.set(names.numbers[4], standard, None);
    let asked = ["符合", "金额"].map(|n| program.variable(Entity::Household, n).expect("declared"));
    let figures = linked.columns(&batch, &asked);
    assert_eq!(figures.single, 0, "of 500");
    assert!(
        (0..500)
            .filter_map(|n| figures.value(1, n)?.as_number())
            .any(|n| !n.is_zero())
    );
}

/// A gap that decimal128 and the fraction round differently, in many rows: every
/// amount ends in half a fen, and the twelfth or the third of it has no end.
#[test]
fn halves_are_rounded_as_decimal128_has_them() {
    let names = names();
    let gap = "round half up((标准 - 合计(成员.收入) / 12 / count(成员)) * count(成员), 2)";
    let variables = vec![
        variable("差", Entity::Household, COUNT, gap),
        variable(
            "比",
            Entity::Household,
            Type::Boolean,
            "合计(成员.收入) / 12 / count(成员) * count(成员) * 12 < 合计(成员.收入)",
        ),
    ];
    let program = Program::compile(names.schema.clone(), variables).expect("without fault");
    let linked = program
        .link(parameters(&names.schema))
        .expect("of their types");
    let members: Vec<u32> = (0..9000).map(|n| 1 + n % 7).collect();
    let mut batch = Batch::new(&names.schema, &members);
    let mut incomes = Vec::new();
    for (n, count) in members.iter().enumerate() {
        incomes.push(n as i64 * 12 + 6);
        incomes.extend((1..*count).map(|m| i64::from(m) * 1200));
    }
    let income = Column::Numbers {
        values: incomes,
        scale: 2,
    };
    batch.set(names.numbers[0], income, None);
    let standard = Column::Numbers {
        values: vec![350; members.len()],
        scale: 0,
    };
    batch.set(names.numbers[4], standard, None);
    let asked = ["差", "比"].map(|n| program.variable(Entity::Household, n).expect("declared"));
    let figures = linked.columns(&batch, &asked);
    let several = linked.columns_on(3, &batch, &asked);
    assert_eq!(figures.single, 0, "none is computed as a family");
    let mut less = 0;
    for household in 0..batch.households() {
        let family = batch.family(program.schema(), household);
        for (place, id) in asked.iter().enumerate() {
            let value = figures.value(place, household);
            assert_eq!(value, alone(&linked, &family, *id), "household {household}");
            assert_eq!(value, several.value(place, household), "on several threads");
        }
        less += usize::from(figures.value(1, household) == Some(Value::Boolean(true)));
    }
    // Were the fractions alone to decide, none would be less than itself.
    assert!(less > 100 && less < batch.households(), "{less}");
}

/// The deepest formulas, and long chains of variables, on the stack of a worker.
#[test]
fn what_is_too_deep_is_computed_alone() {
    let names = names();
    let forms = [
        ("if 财产 > 1 then ", "1", " else 0", 95),
        ("if 财产 > 1 then ", "1", " else 0", 50),
        ("(财产 / 3 + ", "1", ")", 95),
        ("max(财产, 1 + ", "1", ")", 25),
        (
            "(if some 某 in 成员 satisfies 某.同住 then ",
            "1",
            " else 2)",
            90,
        ),
    ];
    for (open, middle, close, times) in forms {
        let text = format!("{}{middle}{}", open.repeat(times), close.repeat(times));
        let mut variables = vec![variable("链0", Entity::Household, COUNT, &text)];
        for n in 1..150 {
            let formula = format!("(链{} + 财产) / 2", n - 1);
            variables.push(variable(
                &format!("链{n}"),
                Entity::Household,
                COUNT,
                &formula,
            ));
        }
        let program = Program::compile(names.schema.clone(), variables).expect("without fault");
        let linked = program
            .link(parameters(&names.schema))
            .expect("of their types");
        let mut batch = Batch::new(&names.schema, &[2; 5]);
        let column = Column::Numbers {
            values: vec![1, 2, 3, 4, 5],
            scale: 1,
        };
        batch.set(names.numbers[3], column, None);
        let asked =
            ["链0", "链149"].map(|n| program.variable(Entity::Household, n).expect("declared"));
        let figures = linked.columns(&batch, &asked);
        for household in 0..5 {
            let family = batch.family(program.schema(), household);
            for (place, id) in asked.iter().enumerate() {
                let expected = alone(&linked, &family, *id);
                assert!(expected.is_some());
                assert_eq!(figures.value(place, household), expected, "{open}");
            }
        }
    }
}

/// One number far out leaves the columns to the others.
#[test]
fn one_number_far_out_is_computed_alone() {
    let names = names();
    let variables = vec![variable(
        "积",
        Entity::Household,
        COUNT,
        "财产 * 财产 * 标准",
    )];
    let program = Program::compile(names.schema.clone(), variables).expect("without fault");
    let linked = program
        .link(parameters(&names.schema))
        .expect("of their types");
    let mut batch = Batch::new(&names.schema, &[1; 100]);
    let mut values: Vec<i64> = (0..100).collect();
    values[7] = i64::MAX;
    for id in [names.numbers[3], names.numbers[4]] {
        let column = Column::Numbers {
            values: values.clone(),
            scale: 2,
        };
        batch.set(id, column, None);
    }
    let asked = [program.variable(Entity::Household, "积").expect("declared")];
    let figures = linked.columns(&batch, &asked);
    assert_eq!(figures.single, 1);
    for household in 0..100 {
        let family = batch.family(program.schema(), household);
        let expected = alone(&linked, &family, asked[0]);
        assert!(expected.is_some());
        assert_eq!(figures.value(0, household), expected);
    }
}
