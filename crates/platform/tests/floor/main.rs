//! The floor under a small slice of notes, on either database.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod access;
mod audit;
mod bulk;
mod files;
mod http;
mod idempotency;
mod jobs;
mod notes;
mod scope;
mod tasks;
mod work;
