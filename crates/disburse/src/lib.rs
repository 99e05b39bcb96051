//! From awards to money in accounts.
//!
//! A roll is computed from the awards of `decide`, the facts of `registry` and
//! the formulas of the pack; one person submits it, another approves it, and
//! once it is locked nothing of that month changes any more: what turns out
//! wrong becomes arrears or recovery in a later roll. Locked lines are gathered
//! into batches per bank, written to the bank's own file, answered by the
//! bank's own return, and re-issued where the bank sent them back. At each
//! hand-over the double-entry ledger moves in the same transaction, and
//! roll = batch = file = ledger is checked to the fen.
//!
//! The database itself refuses to pay a line twice (`payment_line_live`) and
//! to hand on money that is not there (the check of `ledger_balance`). No
//! amount and no bank's format is in this code: both are text of the pack.

pub mod audit;
pub mod authz;
mod batch;
mod claim;
pub mod core;
pub mod jobs;
mod ledger;
mod line;
mod migrations;
mod money;
pub mod outside;
pub mod problems;
mod real;
mod repo;
mod reserve;
mod returns;
mod roll;
mod routes;
mod trade;

pub use authz::OPERATIONS;
pub use batch::{
    BatchAnswer, BatchQuery, BatchRequest, BatchesCreated, Counted, FileShown, PaymentAnswer,
    PaymentQuery,
};
pub use claim::{ClaimAmount, ClaimAnswer, ClaimQuery};
pub use ledger::{Ledger, LedgerRow};
pub use line::{
    AdjustedLine, AdjustingDecision, AdjustmentShown, ChangeAnswer, ChangeQuery, ExplainAnswer,
    ExplainInput, ExplainNote, ExplainStep, HouseholdPayment, HouseholdPayments, LineAnswer,
    LineQuery, PersonShown, ReleaseShown,
};
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use reserve::Reserves;
pub use roll::{
    Beside, ByComponent, ByDivision, Changes, MonthAnswer, MonthList, MonthProgramme, RollAnswer,
    RollCreated, RollQuery, RollRequest, Sums,
};
pub use routes::routes;

pub(crate) use batch::batch_payments;
pub(crate) use roll::roll_county;

/// What `audit verify` recomputes of this room.
#[must_use]
pub fn verifiers() -> Vec<std::sync::Arc<dyn platform::audit::Verifier>> {
    vec![
        std::sync::Arc::new(audit::Lines),
        std::sync::Arc::new(audit::Payments),
    ]
}
