//! People who have to do with a household without living in it: those who owe it support, agents,
//! guardians. They are on record as persons, and members of nothing by that.

use kernel::codes::CodeList as _;
use kernel::text::normalise_name;
use kernel::{Bilingual as _, DivisionCode, IdNumber};
use platform::{Problem, Result, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::entered::{Entered, NAME_MAX};
use super::known;
use crate::problems::OTHER_NAME;

/// Somebody named beside the members of a household. The identity number says who it is.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RelatedPerson {
    /// The name.
    pub name: String,
    /// The identity number (GB 11643), 15 or 18 digits.
    pub id_number: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// The person on record, wherever he or she lives; written down under the area where nobody knows
/// the number yet. Where somebody lives is not told.
///
/// # Errors
/// A name or number that cannot be, below `pointer`; a number that is on record under another
/// name; when the database fails.
pub async fn enter_related(
    tx: &mut Tx,
    given: &RelatedPerson,
    division: &DivisionCode,
    pointer: &str,
) -> Result<Uuid> {
    let name = normalise_name(&given.name);
    let mut problem = Problem::invalid();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        problem = problem.field(
            format!("{pointer}/name"),
            format!("请填写姓名，不超过 {NAME_MAX} 个字"),
            format!("Give the name, at most {NAME_MAX} characters."),
        );
    }
    let number = match IdNumber::parse(given.id_number.trim()) {
        Ok(number) => Some(number),
        Err(e) => {
            problem = problem.field(format!("{pointer}/id_number"), e.zh(), e.en());
            None
        }
    };
    problem.check()?;
    let entered = Entered {
        person: None,
        name,
        id: number,
        birth: number.map(|id| id.birth()),
        sex: number.map(|id| id.sex().zh().to_owned()),
        relation: None,
        phone: given.phone.clone().filter(|p| !p.trim().is_empty()),
        facts: std::collections::BTreeMap::new(),
    };
    match known::find(tx, &entered).await? {
        Some(person) if person.name == entered.name => Ok(person.id),
        Some(_) => Err(Problem::new(&OTHER_NAME).field(
            format!("{pointer}/name"),
            "该身份证号登记的是另一个姓名，请核对证件",
            "This identity number is on record under another name; check the card.",
        )),
        None => {
            let today = tx.floor().today();
            known::write(tx, &entered, division, today).await
        }
    }
}
