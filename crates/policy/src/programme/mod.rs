//! Programmes as the pack in force has them.

pub(crate) mod get;
pub(crate) mod list;
mod parts;
