//! What the policy pack in force says to imports: kinds of file, facts, programmes, banks.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use directory::Named;
use formula::{Entity, Type};
use pack::Pack;
use pack::model::{Fact, ImportKind};

use platform::{Floor, Problem, Result};

use crate::problems::NO_CATALOGUE;

/// A programme as far as rosters name it.
#[derive(Clone, Debug)]
pub(crate) struct ProgrammeWords {
    pub key: String,
    pub zh: String,
    pub en: String,
    /// The fact that lists show as the class.
    pub class: Option<String>,
    /// The facts that a decision states.
    pub terms: Vec<String>,
}

/// A bank as accounts and rosters name it.
#[derive(Clone, Debug)]
pub(crate) struct BankWords {
    pub named: Named,
    pub synonyms: Vec<String>,
}

/// The part of a pack that imports work by.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub(crate) kinds: Vec<ImportKind>,
    pub(crate) facts: BTreeMap<(u8, String), Fact>,
    pub(crate) programmes: Vec<ProgrammeWords>,
    pub(crate) banks: Vec<BankWords>,
}

impl Catalogue {
    /// Reads it out of a pack.
    pub fn of(pack: &Pack) -> Self {
        Self {
            kinds: pack.import_kinds().to_vec(),
            facts: pack
                .facts()
                .iter()
                .map(|f| ((f.entity as u8, f.name.clone()), f.clone()))
                .collect(),
            programmes: pack
                .programmes()
                .iter()
                .map(|p| ProgrammeWords {
                    key: p.key.clone(),
                    zh: p.label.zh.clone(),
                    en: p.label.en.clone(),
                    class: p.class.clone(),
                    terms: p.terms.clone(),
                })
                .collect(),
            banks: pack
                .banks()
                .iter()
                .map(|b| BankWords {
                    named: Named {
                        key: b.key.clone(),
                        zh: b.label.zh.clone(),
                        en: b.label.en.clone(),
                    },
                    synonyms: b.synonyms.clone(),
                })
                .collect(),
        }
    }

    pub(crate) fn kind(&self, key: &str) -> Option<&ImportKind> {
        self.kinds.iter().find(|k| k.key == key)
    }

    pub(crate) fn programme(&self, key: &str) -> Option<&ProgrammeWords> {
        self.programmes.iter().find(|p| p.key == key)
    }

    /// A programme by key or name.
    pub(crate) fn programme_named(&self, word: &str) -> Option<&ProgrammeWords> {
        self.programmes
            .iter()
            .find(|p| p.key == word || p.zh == word)
    }

    pub(crate) fn fact(&self, entity: Entity, name: &str) -> Option<&Fact> {
        self.facts.get(&(entity as u8, name.to_owned()))
    }

    /// A fact of a column: that of the row's own subject first, then of the award, then of
    /// the other subject.
    pub(crate) fn fact_for(&self, person_row: bool, name: &str) -> Option<&Fact> {
        let order = if person_row {
            [Entity::Person, Entity::Award, Entity::Household]
        } else {
            [Entity::Household, Entity::Award, Entity::Person]
        };
        order.into_iter().find_map(|e| self.fact(e, name))
    }

    /// The key of a bank by its name in a roster; a name nobody knows is kept as it is.
    pub(crate) fn bank(&self, name: &str) -> String {
        let known = self.banks.iter().find(|bank| {
            bank.named.zh == name
                || bank.named.key == name
                || bank.synonyms.iter().any(|synonym| synonym == name)
        });
        known.map_or_else(|| name.to_owned(), |bank| bank.named.key.clone())
    }

    /// How people call the bank of a key; a name nobody knows is shown as it is.
    pub(crate) fn bank_named(&self, key: &str) -> Named {
        let known = self.banks.iter().find(|bank| bank.named.key == key);
        known.map_or_else(|| as_it_is(key), |bank| bank.named.clone())
    }

    /// The values that a fact may take, for drop-downs.
    pub(crate) fn choices(fact: &Fact) -> Vec<String> {
        match &fact.ty {
            Type::Code(codes) => codes.values.clone(),
            Type::Boolean => vec!["是".to_owned(), "否".to_owned()],
            _ => Vec::new(),
        }
    }
}

fn as_it_is(name: &str) -> Named {
    Named {
        key: name.to_owned(),
        zh: name.to_owned(),
        en: name.to_owned(),
    }
}

/// The bank of a key for showing, also where no release is in force.
pub(crate) fn bank_shown(floor: &Floor, key: &str) -> Named {
    in_force(floor).map_or_else(|_| as_it_is(key), |catalogue| catalogue.bank_named(key))
}

/// Holds the catalogue of the release in force; put it on the floor with
/// `FloorBuilder::extension` and set it whenever a release comes into force.
#[derive(Debug, Default)]
pub struct Catalogues(RwLock<Option<Arc<Catalogue>>>);

impl Catalogues {
    /// One that holds a catalogue from the start.
    pub fn with(catalogue: Catalogue) -> Self {
        Self(RwLock::new(Some(Arc::new(catalogue))))
    }

    /// Puts another in force.
    pub fn set(&self, catalogue: Catalogue) {
        let mut slot = self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *slot = Some(Arc::new(catalogue));
    }

    fn get(&self) -> Option<Arc<Catalogue>> {
        self.0
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }
}

/// The catalogue in force.
pub(crate) fn in_force(floor: &Floor) -> Result<Arc<Catalogue>> {
    floor
        .extension::<Catalogues>()
        .and_then(|c| c.get())
        .ok_or_else(|| Problem::new(&NO_CATALOGUE))
}
