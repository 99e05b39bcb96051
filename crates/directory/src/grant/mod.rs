//! Roles given to users: the security administrator's work.

pub(crate) mod create;
pub(crate) mod end;
