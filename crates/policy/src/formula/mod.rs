//! Formulas.

pub(crate) mod list;
