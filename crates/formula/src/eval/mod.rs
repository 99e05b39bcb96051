//! Evaluation: one walk over the tree, for plain FEEL and for families.

pub(crate) mod arith;
pub(crate) mod compare;
mod each;
mod filter;
mod fold;
mod logic;
mod path;
mod record;
mod rows;

pub(crate) use record::{Read, Record, Recorder};
pub(crate) use rows::{Facts, Plan};

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use crate::functions::{Builtin, Why};
use crate::syntax::Compare;
use crate::tree::{Node, Op};
use crate::value::{Bounds, Context, FactRef, Missing, Range, Value};

/// What names stand for while a tree is evaluated.
pub(crate) struct Machine<'e> {
    /// The context of plain FEEL, by slot.
    pub globals: &'e [Value],
    /// The parameters, by slot; those missing are unknown.
    pub parameters: &'e [Value],
    /// The family, for typed formulas.
    pub facts: Option<Facts<'e>>,
    /// Something outside the supported part that shows only in the values.
    pub beyond: Cell<Option<Why>>,
    /// Takes down what is read, when a trace is wanted.
    pub recorder: Option<Recorder>,
}

/// What iterations, filters and contexts brought in, innermost first, and which
/// row is being computed.
#[derive(Clone, Copy)]
pub(crate) struct Env<'a> {
    pub own: u32,
    pub values: &'a [Value],
    pub up: Option<&'a Env<'a>>,
}

impl<'a> Env<'a> {
    pub fn of_row(own: u32) -> Env<'static> {
        Env {
            own,
            values: &[],
            up: None,
        }
    }

    pub fn inner<'b>(&'b self, values: &'b [Value]) -> Env<'b>
    where
        'a: 'b,
    {
        Env {
            own: self.own,
            values,
            up: Some(self),
        }
    }

    fn local(&self, up: u32, index: u32) -> Option<&Value> {
        let mut env = self;
        for _ in 0..up {
            env = env.up?;
        }
        env.values.get(index as usize)
    }
}

static NULL: Value = Value::Null;

fn null<'b>() -> Cow<'b, Value> {
    Cow::Borrowed(&NULL)
}

fn own<'b>(value: Value) -> Cow<'b, Value> {
    Cow::Owned(value)
}

