//! Names that refer to something said elsewhere in the pack.

use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{
    ASKED_FIELDS, Absent, Cell, ColumnMap, FIELDS, ImportFile, ImportKind, LINE_FIELDS, Layout,
    LevelId, Programme, REPORTED_FIELDS, RETURN_FIELDS, SHEET_FIELDS, Target, VERIFICATION_FIELDS,
};
use crate::pack::Data;
use crate::read::unknown;
use formula::Entity;

/// Checks every reference that is not inside a formula.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for programme in &data.programmes {
        programme_names(data, programme, faults);
    }
    for (key, spot) in &data.catalogue {
        let known = data.programmes.iter().map(|p| p.key.as_str());
        known_or(("项目", "programme"), key, *spot, known, faults);
    }
    for fact in &data.facts {
        if let Absent::AgeFrom(born) = &fact.absent {
            let same = |e: &Entity| *e == fact.entity;
            fact_known(data, fact.level, born, same, fact.absent_spot, faults);
        }
    }
    for role in &data.roles {
        for other in &role.excludes {
            let known = data.roles.iter().map(|r| r.key.as_str());
            known_or(("角色", "role"), other, role.spot, known, faults);
        }
    }
    for kind in &data.imports {
        import_names(data, kind, faults);
    }
    for bank in &data.banks {
        let known = data.bank_files.iter().map(|f| f.key.as_str());
        known_or(
            ("银行文件", "bank file"),
            &bank.file,
            bank.spot,
            known,
            faults,
        );
    }
    for file in &data.bank_files {
        layout(&file.out, (LINE_FIELDS, SHEET_FIELDS), file.spot, faults);
        layout(&file.back, (RETURN_FIELDS, SHEET_FIELDS), file.spot, faults);
    }
    for file in &data.verification_files {
        layout(
            &file.out,
            (ASKED_FIELDS, VERIFICATION_FIELDS),
            file.spot,
            faults,
        );
        layout(
            &file.back,
            (REPORTED_FIELDS, VERIFICATION_FIELDS),
            file.spot,
            faults,
        );
    }
    for printed in &data.printed {
        for key in &printed.programmes {
            programme_known(data, printed.level, key, printed.spot, faults);
        }
    }
    for test in &data.assessments {
        for one in &test.expected {
            programme_known(data, test.level, &one.programme, test.spot, faults);
            if one.member.is_some_and(|m| m >= test.members.len()) {
                let words = Words::new(
                    "expect 里的成员比 members 多",
                    "expect has more members than the test",
                );
                faults.add(FaultKind::Value, test.spot, words);
            }
        }
        for (name, entity) in test.household.keys().map(|n| (n, Entity::Household)).chain(
            test.members
                .iter()
                .flat_map(|m| m.keys().map(|n| (n, Entity::Person))),
        ) {
            let known = |e: &Entity| *e == entity;
            fact_known(data, test.level, name, known, test.spot, faults);
        }
    }
    for test in &data.scenarios {
        programme_known(data, test.level, &test.programme, test.spot, faults);
        for (name, entity) in test.household.keys().map(|n| (n, Entity::Household)).chain(
            test.members
                .iter()
                .flat_map(|(m, _)| m.keys().map(|n| (n, Entity::Person))),
        ) {
            let known = |e: &Entity| *e == entity;
            fact_known(data, test.level, name, known, test.spot, faults);
        }
        for name in test.award.keys() {
            fact_known(data, test.level, name, |_| true, test.spot, faults);
        }
    }
}

pub(super) fn known_or<'c>(
    what: (&str, &str),
    name: &str,
    spot: Spot,
    known: impl Iterator<Item = &'c str> + Clone,
    faults: &mut Faults<'_>,
) {
    if !known.clone().any(|k| k == name) {
        unknown(what, name, spot, known, faults);
    }
}

pub(super) fn programme_known(
    data: &Data,
    level: LevelId,
    key: &str,
    spot: Spot,
    faults: &mut Faults<'_>,
) {
    let chain = data.chain(level);
    let known = data
        .programmes
        .iter()
        .filter(|p| chain.contains(&p.level))
        .map(|p| p.key.as_str());
    known_or(("项目", "programme"), key, spot, known, faults);
}

fn fact_known(
    data: &Data,
    level: LevelId,
    name: &str,
    wanted: impl Fn(&Entity) -> bool + Clone,
    spot: Spot,
    faults: &mut Faults<'_>,
) {
    let chain = data.chain(level);
    let known = data
        .facts
        .iter()
        .filter(move |f| chain.contains(&f.level) && wanted(&f.entity))
        .map(|f| f.name.as_str());
    known_or(("事实", "fact"), name, spot, known, faults);
}

