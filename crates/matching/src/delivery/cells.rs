//! The cells of a kept row: cleaned text, one after the other.

use formula::{Number, Type};
use kernel::{dates, text};
use pack::model::SourceField;

use crate::clean::PackedId;

/// Adds one cell with its length; longer ones than 16,383 bytes are cut at a character.
pub(super) fn put(out: &mut Vec<u8>, cell: &str) {
    let mut length = cell.len().min(0x3fff);
    while !cell.is_char_boundary(length) {
        length -= 1;
    }
    if length < 0x80 {
        out.push(length as u8);
    } else {
        out.push(0x80 | (length >> 8) as u8);
        out.push(length as u8);
    }
    out.extend_from_slice(&cell.as_bytes()[..length]);
}

/// The cells of one row, opened.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'r>(&'r [u8]);

impl<'r> Cells<'r> {
    /// The number and the cells of an opened row.
    pub(super) fn read(plain: &'r [u8]) -> Option<(PackedId, Cells<'r>)> {
        let (word, rest) = plain.split_first_chunk::<8>()?;
        Some((PackedId::from_word(u64::from_le_bytes(*word))?, Cells(rest)))
    }

    /// The cells that [`put`] wrote, without a number before them.
    pub(super) fn of(plain: &'r [u8]) -> Cells<'r> {
        Cells(plain)
    }

    /// The cells in the order of the manifest; an empty one was empty or left out.
    pub fn iter(self) -> impl Iterator<Item = &'r str> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (first, tail) = rest.split_first()?;
            let (length, tail) = if *first < 0x80 {
                (usize::from(*first), tail)
            } else {
                let (second, tail) = tail.split_first()?;
                (usize::from(*first & 0x7f) << 8 | usize::from(*second), tail)
            };
            let (cell, tail) = tail.split_at_checked(length)?;
            rest = tail;
            std::str::from_utf8(cell).ok()
        })
    }
}

/// A cell in the form in which it is kept: dates ISO 8601, quantities plain decimals, codes by
/// their names; `None` where it is not of the column's type.
pub(super) fn clean(cell: &str, field: &SourceField) -> Option<String> {
    let cell = text::trim(cell);
    if let Some((_, value)) = field.codes.iter().find(|(code, _)| code == cell) {
        return Some(value.clone());
    }
    match &field.ty {
        Type::Date => match dates::parse_date(cell) {
            Ok(day) => Some(day.to_string()),
            Err(_) => None,
        },
        Type::Number(_) => number(cell, field.whole),
        Type::Boolean => match cell {
            "是" | "有" | "true" | "TRUE" | "1" | "Y" | "y" => Some("true".to_owned()),
            "否" | "无" | "false" | "FALSE" | "0" | "N" | "n" => Some("false".to_owned()),
            _ => None,
        },
        Type::Code(codes) => codes.values.iter().find(|v| *v == cell).cloned(),
        _ => Some(text::fold_width(cell)),
    }
}

/// `1,234.50元`, `１２`, `80㎡`, `3万元`.
fn number(cell: &str, whole: bool) -> Option<String> {
    let folded = text::squeeze(&text::fold_width(cell));
    let bare = folded.trim_start_matches(['¥', '￥']);
    let bare = [
        "元/月",
        "元/年",
        "元",
        "平方米",
        "㎡",
        "m²",
        "m2",
        "%",
        "级",
        "套",
        "岁",
        "个",
    ]
    .iter()
    .find_map(|unit| bare.strip_suffix(unit))
    .unwrap_or(bare);
    let (bare, times) = match bare.strip_suffix('万') {
        Some(bare) => (bare, Number::from(10_000)),
        None => (bare, Number::from(1)),
    };
    let digits: String = bare.chars().filter(|c| *c != ',').collect();
    let value = Number::parse(&digits)?.mul(times)?;
    (!whole || value.is_whole()).then(|| value.to_string())
}
