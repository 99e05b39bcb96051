//! What the months add up to: month-end rosters, the figures of the report, this month's numbers,
//! and the reconciliation of computed amounts with printed ones.
//!
//! The room counts records of the rooms before it and stores no total of its own: a month-end
//! roster is a frozen list of who was in benefit, not a number. Data enters by freezing a month;
//! it leaves as figures and pages. Words and printed values come from the policy pack in force.

mod authz;
mod figures;
mod home;
mod migrations;
mod month_end;
mod outside;
mod picture;
mod problems;
mod reconciliation;
mod routes;

pub use authz::OPERATIONS;
pub use figures::figures_of;
pub use migrations::migrations;
pub use month_end::{Frozen, freeze};
pub use problems::PROBLEMS;
pub use routes::routes;
