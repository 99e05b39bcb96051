//! Lists of those to be checked, made from the records: people in benefit, and gaps.

pub(crate) mod build;
pub(crate) mod list;
