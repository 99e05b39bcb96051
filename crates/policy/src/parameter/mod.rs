//! Parameters as the pack in force has them.

pub(crate) mod list;
