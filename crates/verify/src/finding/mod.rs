//! Findings: clues with their clause and evidence, decided on by somebody, open to objection.

pub(crate) mod decide;
pub(crate) mod export;
pub(crate) mod list;
pub(crate) mod settle;
pub(crate) mod store;
