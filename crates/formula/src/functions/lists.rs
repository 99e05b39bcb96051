//! Functions of lists and contexts.

use super::Computed;
use crate::eval::compare::equal;
use crate::value::Value;

/// `get value`: an entry of a table; what other entries lack does not matter.
pub fn get_value(table: &Value, key: &Value) -> Computed {
    match (table, key) {
        (Value::Context(context), Value::Text(key)) => context
            .get(key)
            .cloned()
            .ok_or("对照表没有这一项 / the table has no such entry"),
        (Value::Null, _) | (_, Value::Null) => Err("表或键为空值 / the table or the key is null"),
        (Value::Unknown(x), Value::Unknown(y)) => Ok(Value::Unknown(x.and(y))),
        (unknown @ Value::Unknown(_), _) | (_, unknown @ Value::Unknown(_)) => Ok(unknown.clone()),
        _ => Err("需要对照表和键 / needs a table and a key"),
    }
}

pub fn contains(args: &[Value]) -> Computed {
    let items = match &args[0] {
        Value::List(items) => items.as_ref(),
        Value::Null => return Err("列表为空值 / the list is null"),
        single => std::slice::from_ref(single),
    };
    for item in items {
        if args[1].is_null() {
            if item.is_null() {
                return Ok(Value::Boolean(true));
            }
            continue;
        }
        if equal(item, &args[1]) == Value::Boolean(true) {
            return Ok(Value::Boolean(true));
        }
    }
    Ok(Value::Boolean(false))
}
