//! Pack releases: which policy is in force, since when, and who said so.
//!
//! The room stands on the floor and the directory and reads packs; it touches
//! no person. Data enters through `propose` (the packs that come with the
//! binary, checked whole and by their own tests) and `approve` (another
//! person); it leaves through [`release_on`], [`release`] and [`rules`], by
//! which every later room asks what is paid. A release is the canonical archive
//! of its texts, named by their SM3 digest, and is never removed.
//!
//! For a day counts, among the approved releases whose date has come, the one
//! approved last: a later release replaces an earlier one from its own date on.

mod asked;
mod authz;
mod calculator;
mod catalogue;
mod change;
mod document;
mod entity;
mod facade;
mod formula;
mod migrations;
mod packs;
mod parameter;
mod place;
mod problems;
mod programme;
mod release;
mod repo;
mod routes;
mod verify;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

pub use authz::OPERATIONS;
pub use catalogue::list::Matter;
pub(crate) use facade::rules_on;
pub use facade::{InForce, release, release_on, rules};
pub use migrations::migrations;
pub use packs::Packs;
pub use problems::PROBLEMS;
pub use release::checks::Check;
pub use release::{Release, ReleaseStatus, approve::approve, propose::propose, reject::reject};
pub use routes::routes;
pub use verify::Releases;
