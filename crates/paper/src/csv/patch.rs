//! A user's own text table with one more column.

use std::collections::BTreeMap;
use std::io::Write;

use super::Layout;
use super::records::Records;
use super::write::quote_into;
use crate::error::PaperError;
use crate::limits::Limits;
use crate::patch::Annotation;
use crate::source::Source;

/// Copies the file in its own encoding; lines keep their own bytes, and the remark comes
/// behind the last column. A column of the same title that stands there already, from an
/// earlier return, is replaced.
pub(crate) fn patch(
    source: &Source,
    limits: &Limits,
    layout: &Layout,
    note: &Annotation<'_>,
    out: &mut impl Write,
) -> Result<usize, PaperError> {
    let (column, replaces) = place(source, limits, layout, note)?;
    let reasons: &BTreeMap<u64, String> = note.reasons;
    let delimiter = char::from(layout.dialect.delimiter);
    let mut records = Records::open(source, layout, limits, true)?;
    layout.encoding.start(out)?;
    let mut line = String::new();
    loop {
        let more = records.advance()?;
        let blank = String::from_utf8_lossy(&records.blank).into_owned();
        layout.encoding.write(&blank, out)?;
        if !more {
            out.flush()?;
            return Ok(column);
        }
        let raw = records.raw.as_deref().unwrap_or_default();
        let remark = if records.row == note.header_row {
            Some(note.title)
        } else {
            reasons.get(&records.row).map(String::as_str)
        };
        line.clear();
        let text = std::str::from_utf8(raw).unwrap_or("");
        let body = text.trim_end_matches(['\r', '\n']);
        let mut width = records.width();
        if replaces && width > column && records.row >= note.header_row {
            // An earlier return: every field but the old remark is written again.
            for i in 0..column {
                if i > 0 {
                    line.push(delimiter);
                }
                quote_into(&mut line, records.field(i), delimiter);
            }
            width = column;
        } else {
            line.push_str(body);
        }
        if let Some(remark) = remark {
            for _ in width..=column {
                line.push(delimiter);
            }
            quote_into(&mut line, remark, delimiter);
        }
        let end = &text[body.len()..];
        line.push_str(if end.is_empty() && remark.is_some() {
            "\r\n"
        } else {
            end
        });
        layout.encoding.write(&line, out)?;
    }
}

/// The column of the remark, and whether it stands there already.
fn place(
    source: &Source,
    limits: &Limits,
    layout: &Layout,
    note: &Annotation<'_>,
) -> Result<(usize, bool), PaperError> {
    let mut records = Records::open(source, layout, limits, false)?;
    let mut widest = 0;
    let mut old = None;
    while records.advance()? {
        let filled = (0..records.width())
            .rev()
            .find(|i| !records.field(*i).trim().is_empty());
        if records.row == note.header_row
            && let Some(last) = filled
            && records.field(last).trim() == note.title
        {
            old = Some(last);
        }
        widest = widest.max(filled.map_or(0, |i| i + 1)).max(
            // Trailing delimiters are columns of their own in the user's eyes.
            if records.row >= note.header_row {
                records.width()
            } else {
                0
            },
        );
    }
    match old {
        Some(column) if column + 1 >= widest => Ok((column, true)),
        _ => Ok((widest, false)),
    }
}
