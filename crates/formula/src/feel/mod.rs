//! Plain FEEL: one expression over a context, untyped, as the standard says.

mod batch;

pub use batch::{answer_json, answer_line, read_context};

use crate::eval::{Env, Machine};
use crate::fault::{Fault, FaultKind};
use crate::lower::{Globals, Lower, Scope};
use crate::syntax::{Known, parse};
use crate::tree::Node;
use crate::value::{Context, Value};

/// What plain FEEL gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The value; null also for a type fault, as the standard wants.
    Value(Value),
    /// The construct that is outside the supported part: `for expression`.
    Unsupported(String),
    /// Text that is no FEEL.
    Error(Box<Fault>),
}

/// An expression read once, to be evaluated over many contexts that have the
/// same names.
#[derive(Debug)]
pub struct Expression {
    node: Node,
    names: Vec<String>,
}

impl Expression {
    /// Reads an expression whose variables are the entries of a context like `example`.
    ///
    /// # Errors
    /// [`Answer::Unsupported`] or [`Answer::Error`].
    pub fn read(expression: &str, example: &Context) -> Result<Expression, Answer> {
        let names: Vec<String> = example.iter().map(|(name, _)| name.to_owned()).collect();
        let globals = Known::new(names.iter().map(String::as_str));
        let mut members = Known::default();
        for (_, value) in example.iter() {
            keys(value, &mut members);
        }
        let expr = parse(expression, &globals, &members).map_err(|fault| answer(*fault))?;
        let slots = names
            .iter()
            .enumerate()
            .map(|(i, n)| (n.clone(), i as u32))
            .collect();
        let globals = Globals { slots };
        let mut lower = Lower::new(Scope::Plain(&globals));
        let typed = lower.lower(&expr);
        match lower.faults.into_iter().next() {
            Some(fault) => Err(answer(fault)),
            None => Ok(Expression {
                node: typed.node,
                names,
            }),
        }
    }

    /// The value over a context.
    pub fn evaluate(&self, context: &Context) -> Answer {
        let value = |name: &String| context.get(name).cloned().unwrap_or(Value::Null);
        let globals: Vec<Value> = self.names.iter().map(value).collect();
        let machine = Machine::new(&globals, &[], None);
        let env = Env::of_row(0);
        let value = machine.eval(&self.node, &env).into_owned();
        match machine.beyond.get() {
            Some(what) => Answer::Unsupported(what.to_owned()),
            None => Answer::Value(value),
        }
    }
}

/// Evaluates an expression over a context whose entries are its variables.
pub fn evaluate(expression: &str, context: &Context) -> Answer {
    match Expression::read(expression, context) {
        Ok(expression) => expression.evaluate(context),
        Err(answer) => answer,
    }
}

/// A name that the context does not have is refused rather than taken for null:
/// a formula that was meant for other facts must not give a value.
fn answer(fault: Fault) -> Answer {
    match fault.kind {
        FaultKind::Unsupported | FaultKind::UnknownName | FaultKind::TooLarge => {
            let what = fault.en.strip_prefix("unsupported: ").unwrap_or(&fault.en);
            Answer::Unsupported(what.to_owned())
        }
        _ => Answer::Error(Box::new(fault)),
    }
}

/// The keys of contexts, at every depth: names that may follow a dot.
fn keys(value: &Value, names: &mut Known) {
    match value {
        Value::Context(context) => {
            for (key, value) in context.iter() {
                names.add(key);
                keys(value, names);
            }
        }
        Value::List(items) => items.iter().for_each(|item| keys(item, names)),
        _ => {}
    }
}
