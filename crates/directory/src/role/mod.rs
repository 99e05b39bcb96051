//! Roles, which are data of the pack.

pub(crate) mod list;
