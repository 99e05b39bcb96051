//! The slice's table.

pub(crate) mod release;
