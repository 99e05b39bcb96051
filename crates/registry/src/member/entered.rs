//! A person as a clerk enters one, checked before anything is written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use formula::Entity;
use kernel::codes::{CodeList, Relation, Sex};
use kernel::text::normalise_name;
use kernel::{Bilingual, IdNumber};
use platform::Problem;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::catalogue::Catalogue;

/// The longest name, in characters (GB/T 2261 leaves it open; certificates print 30).
pub(crate) const NAME_MAX: usize = 60;
/// Facts that the register keeps as columns and derives; nobody enters them beside the number.
const DERIVED: [&str; 5] = ["姓名", "公民身份号码", "出生日期", "性别", "与户主关系"];

/// Somebody who is entered: known by key, by identity number, or new.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = NewMember)]
pub struct NewMember {
    /// A person on record, by key; then nothing else of the person is needed.
    pub person_id: Option<Uuid>,
    /// The name.
    pub name: String,
    /// The identity number (GB 11643), 15 or 18 digits; none for newborns and people without
    /// registration.
    pub id_number: Option<String>,
    /// Birth date; the number says it where there is one.
    pub birth: Option<NaiveDate>,
    /// 男 or 女; the number says it where there is one.
    pub sex: Option<String>,
    /// Relation to the head, GB/T 4761, by name or code.
    pub relation: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Facts by vocabulary name.
    #[schema(value_type = Object)]
    pub facts: BTreeMap<String, Value>,
}

/// The same, checked.
#[derive(Clone, Debug)]
pub(crate) struct Entered {
    pub person: Option<Uuid>,
    pub name: String,
    pub id: Option<IdNumber>,
    pub birth: Option<NaiveDate>,
    pub sex: Option<String>,
    /// None of somebody who does not live in a household.
    pub relation: Option<Relation>,
    pub phone: Option<String>,
    pub facts: BTreeMap<String, Value>,
}

impl Entered {
    /// The relation to the head as records name it.
    pub fn relation_zh(&self) -> &'static str {
        self.relation.map_or("", |relation| relation.zh())
    }

    /// Checks what was entered; every fault goes into the problem below `pointer`.
    pub fn check(
        given: NewMember,
        pointer: &str,
        catalogue: &Catalogue,
        today: NaiveDate,
        mut problem: Problem,
    ) -> (Option<Self>, Problem) {
        let name = normalise_name(&given.name);
        let at = |field: &str| format!("{pointer}/{field}");
        if given.person_id.is_none() && (name.is_empty() || name.chars().count() > NAME_MAX) {
            problem = problem.field(
                at("name"),
                format!("请填写姓名，不超过 {NAME_MAX} 个字"),
                format!("Give the name, at most {NAME_MAX} characters."),
            );
        }
        let relation = Relation::parse(given.relation.trim()).ok();
        if relation.is_none() {
            problem = problem.field(
                at("relation"),
                "请选择与户主关系（GB/T 4761 的名称或代码）",
                "Choose the relation to the head (a name or code of GB/T 4761).",
            );
        }
        let mut id = None;
        let number = given.id_number.as_deref().unwrap_or("").trim();
        if !number.is_empty() {
            match IdNumber::parse(number) {
                Ok(found) => id = Some(found),
                Err(e) => problem = problem.field(at("id_number"), e.zh(), e.en()),
            }
        }
        let birth = id.map(|id| id.birth()).or(given.birth);
        if given.person_id.is_none() && birth.is_none() {
            problem = problem.field(
                at("birth"),
                "没有身份证号时请填写出生日期",
                "Give the birth date where there is no identity number.",
            );
        }
        if birth.is_some_and(|b| b > today) {
            problem = problem.field(
                at("birth"),
                "出生日期晚于今天",
                "The birth date lies in the future.",
            );
        }
        let sex = match (id, given.sex.as_deref().map(str::trim)) {
            (Some(id), _) => Some(id.sex().zh().to_owned()),
            (None, None | Some("")) => None,
            (None, Some(word)) => match Sex::parse(word) {
                Ok(sex) => Some(sex.zh().to_owned()),
                Err(_) => {
                    problem = problem.field(at("sex"), "性别应为男或女", "The sex is 男 or 女.");
                    None
                }
            },
        };
        problem = facts(
            &given.facts,
            Entity::Person,
            &at("facts"),
            catalogue,
            problem,
        );
        let entered = relation.map(|relation| Self {
            relation: Some(relation),
            person: given.person_id,
            name,
            id,
            birth,
            sex,
            phone: given.phone.filter(|p| !p.trim().is_empty()),
            facts: given.facts,
        });
        (entered, problem)
    }

    /// The facts to record of somebody who is new, those that the register derives among them.
    pub fn all_facts(&self) -> BTreeMap<String, Value> {
        let mut facts = self.facts.clone();
        if let Some(relation) = self.relation {
            facts.insert("与户主关系".to_owned(), json!(relation.zh()));
        }
        if let Some(birth) = self.birth {
            facts.insert("出生日期".to_owned(), json!(birth));
        }
        if let Some(sex) = &self.sex {
            facts.insert("性别".to_owned(), json!(sex));
        }
        facts
    }
}

/// Checks facts against the vocabulary: known names, values of their type.
pub(crate) fn facts(
    given: &BTreeMap<String, Value>,
    entity: Entity,
    pointer: &str,
    catalogue: &Catalogue,
    mut problem: Problem,
) -> Problem {
    for (name, value) in given {
        let at = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        if DERIVED.contains(&name.as_str()) {
            problem = problem.field(
                at,
                format!("“{name}”由登记信息得出，不在此填写"),
                format!("\"{name}\" comes from the register itself and is not entered here."),
            );
            continue;
        }
        match catalogue.fact(entity, name) {
            None => {
                problem = problem.field(
                    at,
                    format!("词汇表没有“{name}”"),
                    format!("The vocabulary has no \"{name}\"."),
                );
            }
            Some(fact) => {
                if let Err(fault) = fact.ty.read(value) {
                    problem = problem.field(at, fault.zh, fault.en);
                }
            }
        }
    }
    problem
}
