//! The pair of tables of the provincial export: households, and their members.

use super::cells::Cell;
use super::family::{ACCOUNT, Family, PERSON, PLACE};
use crate::model::{RosterEntry, Terms};

/// Column titles of the household table.
pub(crate) fn dibao_households() -> Vec<&'static str> {
    let mut columns = vec![
        "序号",
        "证号",
        "户主姓名",
        "身份证号",
        "家庭人口数",
        "保障人口数",
        "家庭年总收入",
        "家庭年均收入",
    ];
    columns.extend([
        "分档类型",
        "施保方式",
        "户月保障金额",
        "家庭分类施保总额",
        "人员分类施保总额",
        "合计",
    ]);
    columns.extend(["申请原因", "计算方式", "最初享受月份", "电话"]);
    columns.extend(PLACE);
    columns.extend(ACCOUNT);
    columns.extend(["住房套数", "住房面积", "金融资产", "成员姓名与身份证"]);
    columns
}

/// A row of the household table. Amounts stay blank: they follow from the policy pack and
/// are nobody's fact.
pub(crate) fn dibao_household<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
    account: [Cell<'a>; 4],
) -> Vec<Cell<'a>> {
    let household = family.household;
    let [name, id] = family.head_cells();
    let size = household.members.len();
    let single = matches!(entry.terms, Terms::Dibao { single: true, .. });
    let mut row: Vec<Cell<'a>> = vec![
        number.into(),
        entry.number.as_str().into(),
        name,
        id,
        size.into(),
        entry.covered.len().into(),
        household.yearly_income.into(),
        (household.yearly_income / size as i64).into(),
        entry.terms.class_zh().into(),
        if single { "单人" } else { "整户" }.into(),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        household.cause.zh().into(),
        "分档".into(),
        entry.from.to_string().into(),
        household.phone.as_deref().into(),
    ];
    row.extend(family.place());
    row.extend(account);
    let members: Vec<String> = family
        .people
        .iter()
        .map(|person| format!("{} {}", person.name, person.id_number.as_str()))
        .collect();
    row.extend([
        1usize.into(),
        Cell::Number(i64::from(household.dwelling.1)),
        Cell::Blank,
        members.join(";").into(),
    ]);
    row
}

/// Column titles of the member table.
pub(crate) fn dibao_persons() -> Vec<&'static str> {
    let mut columns = vec!["序号", "证号", "户主姓名", "户主身份证号"];
    columns.extend(PERSON);
    columns.push("是否保障对象");
    columns
}

/// The rows of a family in the member table, numbered from `number`.
pub(crate) fn dibao_members<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
) -> Vec<Vec<Cell<'a>>> {
    let row = |(at, person)| {
        let person: &crate::model::Person = person;
        let mut row: Vec<Cell<'a>> = vec![Cell::from(number + at), entry.number.as_str().into()];
        row.extend(family.head_cells());
        row.extend(family.person(family.member(person.key)));
        row.push(
            if entry.covered.contains(&person.key) {
                "是"
            } else {
                "否"
            }
            .into(),
        );
        row
    };
    family.people.iter().enumerate().map(row).collect()
}
