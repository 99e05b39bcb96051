//! Folding the parameters of one place and date into a program.

use std::borrow::Cow;

use super::Program;
use crate::eval::{Env, Machine, Plan};
use crate::fault::{Fault, FaultKind, Span};
use crate::schema::ParameterId;
use crate::tree::{Node, Op};
use crate::types::Type;
use crate::value::{Context, FactRef, Missing, Value};

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

/// A program with its parameters folded in: serves every family of that place
/// and date. Shared between threads by reference.
#[derive(Debug)]
pub struct Linked<'p> {
    pub(super) program: &'p Program,
    pub(super) values: Vec<Value>,
    pub(super) citations: Vec<Option<String>>,
    /// The trees with everything computed that needs no family.
    pub(super) folded: Plan,
}

impl Program {
    /// Folds the parameters of one place and date in. Parameters that are not
    /// given make the variables that need them
    /// [`Outcome::MissingParameter`](crate::Outcome::MissingParameter).
    ///
    /// # Errors
    /// When a value is not of its parameter's declared type.
    pub fn link(&self, parameters: Parameters) -> Result<Linked<'_>, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut values = Vec::new();
        let mut citations = Vec::new();
        let mut given = parameters.values.into_iter();
        for (i, decl) in self.schema.parameters().iter().enumerate() {
            let missing =
                || Value::Unknown(Missing::one(FactRef::Parameter(ParameterId(i as u32))));
            let (value, citation) = given.next().flatten().unwrap_or_else(|| (missing(), None));
            if !fits(&value, &decl.ty) {
                faults.push(wrong(&decl.name, &decl.ty));
            }
            values.push(completed(value, &decl.ty, &missing()));
            citations.push(citation);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut folded = self.plan.clone();
        let machine = Machine::new(&[], &values, None);
        for node in &mut folded.nodes {
            fold(node, &machine);
        }
        drop(machine);
        Ok(Linked {
            program: self,
            values,
            citations,
            folded,
        })
    }
}

impl<'p> Linked<'p> {
    /// The program.
    pub fn program(&self) -> &'p Program {
        self.program
    }

    /// The trees with everything computed that needs no family.
    pub(crate) fn folded(&self) -> &Plan {
        &self.folded
    }

    /// The value of a parameter; `None` where the pack has none.
    pub fn parameter(&self, id: ParameterId) -> Option<&Value> {
        self.values
            .get(id.index())
            .filter(|v| !matches!(v, Value::Unknown(_)))
    }
}

/// A table with those of its declared entries that the pack does not give, as
/// missing: a class without an amount is 缺少参数, not nothing.
fn completed(value: Value, ty: &Type, missing: &Value) -> Value {
    let (Value::Context(given), Type::Context(entries)) = (&value, ty) else {
        return value;
    };
    let mut context = Context::new();
    for (key, value) in given.iter() {
        let ty = entries.get(key).unwrap_or(&Type::Any);
        context.set(key, completed(value.clone(), ty, missing));
    }
    for key in entries.keys().filter(|key| given.get(key).is_none()) {
        context.set(key, missing.clone());
    }
    Value::Context(context.into())
}

/// Computes everything that needs no family, from the leaves up, by the same
/// evaluation that families have.
fn fold(node: &mut Node, machine: &Machine<'_>) {
    for part in node.parts_mut() {
        fold(part, machine);
    }
    let constant = |n: &Node| matches!(n.op, Op::Const(_));
    if let Op::If(condition, yes, no) = &mut node.op
        && let Op::Const(Value::Boolean(taken)) = condition.op
    {
        let branch = if taken { yes } else { no };
        let place = Node::constant(Value::Null, node.span);
        *node = std::mem::replace(&mut **branch, place);
        return;
    }
    let foldable = !matches!(
        node.op,
        Op::Const(_)
            | Op::Global(_)
            | Op::Local { .. }
            | Op::Own(_)
            | Op::FieldOf(..)
            | Op::Project(..)
            | Op::Rows(_)
            | Op::ItemEntry { .. }
            | Op::If(..)
            | Op::Quantified { .. }
            | Op::Filter(..)
            | Op::Context(_)
            | Op::IsKnown(_)
            | Op::IsGiven(_)
    );
    if !foldable || !node.parts().into_iter().all(constant) {
        return;
    }
    let env = Env::of_row(0);
    let value = match machine.eval(node, &env) {
        Cow::Borrowed(value) => value.clone(),
        Cow::Owned(value) => value,
    };
    node.op = Op::Const(value);
}

/// Whether a value is of a declared type.
pub(crate) fn fits(value: &Value, ty: &Type) -> bool {
    match (value, ty) {
        (Value::Null | Value::Unknown(_), _) | (_, Type::Any) => true,
        (Value::Boolean(_), Type::Boolean)
        | (Value::Number(_), Type::Number(_))
        | (Value::Text(_), Type::Text)
        | (Value::Date(_), Type::Date)
        | (Value::Time(_), Type::Time)
        | (Value::DateTime(_), Type::DateTime)
        | (Value::Months(_), Type::Months)
        | (Value::Days(_), Type::Days)
        | (Value::Range(_), Type::Range(_)) => true,
        (Value::Text(text), Type::Code(codes)) => codes.values.iter().any(|c| **c == **text),
        (Value::List(items), Type::List(item)) => items.iter().all(|i| fits(i, item)),
        (Value::Context(context), Type::Context(entries)) => context
            .iter()
            .all(|(key, value)| entries.get(key).is_some_and(|ty| fits(value, ty))),
        _ => false,
    }
}

fn wrong(name: &str, ty: &Type) -> Fault {
    Fault::new(
        FaultKind::WrongParameter,
        Span::default(),
        format!("参数“{name}”的值应为{}", ty.chinese()),
        format!("the value of the parameter \"{name}\" should be a {ty}"),
    )
    .mend("改正参数的值", "correct the value of the parameter")
    .named(name)
}
