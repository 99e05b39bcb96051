//! What families of an area may claim and do not have (应享未享), and what they have and may no
//! longer have: found by assessing every household, and kept as a list until the next time.
//!
//! A finding is no decision. It names the programme, the members, and who has to act.

pub(crate) mod count;
pub(crate) mod export;
pub(crate) mod filter;
pub(crate) mod list;
pub(crate) mod scan;
pub(crate) mod scan_job;

/// The noun in the access log.
pub(crate) const NOUN: &str = "gap";
