//! Runs: families handed in, compared with the deliveries in force for one purpose.

pub(crate) mod checks;
pub(crate) mod compare;
pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod listed;
pub(crate) mod store;
pub(crate) mod work;
