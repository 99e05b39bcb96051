//! The tree that is evaluated: names are slots, functions are resolved. Plain
//! FEEL and typed formulas both end here; there is no other meaning.

use std::sync::Arc;

use crate::fault::Span;
use crate::functions::Builtin;
use crate::number::Round;
use crate::program::VariableId;
use crate::schema::{FactId, ParameterId};
use crate::syntax::Compare;
use crate::type_test::TypeTest;
use crate::types::Entity;
use crate::value::Value;

/// A step of the evaluation, with its place in the text for notes.
#[derive(Clone, Debug)]
pub struct Node {
    pub op: Op,
    pub span: Span,
}

/// A fact or variable of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    /// A fact; where it is unknown, the variable that holds its rule.
    Fact(FactId, Option<VariableId>),
    Variable(VariableId, Entity),
}

impl Field {
    pub fn entity(self) -> Entity {
        match self {
            Field::Fact(id, _) => id.entity(),
            Field::Variable(_, entity) => entity,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arith {
    Add,
    Sub,
    Mul,
    Div,
    Pow,
}

/// Folds a list to one value without building it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    Sum,
    /// `合计`: as sum, and nought for nothing.
    Total,
    Count,
    Min,
    Max,
    Mean,
    All,
    Any,
}

#[derive(Clone, Debug)]
pub enum Op {
    Const(Value),
    Parameter(ParameterId),
    /// A variable of the context of plain FEEL.
    Global(u32),
    /// Something that an iteration, filter or context brought in: so many levels up, and which.
    Local {
        up: u32,
        index: u32,
    },
    /// A field of the row being computed, or of the only row of its entity.
    Own(Field),
    /// A field of one row.
    FieldOf(Box<Node>, Field),
    /// A field of each row of a list.
    Project(Box<Node>, Field),
    /// All rows of an entity.
    Rows(Entity),
    /// An entry of a context, or a property, found when evaluating.
    Path(Box<Node>, Arc<str>),
    /// An entry of the item of a filter where it has one, else another value.
    ItemEntry {
        up: u32,
        key: Arc<str>,
        other: Box<Node>,
    },
    Negate(Box<Node>),
    Arith(Arith, Box<Node>, Box<Node>),
    Compare(Compare, Box<Node>, Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Between(Box<Node>, Box<Node>, Box<Node>),
    In(Box<Node>, Vec<Node>),
    Test(Compare, Box<Node>),
    Range {
        low: Box<Node>,
        low_in: bool,
        high: Box<Node>,
        high_in: bool,
    },
    If(Box<Node>, Box<Node>, Box<Node>),
    Quantified {
        every: bool,
        domains: Vec<Node>,
        condition: Box<Node>,
    },
    /// `for … return`: the results for all items, as a list.
    For(Vec<Node>, Box<Node>),
    /// The flag says that the condition is known to be no place number.
    Filter(Box<Node>, Box<Node>, bool),
    List(Vec<Node>),
    Context(Vec<(Arc<str>, Node)>),
    /// Over one list, or over the arguments themselves.
    Aggregate(Aggregate, Vec<Node>),
    Round(Round, Box<Node>, Option<Box<Node>>),
    /// `get value(table, key)`.
    Lookup(Box<Node>, Box<Node>),
    Call(Builtin, Vec<Node>),
    /// Whether a value is of a type, in plain FEEL.
    InstanceOf(Box<Node>, TypeTest),
    IsKnown(Box<Node>),
    /// Whether a fact was given, without its rule.
    IsGiven(FactId),
}

impl Node {
    pub fn new(op: Op, span: Span) -> Node {
        Node { op, span }
    }

    pub fn boxed(self) -> Box<Node> {
        Box::new(self)
    }

    pub fn constant(value: Value, span: Span) -> Node {
        Node::new(Op::Const(value), span)
    }

    /// The direct parts, in order.
    pub fn parts(&self) -> Vec<&Node> {
        match &self.op {
            Op::Const(_) | Op::Parameter(_) | Op::Global(_) | Op::Local { .. } => vec![],
            Op::Own(_) | Op::Rows(_) | Op::IsGiven(_) => vec![],
            Op::FieldOf(a, _) | Op::Project(a, _) | Op::Path(a, _) => vec![a],
            Op::ItemEntry { other: a, .. } | Op::Negate(a) | Op::Test(_, a) | Op::IsKnown(a) => {
                vec![a]
            }
            Op::InstanceOf(a, _) => vec![a],
            Op::Arith(_, a, b) | Op::Compare(_, a, b) | Op::And(a, b) | Op::Or(a, b) => vec![a, b],
            Op::Lookup(a, b)
            | Op::Filter(a, b, _)
            | Op::Range {
                low: a, high: b, ..
            } => vec![a, b],
            Op::Between(a, b, c) | Op::If(a, b, c) => vec![a, b, c],
            Op::In(a, tests) => std::iter::once(&**a).chain(tests).collect(),
            Op::For(domains, condition)
            | Op::Quantified {
                domains, condition, ..
            } => domains
                .iter()
                .chain(std::iter::once(&**condition))
                .collect(),
            Op::List(items) | Op::Aggregate(_, items) | Op::Call(_, items) => {
                items.iter().collect()
            }
            Op::Context(entries) => entries.iter().map(|(_, n)| n).collect(),
            Op::Round(_, a, scale) => std::iter::once(&**a).chain(scale.as_deref()).collect(),
        }
    }

    /// The direct parts, to be changed in place.
    pub fn parts_mut(&mut self) -> Vec<&mut Node> {
        match &mut self.op {
            Op::Const(_) | Op::Parameter(_) | Op::Global(_) | Op::Local { .. } => vec![],
            Op::Own(_) | Op::Rows(_) | Op::IsGiven(_) => vec![],
            Op::FieldOf(a, _) | Op::Project(a, _) | Op::Path(a, _) => vec![a],
            Op::ItemEntry { other: a, .. } | Op::Negate(a) | Op::Test(_, a) | Op::IsKnown(a) => {
                vec![a]
            }
            Op::InstanceOf(a, _) => vec![a],
            Op::Arith(_, a, b) | Op::Compare(_, a, b) | Op::And(a, b) | Op::Or(a, b) => vec![a, b],
            Op::Lookup(a, b)
            | Op::Filter(a, b, _)
            | Op::Range {
                low: a, high: b, ..
            } => vec![a, b],
            Op::Between(a, b, c) | Op::If(a, b, c) => vec![a, b, c],
            Op::In(a, tests) => std::iter::once(&mut **a).chain(tests).collect(),
            Op::For(domains, condition)
            | Op::Quantified {
                domains, condition, ..
            } => domains
                .iter_mut()
                .chain(std::iter::once(&mut **condition))
                .collect(),
            Op::List(items) | Op::Aggregate(_, items) | Op::Call(_, items) => {
                items.iter_mut().collect()
            }
            Op::Context(entries) => entries.iter_mut().map(|(_, n)| n).collect(),
            Op::Round(_, a, scale) => std::iter::once(&mut **a)
                .chain(scale.as_deref_mut())
                .collect(),
        }
    }

    /// Visits this node and all below it.
    pub fn walk<'n>(&'n self, visit: &mut dyn FnMut(&'n Node)) {
        visit(self);
        for part in self.parts() {
            part.walk(visit);
        }
    }

    /// How deep the tree is.
    pub fn depth(&self) -> usize {
        1 + self.parts().into_iter().map(Node::depth).max().unwrap_or(0)
    }
}
