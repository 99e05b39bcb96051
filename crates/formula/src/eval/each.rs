//! Going over the items of a list without building it.

use std::ops::ControlFlow;

use super::{Env, Machine};
use crate::tree::{Node, Op};
use crate::types::Entity;
use crate::value::{FactRef, Missing, Value};

/// How going over a list ended.
pub(super) enum Walk {
    /// Through, or stopped by the visitor.
    Done,
    /// It is no list but null.
    Null,
    /// Nobody knows what is in it.
    Unknown(Missing),
}

/// Called with each item; where it is not known whether the item belongs to the
/// list, with what is missing to know it.
pub(super) type Visit<'v> = dyn FnMut(&Value, Option<&Missing>) -> ControlFlow<()> + 'v;

impl Machine<'_> {
    pub(super) fn each(&self, node: &Node, env: &Env<'_>, visit: &mut Visit<'_>) -> Walk {
        match &node.op {
            Op::Rows(entity) => self.each_row(*entity, visit),
            Op::Project(list, field) => self.each(list, env, &mut |row, maybe| {
                let value = self.field_of(std::borrow::Cow::Borrowed(row), *field);
                visit(&value, maybe)
            }),
            Op::Filter(list, condition, true) => self.each_kept(list, condition, env, visit),
            Op::List(items) => {
                for item in items {
                    if visit(&self.eval(item, env), None).is_break() {
                        break;
                    }
                }
                Walk::Done
            }
            _ => self.each_of(&self.eval(node, env), visit),
        }
    }

    fn each_kept(
        &self,
        list: &Node,
        condition: &Node,
        env: &Env<'_>,
        visit: &mut Visit<'_>,
    ) -> Walk {
        let walk = self.each(list, env, &mut |item, maybe| {
            let scope = [item.clone()];
            let inner = env.inner(&scope);
            match &*self.eval(condition, &inner) {
                Value::Boolean(true) => visit(item, maybe),
                Value::Unknown(missing) => match maybe {
                    Some(other) => visit(item, Some(&missing.and(other))),
                    None => visit(item, Some(missing)),
                },
                _ => ControlFlow::Continue(()),
            }
        });
        match walk {
            // Filtering null leaves an empty list.
            Walk::Null => Walk::Done,
            other => other,
        }
    }

    /// A single value counts as a list of one.
    fn each_of(&self, value: &Value, visit: &mut Visit<'_>) -> Walk {
        match value {
            Value::List(items) => {
                for item in items.iter() {
                    if visit(item, None).is_break() {
                        break;
                    }
                }
                Walk::Done
            }
            Value::Null => Walk::Null,
            Value::Unknown(missing) => Walk::Unknown(missing.clone()),
            single => {
                let _ = visit(single, None);
                Walk::Done
            }
        }
    }

    fn each_row(&self, entity: Entity, visit: &mut Visit<'_>) -> Walk {
        let Some(count) = self.facts.as_ref().and_then(|f| f.count(entity)) else {
            return Walk::Unknown(self.lacks(FactRef::Rows(entity)));
        };
        for index in 0..count {
            if visit(&Value::Row(entity, index), None).is_break() {
                break;
            }
        }
        Walk::Done
    }

    /// The list itself; unknown when membership of an item is.
    #[inline(never)]
    pub(super) fn collect(&self, node: &Node, env: &Env<'_>) -> Value {
        let mut items = Vec::new();
        let mut unsure: Option<Missing> = None;
        let walk = self.each(node, env, &mut |item, maybe| {
            if let Some(m) = maybe {
                unsure = Some(unsure.as_ref().map_or_else(|| m.clone(), |u| u.and(m)));
            }
            items.push(item.clone());
            ControlFlow::Continue(())
        });
        match (walk, unsure) {
            (Walk::Unknown(missing), _) | (Walk::Done, Some(missing)) => Value::Unknown(missing),
            (Walk::Null, _) => Value::Null,
            (Walk::Done, None) => Value::List(items.into()),
        }
    }
}
