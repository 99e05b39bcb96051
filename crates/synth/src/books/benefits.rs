//! Tekun, the two allowances and the children: tables by person.

use super::cells::Cell;
use super::family::{ACCOUNT, Family, PERSON, PLACE};
use crate::model::{Account, Person, PersonKey, RosterEntry, Terms};
use std::collections::BTreeMap;

type Accounts = BTreeMap<PersonKey, Account>;

pub(super) fn tekun_households() -> Vec<&'static str> {
    let mut columns = vec![
        "序号",
        "证号",
        "户主姓名",
        "身份证号",
        "家庭人口数",
        "保障人口数",
        "户月保障金额",
        "申请原因",
    ];
    columns.extend(["最初享受月份", "电话"]);
    columns.extend(PLACE);
    columns.extend(ACCOUNT);
    columns.push("住房套数");
    columns
}

/// The household table names the certificate of the first person; each member is a person
/// with own tier in the other table.
pub(super) fn tekun_household<'a>(
    family: &Family<'a>,
    number: usize,
    entries: &[&'a RosterEntry],
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let first = entries[0];
    let [name, id] = family.head_cells();
    let mut row: Vec<Cell<'a>> = vec![
        number.into(),
        first.number.as_str().into(),
        name,
        id,
        family.people.len().into(),
        entries.len().into(),
        Cell::Blank,
        family.household.cause.zh().into(),
        first.from.to_string().into(),
        family.household.phone.as_deref().into(),
    ];
    row.extend(family.place());
    row.extend(family.account(first, accounts));
    row.push(1usize.into());
    row
}

pub(super) fn tekun_persons() -> Vec<&'static str> {
    let mut columns = vec!["序号", "证号", "户主姓名", "户主身份证号"];
    columns.extend(PERSON);
    columns.extend(["是否供养对象", "供养方式", "照料护理档位", "最初享受月份"]);
    columns.extend(ACCOUNT);
    columns
}

pub(super) fn tekun_person<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let mut row: Vec<Cell<'a>> = vec![number.into(), entry.number.as_str().into()];
    row.extend(family.head_cells());
    row.extend(family.person(family.member(entry.holder)));
    let (mode, tier) = match &entry.terms {
        Terms::Tekun { mode, tier, .. } => (mode.zh(), tier.zh()),
        _ => ("", ""),
    };
    row.extend([
        "是".into(),
        mode.into(),
        tier.into(),
        entry.from.to_string().into(),
    ]);
    row.extend(family.account(entry, accounts));
    row
}

/// The columns that all rosters by person have in common.
fn by_person() -> Vec<&'static str> {
    let mut columns = vec!["序号", "证号", "户主姓名", "户主身份证号"];
    columns.extend(PERSON);
    columns.extend(PLACE);
    columns.extend(ACCOUNT);
    columns.extend(["最初享受月份", "联系电话"]);
    columns
}

fn person_row<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let mut row: Vec<Cell<'a>> = vec![number.into(), entry.number.as_str().into()];
    row.extend(family.head_cells());
    row.extend(family.person(family.member(entry.holder)));
    row.extend(family.place());
    row.extend(family.account(entry, accounts));
    row.extend([
        entry.from.to_string().into(),
        family.household.phone.as_deref().into(),
    ]);
    row
}

pub(super) fn allowances() -> Vec<&'static str> {
    let mut columns = by_person();
    columns.push("补贴类型");
    columns
}

/// One row a person; who has both allowances has both words.
pub(super) fn allowance<'a>(
    family: &Family<'a>,
    number: usize,
    entries: &[&'a RosterEntry],
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let words: Vec<&str> = entries
        .iter()
        .map(|entry| {
            if entry.terms == Terms::DisabilityLiving {
                "生活补贴"
            } else {
                "护理补贴"
            }
        })
        .collect();
    let mut row = person_row(family, number, entries[0], accounts);
    row.push(words.join("、").into());
    row
}

pub(super) fn orphans() -> Vec<&'static str> {
    let mut columns = by_person();
    columns.extend(["安置方式", "监护人姓名"]);
    columns
}

pub(super) fn orphan<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let mut row = person_row(family, number, entry, accounts);
    row.extend(["亲属抚养".into(), guardian(family)]);
    row
}

pub(super) fn unsupported_children() -> Vec<&'static str> {
    let mut columns = by_person();
    columns.extend(["父亲状况", "母亲状况", "监护人姓名"]);
    columns
}

pub(super) fn unsupported_child<'a>(
    family: &Family<'a>,
    number: usize,
    entry: &'a RosterEntry,
    accounts: &'a Accounts,
) -> Vec<Cell<'a>> {
    let (father, mother) = match &entry.terms {
        Terms::UnsupportedChild { father, mother } => (father.zh(), mother.zh()),
        _ => ("", ""),
    };
    let mut row = person_row(family, number, entry, accounts);
    row.extend([father.into(), mother.into(), guardian(family)]);
    row
}

fn guardian<'a>(family: &Family<'a>) -> Cell<'a> {
    let head: &'a Person = family.head();
    head.name.as_str().into()
}
