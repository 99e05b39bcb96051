//! What formulas may speak of: facts, parameters and variables with entity, type and unit.

use std::collections::BTreeMap;

use crate::fault::{Fault, FaultKind, Span};
use crate::types::{Entity, Type};

/// Names a fact of a [`Schema`]; the index of its slot in a [`Row`](crate::Row) of its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId {
    pub(crate) entity: Entity,
    pub(crate) slot: u32,
}

impl FactId {
    /// Whose fact it is.
    pub fn entity(self) -> Entity {
        self.entity
    }

    /// Its slot in a row of that entity.
    pub fn slot(self) -> usize {
        self.slot as usize
    }
}

/// Names a parameter of a [`Schema`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId(pub(crate) u32);

impl ParameterId {
    /// Its place among the parameters, in the order they were declared.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a fact is when nobody has given it (the column *absent* of the vocabulary).
#[derive(Clone, Debug, PartialEq)]
pub enum WhenAbsent {
    /// Unknown: it goes to the list of what is missing.
    Unknown,
    /// The value of a formula over the same entity (a literal is one). Where it
    /// gives `null` the fact stays unknown: `if 年龄 < 16 then "无" else null`.
    /// In it `is given(x)` asks whether fact x was given, without its own formula.
    Formula(String),
}

/// Declares a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct FactDecl {
    /// The name formulas use: 劳动能力.
    pub name: String,
    /// Whose fact.
    pub entity: Entity,
    /// Type and unit.
    pub ty: Type,
    /// What it is when nobody has given it.
    pub absent: WhenAbsent,
}

/// Declares a parameter: a value that a pack gives for a place and date.
/// Parameters belong to no entity and may be named in every formula.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterDecl {
    /// The name formulas use: 农村低保标准.
    pub name: String,
    /// Type and unit.
    pub ty: Type,
}

/// Declares a variable: a name for the value of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct VariableDecl {
    /// The name formulas use: 人均月收入.
    pub name: String,
    /// Whose value; computed once for each member, supporter, household, award.
    pub entity: Entity,
    /// Type and unit the formula must have.
    pub ty: Type,
    /// The formula.
    pub formula: String,
    /// The clause it follows, shown in traces.
    pub citation: Option<String>,
}

/// The facts and parameters that formulas may name. Variables are given to
/// [`Program::compile`](crate::Program::compile).
///
/// In a formula of an entity, names of that entity's facts and variables and of
/// parameters stand bare; the household's are written `户.城乡` elsewhere, the
/// award's `待遇.低保类别`; `成员` and `赡养人` are lists: `成员[年龄 >= 60]`,
/// `sum(成员.工资性收入)`. Inside `成员[…]` bare names are the member's first.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    pub(crate) facts: [Vec<FactDecl>; 4],
    pub(crate) parameters: Vec<ParameterDecl>,
    fact_names: BTreeMap<(Entity, String), FactId>,
    parameter_names: BTreeMap<String, ParameterId>,
}

impl Schema {
    /// Nothing declared yet.
    pub fn new() -> Schema {
        Schema::default()
    }

    /// Declares a fact.
    ///
    /// # Errors
    /// When the entity has a fact of that name, or a parameter has it.
    pub fn fact(&mut self, decl: FactDecl) -> Result<FactId, Box<Fault>> {
        let key = (decl.entity, decl.name.clone());
        if self.fact_names.contains_key(&key) || self.parameter_names.contains_key(&decl.name) {
            return Err(Box::new(twice(&decl.name)));
        }
        let slots = &mut self.facts[decl.entity.index()];
        let id = FactId {
            entity: decl.entity,
            slot: slots.len() as u32,
        };
        slots.push(decl);
        self.fact_names.insert(key, id);
        Ok(id)
    }

    /// Declares a parameter.
    ///
    /// # Errors
    /// When a parameter or a fact has that name.
    pub fn parameter(&mut self, decl: ParameterDecl) -> Result<ParameterId, Box<Fault>> {
        let taken = Entity::ALL
            .into_iter()
            .any(|e| self.fact_names.contains_key(&(e, decl.name.clone())));
        if taken || self.parameter_names.contains_key(&decl.name) {
            return Err(Box::new(twice(&decl.name)));
        }
        let id = ParameterId(self.parameters.len() as u32);
        self.parameter_names.insert(decl.name.clone(), id);
        self.parameters.push(decl);
        Ok(id)
    }

    /// The fact of that name.
    pub fn find_fact(&self, entity: Entity, name: &str) -> Option<FactId> {
        self.fact_names.get(&(entity, name.to_owned())).copied()
    }

    /// The parameter of that name.
    pub fn find_parameter(&self, name: &str) -> Option<ParameterId> {
        self.parameter_names.get(name).copied()
    }

    /// The declaration of a fact.
    pub fn fact_decl(&self, id: FactId) -> &FactDecl {
        &self.facts[id.entity.index()][id.slot()]
    }

    /// The declaration of a parameter.
    pub fn parameter_decl(&self, id: ParameterId) -> &ParameterDecl {
        &self.parameters[id.index()]
    }

    /// The facts of an entity, in the order of their slots.
    pub fn facts(&self, entity: Entity) -> &[FactDecl] {
        &self.facts[entity.index()]
    }

    /// All facts, by entity and slot.
    pub fn fact_ids(&self) -> impl Iterator<Item = FactId> + '_ {
        Entity::ALL.into_iter().flat_map(|entity| {
            (0..self.facts(entity).len()).map(move |slot| FactId {
                entity,
                slot: slot as u32,
            })
        })
    }

    /// The parameters, in the order they were declared.
    pub fn parameters(&self) -> &[ParameterDecl] {
        &self.parameters
    }
}

pub(crate) fn twice(name: &str) -> Fault {
    Fault::new(
        FaultKind::DuplicateName,
        Span::default(),
        format!("名称“{name}”定义了两次"),
        format!("the name \"{name}\" is declared twice"),
    )
    .mend(
        "给其中一个改名，或删去重复的",
        "rename one of them, or remove the double",
    )
}
