//! Small helpers over the XML reader.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart};

use super::part::PartReader;
use crate::error::PaperError;

/// A reader over a part.
pub(crate) fn reader(part: PartReader) -> Reader<PartReader> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = false;
    reader
}

/// An XML fault as a damaged part; what a guard below has said is kept.
pub(crate) fn fault(part: &str) -> impl Fn(quick_xml::Error) -> PaperError + '_ {
    move |error| match error {
        quick_xml::Error::Io(io) => match io.get_ref().and_then(|e| e.downcast_ref::<PaperError>())
        {
            Some(inner) => PaperError::new(inner.code(), inner.zh(), inner.en()),
            None => PaperError::damaged(part),
        },
        _ => PaperError::damaged(part),
    }
}

/// An attribute by local name, with entities resolved.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    for a in start.attributes().with_checks(false).flatten() {
        if a.key.local_name().as_ref() == name {
            return Some(
                quick_xml::escape::unescape(&a.value)
                    .map_or_else(|_| a.value.to_string(), |v| v.into_owned()),
            );
        }
    }
    None
}

/// Whether an attribute says yes.
pub(crate) fn flag(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|v| v == "1" || v == "true")
}

/// `&amp;`, `&#x4E2D;` and the like; anything else is left out.
pub(crate) fn push_reference(out: &mut String, reference: &BytesRef<'_>) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        out.push(c);
        return;
    }
    let name: &str = reference;
    match name {
        "amp" => out.push('&'),
        "lt" => out.push('<'),
        "gt" => out.push('>'),
        "quot" => out.push('"'),
        "apos" => out.push('\''),
        _ => {}
    }
}

/// `_x000D_` and the like, by which spreadsheets write control characters.
pub(crate) fn undo_escapes(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest
            .get(at + 2..at + 6)
            .and_then(|h| u32::from_str_radix(h, 16).ok());
        match (code.and_then(char::from_u32), rest.as_bytes().get(at + 6)) {
            (Some(c), Some(b'_')) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            _ => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// 0-based column of a cell reference such as `AB12`.
pub(crate) fn column_of(reference: &str) -> Option<u32> {
    let mut column: u32 = 0;
    let mut letters = 0;
    for b in reference.bytes() {
        match b {
            b'A'..=b'Z' => {
                column = column
                    .checked_mul(26)?
                    .checked_add(u32::from(b - b'A') + 1)?
            }
            b'a'..=b'z' => {
                column = column
                    .checked_mul(26)?
                    .checked_add(u32::from(b - b'a') + 1)?
            }
            _ => break,
        }
        letters += 1;
    }
    (1..=3).contains(&letters).then(|| column - 1)
}

/// Letters of a 0-based column: 0 → A, 27 → AB.
pub(crate) fn letters(column: u32) -> String {
    let mut n = column + 1;
    let mut out = Vec::new();
    while n > 0 {
        out.push(b'A' + ((n - 1) % 26) as u8);
        n = (n - 1) / 26;
    }
    out.iter().rev().map(|b| char::from(*b)).collect()
}

/// `B2:D5` → (first row 1-based, first column, last row, last column).
pub(crate) fn area(reference: &str) -> Option<(u64, u32, u64, u32)> {
    let (from, to) = reference.split_once(':').unwrap_or((reference, reference));
    let row = |r: &str| {
        r.trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<u64>()
            .ok()
    };
    Some((row(from)?, column_of(from)?, row(to)?, column_of(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert_eq!(column_of("A1"), Some(0));
        assert_eq!(column_of("AB12"), Some(27));
        assert_eq!(column_of("12"), None);
        assert_eq!(letters(0), "A");
        assert_eq!(letters(27), "AB");
        assert_eq!(letters(16_383), "XFD");
        assert_eq!(area("B2:D5"), Some((2, 1, 5, 3)));
        assert_eq!(undo_escapes("a_x000D_b_x"), "a\rb_x");
    }
}
