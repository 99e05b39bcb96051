//! One block of a file, row by row: who it is about, or why the row cannot be used.

use std::borrow::Cow;

use crate::clean::PackedId;
use crate::reject::{Reason, Reject};
use crate::text::{Block, Fields, Layout, MAX_RECORD, Record, Records, decode, plain_field};

/// What came of a block beside its rows.
#[derive(Debug, Default)]
pub(crate) struct Part {
    /// Rows read, without blank ones and those of the header.
    pub read: u64,
    /// Rows that were not used.
    pub rejects: Vec<Reject>,
    /// Bytes of the file up to the end of the block.
    pub offset: u64,
    /// The block's memory, to be used again.
    pub memory: Vec<u8>,
}

/// A row that stands whole in its file.
pub(crate) struct KeyedRow<'b> {
    /// Row in the file, 1-based.
    pub number: u64,
    pub record: Record<'b>,
    layout: &'b Layout,
    /// Fields of the record.
    width: usize,
}

impl<'b> KeyedRow<'b> {
    /// The row as text; none where it is in no encoding that is known.
    pub fn text(&self) -> Option<Cow<'b, str>> {
        decode(self.record.bytes, self.layout.encoding)
    }

    /// Adds the row as a line of CSV with as many cells as the header has, without line end;
    /// `false` where its text cannot be read.
    pub fn render(&self, out: &mut Vec<u8>) -> bool {
        let Some(text) = self.text() else {
            return false;
        };
        let columns = self.layout.titles.len();
        let dialect = self.layout.dialect;
        if !self.record.quoted
            && self.width == columns
            && dialect.delimiter == b','
            && !text.contains('\r')
        {
            out.extend_from_slice(text.as_bytes());
            return true;
        }
        let record = Record {
            bytes: text.as_bytes(),
            ..self.record
        };
        let mut fields = Fields::default();
        fields.split(record, dialect);
        for column in 0..columns {
            if column > 0 {
                out.push(b',');
            }
            quote_into(out, fields.get(record, column).unwrap_or_default());
        }
        true
    }
}

/// Adds a cell, quoted where it has to be.
pub(crate) fn quote_into(out: &mut Vec<u8>, cell: &[u8]) {
    if memchr::memchr3(b',', b'"', b'\n', cell).is_none() && !cell.contains(&b'\r') {
        out.extend_from_slice(cell);
        return;
    }
    out.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

/// Reads the identity number of a cell in the encoding of its file.
pub(crate) fn read_id(cell: &[u8], layout: &Layout) -> Result<PackedId, Reason> {
    if let Some(id) = PackedId::plain(cell) {
        return Ok(id);
    }
    let text = decode(cell, layout.encoding).ok_or(Reason::Encoding)?;
    PackedId::read(&text).map_err(Reason::from)
}

/// Rows whose numbers are looked for together, so that the machine fetches many places of the
/// list at once instead of waiting for each.
const TOGETHER: usize = 32;

/// Goes through the rows of a block. `take` gets those that have an identity number in the
/// column `key` which is `wanted`, and may still refuse them.
pub(crate) fn work_block(
    block: &Block,
    layout: &Layout,
    key: usize,
    part: &mut Part,
    wanted: impl Fn(PackedId) -> bool,
    take: impl FnMut(&KeyedRow<'_>, PackedId) -> Result<(), Reason>,
) {
    work_rows(block, layout, Some(key), part, wanted, take, |_, _| {});
}

/// As [`work_block`]; `loose` gets the whole rows whose number says nothing. Without a column of
/// numbers no row has one.
pub(crate) fn work_rows(
    block: &Block,
    layout: &Layout,
    key: Option<usize>,
    part: &mut Part,
    wanted: impl Fn(PackedId) -> bool,
    mut take: impl FnMut(&KeyedRow<'_>, PackedId) -> Result<(), Reason>,
    mut loose: impl FnMut(&KeyedRow<'_>, Reason),
) {
    part.offset = block.offset;
    let column = key.map(|at| at as u16);
    let reject = |part: &mut Part, row, column, reason| {
        part.rejects.push(Reject {
            row,
            column,
            reason,
            kept: false,
        });
    };
    if block.too_long {
        part.read += 1;
        reject(part, block.first_row, None, Reason::TooLong);
        return;
    }
    let mut waiting: Vec<(PackedId, KeyedRow<'_>)> = Vec::with_capacity(TOGETHER);
    let mut flush = |waiting: &mut Vec<(PackedId, KeyedRow<'_>)>, part: &mut Part| {
        let mut asked = [false; TOGETHER];
        for (answer, (id, _)) in asked.iter_mut().zip(waiting.iter()) {
            *answer = wanted(*id);
        }
        for (_, (id, row)) in asked.iter().zip(waiting.iter()).filter(|(a, _)| **a) {
            if let Err(reason) = take(row, *id) {
                reject(part, row.number, None, reason);
            }
        }
        waiting.clear();
    };
    let delimiter = layout.dialect.delimiter;
    let mut fields = Fields::default();
    for (record, number) in
        Records::new(&block.bytes, layout.dialect, layout.width).zip(block.first_row..)
    {
        if record.bytes.is_empty() || number <= layout.header_row {
            continue;
        }
        part.read += 1;
        if record.broken {
            reject(part, number, None, Reason::Quote);
            continue;
        }
        if record.bytes.len() > MAX_RECORD {
            reject(part, number, None, Reason::TooLong);
            continue;
        }
        let at = key.unwrap_or(0);
        let (cell, width) = if record.quoted {
            fields.split(record, layout.dialect);
            (fields.get(record, at), fields.len())
        } else {
            plain_field(record.bytes, delimiter, at)
        };
        let cell = cell.map(|cell| if key.is_some() { cell } else { b"".as_slice() });
        let Some(cell) = cell else {
            if is_blank(record.bytes, delimiter) {
                part.read -= 1;
            } else {
                reject(part, number, column, Reason::Width);
            }
            continue;
        };
        let id = match read_id(cell, layout) {
            Ok(id) => id,
            Err(_) if is_blank(record.bytes, delimiter) => {
                part.read -= 1;
                continue;
            }
            Err(reason) => {
                // A row cut apart by an unquoted delimiter has no number where it should be.
                let reason = if width > layout.width && surplus(record, layout) {
                    Reason::Width
                } else {
                    reason
                };
                if matches!(reason, Reason::Id(_)) {
                    let row = KeyedRow {
                        number,
                        record,
                        layout,
                        width,
                    };
                    loose(&row, reason);
                }
                reject(part, number, column, reason);
                continue;
            }
        };
        if width > layout.width && surplus(record, layout) {
            reject(part, number, None, Reason::Width);
            continue;
        }
        waiting.push((
            id,
            KeyedRow {
                number,
                record,
                layout,
                width,
            },
        ));
        if waiting.len() == TOGETHER {
            flush(&mut waiting, part);
        }
    }
    flush(&mut waiting, part);
    part.rejects.sort_unstable();
}

/// Whether the cells beyond the header hold anything.
fn surplus(record: Record<'_>, layout: &Layout) -> bool {
    let mut fields = Fields::default();
    fields.split(record, layout.dialect);
    (layout.width..fields.len()).any(|at| {
        fields
            .get(record, at)
            .is_some_and(|cell| !cell.trim_ascii().is_empty())
    })
}

/// Whether a row holds nothing but delimiters and spaces.
fn is_blank(bytes: &[u8], delimiter: u8) -> bool {
    bytes
        .iter()
        .all(|b| *b == delimiter || b.is_ascii_whitespace() || *b == b'"')
}
