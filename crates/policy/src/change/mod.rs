//! What changed in the policy of a place.

pub(crate) mod list;
