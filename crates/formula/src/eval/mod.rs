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
use crate::tree::{Arith, Node, Op};
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
    /// What stands for whatever is missing, where nobody asks what it is.
    pub untold: Option<Missing>,
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

/// Most parts, at all depths, of a list or context that an expression makes.
pub(crate) const MAX_PARTS: usize = 100_000;

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
            untold: None,
        }
    }

    /// Something that is missing.
    fn lacks(&self, what: FactRef) -> Missing {
        match &self.untold {
            Some(something) => something.clone(),
            None => Missing::one(what),
        }
    }

    /// The value of a tree.
    pub fn eval<'b>(&'b self, node: &'b Node, env: &'b Env<'b>) -> Cow<'b, Value> {
        match &node.op {
            Op::Const(value) => Cow::Borrowed(value),
            Op::Own(field) if field.entity().is_listed() => self.field(*field, env.own),
            Op::Own(field) => self.field(*field, 0),
            Op::Local { up, index } => env.local(*up, *index).map_or_else(null, Cow::Borrowed),
            Op::Parameter(id) => self.parameter(*id),
            Op::Global(slot) => self.global(*slot),
            Op::FieldOf(row, field) => self.field_of(self.eval(row, env), *field),
            Op::If(condition, yes, no) => self.choose(condition, yes, no, env),
            Op::ItemEntry { up, key, other } => self.item_entry(*up, key, other, env),
            _ => own(self.compute(node, env)),
        }
    }

    /// The value of an operation that makes a new one. One call for each, so
    /// that the stack holds little for every level of a formula.
    fn compute(&self, node: &Node, env: &Env<'_>) -> Value {
        match &node.op {
            Op::Arith(op, a, b) => self.arith(*op, a, b, node, env),
            Op::Compare(op, a, b) => self.compare(*op, a, b, env),
            Op::And(a, b) => self.and(a, b, env),
            Op::Or(a, b) => self.or(a, b, env),
            Op::Aggregate(kind, args) => self.aggregate(*kind, args, node, env),
            Op::Round(mode, value, scale) => self.round(*mode, value, scale.as_deref(), node, env),
            Op::In(value, tests) => self.is_in(value, tests, env),
            Op::Between(value, low, high) => self.between(value, low, high, env),
            Op::Quantified {
                every,
                domains,
                condition,
            } => self.quantified(*every, domains, condition, env),
            Op::For(domains, result) => self.for_each(domains, result, node, env),
            Op::Negate(a) => self.negate(a, node, env),
            Op::Lookup(table, key) => self.lookup(table, key, node, env),
            Op::Call(function, args) => self.call(*function, args, node, env),
            Op::IsKnown(a) => Value::Boolean(self.eval(a, env).missing().is_none()),
            Op::InstanceOf(a, ty) => Value::Boolean(ty.holds(&self.eval(a, env))),
            Op::IsGiven(fact) => Value::Boolean(self.is_given(*fact, env.own)),
            Op::Rows(_) | Op::Project(..) => self.collect(node, env),
            Op::Filter(list, condition, sure) => self.filter(node, list, condition, *sure, env),
            Op::Path(a, key) => self.path(&self.eval(a, env), key, node),
            Op::List(items) => self.list(items, node, env),
            Op::Context(entries) => self.context(entries, node, env),
            Op::Test(op, a) => self.test(*op, a, env),
            Op::Range {
                low,
                low_in,
                high,
                high_in,
            } => self.range(low, *low_in, high, *high_in, env),
            _ => self.eval(node, env).into_owned(),
        }
    }

    fn arith(&self, op: Arith, a: &Node, b: &Node, node: &Node, env: &Env<'_>) -> Value {
        let (a, b) = (self.eval(a, env), self.eval(b, env));
        self.or_null(arith::arith(op, &a, &b), node)
    }

    fn compare(&self, op: Compare, a: &Node, b: &Node, env: &Env<'_>) -> Value {
        let (a, b) = (self.eval(a, env), self.eval(b, env));
        compare::compare(op, &a, &b)
    }

    fn between(&self, value: &Node, low: &Node, high: &Node, env: &Env<'_>) -> Value {
        let (value, low) = (self.eval(value, env), self.eval(low, env));
        compare::between(&value, &low, true, &self.eval(high, env), true)
    }

    fn lookup(&self, table: &Node, key: &Node, node: &Node, env: &Env<'_>) -> Value {
        let (table, key) = (self.eval(table, env), self.eval(key, env));
        self.or_null(crate::functions::get_value(&table, &key), node)
    }

    fn negate(&self, a: &Node, node: &Node, env: &Env<'_>) -> Value {
        self.or_null(arith::negate(&self.eval(a, env)), node)
    }

    fn global(&self, slot: u32) -> Cow<'_, Value> {
        self.globals
            .get(slot as usize)
            .map_or_else(null, Cow::Borrowed)
    }

    fn item_entry<'b>(
        &'b self,
        up: u32,
        key: &str,
        other: &'b Node,
        env: &'b Env<'b>,
    ) -> Cow<'b, Value> {
        match env.local(up, 0) {
            Some(Value::Context(context)) if context.get(key).is_some() => {
                context.get(key).map_or_else(null, Cow::Borrowed)
            }
            _ => self.eval(other, env),
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
    fn list(&self, items: &[Node], node: &Node, env: &Env<'_>) -> Value {
        let items = items
            .iter()
            .map(|i| self.eval(i, env).into_owned())
            .collect();
        self.bounded(Value::List(items), node)
    }

    /// Lists of the same lists grow without end in few words; such a value is refused.
    fn bounded(&self, value: Value, node: &Node) -> Value {
        let mut budget = MAX_PARTS;
        match value.fits(&mut budget) {
            true => value,
            false => self.or_null(Err(crate::functions::TOO_MANY_PARTS), node),
        }
    }

    #[inline(never)]
    fn test(&self, op: Compare, value: &Node, env: &Env<'_>) -> Value {
        let value = self.eval(value, env).into_owned();
        Value::Range(Arc::new(Range(Bounds::Test(op, value))))
    }

    /// Earlier entries are in scope of later ones.
    #[inline(never)]
    fn context(&self, entries: &[(Arc<str>, Node)], node: &Node, env: &Env<'_>) -> Value {
        let mut values: Vec<Value> = Vec::with_capacity(entries.len());
        for (_, entry) in entries {
            let value = self.eval(entry, &env.inner(&values)).into_owned();
            values.push(value);
        }
        let mut context = Context::new();
        for ((key, _), value) in entries.iter().zip(values) {
            context.set(key, value);
        }
        self.bounded(Value::Context(Arc::new(context)), node)
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
            if self.facts.is_none() && crate::functions::is_beyond(why) {
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
