//! Runs of supervision and discovery: a list is made, handed in, and what comes back is kept.

pub(crate) mod compare;
pub(crate) mod create;
pub(crate) mod deliveries;
pub(crate) mod gather;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod store;
pub(crate) mod totals;
pub(crate) mod words;
