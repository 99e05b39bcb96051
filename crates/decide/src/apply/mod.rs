//! Writing approved items into awards.
//!
//! Every row of members and terms is written once. What a change replaces is
//! marked with the approval that replaced it; what it shortens is replaced by
//! a shorter row. Reading “as of” an earlier approval gives what was known then.

mod award;
mod numbers;
mod spans;
mod told;

pub(crate) use award::{Frame, apply, class_of, dry_run};
pub(crate) use numbers::{allot, number};
pub(crate) use told::tell;
