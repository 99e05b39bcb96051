//! Functions that make lists out of lists, and figures out of lists.

use super::{Computed, TOO_MANY_PARTS, Why};
use crate::eval::MAX_PARTS;
use crate::eval::compare::{equal, order};
use crate::number::Number;
use crate::value::{Context, Value};
use std::cmp::Ordering;

const NOT_A_LIST: Why = "不是列表 / not a list";
const NO_PLACE: Why = "列表没有这个位置 / the list has no such place";
const NOT_A_NUMBER: Why = "不是数 / not a number";

/// A single value counts as a list of one; null is no list.
fn items(value: &Value) -> Result<&[Value], Why> {
    match value {
        Value::List(items) => Ok(items),
        Value::Null => Err(NOT_A_LIST),
        single => Ok(std::slice::from_ref(single)),
    }
}

/// A list that is not too long to be kept.
fn list(items: Vec<Value>) -> Computed {
    let mut budget = MAX_PARTS;
    let value = Value::List(items.into());
    if value.fits(&mut budget) {
        Ok(value)
    } else {
        Err(TOO_MANY_PARTS)
    }
}

fn same(a: &Value, b: &Value) -> bool {
    equal(a, b) == Value::Boolean(true)
}

pub fn append(args: &[Value]) -> Computed {
    let mut all = items(&args[0])?.to_vec();
    all.extend_from_slice(&args[1..]);
    list(all)
}

pub fn concatenate(args: &[Value]) -> Computed {
    let mut all = Vec::new();
    for arg in args {
        all.extend_from_slice(items(arg)?);
    }
    list(all)
}

pub fn union(args: &[Value]) -> Computed {
    match concatenate(args)? {
        Value::List(all) => list(distinct(&all)),
        other => Ok(other),
    }
}

pub fn distinct_values(args: &[Value]) -> Computed {
    list(distinct(items(&args[0])?))
}

fn distinct(all: &[Value]) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for item in all {
        if !out.iter().any(|known| same(known, item)) {
            out.push(item.clone());
        }
    }
    out
}

pub fn flatten(args: &[Value]) -> Computed {
    fn into(value: &Value, out: &mut Vec<Value>) {
        match value {
            Value::List(items) => items.iter().for_each(|i| into(i, out)),
            other => out.push(other.clone()),
        }
    }
    let mut out = Vec::new();
    for item in items(&args[0])? {
        into(item, &mut out);
    }
    list(out)
}

pub fn reverse(args: &[Value]) -> Computed {
    list(items(&args[0])?.iter().rev().cloned().collect())
}

pub fn index_of(args: &[Value]) -> Computed {
    let all = items(&args[0])?.iter().enumerate();
    let found = all.filter(|(_, item)| same(item, &args[1]));
    list(
        found
            .map(|(n, _)| Value::Number(Number::from(n as i64 + 1)))
            .collect(),
    )
}

/// A place from 1, or from the end where negative; as an index.
fn place(value: &Value, length: usize) -> Result<usize, Why> {
    let number = value.as_number().ok_or(NOT_A_NUMBER)?;
    let whole = number
        .round(0, crate::number::Round::Down)
        .and_then(Number::to_i64)
        .ok_or(NO_PLACE)?;
    let length = i64::try_from(length).map_err(|_| NO_PLACE)?;
    let index = if whole > 0 { whole - 1 } else { length + whole };
    if whole == 0 || !(0..length).contains(&index) {
        return Err(NO_PLACE);
    }
    usize::try_from(index).map_err(|_| NO_PLACE)
}

pub fn sublist(args: &[Value]) -> Computed {
    let all = items(&args[0])?;
    let start = place(&args[1], all.len())?;
    let end = match args.get(2) {
        None | Some(Value::Null) => all.len(),
        Some(length) => {
            let length = length.as_number().and_then(Number::to_i64);
            let length = length.and_then(|n| usize::try_from(n).ok());
            let end = length.and_then(|n| start.checked_add(n));
            end.filter(|end| *end <= all.len()).ok_or(NO_PLACE)?
        }
    };
    list(all[start..end].to_vec())
}

pub fn remove(args: &[Value]) -> Computed {
    let mut all = items(&args[0])?.to_vec();
    let at = place(&args[1], all.len())?;
    all.remove(at);
    list(all)
}

