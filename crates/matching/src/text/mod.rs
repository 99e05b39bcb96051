//! Delimited text at the speed of memory: blocks cut at record ends, records cut into fields,
//! each without copying where no quotation mark forces it.
//!
//! [`paper`] reads any table, one row after the other; sources of millions of rows come as
//! text, and there the rows that concern nobody must cost next to nothing. Workbooks and
//! UTF-16 texts go through `paper` and come out as the same blocks, so that everything behind
//! this module knows one form only.

mod blocks;
mod encoding;
mod fields;
mod layout;
mod records;
#[cfg(test)]
mod tests;

pub use blocks::{Block, Blocks};
pub use encoding::{TextEncoding, decode};
pub use fields::Fields;
pub(crate) use fields::plain_field;
pub use layout::{Layout, Wanted, open};
pub use records::{Record, Records};

/// Bytes of the longest row that is read; a longer one is rejected by itself, and the rows
/// after it are read on.
pub const MAX_RECORD: usize = 1 << 20;

/// Bytes that one worker takes at a time: fits the second-level cache with its results.
pub(crate) const BLOCK: usize = 1 << 18;
