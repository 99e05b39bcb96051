//! Households: lists, files, history, export, and what a clerk enters by hand.

pub(crate) mod change;
pub(crate) mod changed;
pub(crate) mod contact;
pub(crate) mod create;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod get;
pub(crate) mod held;
pub(crate) mod history;
pub(crate) mod list;
pub(crate) mod record;
pub(crate) mod stay;
