//! `a.b` found when evaluating: entries of contexts, properties of dates and ranges.

use super::Machine;
use crate::functions::property;
use crate::syntax::Compare;
use crate::tree::Node;
use crate::value::{Bounds, Value};

impl Machine<'_> {
    #[inline(never)]
    pub(super) fn path(&self, value: &Value, key: &str, node: &Node) -> Value {
        match value {
            Value::Context(context) => match context.get(key) {
                Some(value) => value.clone(),
                None => self.or_null(
                    Err("对照表没有这一项 / the context has no such entry"),
                    node,
                ),
            },
            // Of a list, that of each item.
            Value::List(items) => {
                Value::List(items.iter().map(|i| self.path(i, key, node)).collect())
            }
            Value::Range(range) => of_range(&range.0, key).unwrap_or(Value::Null),
            Value::Unknown(_) => value.clone(),
            other => match property(other, key) {
                Some(value) => value,
                None => self.or_null(Err("没有这个属性 / there is no such property"), node),
            },
        }
    }
}

fn of_range(bounds: &Bounds, key: &str) -> Option<Value> {
    let none = (Value::Null, false);
    let ((low, low_in), (high, high_in)) = match bounds {
        Bounds::Between {
            low,
            low_in,
            high,
            high_in,
        } => ((low.clone(), *low_in), (high.clone(), *high_in)),
        Bounds::Test(op, v) => match op {
            Compare::Lt => (none, (v.clone(), false)),
            Compare::Le => (none, (v.clone(), true)),
            Compare::Gt => ((v.clone(), false), none),
            Compare::Ge => ((v.clone(), true), none),
            Compare::Eq => ((v.clone(), true), (v.clone(), true)),
            Compare::Ne => return None,
        },
    };
    match key {
        "start" => Some(low),
        "end" => Some(high),
        "start included" => Some(Value::Boolean(low_in)),
        "end included" => Some(Value::Boolean(high_in)),
        _ => None,
    }
}
