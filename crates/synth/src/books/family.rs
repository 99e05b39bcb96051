use std::collections::BTreeMap;

use kernel::codes::{CodeList, Education, Sex};
use kernel::{DivisionCode, DivisionLevel};

use super::cells::Cell;
use crate::model::{Account, Area, Household, Person, PersonKey, RosterEntry};

/// Names of areas by code, looked up for every row.
pub(crate) struct Places<'a>(BTreeMap<DivisionCode, &'a str>);

impl<'a> Places<'a> {
    pub(crate) fn new(areas: &'a [Area]) -> Places<'a> {
        Places(
            areas
                .iter()
                .map(|area| (area.code, area.name.as_str()))
                .collect(),
        )
    }

    fn name(&self, code: DivisionCode, level: DivisionLevel) -> &'a str {
        code.at(level)
            .and_then(|code| self.0.get(&code).copied())
            .unwrap_or("")
    }
}

/// A family with what rows need of it.
pub(crate) struct Family<'a> {
    pub places: &'a Places<'a>,
    pub household: &'a Household,
    /// The members, the head first.
    pub people: &'a [Person],
}

impl<'a> Family<'a> {
    pub(crate) fn head(&self) -> &'a Person {
        &self.people[0]
    }

    /// A member by key.
    pub(crate) fn member(&self, key: PersonKey) -> &'a Person {
        self.people
            .iter()
            .find(|person| person.key == key)
            .unwrap_or(&self.people[0])
    }

    /// 区划代码, 省, 市, 区县, 街道, 社区, 住址.
    pub(crate) fn place(&self) -> [Cell<'a>; 7] {
        let code = self.household.division;
        [
            code.to_string().into(),
            crate::area::above(code).0.into(),
            crate::area::above(code).1.into(),
            self.places.name(code, DivisionLevel::County).into(),
            self.places.name(code, DivisionLevel::Township).into(),
            self.places.name(code, DivisionLevel::Village).into(),
            self.household.address.as_str().into(),
        ]
    }

    /// 户主姓名, 户主身份证号.
    pub(crate) fn head_cells(&self) -> [Cell<'a>; 2] {
        [
            self.head().name.as_str().into(),
            self.head().id_number.as_str().to_owned().into(),
        ]
    }

    /// The columns of [`PERSON`], as far as they are known.
    pub(crate) fn person(&self, person: &'a Person) -> Vec<Cell<'a>> {
        let relation = self
            .household
            .members
            .iter()
            .find(|member| member.person == person.key);
        let disability = person.disability;
        vec![
            person.name.as_str().into(),
            person.id_number.as_str().to_owned().into(),
            relation.map_or("", |member| member.relation.zh()).into(),
            if person.sex() == Sex::Male {
                "男"
            } else {
                "女"
            }
            .into(),
            person.birth().to_string().into(),
            person.ethnicity.zh().into(),
            person.marriage.zh().into(),
            education(person.education).into(),
            self.household.registration.zh().into(),
            person.health.zh().into(),
            disability.map(|disability| disability.kind.zh()).into(),
            disability.map(|disability| disability.grade.zh()).into(),
            disability
                .map(|disability| disability.card.to_plain())
                .into(),
            person.labour.zh().into(),
            person.employment.zh().into(),
            person.study.zh().into(),
        ]
    }

    /// The columns of [`ACCOUNT`].
    pub(crate) fn account(
        &self,
        entry: &RosterEntry,
        accounts: &'a BTreeMap<PersonKey, Account>,
    ) -> [Cell<'a>; 4] {
        account_cells(self.member(entry.payee), accounts.get(&entry.payee))
    }
}

/// Bank, holder, card and account of a payee.
pub(crate) fn account_cells<'a>(payee: &'a Person, account: Option<&'a Account>) -> [Cell<'a>; 4] {
    [
        account.map(|account| account.bank.zh()).into(),
        account.map(|_| payee.name.as_str()).into(),
        account.map(|account| account.card.as_str()).into(),
        account.map(|account| account.number.as_str()).into(),
    ]
}

/// The columns that describe a person.
pub(crate) const PERSON: [&str; 16] = [
    "姓名",
    "身份证号",
    "与户主关系",
    "性别",
    "出生日期",
    "民族",
    "婚姻状况",
    "文化程度",
    "户口性质",
    "健康状况",
    "残疾类别",
    "残疾等级",
    "残疾人证号",
    "劳动能力",
    "就业状况",
    "在校学段",
];

/// The columns that describe a place.
pub(crate) const PLACE: [&str; 7] = ["区划代码", "省", "市", "区县", "街道", "社区", "住址"];

/// The columns of an account. The benefit card comes first, because it is what is paid into.
pub(crate) const ACCOUNT: [&str; 4] = ["开户银行", "户名", "一卡通账号", "账号"];

/// The everyday word for an education, as exports have it.
pub(crate) fn education(education: Education) -> &'static str {
    match education {
        Education::Other => education.zh(),
        other => other
            .aliases()
            .first()
            .copied()
            .unwrap_or_else(|| other.zh()),
    }
}
