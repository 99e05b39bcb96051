//! The rows of a sheet as a stream.

use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::part::PartReader;
use super::scan::{Extent, Merge};
use super::strings::Strings;
use super::styles::Styles;
use super::workbook::Workbook;
use super::xml;
use crate::cell::{DAMAGED, FORMULA, Kind, Row, SPREAD};
use crate::error::PaperError;
use crate::limits::Limits;
use crate::{number, serial};

/// How the value of a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Shared,
    Text,
    Inline,
    Number,
    Bool,
    Error,
    Iso,
}

/// A merged area that reaches down into rows to come, with the value it spreads.
struct Open {
    area: Merge,
    kind: Kind,
    flags: u8,
    text: String,
}

/// Streams rows out of one worksheet part.
pub(crate) struct Rows {
    reader: Reader<PartReader>,
    buffer: Vec<u8>,
    strings: Arc<Strings>,
    styles: Arc<Styles>,
    base_1904: bool,
    extent: Arc<Extent>,
    next_merge: usize,
    open: Vec<Open>,
    columns: usize,
    last_row: u64,
    value: String,
}

impl Rows {
    pub(super) fn new(
        book: &Workbook,
        part: PartReader,
        extent: Arc<Extent>,
        limits: &Limits,
    ) -> Self {
        Self {
            reader: xml::reader(part),
            buffer: Vec::new(),
            strings: Arc::clone(&book.strings),
            styles: Arc::clone(&book.styles),
            base_1904: book.base_1904,
            extent,
            next_merge: 0,
            open: Vec::new(),
            columns: limits.columns,
            last_row: 0,
            value: String::new(),
        }
    }

    /// Reads up to the end of the next row.
    pub(crate) fn read(&mut self, row: &mut Row) -> Result<bool, PaperError> {
        loop {
            self.buffer.clear();
            let event = self
                .reader
                .read_event_into(&mut self.buffer)
                .map_err(xml::fault("worksheet"))?;
            let (number, hidden, filled) = match event {
                Event::Start(e) if e.local_name().as_ref() == "row" => {
                    let (n, h) = frame(&e, self.last_row);
                    (n, h, true)
                }
                Event::Empty(e) if e.local_name().as_ref() == "row" => {
                    let (n, h) = frame(&e, self.last_row);
                    (n, h, false)
                }
                Event::End(e) if e.local_name().as_ref() == "sheetData" => return Ok(false),
                Event::Eof => return Err(PaperError::damaged("worksheet")),
                Event::Empty(e) if e.local_name().as_ref() == "sheetData" => return Ok(false),
                _ => {
                    self.reader.get_mut().get_mut().token_done();
                    continue;
                }
            };
            self.reader.get_mut().get_mut().token_done();
            if number <= self.last_row {
                return Err(PaperError::damaged("worksheet"));
            }
            self.last_row = number;
            row.clear(number);
            row.hidden = hidden;
            if filled {
                self.cells(row)?;
            }
            self.spread(row);
            return Ok(true);
        }
    }

