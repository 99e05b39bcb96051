//! Visits to make: what discovery found, until somebody was there.

pub(crate) mod answer;
pub(crate) mod list;
