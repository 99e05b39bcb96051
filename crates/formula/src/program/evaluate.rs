//! Evaluating one family.

use std::cell::OnceCell;

use super::{Linked, Program, VariableId};
use crate::eval::{Facts, Machine};
use crate::family::Family;
use crate::outcome::Outcome;
use crate::types::Entity;
use crate::value::{FactRef, Missing, Value, row_path};

/// Memory that evaluations use again and again; one for each thread.
#[derive(Debug, Default)]
pub struct Workspace {
    cells: Vec<OnceCell<Value>>,
}

impl Workspace {
    /// Empty cells, as many as a family needs.
    fn ready(&mut self, count: usize) -> &[OnceCell<Value>] {
        self.cells.clear();
        self.cells.resize_with(count, OnceCell::new);
        &self.cells
    }
}

/// What variables of one family came to, to begin from when the same family is evaluated again
/// under parameters that do not reach them. See [`Program::border`].
#[derive(Clone, Default)]
pub struct Steps(Box<[(u32, Value)]>);

impl Steps {
    /// How many values there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl std::fmt::Debug for Steps {
    /// Shows no value: they are personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Steps")
    }
}

/// One family being evaluated.
pub struct Evaluation<'e> {
    pub(super) program: &'e Program,
    pub(super) machine: Machine<'e>,
}

impl<'p> Linked<'p> {
    /// Begins evaluating a family in a workspace that is used again for the next.
    /// Variables are computed when first asked for, each at most once.
    pub fn evaluate<'e>(
        &'e self,
        family: &'e Family,
        workspace: &'e mut Workspace,
    ) -> Evaluation<'e> {
        let cells = workspace.ready(self.folded.cells(family));
        let facts = Facts::new(&self.folded, family, cells);
        let machine = Machine::new(&[], &self.values, Some(facts));
        Evaluation {
            program: self.program,
            machine,
        }
    }
}

impl Evaluation<'_> {
    /// Begins with what variables of this very family came to before.
    #[must_use]
    pub fn from(self, steps: &Steps) -> Self {
        if let Some(facts) = &self.machine.facts {
            for (place, value) in &steps.0 {
                facts.put(*place, value.clone());
            }
        }
        self
    }

    /// What those of some variables came to that were computed.
    pub fn steps(&self, variables: &[VariableId]) -> Steps {
        let facts = self.machine.facts.iter();
        Steps(facts.flat_map(|facts| facts.computed(variables)).collect())
    }
}

impl Evaluation<'_> {
    /// Says from now on only that something is missing and not what: for many families at once,
    /// where putting the names together costs more than the answer.
    #[must_use]
    pub fn untold(mut self) -> Self {
        self.machine.untold = Some(Missing::one(FactRef::Rows(Entity::Household)));
        self
    }

    /// The value of a variable for the household, the award, or the member or
    /// supporter at `index`.
    /// Where the family has no such row, `成员`, `赡养人` or `待遇` is missing.
    pub fn get(&self, variable: VariableId, index: usize) -> Outcome {
        match self.peek(variable, index) {
            Ok(value) => Outcome::Known(value.clone()),
            Err(missing) => self.program.outcome(&missing),
        }
    }

    /// As [`get`](Self::get), without copying the value or naming what is missing:
    /// `None` when it is unknown.
    pub fn known(&self, variable: VariableId, index: usize) -> Option<&Value> {
        self.peek(variable, index).ok()
    }

    /// What a variable lacks: parameters by name, and facts by path. Both are
    /// empty where it is known.
    pub fn lacking(&self, variable: VariableId, index: usize) -> (Vec<String>, Vec<String>) {
        let Err(missing) = self.peek(variable, index) else {
            return (Vec::new(), Vec::new());
        };
        let (parameters, facts): (Vec<FactRef>, Vec<FactRef>) = missing
            .iter()
            .partition(|m| matches!(m, FactRef::Parameter(_)));
        let named = |all: Vec<FactRef>| all.into_iter().map(|m| self.program.path(m)).collect();
        (named(parameters), named(facts))
    }

    fn peek(&self, variable: VariableId, index: usize) -> Result<&Value, Missing> {
        let entity = self.program.variable_decl(variable).entity;
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let value = match self.machine.variable(variable, entity, index) {
            std::borrow::Cow::Borrowed(value) => value,
            // Only a row that the family does not have gives a value of its own.
            std::borrow::Cow::Owned(_) => return Err(Missing::one(FactRef::Rows(entity))),
        };
        match value.missing() {
            None => Ok(value),
            Some(missing) => Err(missing),
        }
    }
}

impl Program {
    fn outcome(&self, missing: &Missing) -> Outcome {
        let parameters: Vec<String> = missing
            .iter()
            .filter_map(|m| match m {
                FactRef::Parameter(id) => Some(self.schema.parameter_decl(id).name.clone()),
                _ => None,
            })
            .collect();
        if !parameters.is_empty() {
            return Outcome::MissingParameter { parameters };
        }
        Outcome::Unknown {
            missing: missing.iter().map(|m| self.path(m)).collect(),
        }
    }

    /// How results name something missing.
    pub(super) fn path(&self, what: FactRef) -> String {
        match what {
            FactRef::Fact {
                entity,
                index,
                fact,
            } => {
                format!(
                    "{}.{}",
                    row_path(entity, index),
                    self.schema.fact_decl(fact).name
                )
            }
            FactRef::Rows(entity) => entity.word().to_owned(),
            FactRef::Parameter(id) => self.schema.parameter_decl(id).name.clone(),
        }
    }
}

impl std::fmt::Debug for Evaluation<'_> {
    /// Shows no facts: they are personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Evaluation")
    }
}
