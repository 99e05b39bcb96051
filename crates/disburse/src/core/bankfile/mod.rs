//! Bank files: written from a layout of the pack, and read back by it.
//!
//! No bank's format is known to the code. A layout names the columns, the
//! encoding, the unit of amounts and the bank's own words for paid, rejected
//! and under way; a county adds its bank by adding a text file to its pack.

mod layout;
mod read;
mod write;

pub use layout::{
    BackField, Column, Encoding, Layout, LayoutError, OutField, ReturnLayout, SummaryField, Unit,
};
pub use read::{Answer, Expected, Fault, Reading, read};
pub use write::{Head, Row, WriteError, Written, write};

#[cfg(test)]
mod tests;
