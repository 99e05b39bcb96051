//! Binary workbooks of Excel 97–2003: at most 65,536 rows, read as a whole.

use std::io::{Cursor, Read, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Data, Dimensions, Reader, SheetVisible, Xls, XlsError};

use crate::cell::{DAMAGED, FORMULA, Kind, Row, SPREAD};
use crate::error::PaperError;
use crate::limits::Limits;
use crate::number;
use crate::patch::Annotation;
use crate::serial;
use crate::source::Source;
use crate::table::Sheet;
use crate::write::{Book as Export, Column, Heading};

struct Body {
    sheet: Sheet,
    rows: Vec<Row>,
    merges: Vec<Dimensions>,
}

/// An opened .xls, all of its rows in memory.
pub(crate) struct Book {
    bodies: Vec<Arc<Body>>,
}

impl Book {
    pub(crate) fn open(source: &Source, limits: &Limits) -> Result<Self, PaperError> {
        let mut bytes = Vec::new();
        source
            .open()?
            .take(limits.xls_bytes)
            .read_to_end(&mut bytes)?;
        // The parser of this old format is not hardened against hostile files.
        catch_unwind(AssertUnwindSafe(|| Self::parse(bytes, limits)))
            .unwrap_or_else(|_| Err(PaperError::damaged("xls")))
    }

    fn parse(bytes: Vec<u8>, limits: &Limits) -> Result<Self, PaperError> {
        let mut xls = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => PaperError::password(),
            _ => PaperError::damaged("xls"),
        })?;
        let metadata = xls.sheets_metadata().to_vec();
        let base_1904 = xls.has_1904_epoch();
        let mut bodies = Vec::new();
        for meta in metadata {
            let Ok(range) = xls.worksheet_range(&meta.name) else {
                continue;
            };
            let formulas = xls.worksheet_formula(&meta.name).ok();
            let merges = xls
                .merge_cells_by_sheet_name(&meta.name)
                .unwrap_or_default();
            let (top, left) = range.start().unwrap_or((0, 0));
            let mut rows = Vec::new();
            for (i, cells) in range.rows().enumerate() {
                let at = top + i as u32;
                let mut row = Row::new(u64::from(at) + 1);
                for (j, data) in cells.iter().enumerate() {
                    let column = left + j as u32;
                    if column as usize >= limits.columns && !matches!(data, Data::Empty) {
                        return Err(PaperError::too_many_columns(row.number, limits.columns));
                    }
                    let formula = formulas
                        .as_ref()
                        .and_then(|f| f.get_value((at, column)))
                        .is_some_and(|f| !f.is_empty());
                    push(
                        &mut row,
                        column,
                        data,
                        if formula { FORMULA } else { 0 },
                        base_1904,
                    );
                }
                if !row.spans.is_empty() {
                    rows.push(row);
                }
            }
            let sheet = Sheet {
                name: meta.name,
                hidden: meta.visible != SheetVisible::Visible,
            };
            bodies.push(Arc::new(Body {
                sheet,
                rows,
                merges,
            }));
        }
        if bodies.is_empty() {
            return Err(PaperError::damaged("xls"));
        }
        Ok(Self { bodies })
    }

    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        self.bodies.iter().map(|b| b.sheet.clone()).collect()
    }

    pub(crate) fn rows(&self, sheet: usize) -> Result<Rows, PaperError> {
        let body = self
            .bodies
            .get(sheet)
            .ok_or_else(|| PaperError::no_sheet(sheet))?;
        Ok(Rows {
            body: Arc::clone(body),
            next: 0,
        })
    }

    pub(crate) fn rows_hint(&self, sheet: usize) -> Option<u64> {
        self.bodies.get(sheet).map(|b| b.rows.len() as u64)
    }
}

