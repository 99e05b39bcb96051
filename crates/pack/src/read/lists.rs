//! The national code lists of the kernel, by the names that packs give them.

use kernel::codes::{
    CodeList, DisabilityKind, Education, Ethnicity, Health, HouseholdRegistration, LabourAbility,
    Marriage, Relation, Sex, UrbanRural,
};

/// Codes and other spellings of a list, each with the name it stands for.
pub type Entries = fn() -> Vec<(String, String)>;

/// The lists: `list: relation` in a fact.
pub const LISTS: [(&str, Entries); 10] = [
    ("sex", entries::<Sex>),
    ("relation", entries::<Relation>),
    ("ethnicity", entries::<Ethnicity>),
    ("marriage", entries::<Marriage>),
    ("education", entries::<Education>),
    ("disability_kind", entries::<DisabilityKind>),
    ("household_registration", entries::<HouseholdRegistration>),
    ("health", entries::<Health>),
    ("labour_ability", entries::<LabourAbility>),
    ("urban_rural", entries::<UrbanRural>),
];

fn entries<T: CodeList>() -> Vec<(String, String)> {
    let mut entries = Vec::new();
    for entry in T::all() {
        entries.push((entry.code().to_owned(), entry.zh().to_owned()));
        for alias in entry.aliases() {
            entries.push(((*alias).to_owned(), entry.zh().to_owned()));
        }
    }
    entries
}
