//! Cutting bytes into records.

use memchr::{memchr, memchr2};
use paper::Dialect;

use super::MAX_RECORD;

/// What the bytes at hand begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// A record of so many bytes with its line end.
    Whole(usize),
    /// A line whose quotation marks do not pair; the next line starts anew, so that one
    /// stray mark costs one row and not the rest of the file.
    Broken(usize),
    /// More bytes are needed.
    Open,
}

/// Finds the end of the record at the start of `bytes`. `width` is that of the header: a
/// record over several lines must have it, or its opening mark was a stray one.
pub(crate) fn cut(bytes: &[u8], dialect: Dialect, width: usize, end_of_file: bool) -> Cut {
    let line = match memchr(b'\n', bytes) {
        Some(at) => at + 1,
        None if end_of_file => bytes.len(),
        None => return Cut::Open,
    };
    if memchr(dialect.quote, &bytes[..line]).is_none() {
        return Cut::Whole(line);
    }
    quoted(bytes, line, dialect, width, end_of_file)
}

/// A line that holds a quotation mark: marks count at the start of a field only.
fn quoted(bytes: &[u8], line: usize, dialect: Dialect, width: usize, end_of_file: bool) -> Cut {
    let Dialect { delimiter, quote } = dialect;
    let (mut at, mut fields) = (0, 1);
    // A mark closes before a delimiter or a line end; elsewhere it was an opening one.
    let mut odd = false;
    let stray = |fields: usize, odd: bool| fields != width || odd;
    loop {
        if bytes.get(at) == Some(&quote) {
            at += 1;
            // The closing mark; doubled ones stand for themselves.
            loop {
                let far = (at + MAX_RECORD).min(bytes.len());
                match memchr(quote, &bytes[at..far]) {
                    Some(found) if bytes.get(at + found + 1) == Some(&quote) => at += found + 2,
                    Some(found) => {
                        at += found + 1;
                        break;
                    }
                    None if end_of_file || bytes.len() > MAX_RECORD => return Cut::Broken(line),
                    None => return Cut::Open,
                }
                if at > MAX_RECORD {
                    return Cut::Broken(line);
                }
            }
            match bytes.get(at) {
                None if !end_of_file => return Cut::Open,
                Some(next) => odd |= ![delimiter, b'\n', b'\r', b' '].contains(next),
                None => {}
            }
        }
        match memchr2(delimiter, b'\n', &bytes[at..]) {
            Some(found) if bytes[at + found] == delimiter => {
                at += found + 1;
                fields += 1;
            }
            Some(found) => {
                let end = at + found + 1;
                return if end > line && stray(fields, odd) {
                    Cut::Broken(line)
                } else {
                    Cut::Whole(end)
                };
            }
            None if end_of_file => {
                return if bytes.len() > line && stray(fields, odd) {
                    Cut::Broken(line)
                } else {
                    Cut::Whole(bytes.len())
                };
            }
            None if bytes.len() > MAX_RECORD => return Cut::Broken(line),
            None => return Cut::Open,
        }
    }
}

/// One record of a block, without its line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'b> {
    /// Its bytes.
    pub bytes: &'b [u8],
    /// It holds a quotation mark, so that its fields must be taken apart with care.
    pub quoted: bool,
    /// Its quotation marks do not pair.
    pub broken: bool,
}

/// The records of a block; blank lines come as empty records, because they count as rows.
#[derive(Debug, Clone)]
pub struct Records<'b> {
    rest: &'b [u8],
    dialect: Dialect,
    width: usize,
    plain: bool,
}

impl<'b> Records<'b> {
    /// The records of bytes that end where a record ends.
    pub fn new(bytes: &'b [u8], dialect: Dialect, width: usize) -> Records<'b> {
        Records {
            rest: bytes,
            dialect,
            width,
            plain: memchr(dialect.quote, bytes).is_none(),
        }
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = Record<'b>;

    #[inline]
    fn next(&mut self) -> Option<Record<'b>> {
        if self.rest.is_empty() {
            return None;
        }
        let (length, broken) = if self.plain {
            (
                memchr(b'\n', self.rest).map_or(self.rest.len(), |at| at + 1),
                false,
            )
        } else {
            match cut(self.rest, self.dialect, self.width, true) {
                Cut::Whole(length) => (length, false),
                Cut::Broken(length) => (length, true),
                Cut::Open => (self.rest.len(), true),
            }
        };
        let (record, rest) = self.rest.split_at(length);
        self.rest = rest;
        let record = record.strip_suffix(b"\n").unwrap_or(record);
        let record = record.strip_suffix(b"\r").unwrap_or(record);
        Some(Record {
            bytes: record,
            quoted: !self.plain && memchr(self.dialect.quote, record).is_some(),
            broken,
        })
    }
}