fn programme_names(data: &Data, programme: &Programme, faults: &mut Faults<'_>) {
    let spot = programme.spot;
    let sections = data.sections.iter().map(|s| s.key.as_str());
    known_or(
        ("科室", "section"),
        &programme.section,
        spot,
        sections,
        faults,
    );
    for fund in &programme.funds {
        let known = data.funds.iter().map(|f| f.key.as_str());
        known_or(("资金来源", "fund"), fund, spot, known, faults);
    }
    for name in programme.terms.iter().chain(&programme.class) {
        fact_known(data, programme.level, name, |_| true, spot, faults);
    }
    for other in &programme.yields {
        programme_known(data, programme.level, &other.programme, other.spot, faults);
    }
    for way in &programme.ways {
        for name in way.award.keys() {
            let of_award = |e: &Entity| *e == Entity::Award;
            fact_known(data, programme.level, name, of_award, way.spot, faults);
        }
    }
    circle(data, programme, faults);
}

/// Programmes that step back before one another in a circle: nobody would be paid.
fn circle(data: &Data, programme: &Programme, faults: &mut Faults<'_>) {
    let by_key = |key: &str| data.programmes.iter().find(|p| p.key == key);
    let mut todo: Vec<(&Programme, Vec<&str>)> = vec![(programme, vec![&programme.key])];
    let mut seen: Vec<&str> = Vec::new();
    while let Some((at, path)) = todo.pop() {
        for next in &at.yields {
            let mut path = path.clone();
            path.push(&next.programme);
            if next.programme == programme.key {
                let words = Words::new(
                    format!("项目互相让位：{}", path.join(" → ")),
                    format!(
                        "programmes step back before one another: {}",
                        path.join(" → ")
                    ),
                );
                faults.add(FaultKind::Cycle, programme.yields[0].spot, words);
                return;
            }
            if !seen.contains(&next.programme.as_str()) {
                seen.push(&next.programme);
                todo.extend(by_key(&next.programme).map(|p| (p, path)));
            }
        }
    }
}

fn import_names(data: &Data, kind: &ImportKind, faults: &mut Faults<'_>) {
    let root = LevelId(0);
    for file in &kind.files {
        columns(data, file, faults);
    }
    if let Some(key) = &kind.programme {
        programme_known(data, root, key, kind.spot, faults);
    }
    for (name, _) in &kind.constants {
        fact_known(data, root, name, |_| true, kind.spot, faults);
    }
    let fields = FIELDS.iter().map(|(key, _, _)| *key);
    for name in &kind.link {
        known_or(("字段", "field"), name, kind.spot, fields.clone(), faults);
    }
    for column in kind.files.iter().flat_map(|f| &f.columns) {
        match &column.target {
            Target::Field(name) => {
                known_or(("字段", "field"), name, column.spot, fields.clone(), faults);
            }
            Target::Fact(name) => fact_known(data, root, name, |_| true, column.spot, faults),
            Target::Ignore => {}
        }
    }
}

/// Fields that a layout may name: key, Chinese, English.
type Fields = &'static [(&'static str, &'static str, &'static str)];

fn layout(layout: &Layout, (lines, sheet): (Fields, Fields), spot: Spot, faults: &mut Faults<'_>) {
    let known = lines.iter().map(|(key, _, _)| *key);
    for column in &layout.columns {
        known_or(
            ("字段", "field"),
            &column.field,
            spot,
            known.clone(),
            faults,
        );
    }
    let known = sheet.iter().map(|(key, _, _)| *key);
    for cell in layout.title.iter().chain(&layout.footer).flatten() {
        if let Cell::Field(field) = cell {
            known_or(("字段", "field"), field, spot, known.clone(), faults);
        }
    }
    for field in layout
        .name
        .split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
    {
        known_or(("字段", "field"), field, spot, known.clone(), faults);
    }
}

/// Headers that two columns claim, and spellings that stand for what cannot be.
fn columns(data: &Data, file: &ImportFile, faults: &mut Faults<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for column in &file.columns {
        for header in &column.headers {
            if seen.contains(&header.as_str()) {
                let words = Words::new(
                    format!("表头“{header}”属于两列"),
                    format!("the header “{header}” belongs to two columns"),
                )
                .mend("从其中一列删去这个表头", "remove it from one of them");
                faults.add(FaultKind::NameTwice, column.spot, words);
            }
            seen.push(header);
        }
        for (_, value) in &column.values {
            spelling(data, column, value, faults);
        }
    }
}

fn spelling(data: &Data, column: &ColumnMap, value: &str, faults: &mut Faults<'_>) {
    let spot = column.spot;
    match &column.target {
        Target::Field(field) if field == "award.programme" => {
            programme_known(data, LevelId(0), value, spot, faults);
        }
        Target::Fact(name) => {
            let Some(fact) = data.facts.iter().find(|f| f.name == *name) else {
                return;
            };
            let given = match &fact.ty {
                formula::Type::Boolean => serde_json::Value::Bool(value == "true"),
                _ => serde_json::Value::String(value.to_owned()),
            };
            let odd = fact.ty == formula::Type::Boolean && !matches!(value, "true" | "false");
            if odd || fact.ty.read(&given).is_err() {
                let words = Words::new(
                    format!("“{value}”不能是“{name}”的值"),
                    format!("“{value}” cannot be a value of “{name}”"),
                );
                faults.add(FaultKind::Value, spot, words);
            }
        }
        _ => {}
    }
}
