//! The floor under a small slice of notes, on either database.

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
