//! The arithmetic of paying, free of database and clock.
//!
//! Everything here is a pure function over values, so that it can be tried
//! with random scripts by the thousand (`tests.rs`): the slices around it only
//! fetch, call and store.

pub mod adjust;
pub mod bankfile;
pub mod changes;
pub mod grouping;
pub mod ledger;
pub mod line;
pub mod state;

#[cfg(test)]
mod tests;
