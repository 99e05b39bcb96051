//! Households: lists, files, history, export.

pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod get;
pub(crate) mod history;
pub(crate) mod list;