pub fn insert_before(args: &[Value]) -> Computed {
    let mut all = items(&args[0])?.to_vec();
    let at = place(&args[1], all.len())?;
    all.insert(at, args[2].clone());
    list(all)
}

/// The numbers of a list, or of the arguments.
fn numbers(args: &[Value]) -> Result<Vec<Number>, Why> {
    let all = match args {
        [one] => items(one)?,
        many => many,
    };
    all.iter()
        .map(|v| v.as_number().ok_or(NOT_A_NUMBER))
        .collect()
}

const NONE: Why = "列表是空的 / the list is empty";
const TOO_LARGE: Why = "结果超出范围 / the result is out of range";

pub fn product(args: &[Value]) -> Computed {
    let all = numbers(args)?;
    let (first, rest) = all.split_first().ok_or(NONE)?;
    let product = rest.iter().try_fold(*first, |a, b| a.mul(*b));
    product.map(Value::Number).ok_or(TOO_LARGE)
}

pub fn median(args: &[Value]) -> Computed {
    let mut all = numbers(args)?;
    all.sort();
    let middle = all.len() / 2;
    let high = *all.get(middle).ok_or(NONE)?;
    if all.len() % 2 == 1 {
        return Ok(Value::Number(high));
    }
    let sum = all[middle - 1].add(high).ok_or(TOO_LARGE)?;
    sum.div(Number::from(2)).map(Value::Number).ok_or(TOO_LARGE)
}

/// The values that come most often, in ascending order.
pub fn mode(args: &[Value]) -> Computed {
    let mut all = numbers(args)?;
    all.sort();
    let mut runs: Vec<(Number, usize)> = Vec::new();
    for number in all {
        match runs.last_mut() {
            Some((last, count)) if *last == number => *count += 1,
            _ => runs.push((number, 1)),
        }
    }
    let most = runs.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let found = runs.into_iter().filter(|(_, count)| *count == most);
    list(found.map(|(number, _)| Value::Number(number)).collect())
}

fn sum(mut numbers: impl Iterator<Item = Option<Number>>) -> Option<Number> {
    numbers.try_fold(Number::from(0), |a, b| a.add(b?))
}

/// The deviation of a sample: over one less than the count.
pub fn stddev(args: &[Value]) -> Computed {
    let all = numbers(args)?;
    if all.len() < 2 {
        return Err("少于两个数 / fewer than two numbers");
    }
    let count = Number::from(all.len() as i64);
    let mean = sum(all.iter().copied().map(Some))
        .and_then(|sum| sum.div(count))
        .ok_or(TOO_LARGE)?;
    let square = |n: &Number| n.sub(mean).and_then(|d| d.mul(d));
    let squares = sum(all.iter().map(square)).ok_or(TOO_LARGE)?;
    let one_less = count.sub(Number::ONE).ok_or(TOO_LARGE)?;
    let variance = squares.div(one_less).ok_or(TOO_LARGE)?;
    super::numbers::sqrt(&[Value::Number(variance)])
}

/// Whether two values are the same, of one type, without any conversion.
pub fn is(args: &[Value]) -> Computed {
    let null = &Value::Null;
    let a = args.first().ok_or("没有参数 / without arguments")?;
    let b = args.get(1).unwrap_or(null);
    let zone = |v: &Value| match v {
        Value::Time(t) => Some(t.offset),
        Value::DateTime(t) => Some(t.offset),
        _ => None,
    };
    let alike = std::mem::discriminant(a) == std::mem::discriminant(b) && zone(a) == zone(b);
    let same = alike && (a == b || order(a, b) == Some(Ordering::Equal));
    Ok(Value::Boolean(same))
}

/// The entries of a context as a list of `{key, value}`.
pub fn get_entries(args: &[Value]) -> Computed {
    let Value::Context(context) = &args[0] else {
        return Err("不是对照表 / not a context");
    };
    let entry = |(key, value): (&str, &Value)| {
        let entry: Context = [("key", Value::text(key)), ("value", value.clone())]
            .into_iter()
            .collect();
        Value::Context(entry.into())
    };
    list(context.iter().map(entry).collect())
}
