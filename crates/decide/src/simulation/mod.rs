//! What another rule would change on an area's own records: who enters, who leaves, who gets more
//! or less, and what a month would cost.
//!
//! The other rule is some changed parameters and formulas, or a whole release that waits for
//! approval. Nothing of it is stored: the facts of an area stand in memory for some minutes,
//! without names and numbers, so that an answer comes while one still types.

pub(crate) mod answer;
pub(crate) mod export;
pub(crate) mod families;
pub(crate) mod load;
pub(crate) mod request;
pub(crate) mod run;
pub(crate) mod snapshot;

pub use snapshot::Simulations;

/// The noun in the access log.
pub(crate) const NOUN: &str = "household";
