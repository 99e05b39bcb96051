//! Decisions: list, read, approve, reject.

mod answer;
mod approve;
mod get;
mod list;
mod reject;

pub use answer::{Counts, DecisionAnswer, DecisionDetail, DecisionRelease, ItemAnswer, PersonRef};
pub(crate) use answer::{one, shown};
pub use approve::Opinion;
pub(crate) use approve::{__path_approve, approve, frame, settle};
pub(crate) use get::{__path_get, get};
pub use list::DecisionQuery;
pub(crate) use list::{__path_list, list};
pub(crate) use reject::{__path_reject, reject};
