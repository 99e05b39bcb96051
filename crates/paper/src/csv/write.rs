//! Writing text tables.

use std::io::Write;

use super::decode::Encoding;
use crate::error::PaperError;

/// Writes a text table, line by line, with CRLF ends as spreadsheets expect.
pub struct CsvWriter<W: Write> {
    out: W,
    encoding: Encoding,
    delimiter: char,
    line: String,
}

impl<W: Write> CsvWriter<W> {
    /// Starts a table; a byte order mark is written where the encoding has one.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn new(mut out: W, encoding: Encoding) -> Result<Self, PaperError> {
        encoding.start(&mut out)?;
        Ok(Self {
            out,
            encoding,
            delimiter: ',',
            line: String::new(),
        })
    }

    /// Uses another delimiter than the comma.
    #[must_use]
    pub fn delimiter(mut self, delimiter: char) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// Writes one line. A text that a spreadsheet would run as a formula gets an
    /// apostrophe in front, because exports hold words that citizens typed.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn row<S: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = S>,
    ) -> Result<(), PaperError> {
        self.line.clear();
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.line.push(self.delimiter);
            }
            let cell = cell.as_ref();
            if would_run(cell) {
                quote_into(&mut self.line, &format!("'{cell}"), self.delimiter);
            } else {
                quote_into(&mut self.line, cell, self.delimiter);
            }
        }
        self.line.push_str("\r\n");
        self.encoding.write(&self.line, &mut self.out)?;
        Ok(())
    }

    /// Ends the table.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn finish(mut self) -> Result<W, PaperError> {
        self.out.flush()?;
        Ok(self.out)
    }
}

fn would_run(cell: &str) -> bool {
    match cell.as_bytes().first() {
        Some(b'=' | b'@' | b'\t' | b'\r') => true,
        Some(b'+' | b'-') => crate::number::plain(cell).is_none() && cell.len() > 1,
        _ => false,
    }
}

/// Adds a field, quoted where it has to be.
pub(super) fn quote_into(line: &mut String, field: &str, delimiter: char) {
    if field.contains([delimiter, '"', '\r', '\n'])
        || field.starts_with(' ')
        || field.ends_with(' ')
    {
        line.push('"');
        for c in field.chars() {
            if c == '"' {
                line.push('"');
            }
            line.push(c);
        }
        line.push('"');
    } else {
        line.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_guards() {
        let mut w = CsvWriter::new(Vec::new(), Encoding::Utf8).unwrap();
        w.row(["a,b", "say \"x\"", "=1+1", "-5", "-5+A1", ""])
            .unwrap();
        let text = String::from_utf8(w.finish().unwrap()).unwrap();
        assert_eq!(text, "\"a,b\",\"say \"\"x\"\"\",'=1+1,-5,'-5+A1,\r\n");
    }
}
