//! A file as blocks that end where a record ends.

use std::io::Read;

use memchr::{memchr, memchr_iter, memrchr};
use paper::{Dialect, PaperError, ReadSeek, Row, Rows};

use super::records::{Cut, cut};
use super::{BLOCK, Layout, MAX_RECORD};

/// Bytes that hold whole records.
#[derive(Debug)]
pub struct Block {
    /// The records.
    pub bytes: Vec<u8>,
    /// Row of the first one in the file, 1-based.
    pub first_row: u64,
    /// The block stands for one row that is longer than [`MAX_RECORD`] and was passed over.
    pub too_long: bool,
    /// Bytes of the file up to the end of the block.
    pub offset: u64,
}

enum Origin {
    Text(Box<dyn ReadSeek>),
    Book(Box<Rows>, Row, u64),
}

/// The blocks of a file, one after the other. Memory holds one block and one record.
pub struct Blocks {
    origin: Origin,
    dialect: Dialect,
    width: usize,
    carry: Vec<u8>,
    row: u64,
    offset: u64,
    over: bool,
    size: usize,
}

impl Blocks {
    pub(super) fn text(reader: Box<dyn ReadSeek>, layout: &Layout) -> Blocks {
        Blocks::new(Origin::Text(reader), layout)
    }

    pub(super) fn book(rows: Rows, layout: &Layout) -> Blocks {
        Blocks::new(Origin::Book(Box::new(rows), Row::new_empty(), 0), layout)
    }

    fn new(origin: Origin, layout: &Layout) -> Blocks {
        Blocks {
            origin,
            dialect: layout.dialect,
            width: layout.width,
            carry: Vec::new(),
            row: 1,
            offset: 0,
            over: false,
            size: BLOCK,
        }
    }

    /// Blocks of another size, so that tests meet many block ends in little text.
    #[cfg(test)]
    pub(crate) fn sized(mut self, size: usize) -> Blocks {
        self.size = size;
        self
    }

    /// The next block, in memory that was used before.
    ///
    /// # Errors
    /// Where the file cannot be read, or a workbook turns out damaged.
    pub fn next(&mut self, mut memory: Vec<u8>) -> Result<Option<Block>, PaperError> {
        if self.over {
            return Ok(None);
        }
        memory.clear();
        memory.append(&mut self.carry);
        loop {
            let more = self.fill(&mut memory)?;
            let (end, rows) = self.boundary(&memory, !more);
            if end == 0 && more {
                if memory.len() > MAX_RECORD {
                    return self.pass_over(memory).map(Some);
                }
                continue;
            }
            self.over = !more;
            if end == 0 {
                return Ok(None);
            }
            self.carry.extend_from_slice(&memory[end..]);
            memory.truncate(end);
            let first_row = self.row;
            self.row += rows;
            return Ok(Some(Block {
                bytes: memory,
                first_row,
                too_long: false,
                offset: self.offset - self.carry.len() as u64,
            }));
        }
    }

    /// Adds one block's worth; `false` at the end of the file.
    fn fill(&mut self, memory: &mut Vec<u8>) -> Result<bool, PaperError> {
        let before = memory.len();
        match &mut self.origin {
            Origin::Text(reader) => {
                let read = reader.by_ref().take(self.size as u64).read_to_end(memory)?;
                if self.offset == 0 && memory.starts_with(b"\xef\xbb\xbf") {
                    memory.drain(..3);
                }
                self.offset += read as u64;
                Ok(read == self.size)
            }
            Origin::Book(rows, row, written) => {
                while memory.len() - before < self.size {
                    if !rows.read(row)? {
                        return Ok(false);
                    }
                    // Rows that the workbook leaves out count all the same.
                    while *written + 1 < row.number {
                        memory.push(b'\n');
                        *written += 1;
                    }
                    write_row(row, memory);
                    *written += 1;
                    self.offset += 1;
                }
                Ok(true)
            }
        }
    }

    /// Where the last whole record ends, and how many there are.
    fn boundary(&self, bytes: &[u8], end_of_file: bool) -> (usize, u64) {
        if memchr(self.dialect.quote, bytes).is_none() {
            let rows = memchr_iter(b'\n', bytes).count() as u64;
            return if end_of_file {
                let open = !bytes.is_empty() && bytes.last() != Some(&b'\n');
                (bytes.len(), rows + u64::from(open))
            } else {
                (memrchr(b'\n', bytes).map_or(0, |at| at + 1), rows)
            };
        }
        let (mut at, mut rows) = (0, 0);
        while at < bytes.len() {
            match cut(&bytes[at..], self.dialect, self.width, end_of_file) {
                Cut::Whole(length) | Cut::Broken(length) => at += length,
                Cut::Open => break,
            }
            rows += 1;
        }
        (at, rows)
    }

    /// A row without end: its bytes are dropped up to the next line.
    fn pass_over(&mut self, mut memory: Vec<u8>) -> Result<Block, PaperError> {
        loop {
            if let Some(at) = memchr(b'\n', &memory) {
                self.carry.extend_from_slice(&memory[at + 1..]);
                break;
            }
            memory.clear();
            if !self.fill(&mut memory)? && memchr(b'\n', &memory).is_none() {
                self.over = true;
                break;
            }
        }
        memory.clear();
        let first_row = self.row;
        self.row += 1;
        Ok(Block {
            bytes: memory,
            first_row,
            too_long: true,
            offset: self.offset,
        })
    }
}

/// A row of a workbook as a line of text.
fn write_row(row: &Row, out: &mut Vec<u8>) {
    let mut column = 0;
    for cell in row.cells() {
        while column < cell.column {
            out.push(b',');
            column += 1;
        }
        // Digits that the spreadsheet lost are written as it would show them, so that the
        // reader of identity numbers says so instead of complaining about the check character.
        if cell.damaged {
            let shown = format!("{:.6}E+17", cell.text);
            out.extend_from_slice(shown.as_bytes());
            continue;
        }
        let text = cell.text.as_bytes();
        if text
            .iter()
            .any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r'))
        {
            out.push(b'"');
            for byte in text {
                match byte {
                    b'"' => out.extend_from_slice(b"\"\""),
                    b'\n' | b'\r' => out.push(b' '),
                    other => out.push(*other),
                }
            }
            out.push(b'"');
        } else {
            out.extend_from_slice(text);
        }
    }
    out.push(b'\n');
}
