//! Functions of texts. Characters are Unicode code points.

use super::{Computed, Why};
use crate::value::{Value, show};

const NOT_A_TEXT: Why = "不是文字 / not a text";

fn text(args: &[Value], i: usize) -> Result<&str, Why> {
    args.get(i).and_then(Value::as_text).ok_or(NOT_A_TEXT)
}

pub fn length(args: &[Value]) -> Computed {
    Ok(Value::Number(text(args, 0)?.chars().count().into()))
}

pub fn substring(args: &[Value]) -> Computed {
    let text = text(args, 0)?;
    let whole = |v: &Value| {
        v.as_number()
            .and_then(|n| n.round(0, crate::Round::Down))
            .and_then(|n| n.to_i64())
    };
    let start = args
        .get(1)
        .and_then(whole)
        .ok_or("位置不是整数 / the position is no whole number")?;
    let size = text.chars().count() as i64;
    let from = match start {
        0 => return Err("位置从 1 起 / positions count from 1"),
        s if s > 0 => s - 1,
        s => size + s,
    };
    if from < 0 || from >= size {
        return Err("位置超出文字 / the position lies outside the text");
    }
    let length = match args.get(2) {
        None | Some(Value::Null) => size,
        Some(v) => whole(v)
            .filter(|l| *l > 0)
            .ok_or("长度不是正整数 / the length is no positive number")?,
    };
    let part: String = text
        .chars()
        .skip(from as usize)
        .take(length as usize)
        .collect();
    Ok(Value::text(&part))
}

pub fn upper(args: &[Value]) -> Computed {
    Ok(Value::text(&text(args, 0)?.to_uppercase()))
}

pub fn lower(args: &[Value]) -> Computed {
    Ok(Value::text(&text(args, 0)?.to_lowercase()))
}

pub fn before(args: &[Value]) -> Computed {
    let (text, part) = (text(args, 0)?, text(args, 1)?);
    Ok(Value::text(text.find(part).map_or("", |i| &text[..i])))
}

pub fn after(args: &[Value]) -> Computed {
    let (text, part) = (text(args, 0)?, text(args, 1)?);
    Ok(Value::text(
        text.find(part).map_or("", |i| &text[i + part.len()..]),
    ))
}

pub fn contains(args: &[Value]) -> Computed {
    Ok(Value::Boolean(text(args, 0)?.contains(text(args, 1)?)))
}

pub fn starts(args: &[Value]) -> Computed {
    Ok(Value::Boolean(text(args, 0)?.starts_with(text(args, 1)?)))
}

pub fn ends(args: &[Value]) -> Computed {
    Ok(Value::Boolean(text(args, 0)?.ends_with(text(args, 1)?)))
}

pub fn join(args: &[Value]) -> Computed {
    let delimiter = match args.get(1) {
        None | Some(Value::Null) => "",
        Some(Value::Text(t)) => t,
        Some(_) => return Err(NOT_A_TEXT),
    };
    let items = match args.first() {
        Some(Value::List(items)) => items.as_ref(),
        Some(item @ Value::Text(_)) => std::slice::from_ref(item),
        _ => return Err("不是列表 / not a list"),
    };
    let mut texts = Vec::new();
    for item in items {
        match item {
            Value::Text(t) => texts.push(&**t),
            Value::Null => {}
            _ => return Err(NOT_A_TEXT),
        }
    }
    let length: usize = texts.iter().map(|t| t.len() + delimiter.len()).sum();
    if length > super::MAX_LENGTH {
        return Err(super::TOO_LONG);
    }
    Ok(Value::text(&texts.join(delimiter)))
}

pub fn string(args: &[Value]) -> Computed {
    match args.first() {
        None | Some(Value::Null) => Ok(Value::Null),
        Some(value) => show(value)
            .map(|s| Value::text(&s))
            .ok_or("不能写成文字 / has no text"),
    }
}
