//! Decision tables: holes and overlaps over everything that the inputs can be.

use crate::fault::{FaultKind, Faults, Words};
use crate::model::table::{Domain, Hit, Table};
use crate::model::{Body, Dated, LevelId, Programme};
use crate::pack::Data;
use formula::{Entity, Type};

/// Looks at every table of every level.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for programme in &data.programmes {
        let of = |bodies: &[Dated<Body>]| -> Vec<(LevelId, Entity, Table)> {
            let tables = bodies.iter().filter_map(|b| {
                let table = b.value.table.as_deref()?;
                Some((b.level, b.value.entity, table.clone()))
            });
            tables.collect()
        };
        let mut tables: Vec<(LevelId, Entity, Table)> = Vec::new();
        programme
            .variables
            .iter()
            .for_each(|v| tables.extend(of(&v.bodies)));
        programme
            .components
            .iter()
            .for_each(|c| tables.extend(of(&c.bodies)));
        programme
            .checks
            .iter()
            .for_each(|c| tables.extend(of(&c.bodies)));
        for way in &programme.ways {
            tables.extend(of(&way.covered));
            let conditions = way.applies.iter().chain(&way.conditions);
            conditions.for_each(|c| tables.extend(of(&c.bodies)));
        }
        for (level, entity, table) in tables {
            look(data, programme, level, entity, &table, faults);
        }
    }
}

fn look(
    data: &Data,
    programme: &Programme,
    level: LevelId,
    entity: Entity,
    table: &Table,
    faults: &mut Faults<'_>,
) {
    let domains: Vec<Domain> = table
        .inputs
        .iter()
        .map(|i| domain(data, programme, level, entity, &i.formula))
        .collect();
    let found = table.look(&domains);
    if let Some(column) = found.opaque {
        if matches!(table.hit, Hit::Unique | Hit::Any) {
            let input = &table.inputs[column];
            let words = Words::new(
                format!(
                    "“{}”一列写了参数或公式，装入时看不出有没有重叠",
                    input.formula
                ),
                format!(
                    "the column “{}” names a parameter or formula; overlaps cannot be seen at load",
                    input.formula
                ),
            )
            .mend(
                "命中策略改用 F，或写成固定的值",
                "use hit policy F, or write fixed values",
            );
            faults.add(FaultKind::Overlap, input.spot, words);
        }
        return;
    }
    if found.too_many {
        let words = Words::new(
            "情形太多，装入时查不完有没有漏洞",
            "too many cases to look for holes at load",
        )
        .mend(
            "拆成几张表，或写 default",
            "split the table, or write a default",
        );
        faults.add(FaultKind::TooLarge, table.spot, words);
    }
    if let Some(witness) = found.hole {
        let words = Words::new(
            format!("表有漏洞，没有一行适用于：{witness}"),
            format!("the table has a hole, no row meets: {witness}"),
        )
        .mend("补上一行，或写 default", "add a row, or write a default");
        faults.add(FaultKind::Gap, table.spot, words);
    }
    for clash in found.clashes {
        let (first, second) = clash.rows;
        let spot = table.rows[second].spot;
        let words = Words::new(
            format!(
                "第 {} 行与第 {} 行重叠：{}",
                second + 1,
                first + 1,
                clash.witness
            ),
            format!(
                "rows {} and {} overlap: {}",
                first + 1,
                second + 1,
                clash.witness
            ),
        )
        .mend(
            "改窄其中一行，或把命中策略改为 F",
            "narrow one of them, or use hit policy F",
        );
        faults.add(FaultKind::Overlap, spot, words);
    }
}

/// What an input can be: by its declared type, where it is a name.
fn domain(
    data: &Data,
    programme: &Programme,
    level: LevelId,
    entity: Entity,
    formula: &str,
) -> Domain {
    let chain = data.chain(level);
    let formula = formula.trim();
    let (entity, name) = match formula.split_once('.') {
        Some(("户", name)) => (Entity::Household, name),
        Some(("待遇", name)) => (Entity::Award, name),
        _ => (entity, formula),
    };
    let fact = data
        .facts
        .iter()
        .find(|f| f.entity == entity && f.name == name && chain.contains(&f.level));
    let others = data.programmes.iter().filter(|p| p.key != programme.key);
    let variable = || {
        std::iter::once(programme)
            .chain(others)
            .flat_map(|p| &p.variables)
            .find(|v| v.entity == entity && v.name == name)
    };
    let ty = fact.map(|f| &f.ty).or_else(|| variable().map(|v| &v.ty));
    match ty {
        Some(Type::Code(codes)) => Domain::Codes(codes.values.clone()),
        Some(Type::Boolean) => Domain::Boolean,
        Some(Type::Text | Type::List(_) | Type::Context(_)) => Domain::Text,
        Some(Type::Date) => Domain::Ordered { whole: true },
        _ => Domain::Ordered {
            whole: fact.is_some_and(|f| f.whole),
        },
    }
}
