//! The registry over HTTP and below, on either database.
#![allow(missing_docs, clippy::unwrap_used)]

mod accounts;
mod fixtures;
mod hand;
mod hostile;
mod import;
mod lists;
mod speed;
mod wrong;