fn push(row: &mut Row, column: u32, data: &Data, flags: u8, base_1904: bool) {
    match data {
        Data::Empty => {}
        Data::String(s) => row.push(column, Kind::Text, flags, s),
        Data::Bool(b) => row.push(column, Kind::Bool, flags, if *b { "TRUE" } else { "FALSE" }),
        Data::Error(e) => row.push(column, Kind::Error, flags, &e.to_string()),
        Data::Int(i) => row.push(column, Kind::Number, flags, &i.to_string()),
        Data::Float(f) => decimal(row, column, flags, &f.to_string()),
        Data::DateTime(d) => {
            let raw = d.as_f64().to_string();
            let plain = number::plain(&raw);
            match plain
                .as_ref()
                .filter(|_| d.is_datetime())
                .and_then(|p| serial::iso(&p.text, base_1904))
            {
                Some(day) => row.push(column, Kind::Date, flags, &day),
                None => decimal(row, column, flags, &raw),
            }
        }
        Data::DateTimeIso(s) | Data::DurationIso(s) => row.push(column, Kind::Date, flags, s),
        #[allow(unreachable_patterns)]
        other => row.push(column, Kind::Text, flags, &other.to_string()),
    }
}

fn decimal(row: &mut Row, column: u32, flags: u8, raw: &str) {
    match number::plain(raw) {
        Some(p) => {
            // Here the number has always been binary: past 15 digits it is not what was typed.
            let long = p
                .text
                .trim_start_matches('-')
                .split('.')
                .next()
                .map_or(0, str::len)
                > 15;
            let damaged = if p.damaged || long { DAMAGED } else { 0 };
            row.push(column, Kind::Number, flags | damaged, &p.text);
        }
        None => row.push(column, Kind::Text, flags, raw),
    }
}

/// The rows of one sheet.
pub(crate) struct Rows {
    body: Arc<Body>,
    next: usize,
}

impl Rows {
    pub(crate) fn read(&mut self, row: &mut Row) -> bool {
        let Some(found) = self.body.rows.get(self.next) else {
            return false;
        };
        self.next += 1;
        row.clone_from(found);
        spread(&self.body, row);
        true
    }
}

fn spread(body: &Body, row: &mut Row) {
    let here = row.number as u32 - 1;
    let mut added = Vec::new();
    for m in body
        .merges
        .iter()
        .filter(|m| m.start.0 <= here && here <= m.end.0)
    {
        let Ok(i) = body
            .rows
            .binary_search_by_key(&(u64::from(m.start.0) + 1), |r| r.number)
        else {
            continue;
        };
        let Some(cell) = body.rows[i].cell(m.start.1 as usize) else {
            continue;
        };
        let flags = if cell.formula { FORMULA } else { 0 };
        for c in m.start.1..=m.end.1 {
            if row.cell(c as usize).is_none() {
                added.push((c, cell.kind, flags, cell.text));
            }
        }
    }
    for (column, kind, flags, text) in added {
        row.push(column, kind, flags | SPREAD, text);
    }
    row.sort();
}

/// Writes the cells of all sheets as an .xlsx, with the remarks.
pub(crate) fn rewrite(
    book: &Book,
    note: &Annotation<'_>,
    out: impl Write + Seek + Send,
) -> Result<usize, PaperError> {
    let body = book
        .bodies
        .get(note.sheet)
        .ok_or_else(|| PaperError::no_sheet(note.sheet))?;
    let widest = body.rows.iter().map(Row::width).max().unwrap_or(0);
    let old = body
        .rows
        .iter()
        .find(|r| r.number == note.header_row)
        .and_then(|r| {
            r.cells()
                .last()
                .filter(|c| c.text.trim() == note.title && c.column + 1 == widest)
                .map(|c| c.column)
        });
    let column = old.unwrap_or(widest);
    let mut export = Export::new();
    for (i, body) in book.bodies.iter().enumerate() {
        let mut sheet = export.sheet(&body.sheet.name, &Heading::default(), &[] as &[Column])?;
        for row in &body.rows {
            for cell in row.cells() {
                if i == note.sheet && cell.column == column {
                    continue;
                }
                sheet.put(row.number - 1, cell.column, cell.kind, cell.text)?;
            }
            if i == note.sheet {
                let remark = if row.number == note.header_row {
                    Some(note.title)
                } else {
                    note.reasons.get(&row.number).map(String::as_str)
                };
                if let Some(text) = remark {
                    sheet.put(row.number - 1, column, Kind::Text, text)?;
                }
            }
        }
    }
    export.write(out)?;
    Ok(column)
}
