//! The facts of one family, in slots.

use std::fmt;

use crate::schema::{FactId, Schema};
use crate::types::Entity;
use crate::value::Value;

/// What is known of one fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fact {
    /// Said, and by whom stands in the caller's records.
    Known(Value),
    /// Known not to exist; reads as `null`.
    Absent,
    /// Nobody has said; the fact's [`WhenAbsent`](crate::WhenAbsent) rule applies.
    #[default]
    Unknown,
}

/// The facts of one member, household, supporter or award.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub(crate) entity: Entity,
    pub(crate) facts: Vec<Fact>,
}

impl fmt::Debug for Row {
    /// Shows no facts: they are personal, and debug texts end in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = self.facts.iter().filter(|f| **f != Fact::Unknown).count();
        write!(
            f,
            "Row({}, {given} of {} facts)",
            self.entity.english(),
            self.facts.len()
        )
    }
}

impl Row {
    /// A row of an entity with every fact unknown.
    pub fn new(schema: &Schema, entity: Entity) -> Row {
        Row {
            entity,
            facts: vec![Fact::Unknown; schema.facts(entity).len()],
        }
    }

    /// Forgets every fact, so that the row serves for another of its entity.
    pub fn clear(&mut self) -> &mut Row {
        self.facts.fill(Fact::Unknown);
        self
    }

    /// Sets a fact. The caller has seen to its type ([`Type::read`](crate::Type::read) does).
    ///
    /// # Panics
    /// When the fact is of another entity or schema.
    pub fn set(&mut self, id: FactId, fact: Fact) -> &mut Row {
        assert_eq!(self.entity, id.entity(), "a fact of another entity");
        self.facts[id.slot()] = fact;
        self
    }

    /// Whose facts these are.
    pub fn entity(&self) -> Entity {
        self.entity
    }

    /// The values that somebody has said.
    pub fn known(&self) -> impl Iterator<Item = &Value> {
        self.facts.iter().filter_map(|fact| match fact {
            Fact::Known(value) => Some(value),
            _ => None,
        })
    }

    /// What is known of a fact.
    pub fn get(&self, id: FactId) -> &Fact {
        self.facts.get(id.slot()).unwrap_or(&Fact::Unknown)
    }
}

/// One family: the facts that a program is evaluated on.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// The household's facts.
    pub household: Row,
    /// The members, in the order in which results name them (成员1 is the first).
    pub members: Vec<Row>,
    /// The supporters; `Some(vec![])` says there are none, `None` that nobody knows.
    pub supporters: Option<Vec<Row>>,
    /// The award being computed, where one is.
    pub award: Option<Row>,
}

impl Family {
    /// The rows of everybody and everything.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        let supporters = self.supporters.iter().flatten();
        let single = std::iter::once(&self.household).chain(&self.award);
        single.chain(&self.members).chain(supporters)
    }

    /// A household of nobody yet, all unknown, supporters unknown, no award.
    pub fn new(schema: &Schema) -> Family {
        Family {
            household: Row::new(schema, Entity::Household),
            members: Vec::new(),
            supporters: None,
            award: None,
        }
    }
}
