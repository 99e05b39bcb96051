//! The lists of the rural-revitalisation office, and Doudi's own template for families that
//! stand in no export.

use kernel::codes::{CodeList, Sex, UrbanRural};

use super::cells::Cell;
use super::family::{ACCOUNT, Family, PERSON, account_cells, education};
use crate::model::{Account, Person, Revitalisation};

pub(super) const LIST_HOUSEHOLDS: [&str; 15] = [
    "户编号",
    "户类型",
    "户主姓名",
    "户主证件号码",
    "家庭人口数",
    "区划代码",
    "省",
    "市",
    "县",
    "乡镇",
    "行政村",
    "住址",
    "主要致贫原因",
    "人均纯收入",
    "联系电话",
];

/// A household of a list.
pub(super) fn list_household<'a>(family: &Family<'a>) -> Vec<Cell<'a>> {
    let household = family.household;
    let kind = match household.list {
        Some(Revitalisation::OutOfPoverty) => "脱贫户",
        Some(Revitalisation::Unstable) => "脱贫不稳定户",
        Some(Revitalisation::Marginal) => "边缘易致贫户",
        Some(Revitalisation::Sudden) => "突发严重困难户",
        None => "一般农户",
    };
    let [name, id] = family.head_cells();
    let size = household.members.len();
    let mut row: Vec<Cell<'a>> = vec![
        household.number.as_str().into(),
        kind.into(),
        name,
        id,
        size.into(),
    ];
    row.extend(family.place());
    row.extend([
        household.cause.zh().into(),
        (household.yearly_income / size as i64).into(),
        household.phone.as_deref().into(),
    ]);
    row
}

pub(super) const LIST_PERSONS: [&str; 11] = [
    "户编号",
    "人编号",
    "姓名",
    "证件号码",
    "与户主关系",
    "性别",
    "民族",
    "文化程度",
    "在校生状况",
    "健康状况",
    "劳动技能",
];

/// A member of a household of a list.
pub(super) fn list_person<'a>(family: &Family<'a>, nth: usize) -> Vec<Cell<'a>> {
    let household = family.household;
    let person: &'a Person = &family.people[nth];
    vec![
        household.number.as_str().into(),
        format!("{}{:02}", household.number, nth + 1).into(),
        person.name.as_str().into(),
        person.id_number.as_str().to_owned().into(),
        household.members[nth].relation.zh().into(),
        if person.sex() == Sex::Male {
            "男"
        } else {
            "女"
        }
        .into(),
        person.ethnicity.zh().into(),
        education(person.education).into(),
        person.study.zh().into(),
        person.health.zh().into(),
        person.labour.zh().into(),
    ]
}

pub(super) fn own_households() -> Vec<&'static str> {
    let mut columns = vec![
        "户编号",
        "户主姓名",
        "户主身份证号",
        "区划代码",
        "乡镇",
        "村",
        "住址",
        "联系电话",
        "城乡",
    ];
    columns.extend(["核定家庭年收入", "生活用房套数", "住房面积"]);
    columns.extend(ACCOUNT);
    columns
}

/// A household in Doudi's own template.
pub(super) fn own_household<'a>(
    family: &Family<'a>,
    account: Option<&'a Account>,
) -> Vec<Cell<'a>> {
    let household = family.household;
    let [name, id] = family.head_cells();
    let [code, _, _, _, township, village, address] = family.place();
    let mut row: Vec<Cell<'a>> = vec![
        household.number.as_str().into(),
        name,
        id,
        code,
        township,
        village,
        address,
    ];
    row.extend([
        household.phone.as_deref().into(),
        if household.urban_rural == UrbanRural::Urban {
            "城市"
        } else {
            "农村"
        }
        .into(),
        household.yearly_income.into(),
        1usize.into(),
        Cell::Number(i64::from(household.dwelling.1)),
    ]);
    row.extend(account_cells(family.head(), account));
    row
}

pub(super) fn own_persons() -> Vec<&'static str> {
    let mut columns = vec!["户主身份证号", "户主姓名"];
    columns.extend(PERSON);
    columns
}

/// A member in Doudi's own template.
pub(super) fn own_person<'a>(family: &Family<'a>, nth: usize) -> Vec<Cell<'a>> {
    let [name, id] = family.head_cells();
    let mut row: Vec<Cell<'a>> = vec![id, name];
    row.extend(family.person(&family.people[nth]));
    row
}
