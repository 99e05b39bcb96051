//! Decisions and the awards that come from them.
//!
//! Awards are made by decisions only. A decision is proposed by one person and
//! approved by another; what it changes about an award is dated and keeps the
//! number of the decision, so every month of every award can be read back to
//! the paper that allowed it.

pub mod model;
pub mod steps;
pub mod terms;

#[cfg(test)]
mod tests;
