//! Values of fields: read, made canonical, or refused.

use crate::model::{FieldKind, Signs};
use chrono::NaiveDate;
use formula::{Number, Type, Value};
use kernel::{Bilingual as _, DivisionCode, IdNumber, text};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// What is wrong with one value.
pub(crate) struct Wrong {
    pub code: &'static str,
    pub zh: String,
    pub en: String,
}

fn wrong(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Wrong {
    Wrong {
        code,
        zh: zh.into(),
        en: en.into(),
    }
}

/// Nothing filled in.
pub(crate) fn empty(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// The canonical value of a field that has no rows.
pub(crate) fn read(kind: &FieldKind, json: &Json, today: NaiveDate) -> Result<Json, Wrong> {
    match kind {
        FieldKind::Text(most) => {
            let text = said(json)?;
            let text = text.trim();
            if text.chars().count() > *most {
                return Err(wrong(
                    "too_long",
                    format!("最多{most}个字"),
                    format!("{most} characters at most"),
                ));
            }
            if text.chars().any(|c| c.is_control() && c != '\n') {
                return Err(wrong(
                    "wrong_type",
                    "含有不可见的控制字符",
                    "there are control characters in it",
                ));
            }
            Ok(Json::String(text.to_owned()))
        }
        FieldKind::Value {
            ty,
            whole,
            min,
            max,
            past,
        } => value(ty, *whole, min.as_ref(), max.as_ref(), *past, json, today),
        FieldKind::Codes(values) => codes(values, json),
        FieldKind::IdNumber => IdNumber::parse(&said(json)?)
            .map(|id| json!(id.as_str()))
            .map_err(|error| wrong("wrong_id_number", error.zh(), error.en())),
        FieldKind::Phone => phone(&said(json)?),
        FieldKind::Account => account(&said(json)?),
        FieldKind::Division => DivisionCode::parse(&said(json)?)
            .map(|code| json!(code.as_str()))
            .map_err(|error| wrong("wrong_division", error.zh(), error.en())),
        FieldKind::File => {
            let id = said(json)?;
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            if id.is_empty() || id.len() > 80 || !id.chars().all(plain) {
                return Err(wrong(
                    "wrong_type",
                    "不是文件编号",
                    "this is no id of a file",
                ));
            }
            Ok(Json::String(id))
        }
        FieldKind::Signature(who) => signature(*who, json),
        FieldKind::Rows(_) => Err(wrong("wrong_type", "应为若干行", "rows belong here")),
    }
}

fn said(json: &Json) -> Result<String, Wrong> {
    match json {
        Json::String(text) => Ok(text.trim().to_owned()),
        _ => Err(wrong("wrong_type", "应为文字", "a text belongs here")),
    }
}

fn value(
    ty: &Type,
    whole: bool,
    min: Option<&Number>,
    max: Option<&Number>,
    past: bool,
    json: &Json,
    today: NaiveDate,
) -> Result<Json, Wrong> {
    let folded = match json {
        Json::String(text) => Json::String(text::fold_width(text.trim()).replace(',', "")),
        other => other.clone(),
    };
    let json = if matches!(ty, Type::Number(_) | Type::Date) {
        &folded
    } else {
        json
    };
    let code = if matches!(ty, Type::Code(_)) {
        "wrong_code"
    } else {
        "wrong_type"
    };
    let read = ty
        .read(json)
        .map_err(|fault| wrong(code, fault.zh, fault.en))?;
    match &read {
        Value::Number(n) => {
            if whole && !n.is_whole() {
                return Err(wrong(
                    "not_whole",
                    "应为整数",
                    "a whole number belongs here",
                ));
            }
            if let Some(min) = min.filter(|min| n < *min) {
                return Err(wrong(
                    "too_small",
                    format!("不能小于{min}"),
                    format!("not below {min}"),
                ));
            }
            if let Some(max) = max.filter(|max| n > *max) {
                return Err(wrong(
                    "too_large",
                    format!("不能大于{max}"),
                    format!("not above {max}"),
                ));
            }
            let money = ty.unit().is_some_and(formula::Unit::is_money);
            if money {
                return amount(*n);
            }
            Ok(json!(n.to_string()))
        }
        Value::Date(day) => {
            if past && *day > today {
                return Err(wrong("future", "日期还没有到", "this day has not come yet"));
            }
            Ok(json!(day.to_string()))
        }
        other => Ok(other.to_json(true)),
    }
}

/// An amount in 元 with two decimals; a third is refused rather than rounded.
fn amount(n: Number) -> Result<Json, Wrong> {
    let text = n.to_string();
    let money = kernel::Money::parse_yuan(&text).map_err(|_| {
        wrong(
            "wrong_type",
            "金额最多到分（两位小数）",
            "an amount has two decimals at most",
        )
    })?;
    Ok(json!(money.to_string()))
}

fn codes(values: &[String], json: &Json) -> Result<Json, Wrong> {
    let Json::Array(given) = json else {
        return Err(wrong(
            "wrong_type",
            "应为若干选项",
            "several choices belong here",
        ));
    };
    let mut chosen: Vec<&str> = Vec::new();
    for item in given {
        match item.as_str().filter(|s| values.iter().any(|v| v == s)) {
            Some(text) => chosen.push(text),
            None => {
                return Err(wrong(
                    "wrong_code",
                    format!("可选：{}", values.join("、")),
                    format!("one of: {}", values.join(", ")),
                ));
            }
        }
    }
    // In the order of the list, each once.
    let found: Vec<&String> = values
        .iter()
        .filter(|v| chosen.contains(&v.as_str()))
        .collect();
    Ok(json!(found))
}

fn phone(given: &str) -> Result<Json, Wrong> {
    let digits: String = text::fold_width(given)
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')'))
        .collect();
    let plain = digits.strip_prefix("+86").unwrap_or(&digits);
    let number = plain.bytes().all(|b| b.is_ascii_digit());
    let mobile = plain.len() == 11 && plain.starts_with('1');
    let landline = (7..=12).contains(&plain.len()) && !plain.starts_with('1');
    if number && (mobile || landline) {
        return Ok(json!(plain));
    }
    Err(wrong(
        "wrong_phone",
        "应为11位手机号码，或带区号的固定电话",
        "a mobile number of 11 digits, or a landline with its area code",
    ))
}

