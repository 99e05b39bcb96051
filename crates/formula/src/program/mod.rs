//! Programs: formulas compiled in dependency order, linked with parameters, evaluated.

mod compile;
mod evaluate;
mod explain;
mod link;
mod order;

pub use evaluate::{Evaluation, Workspace};
pub use link::{Linked, Parameters};

use std::collections::{BTreeMap, BTreeSet};

use crate::eval::Plan;
use crate::schema::{FactId, ParameterId, Schema, VariableDecl};
use crate::tree::{Field, Node, Op};
use crate::types::Entity;

/// Names a variable of a [`Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariableId(pub(crate) u32);

impl VariableId {
    /// Its place among the variables, in the order they were given.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of formulas, checked and compiled, in dependency order.
#[derive(Debug)]
pub struct Program {
    schema: Schema,
    variables: Vec<VariableDecl>,
    by_name: BTreeMap<(Entity, String), VariableId>,
    /// The trees of the variables, then those of the rules of absent facts.
    plan: Plan,
    /// The fact whose rule each hidden variable holds.
    rules: Vec<FactId>,
    order: Vec<VariableId>,
}

impl Program {
    /// The schema it was compiled against.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The variable of that name.
    pub fn variable(&self, entity: Entity, name: &str) -> Option<VariableId> {
        self.by_name.get(&(entity, name.to_owned())).copied()
    }

    /// The declaration of a variable.
    pub fn variable_decl(&self, id: VariableId) -> &VariableDecl {
        &self.variables[id.index()]
    }

    /// The declarations of all variables, in the order they were given.
    pub fn variables(&self) -> &[VariableDecl] {
        &self.variables
    }

    /// All variables so that each stands after those it needs.
    pub fn order(&self) -> &[VariableId] {
        &self.order
    }

    /// The parameters that variables need, directly or through others (for
    /// "unused" and "missing" checks).
    pub fn parameters_of(&self, ids: impl IntoIterator<Item = VariableId>) -> Vec<ParameterId> {
        let mut found = BTreeSet::new();
        self.reach(ids, &mut |node| {
            if let Op::Parameter(p) = node.op {
                found.insert(p);
            }
        });
        found.into_iter().collect()
    }

    /// The facts that variables need, directly or through others.
    pub fn facts_of(&self, ids: impl IntoIterator<Item = VariableId>) -> Vec<FactId> {
        let mut found = BTreeSet::new();
        self.reach(ids, &mut |node| {
            if let Some(Field::Fact(f, _)) = field(node) {
                found.insert(f);
            }
            // Asking whether a fact was given is also a way of needing it.
            if let Op::IsGiven(f) = node.op {
                found.insert(f);
            }
        });
        found.into_iter().collect()
    }

    /// Visits every node that variables may evaluate, each once.
    fn reach(&self, ids: impl IntoIterator<Item = VariableId>, visit: &mut dyn FnMut(&Node)) {
        let mut seen: BTreeSet<VariableId> = ids.into_iter().collect();
        let mut todo: Vec<VariableId> = seen.iter().copied().collect();
        while let Some(id) = todo.pop() {
            self.plan.nodes[id.index()].walk(&mut |node| {
                visit(node);
                if let Some(next) = needs(node)
                    && seen.insert(next)
                {
                    todo.push(next);
                }
            });
        }
    }
}

/// The field that a node reads.
fn field(node: &Node) -> Option<Field> {
    match node.op {
        Op::Own(field) | Op::FieldOf(_, field) | Op::Project(_, field) => Some(field),
        _ => None,
    }
}

/// The variable, or the rule of a fact, that a node reads.
fn needs(node: &Node) -> Option<VariableId> {
    match field(node)? {
        Field::Variable(id, _) | Field::Fact(_, Some(id)) => Some(id),
        Field::Fact(_, None) => None,
    }
}
