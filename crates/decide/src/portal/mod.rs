//! Where cases meet the portal: a submission becomes a case, its author follows it, and anybody
//! reads what a village publishes.

mod photos;
pub(crate) mod progress;
pub(crate) mod publicity;
pub(crate) mod take;
