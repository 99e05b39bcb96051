//! The records of a text table, with their row numbers and, on request, their raw text.

use std::io::Read;

use csv_core::ReadRecordResult;

use super::Layout;
use super::decode::Decoded;
use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::Source;

/// Streams records; blank lines count as rows, as they do in a spreadsheet.
pub(crate) struct Records {
    text: Decoded,
    core: csv_core::Reader,
    block: Vec<u8>,
    from: usize,
    to: usize,
    end: bool,
    after_return: bool,
    /// Row number of the current record, 1-based.
    pub row: u64,
    fields: Vec<u8>,
    ends: Vec<usize>,
    width: usize,
    /// Raw text of the current record with its line end, when it is kept.
    pub raw: Option<Vec<u8>>,
    /// Blank lines before the current record, as they stand in the file.
    pub blank: Vec<u8>,
    cell_bytes: usize,
    columns: usize,
}

impl Records {
    pub(crate) fn open(
        source: &Source,
        layout: &Layout,
        limits: &Limits,
        keep_raw: bool,
    ) -> Result<Self, PaperError> {
        Ok(Self {
            text: Decoded::open(source, layout.encoding)?,
            core: layout.dialect.reader(),
            block: vec![0; 64 << 10],
            from: 0,
            to: 0,
            end: false,
            after_return: false,
            row: 0,
            fields: vec![0; 8 << 10],
            ends: vec![0; 64],
            width: 0,
            raw: keep_raw.then(Vec::new),
            blank: Vec::new(),
            cell_bytes: limits.cell_bytes,
            columns: limits.columns,
        })
    }

    fn fill(&mut self) -> Result<(), PaperError> {
        if self.from == self.to && !self.end {
            self.to = self.text.read(&mut self.block)?;
            self.from = 0;
            self.end = self.to == 0;
        }
        Ok(())
    }

    /// Moves to the next record; `false` at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, PaperError> {
        self.skip_blank()?;
        self.row += 1;
        if let Some(raw) = &mut self.raw {
            raw.clear();
        }
        let (mut filled, mut fields) = (0, 0);
        loop {
            self.fill()?;
            let input = &self.block[self.from..self.to];
            let (result, read, wrote, ended) =
                self.core
                    .read_record(input, &mut self.fields[filled..], &mut self.ends[fields..]);
            if let Some(raw) = &mut self.raw {
                raw.extend_from_slice(&input[..read]);
            }
            if read > 0 {
                self.after_return = input[read - 1] == b'\r';
            }
            self.from += read;
            filled += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    let start = if fields == 0 {
                        0
                    } else {
                        self.ends[fields - 1]
                    };
                    if filled - start > self.cell_bytes {
                        return Err(PaperError::cell_too_long(self.row));
                    }
                    self.fields.resize(self.fields.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if self.ends.len() > 4 * self.columns {
                        return Err(PaperError::too_many_columns(self.row, self.columns));
                    }
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                ReadRecordResult::Record => {
                    self.width = fields;
                    return Ok(true);
                }
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    fn skip_blank(&mut self) -> Result<(), PaperError> {
        self.blank.clear();
        loop {
            self.fill()?;
            if self.from == self.to {
                return Ok(());
            }
            let byte = self.block[self.from];
            if byte != b'\r' && byte != b'\n' {
                return Ok(());
            }
            // The second half of a line end is no line of its own.
            if byte == b'\r' || !self.after_return {
                self.row += 1;
            }
            if self.row == 0 {
                self.row = 1;
            }
            self.after_return = byte == b'\r';
            self.blank.push(byte);
            self.from += 1;
        }
    }

    /// Fields of the current record.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// A field of the current record, with the marks taken off by which exporters force
    /// text: `="…"`, a tab, an apostrophe before digits.
    pub(crate) fn field(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        // The decoder has checked the whole text; fields are cut at ASCII bytes.
        let text = std::str::from_utf8(&self.fields[start..self.ends[index]]).unwrap_or("");
        let text = text.trim_matches('\t');
        if let Some(inner) = text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')) {
            return inner;
        }
        match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                rest.trim_end_matches('\'')
            }
            _ => text,
        }
    }
}
