//! Delimited text: its encoding and dialect are found out, its records streamed.

mod decode;
mod dialect;
mod patch;
mod records;
mod rows;
mod write;

use std::io::Read;

pub use decode::Encoding;
pub use dialect::Dialect;
pub(crate) use patch::patch;
pub(crate) use rows::Rows;
pub use write::CsvWriter;

use crate::error::PaperError;
use crate::limits::Limits;
use crate::source::Source;

/// How a text table is laid out.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub encoding: Encoding,
    pub dialect: Dialect,
    pub lines: u64,
}

impl Layout {
    /// Reads the file once: the encoding must hold to its last byte.
    pub(crate) fn sniff(source: &Source, _limits: &Limits) -> Result<Self, PaperError> {
        let (encoding, lines) = decode::sniff(source)?;
        let mut head = Vec::new();
        decode::Decoded::open(source, encoding)?
            .take(64 << 10)
            .read_to_end(&mut head)?;
        if head.iter().all(u8::is_ascii_whitespace) {
            return Err(PaperError::empty());
        }
        Ok(Self {
            encoding,
            dialect: Dialect::sniff(&head),
            lines,
        })
    }
}
