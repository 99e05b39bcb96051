//! Oversight: who is in benefit and should not be, who is not and perhaps should be, and what
//! two departments' lists say of the same people.
//!
//! The room makes the lists that are compared (people in benefit, gaps) from the records of
//! `decide` and `registry` and hands them to `verify`; what comes back becomes **clues** that two
//! people answer and close, or **visits** to make: a finding of discovery is a visit, never a
//! report on property. It lays two lists beside each other (四双衔接) and sees each difference
//! to its end. Data leaves as boards counted from its rows, as files for the supervision office
//! or the other department, and comes back as those same files.
//!
//! It stores no total. It changes no award: what a confirmed clue asks for is a case of `decide`.

mod alignment;
mod authz;
mod clue;
mod form;
mod jobs;
mod migrations;
mod model;
mod problems;
mod routes;
mod run;
mod subject;
mod visit;
mod words;

pub use authz::OPERATIONS;
pub use jobs::jobs;
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use routes::routes;

use kernel::{Bilingual, DivisionCode};
use platform::{Problem, Result, Scope};

/// A reason or remark must be said, in at most 500 characters.
pub(crate) fn said(text: &str, pointer: &'static str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Problem::invalid().field(pointer, "请填写", "This must be filled in."));
    }
    short(text, pointer)
}

/// A text of at most 500 characters.
pub(crate) fn short(text: &str, pointer: &'static str) -> Result<()> {
    if text.chars().count() > 500 {
        return Err(Problem::invalid().field(pointer, "不超过500字", "At most 500 characters."));
    }
    Ok(())
}

/// A division code out of a field.
pub(crate) fn division(text: &str, pointer: &'static str) -> Result<DivisionCode> {
    DivisionCode::parse(text).map_err(|e| Problem::invalid().field(pointer, e.zh(), e.en()))
}

/// A stored division.
pub(crate) fn place(code: &str) -> Result<DivisionCode> {
    DivisionCode::parse(code).map_err(|e| Problem::internal(e.en()))
}

/// The scope, cut down to a division that the user chose.
pub(crate) fn narrow(scope: &Scope, code: Option<&str>) -> Result<Scope> {
    match code.filter(|code| !code.is_empty()) {
        None => Ok(scope.clone()),
        Some(code) => Ok(scope.within(&division(code, "/division")?)),
    }
}

/// A count of the database.
pub(crate) fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}
