//! What is missing when a result is unknown.

use std::sync::Arc;

use crate::schema::{FactId, ParameterId};
use crate::types::Entity;

/// One thing that nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactRef {
    /// A fact of one member, the household, one supporter or the award.
    Fact {
        /// Whose fact.
        entity: Entity,
        /// Which member or supporter, from 0; 0 for household and award.
        index: u32,
        /// Which fact.
        fact: FactId,
    },
    /// The whole list of supporters, or the award, was not given.
    Rows(Entity),
    /// A parameter has no value as of the date the program was linked for.
    Parameter(ParameterId),
}

/// A set of missing things, sorted, without doubles. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(Arc<[FactRef]>);

impl Missing {
    /// One missing thing.
    pub fn one(what: FactRef) -> Missing {
        Missing(Arc::new([what]))
    }

    /// Both together.
    pub fn and(&self, other: &Missing) -> Missing {
        if Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0 {
            return self.clone();
        }
        let mut all: Vec<FactRef> = self.0.iter().chain(other.0.iter()).copied().collect();
        all.sort_unstable();
        all.dedup();
        Missing(all.into())
    }

    /// What is missing, in order.
    pub fn iter(&self) -> impl Iterator<Item = FactRef> + '_ {
        self.0.iter().copied()
    }
}

/// How results name a row: `成员1`, `户`.
pub(crate) fn row_path(entity: Entity, index: u32) -> String {
    if entity.is_listed() {
        format!("{}{}", entity.word(), index + 1)
    } else {
        entity.word().to_owned()
    }
}
