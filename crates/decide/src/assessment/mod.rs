//! The assessment: what the rules say about a household as of a day, kept for good.
//!
//! What was computed is kept together with what it was computed from: the facts as a line,
//! the answer to it, the release and the version of the engine's meaning, in the form that
//! `doudi replay` reads. Beside it stands the whole explanation as the family was shown it. The
//! row is sealed, since facts speak of illness and income, and is never altered.

pub(crate) mod answer;
pub(crate) mod create;
pub(crate) mod get;
pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod replay;
pub(crate) mod store;
mod verify;

pub use replay::{ReplayedAll, replay_all};
pub use verify::Assessments;

/// The noun in the audit chain and in the access log.
pub(crate) const NOUN: &str = "assessment";
