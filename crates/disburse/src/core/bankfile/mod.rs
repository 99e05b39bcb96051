//! Bank files: written from a layout of the pack, and read back by it.
//!
//! No bank's format is known to the code. A layout ([`pack::model::BankFile`])
//! names the columns, the encoding, the unit of amounts and the bank's own
//! words for paid, rejected and under way; a county adds its bank by adding a
//! text file to its pack.

mod answer;
mod check;
mod read;
mod write;

pub use answer::{Fault, Reading, Reply};
pub use check::{LayoutFault, check};
pub use read::{Expected, read};
pub use write::{Head, Row, WriteError, Written, file_name, purpose, write};

#[cfg(test)]
mod tests;
