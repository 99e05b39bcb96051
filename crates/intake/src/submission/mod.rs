//! Submissions: what a citizen writes at home, until a clerk takes it over or gives it back.

pub(crate) mod desk;
pub(crate) mod list;
pub(crate) mod model;
pub(crate) mod own;
pub(crate) mod save;
pub(crate) mod store;
pub(crate) mod submit;

/// The noun of a submission in the audit chain and the access log.
pub(crate) const NOUN: &str = "submission";