impl Machine<'_> {
    pub fn new<'e>(
        globals: &'e [Value],
        parameters: &'e [Value],
        facts: Option<Facts<'e>>,
    ) -> Machine<'e> {
        Machine {
            globals,
            parameters,
            facts,
            beyond: Cell::new(None),
            recorder: None,
        }
    }

    /// The value of a tree.
    pub fn eval<'b>(&'b self, node: &'b Node, env: &'b Env<'b>) -> Cow<'b, Value> {
        match &node.op {
            Op::Const(value) => Cow::Borrowed(value),
            Op::Own(field) => self.field(
                *field,
                if field.entity().is_listed() {
                    env.own
                } else {
                    0
                },
            ),
            Op::Local { up, index } => env.local(*up, *index).map_or_else(null, Cow::Borrowed),
            Op::Parameter(id) => self.parameter(*id),
            Op::Global(slot) => self
                .globals
                .get(*slot as usize)
                .map_or_else(null, Cow::Borrowed),
            Op::FieldOf(row, field) => self.field_of(self.eval(row, env), *field),
            Op::Arith(op, a, b) => {
                let (a, b) = (self.eval(a, env), self.eval(b, env));
                own(self.or_null(arith::arith(*op, &a, &b), node))
            }
            Op::Compare(op, a, b) => {
                let (a, b) = (self.eval(a, env), self.eval(b, env));
                own(compare::compare(*op, &a, &b))
            }
            Op::And(a, b) => own(self.and(a, b, env)),
            Op::Or(a, b) => own(self.or(a, b, env)),
            Op::If(condition, yes, no) => self.choose(condition, yes, no, env),
            Op::Aggregate(kind, args) => own(self.aggregate(*kind, args, node, env)),
            Op::Round(mode, value, scale) => {
                own(self.round(*mode, value, scale.as_deref(), node, env))
            }
            Op::In(value, tests) => own(self.is_in(value, tests, env)),
            Op::Between(value, low, high) => {
                let (value, low, high) = (
                    self.eval(value, env),
                    self.eval(low, env),
                    self.eval(high, env),
                );
                own(compare::between(&value, &low, true, &high, true))
            }
            Op::Quantified {
                every,
                domains,
                condition,
            } => own(self.quantified(*every, domains, condition, env)),
            Op::Negate(a) => {
                let value = self.eval(a, env);
                own(self.or_null(arith::negate(&value), node))
            }
            Op::Call(function, args) => own(self.call(*function, args, node, env)),
            Op::IsKnown(a) => own(Value::Boolean(self.eval(a, env).missing().is_none())),
            Op::IsGiven(fact) => own(Value::Boolean(self.is_given(*fact, env.own))),
            Op::Rows(_) | Op::Project(..) => own(self.collect(node, env)),
            Op::Filter(list, condition, sure) => {
                own(self.filter(node, list, condition, *sure, env))
            }
            Op::Path(a, key) => {
                let value = self.eval(a, env);
                own(self.path(&value, key, node))
            }
            Op::ItemEntry { up, key, other } => match env.local(*up, 0) {
                Some(Value::Context(context)) if context.get(key).is_some() => {
                    context.get(key).map_or_else(null, Cow::Borrowed)
                }
                _ => self.eval(other, env),
            },
            Op::List(items) => own(self.list(items, env)),
            Op::Context(entries) => own(self.context(entries, env)),
            Op::Test(op, a) => own(self.test(*op, a, env)),
            Op::Range {
                low,
                low_in,
                high,
                high_in,
            } => own(self.range(low, *low_in, high, *high_in, env)),
        }
    }

    #[inline(never)]
    fn parameter(&self, id: crate::schema::ParameterId) -> Cow<'_, Value> {
        if let Some(recorder) = &self.recorder {
            recorder.read(Read::Parameter(id));
        }
        match self.parameters.get(id.index()) {
            Some(value) => Cow::Borrowed(value),
            None => own(Value::Unknown(Missing::one(FactRef::Parameter(id)))),
        }
    }

    #[inline(never)]
    fn call(&self, function: Builtin, args: &[Node], node: &Node, env: &Env<'_>) -> Value {
        let mut values: Vec<Value> = args
            .iter()
            .map(|a| self.eval(a, env).into_owned())
            .collect();
        if let Some(missing) = missing_of(&values) {
            return Value::Unknown(missing);
        }
        for (value, wants) in values.iter_mut().zip(function.0.wants) {
            // The standard takes a list of one for its item where an item is wanted.
            if !wants.takes_list()
                && let Value::List(items) = value
                && let [one] = items.as_ref()
            {
                *value = one.clone();
            }
        }
        self.or_null((function.0.run)(&values), node)
    }

    #[inline(never)]
    fn round(
        &self,
        mode: crate::number::Round,
        value: &Node,
        scale: Option<&Node>,
        node: &Node,
        env: &Env<'_>,
    ) -> Value {
        let value = self.eval(value, env);
        let scale = scale.map(|s| self.eval(s, env));
        for part in [Some(&value), scale.as_ref()].into_iter().flatten() {
            if let Value::Unknown(_) = &**part {
                return part.clone().into_owned();
            }
        }
        self.or_null(
            crate::functions::round(&value, scale.as_deref(), mode),
            node,
        )
    }

    #[inline(never)]
    fn list(&self, items: &[Node], env: &Env<'_>) -> Value {
        Value::List(
            items
                .iter()
                .map(|i| self.eval(i, env).into_owned())
                .collect(),
        )
    }

    #[inline(never)]
    fn test(&self, op: Compare, value: &Node, env: &Env<'_>) -> Value {
        let value = self.eval(value, env).into_owned();
        Value::Range(Arc::new(Range(Bounds::Test(op, value))))
    }

    /// Earlier entries are in scope of later ones.
    #[inline(never)]
    fn context(&self, entries: &[(Arc<str>, Node)], env: &Env<'_>) -> Value {
        let mut values: Vec<Value> = Vec::with_capacity(entries.len());
        for (_, node) in entries {
            let value = self.eval(node, &env.inner(&values)).into_owned();
            values.push(value);
        }
        let mut context = Context::new();
        for ((key, _), value) in entries.iter().zip(values) {
            context.set(key, value);
        }
        Value::Context(Arc::new(context))
    }

    #[inline(never)]
    fn range(&self, low: &Node, low_in: bool, high: &Node, high_in: bool, env: &Env<'_>) -> Value {
        let low = self.eval(low, env).into_owned();
        let high = self.eval(high, env).into_owned();
        Value::Range(Arc::new(Range(Bounds::Between {
            low,
            low_in,
            high,
            high_in,
        })))
    }

    /// The standard makes faults of evaluation null; a trace keeps why.
    fn or_null(&self, computed: Result<Value, Why>, node: &Node) -> Value {
        computed.unwrap_or_else(|why| {
            if crate::functions::is_beyond(why) {
                self.beyond.set(Some(why));
            } else if let Some(recorder) = &self.recorder {
                recorder.note(node.span, why);
            }
            Value::Null
        })
    }
}

/// Everything missing in some values, at any depth.
pub(crate) fn missing_of(values: &[Value]) -> Option<Missing> {
    values
        .iter()
        .filter_map(Value::missing)
        .reduce(|a, b| a.and(&b))
}