    fn cells(&mut self, row: &mut Row) -> Result<(), PaperError> {
        let mut column: u32 = 0;
        let mut written = Written::Number;
        let mut style = 0usize;
        let (mut in_value, mut in_formula, mut phonetic, mut formula) =
            (false, false, false, false);
        loop {
            self.buffer.clear();
            let event = self
                .reader
                .read_event_into(&mut self.buffer)
                .map_err(xml::fault("worksheet"))?;
            match event {
                Event::Start(e) => match e.local_name().as_ref() {
                    "c" => {
                        (column, written, style) = cell(&e, column);
                        formula = false;
                        self.value.clear();
                    }
                    "v" => in_value = true,
                    "t" => in_value = !phonetic && written == Written::Inline,
                    "f" => {
                        formula = true;
                        in_formula = true;
                    }
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::Empty(e) => match e.local_name().as_ref() {
                    "c" => column = cell(&e, column).0 + 1,
                    "f" => formula = true,
                    _ => {}
                },
                Event::Text(t) if in_value && !in_formula => {
                    self.value.push_str(&t.xml10_content())
                }
                Event::CData(t) if in_value && !in_formula => self.value.push_str(&t),
                Event::GeneralRef(r) if in_value && !in_formula => {
                    xml::push_reference(&mut self.value, &r);
                }
                Event::End(e) => match e.local_name().as_ref() {
                    "v" | "t" => in_value = false,
                    "f" => in_formula = false,
                    "rPh" => phonetic = false,
                    "c" => {
                        let flags = if formula { FORMULA } else { 0 };
                        push(
                            row,
                            column,
                            written,
                            self.styles.is_date(style),
                            self.base_1904,
                            flags,
                            &self.value,
                            &self.strings,
                        )?;
                        if row
                            .spans
                            .last()
                            .is_some_and(|s| s.column as usize >= self.columns)
                        {
                            return Err(PaperError::too_many_columns(row.number, self.columns));
                        }
                        column += 1;
                    }
                    "row" => {
                        self.reader.get_mut().get_mut().token_done();
                        if !row.spans.is_sorted_by_key(|s| s.column) {
                            row.sort();
                        }
                        return Ok(());
                    }
                    _ => {}
                },
                Event::Eof => return Err(PaperError::damaged("worksheet")),
                _ => {}
            }
            self.reader.get_mut().get_mut().token_done();
        }
    }

    /// Copies the value of each merged area into the cells it covers.
    fn spread(&mut self, row: &mut Row) {
        let here = row.number.min(u64::from(u32::MAX)) as u32;
        self.open.retain(|o| o.area.last_row >= here);
        let known = row.spans.len();
        for o in &self.open {
            for c in o.area.first_column..=o.area.last_column {
                if row.cell_among(known, c).is_none() {
                    row.push(c, o.kind, o.flags | SPREAD, &o.text);
                }
            }
        }
        while let Some(area) = self.extent.merges.get(self.next_merge).copied() {
            if area.first_row > here {
                break;
            }
            self.next_merge += 1;
            if area.first_row < here {
                continue;
            }
            let Some(span) = row.cell_among(known, area.first_column).cloned() else {
                continue;
            };
            let text = row.text[span.start as usize..span.end as usize].to_owned();
            for c in area.first_column + 1..=area.last_column {
                if row.cell_among(known, c).is_none() {
                    row.push(c, span.kind, span.flags | SPREAD, &text);
                }
            }
            if area.last_row > here {
                self.open.push(Open {
                    area,
                    kind: span.kind,
                    flags: span.flags,
                    text,
                });
            }
        }
        if row.spans.len() > known {
            row.sort();
        }
    }
}

impl Row {
    /// A cell among the first `known` ones, which are sorted.
    fn cell_among(&self, known: usize, column: u32) -> Option<&crate::cell::Span> {
        let spans = &self.spans[..known];
        spans
            .binary_search_by_key(&column, |s| s.column)
            .ok()
            .map(|i| &spans[i])
    }
}

fn frame(e: &BytesStart<'_>, last: u64) -> (u64, bool) {
    let (mut number, mut hidden) = (last + 1, false);
    for a in e.attributes().with_checks(false).flatten() {
        match a.key.as_ref() {
            "r" => number = a.value.parse().unwrap_or(number),
            "hidden" => hidden = a.value == "1" || a.value == "true",
            _ => {}
        }
    }
    (number, hidden)
}

fn cell(e: &BytesStart<'_>, next: u32) -> (u32, Written, usize) {
    let (mut column, mut written, mut style) = (next, Written::Number, 0);
    for a in e.attributes().with_checks(false).flatten() {
        match a.key.as_ref() {
            "r" => column = xml::column_of(&a.value).unwrap_or(next),
            "s" => style = a.value.parse().unwrap_or(0),
            "t" => {
                written = match a.value.as_ref() {
                    "s" => Written::Shared,
                    "str" => Written::Text,
                    "inlineStr" => Written::Inline,
                    "b" => Written::Bool,
                    "e" => Written::Error,
                    "d" => Written::Iso,
                    _ => Written::Number,
                }
            }
            _ => {}
        }
    }
    (column, written, style)
}

#[allow(clippy::too_many_arguments)]
fn push(
    row: &mut Row,
    column: u32,
    written: Written,
    date: bool,
    base_1904: bool,
    flags: u8,
    value: &str,
    strings: &Strings,
) -> Result<(), PaperError> {
    match written {
        Written::Shared if value.is_empty() => {}
        Written::Shared => {
            let index: usize = value
                .trim()
                .parse()
                .map_err(|_| PaperError::damaged("worksheet"))?;
            let text = strings
                .get(index)
                .ok_or_else(|| PaperError::damaged("sharedStrings"))?;
            row.push(column, Kind::Text, flags, text);
        }
        Written::Text | Written::Inline => {
            row.push(column, Kind::Text, flags, &xml::undo_escapes(value));
        }
        Written::Bool => {
            let text = if value.trim() == "1" { "TRUE" } else { "FALSE" };
            row.push(
                column,
                Kind::Bool,
                flags,
                if value.is_empty() { "" } else { text },
            );
        }
        Written::Error => row.push(column, Kind::Error, flags, value),
        Written::Iso => row.push(
            column,
            Kind::Date,
            flags,
            value.trim_end_matches("T00:00:00"),
        ),
        Written::Number => match number::plain(value) {
            Some(plain) => {
                let day = if date {
                    serial::iso(&plain.text, base_1904)
                } else {
                    None
                };
                if let Some(day) = day {
                    row.push(column, Kind::Date, flags, &day);
                } else {
                    let damaged = if plain.damaged { DAMAGED } else { 0 };
                    row.push(column, Kind::Number, flags | damaged, &plain.text);
                }
            }
            None => row.push(column, Kind::Text, flags, value.trim()),
        },
    }
    Ok(())
}
