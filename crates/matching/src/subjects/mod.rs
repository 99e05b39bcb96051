//! The people who are looked for.

mod list;
mod table;
#[cfg(test)]
mod tests;

pub use list::{SubjectFile, SubjectLimits};
pub use table::IdTable;
