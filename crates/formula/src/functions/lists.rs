//! Functions of lists and contexts.

use super::Computed;
use crate::eval::compare::equal;
use crate::value::Value;

pub fn get_value(args: &[Value]) -> Computed {
    match args {
        [Value::Context(context), Value::Text(key)] => context
            .get(key)
            .cloned()
            .ok_or("对照表没有这一项 / the table has no such entry"),
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
