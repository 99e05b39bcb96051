//! Deliveries: files of other departments, received, looked at, taken in whole, never changed.

pub(crate) mod brought;
pub(crate) mod calendar;
pub(crate) mod columns;
pub(crate) mod create;
pub(crate) mod ingest;
pub(crate) mod list;
pub(crate) mod rejects;
pub(crate) mod shelf;
pub(crate) mod spool;
pub(crate) mod start;
pub(crate) mod store;
