//! Programs: formulas compiled in dependency order, linked with parameters, evaluated.

mod compile;
mod evaluate;
mod explain;
mod link;
mod order;

pub use evaluate::{Evaluation, Steps, Workspace};
pub use link::{Linked, Parameters};

use std::collections::{BTreeMap, BTreeSet};

use crate::eval::Plan;
use crate::schema::{FactId, ParameterId, Schema, VariableDecl};
use crate::tree::{Field, Node, Op};
use crate::types::{Entity, Type};

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

    /// The variables that variables need, directly or through others, and they themselves.
    pub fn variables_of(&self, ids: impl IntoIterator<Item = VariableId>) -> Vec<VariableId> {
        let mut found: BTreeSet<VariableId> = ids.into_iter().collect();
        let begin: Vec<VariableId> = found.iter().copied().collect();
        self.reach(begin, &mut |node| found.extend(needs(node)));
        found.into_iter().collect()
    }

    /// The variables that some parameters and variables do not reach and that others which they
    /// reach read directly: whoever knows what these came to computes the rest anew without them.
    pub fn border(&self, parameters: &[ParameterId], variables: &[VariableId]) -> Vec<VariableId> {
        let reached = self.reached(parameters, variables, &|_| false);
        let mut border = BTreeSet::new();
        for (node, _) in self.plan.nodes.iter().zip(&reached).filter(|(_, r)| **r) {
            node.walk(&mut |node| {
                let clean = |id: &VariableId| !reached[id.index()];
                border.extend(needs(node).filter(clean));
            });
        }
        border.into_iter().collect()
    }

    /// The yes-or-no variables that some parameters and variables reach without another one
    /// between: where these come out as before, so does every other that they reach.
    pub fn gates(&self, parameters: &[ParameterId], variables: &[VariableId]) -> Vec<VariableId> {
        let yes_no = |id: VariableId| {
            let decl = self.variables.get(id.index());
            decl.is_some_and(|decl| decl.ty == Type::Boolean)
        };
        let reached = self.reached(parameters, variables, &yes_no);
        let all = (0..self.plan.nodes.len() as u32).map(VariableId);
        all.filter(|id| reached[id.index()] && yes_no(*id))
            .collect()
    }

    /// Which variables some parameters and variables reach, directly or through others that do
    /// not `stop` them.
    fn reached(
        &self,
        parameters: &[ParameterId],
        variables: &[VariableId],
        stop: &dyn Fn(VariableId) -> bool,
    ) -> Vec<bool> {
        let nodes = &self.plan.nodes;
        let mut reached = vec![false; nodes.len()];
        for id in variables {
            reached[id.index()] = true;
        }
        let mut more = true;
        while std::mem::take(&mut more) {
            for (at, node) in nodes.iter().enumerate() {
                if reached[at] {
                    continue;
                }
                let mut now = false;
                node.walk(&mut |node| {
                    now |= match node.op {
                        Op::Parameter(p) => parameters.contains(&p),
                        _ => needs(node).is_some_and(|next| reached[next.index()] && !stop(next)),
                    };
                });
                more |= now;
                reached[at] = now;
            }
        }
        reached
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
