//! Three values of the standard, and the unknown beside them.

use std::borrow::Cow;

use super::{Env, Machine, own};
use crate::tree::Node;
use crate::value::Value;

/// `and` of two values: false decides; else an unknown is unknown; else null decides.
pub fn conjunction(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Boolean(false), _) | (_, Value::Boolean(false)) => Value::Boolean(false),
        (Value::Boolean(true), Value::Boolean(true)) => Value::Boolean(true),
        (Value::Unknown(x), Value::Unknown(y)) => Value::Unknown(x.and(&y)),
        (unknown @ Value::Unknown(_), _) | (_, unknown @ Value::Unknown(_)) => unknown,
        _ => Value::Null,
    }
}

/// `or` of two values: true decides; else an unknown is unknown; else null decides.
pub fn disjunction(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Boolean(true), _) | (_, Value::Boolean(true)) => Value::Boolean(true),
        (Value::Boolean(false), Value::Boolean(false)) => Value::Boolean(false),
        (Value::Unknown(x), Value::Unknown(y)) => Value::Unknown(x.and(&y)),
        (unknown @ Value::Unknown(_), _) | (_, unknown @ Value::Unknown(_)) => unknown,
        _ => Value::Null,
    }
}

/// `or` for the items of a list: one of another type is just not it.
pub fn disjunction_lenient(a: Value, b: Value) -> Value {
    let plain = |v: Value| {
        if v.is_null() {
            Value::Boolean(false)
        } else {
            v
        }
    };
    disjunction(plain(a), plain(b))
}

impl Machine<'_> {
    pub(super) fn and(&self, a: &Node, b: &Node, env: &Env<'_>) -> Value {
        let a = self.eval(a, env);
        if let Value::Boolean(false) = *a {
            return Value::Boolean(false);
        }
        conjunction(a.into_owned(), self.eval(b, env).into_owned())
    }

    pub(super) fn or(&self, a: &Node, b: &Node, env: &Env<'_>) -> Value {
        let a = self.eval(a, env);
        if let Value::Boolean(true) = *a {
            return Value::Boolean(true);
        }
        disjunction(a.into_owned(), self.eval(b, env).into_owned())
    }

    /// An unknown condition leaves a result only where both branches agree.
    pub(super) fn choose<'b>(
        &'b self,
        condition: &'b Node,
        yes: &'b Node,
        no: &'b Node,
        env: &'b Env<'b>,
    ) -> Cow<'b, Value> {
        let condition = self.eval(condition, env);
        match &*condition {
            Value::Boolean(true) => self.eval(yes, env),
            Value::Unknown(missing) => {
                let (yes, no) = (self.eval(yes, env), self.eval(no, env));
                if yes == no && yes.missing().is_none() {
                    return yes;
                }
                let all = [yes.missing(), no.missing()].into_iter().flatten();
                own(Value::Unknown(all.fold(missing.clone(), |m, n| m.and(&n))))
            }
            _ => self.eval(no, env),
        }
    }

    #[inline(never)]
    pub(super) fn is_in(&self, value: &Node, tests: &[Node], env: &Env<'_>) -> Value {
        let value = self.eval(value, env);
        let mut sofar = Value::Boolean(false);
        for test in tests {
            let test = self.eval(test, env);
            sofar = disjunction(sofar, super::compare::passes(&value, &test));
            if sofar == Value::Boolean(true) {
                break;
            }
        }
        sofar
    }
}
