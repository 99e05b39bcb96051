//! Programs: formulas compiled in dependency order, linked with parameters, evaluated.

use crate::family::Family;
use crate::fault::{Fault, FaultKind, Span};
use crate::outcome::Outcome;
use crate::schema::{FactId, ParameterId, Schema, VariableDecl};
use crate::trace::Trace;
use crate::types::Entity;
use crate::value::Value;

/// Names a variable of a [`Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VariableId(pub(crate) u32);

/// A set of formulas, checked and compiled, in dependency order.
#[derive(Debug)]
pub struct Program {
    schema: Schema,
    variables: Vec<VariableDecl>,
}

impl Program {
    /// Compiles the variables (and the rules of absent facts) against a schema.
    ///
    /// # Errors
    /// All faults of all formulas: each names its variable and span.
    pub fn compile(schema: Schema, variables: Vec<VariableDecl>) -> Result<Program, Vec<Fault>> {
        let _ = (&schema, &variables);
        Err(vec![Fault::new(
            FaultKind::Unsupported,
            Span::default(),
            "尚未编译",
            "not compiled yet",
        )])
    }

    /// The schema it was compiled against.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The variable of that name.
    pub fn variable(&self, entity: Entity, name: &str) -> Option<VariableId> {
        self.variables
            .iter()
            .position(|v| v.entity == entity && v.name == name)
            .map(|i| VariableId(i as u32))
    }

    /// The declaration of a variable.
    pub fn variable_decl(&self, id: VariableId) -> &VariableDecl {
        &self.variables[id.0 as usize]
    }

    /// All variables so that each stands after those it needs.
    pub fn order(&self) -> &[VariableId] {
        &[]
    }

    /// The parameters that a variable needs, directly or through others (for "unused" and "missing" checks).
    pub fn parameters_of(&self, _id: VariableId) -> Vec<ParameterId> {
        Vec::new()
    }

    /// The facts that a variable needs, directly or through others.
    pub fn facts_of(&self, _id: VariableId) -> Vec<FactId> {
        Vec::new()
    }

    /// Folds the parameters of one place and date in. Parameters that are not
    /// given make the variables that need them [`Outcome::MissingParameter`].
    ///
    /// # Errors
    /// When a value is not of its parameter's declared type.
    pub fn link(&self, parameters: Parameters) -> Result<Linked<'_>, Vec<Fault>> {
        let _ = parameters;
        Ok(Linked { program: self })
    }
}

/// The values of parameters as of a place and date.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    values: Vec<Option<(Value, Option<String>)>>,
}

impl Parameters {
    /// None given yet.
    pub fn new() -> Parameters {
        Parameters::default()
    }

    /// Gives a value with its citation (清民发〔2022〕251号).
    pub fn set(
        &mut self,
        id: ParameterId,
        value: Value,
        citation: Option<String>,
    ) -> &mut Parameters {
        if self.values.len() <= id.index() {
            self.values.resize(id.index() + 1, None);
        }
        self.values[id.index()] = Some((value, citation));
        self
    }
}

/// A program with its parameters folded in: serves every family of that place and date.
/// Shared between threads by reference.
#[derive(Debug)]
pub struct Linked<'p> {
    program: &'p Program,
}

impl<'p> Linked<'p> {
    /// The program.
    pub fn program(&self) -> &'p Program {
        self.program
    }

    /// Begins evaluating a family in a workspace that is used again for the next.
    /// Variables are computed when first asked for, each at most once.
    pub fn evaluate<'e>(
        &'e self,
        family: &'e Family,
        workspace: &'e mut Workspace,
    ) -> Evaluation<'e> {
        let _ = workspace;
        Evaluation {
            linked: self,
            family,
        }
    }

    /// The steps that lead to these results: (variable, place of the member or
    /// supporter from 0; 0 for household and award). `source` says where a fact
    /// of the family comes from: (entity, place, fact).
    pub fn explain(
        &self,
        family: &Family,
        targets: &[(VariableId, usize)],
        source: &dyn Fn(Entity, usize, FactId) -> Option<String>,
    ) -> Trace {
        let _ = (family, targets, source);
        Trace::default()
    }
}

/// Memory that evaluations use again and again; one for each thread.
#[derive(Debug, Default)]
pub struct Workspace {}

/// One family being evaluated.
#[derive(Debug)]
pub struct Evaluation<'e> {
    linked: &'e Linked<'e>,
    family: &'e Family,
}

impl Evaluation<'_> {
    /// The value of a variable for the household, the award, or the member or
    /// supporter at `index`.
    pub fn get(&self, variable: VariableId, index: usize) -> Outcome {
        let _ = (self.linked, self.family, variable, index);
        Outcome::Known(Value::Null)
    }
}
