//! The audit chain: who did what, why and when, so that tampering shows.
//!
//! Each organisation has a chain. A command appends one entry: its SM3 hash covers the
//! predecessor's hash, the actor, the operation, the reason, the subject and the digest of the
//! change set. The change set itself lies beside it, sealed, and can be erased: the salted digest
//! in the chain stays. Heads are signed with SM2 and exported outside the database ([`anchor`]);
//! [`verify`] walks everything and names what was altered, cut off or put in.

mod anchor;
mod business;
mod entry;
mod erase;
mod list;
mod rows;
#[cfg(test)]
mod tests;
mod verify;
mod walk;

pub use anchor::{Anchor, anchor_all, anchor_chain, anchor_of, read_anchors};
pub use entry::Committed;
pub(crate) use entry::{Bulk, Draft, append, cell, head, instant, set_head};
pub use erase::erase;
pub(crate) use list::routes;
pub use list::{AccessRow, AuditRow, HistoryItem, history};
pub use rows::{RowDigest, digest_ids};
pub use verify::{AuditFault, Report, Verifier, verify, verify_in};

/// The log of commands.
pub(crate) const AUDIT: &str = "audit";
/// The log of readings.
pub(crate) const ACCESS: &str = "access";
/// The count of commands over all chains.
pub(crate) const ORDER: &str = "order";
/// The predecessor of the first entry.
pub(crate) const GENESIS: [u8; 32] = [0; 32];