fn account(given: &str) -> Result<Json, Wrong> {
    let digits: String = text::fold_width(given)
        .chars()
        .filter(|c| *c != ' ')
        .collect();
    if (8..=32).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(json!(digits));
    }
    Err(wrong(
        "wrong_account",
        "银行账号应为8至32位数字",
        "an account has 8 to 32 digits",
    ))
}

/// Who signed, when, and the file with the strokes; for a refusal to sign, why.
fn signature(who: Signs, json: &Json) -> Result<Json, Wrong> {
    let bad = || {
        wrong(
            "wrong_type",
            "签字应有签字人(by)、时间(at)和笔迹文件(file)",
            "a signature has its signer (by), its time (at) and the file with the strokes (file)",
        )
    };
    let Json::Object(given) = json else {
        return Err(bad());
    };
    let keys = ["by", "at", "file", "for"];
    if given.keys().any(|key| !keys.contains(&key.as_str())) {
        return Err(bad());
    }
    let mut found = Map::new();
    for key in keys {
        match given.get(key).and_then(Json::as_str).map(str::trim) {
            Some("") | None if key != "for" => return Err(bad()),
            Some("") | None => {}
            Some(text) if key == "at" && chrono::DateTime::parse_from_rfc3339(text).is_err() => {
                return Err(bad());
            }
            Some(text) => {
                found.insert(key.to_owned(), json!(text));
            }
        }
    }
    // A guardian says for whom he signs.
    if who == Signs::Guardian && !found.contains_key("for") {
        return Err(wrong(
            "wrong_type",
            "监护人签字须写明代谁签(for)",
            "a guardian says for whom he signs (for)",
        ));
    }
    Ok(Json::Object(found))
}

/// A value as FEEL sees it; null where it cannot be read.
pub(crate) fn feel(kind: &FieldKind, json: &Json) -> Value {
    match kind {
        FieldKind::Value { ty, .. } => ty.read(json).unwrap_or(Value::Null),
        FieldKind::Codes(_) => match json {
            Json::Array(items) => {
                Value::list(items.iter().filter_map(Json::as_str).map(Value::text))
            }
            _ => Value::Null,
        },
        FieldKind::Rows(rows) => match json {
            Json::Array(items) => Value::list(items.iter().map(|item| {
                let mut row = formula::Context::new();
                for field in &rows.fields {
                    let value = item
                        .get(&field.name)
                        .map_or(Value::Null, |json| feel(&field.kind, json));
                    row.set(&field.name, value);
                }
                Value::Context(Arc::new(row))
            })),
            _ => Value::list([]),
        },
        _ => json.as_str().map_or(Value::Null, Value::text),
    }
}
