//! National code lists: code, Chinese name, English name. A value is read from its code or
//! from its Chinese name, as forms and exports give either, and written as the Chinese name,
//! which is the word of the forms.

#[macro_use]
mod list;

mod disability;
mod ethnicity;
mod person;
mod relation;
#[cfg(test)]
mod tests;

pub use disability::{DisabilityGrade, DisabilityKind};
pub use ethnicity::Ethnicity;
pub use list::{CodeError, CodeList};
pub use person::{
    Education, Health, HouseholdRegistration, LabourAbility, Marriage, Sex, UrbanRural,
};
pub use relation::Relation;
