//! The words of the pack in force.

pub(crate) mod list;
