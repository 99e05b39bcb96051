//! `list[condition]` and `list[3]`.

use super::{Env, Machine};
use crate::number::Number;
use crate::tree::Node;
use crate::value::{Missing, Value};

impl Machine<'_> {
    #[inline(never)]
    pub(super) fn filter(
        &self,
        node: &Node,
        list: &Node,
        condition: &Node,
        sure: bool,
        env: &Env<'_>,
    ) -> Value {
        if sure {
            return self.collect(node, env);
        }
        let list = self.eval(list, env);
        let items = match &*list {
            Value::List(items) => items.as_ref(),
            Value::Unknown(_) => return list.into_owned(),
            single => std::slice::from_ref(single),
        };
        let mut kept = Vec::new();
        let mut unsure: Option<Missing> = None;
        let nothing = [Value::Null];
        for (i, scope) in items
            .chunks(1)
            .chain(items.is_empty().then_some(&nothing[..]))
            .enumerate()
        {
            let inner = env.inner(scope);
            match &*self.eval(condition, &inner) {
                Value::Boolean(true) if !items.is_empty() => kept.push(scope[0].clone()),
                Value::Number(place) if i == 0 => return at(items, *place),
                Value::Unknown(m) => {
                    unsure = Some(unsure.map_or_else(|| m.clone(), |u| u.and(m)));
                }
                _ => {}
            }
        }
        match unsure {
            Some(missing) => Value::Unknown(missing),
            None if list.is_null() && kept.iter().all(Value::is_null) => Value::list([]),
            None => Value::List(kept.into()),
        }
    }
}

/// Places count from 1, or from −1 backwards.
fn at(items: &[Value], place: Number) -> Value {
    let index = match place.to_i64() {
        Some(n) if n > 0 => usize::try_from(n - 1).ok(),
        Some(n) if n < 0 => usize::try_from(n.unsigned_abs())
            .ok()
            .and_then(|n| items.len().checked_sub(n)),
        _ => None,
    };
    index
        .and_then(|i| items.get(i))
        .cloned()
        .unwrap_or(Value::Null)
}
