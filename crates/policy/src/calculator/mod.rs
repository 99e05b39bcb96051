//! The policy calculator: a few plain questions that anybody may answer without signing in.
//!
//! Answers are facts of the vocabulary that the pack's questions ask for, and nothing else: no
//! name and no number of a person can be sent, nothing is stored and nothing is logged. The
//! result comes from the conditions and formulas of the place, the same that decide a case.

pub(crate) mod ask;
mod gate;
pub(crate) mod work_out;

pub(crate) use gate::Gate;
