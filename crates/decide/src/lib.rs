//! Decisions and the awards that come from them.
//!
//! Awards are made by decisions only. A decision is proposed by one person and
//! approved by another; what it changes about an award is dated and keeps the
//! serial of the approval, so every month of every award can be read back to
//! the paper that allowed it, as it was known on any day.
//!
//! Data enters from rosters that `registry` imported (opening decisions) and
//! from proposals over HTTP; it leaves to `disburse` through [`awards_after`],
//! [`awards_by_id`], [`one_offs_of`], [`changed_awards`] and [`reasons`], all of
//! which read “as of” an approval. The room touches its own tables only and
//! asks the slices before it through [`outside`].

mod apply;
mod archive;
mod assessment;
pub mod audit;
pub mod authz;
mod award;
mod case;
mod decision;
mod delegation;
mod deputy;
mod draft;
mod gap;
mod item;
pub mod jobs;
mod letter;
mod migrations;
pub mod model;
pub mod outside;
mod phrase;
mod portal;
pub mod problems;
mod propose;
mod publicity;
mod real;
pub mod recheck;
mod repo;
mod routes;
mod simulation;
pub mod steps;
mod template;
pub mod terms;

#[cfg(test)]
mod tests;

pub use assessment::{Assessments, ReplayedAll, replay_all};
pub use authz::OPERATIONS;
pub use award::{
    ApprovedItem, AwardAnswer, AwardChange, AwardInMonth, AwardList, ChangedAward, Helped,
    MemberAnswer, OneOff, TermsAnswer, Why, approved_items, awards_after, awards_by_id,
    changed_awards, changes_of, count_awards, covered_in, helped, last_seq, one_off, one_offs_of,
    persons_of, persons_of_household, reasons,
};
pub use case::clock;
pub use case::verification::OnReport;
pub use case::verify::Cases;
pub use decision::{
    Counts, DecisionAnswer, DecisionDetail, DecisionQuery, DecisionRelease, ItemAnswer, Opinion,
    PersonRef,
};
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use propose::{
    ChangeItem, ChangeRequest, GraceItem, GraceRequest, OneOffItem, OneOffRequest, OpeningRequest,
    StartItem, StartRequest, StopItem, StopRequest,
};
pub use real::programme_of;
pub use routes::routes;
pub use simulation::Simulations;

use kernel::DivisionCode;
use platform::{Problem, Result, Scope};

/// A reason or opinion must be said, in at most 500 characters.
pub(crate) fn said(text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Problem::new(&platform::problem::kinds::REASON_MISSING));
    }
    if text.chars().count() > 500 {
        return Err(Problem::invalid().field(
            "/reason",
            "不超过500字。",
            "At most 500 characters.",
        ));
    }
    Ok(())
}

/// A refused step as a problem.
pub(crate) fn refused(step: &steps::NotAllowed) -> Problem {
    Problem::new(&problems::DECISION_STATE).detail(
        format!("当前状态为“{}”，不能进行“{}”。", step.state, step.act),
        format!("It is {}; “{}” is not possible.", step.state, step.act),
    )
}

/// The scope, cut down to a division that the user chose.
pub(crate) fn narrow(scope: &Scope, division: Option<&str>) -> Result<Scope> {
    match division.filter(|code| !code.is_empty()) {
        None => Ok(scope.clone()),
        Some(code) => {
            let code = DivisionCode::parse(code).map_err(|_| {
                Problem::invalid().field(
                    "/division",
                    "区划代码无效。",
                    "The division code is not valid.",
                )
            })?;
            Ok(scope.within(&code))
        }
    }
}
