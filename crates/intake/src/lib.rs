//! The one window and the citizens' own door: what is asked for before a case begins.
//!
//! A citizen signs in with an identity number and a code that reaches the own telephone or is
//! handed out at the counter, writes down what the family needs, adds photographs and signs the
//! authorisation; a clerk gives it back once with everything that is missing, or takes it over
//! into a case (`decide` opens the case and says so through [`taken`]). Matters of other
//! departments are referred with a receipt, a day by which an answer is due, the answer and the
//! word to the citizen (社会救助暂行办法 第六十条：一门受理、协同办理). The windows themselves,
//! with hours and telephone numbers, stand in a register that anybody may read.
//!
//! Citizens are no officers: they come by a cookie of their own ([`Citizen`]), hold no role, and
//! reach nothing but what they wrote themselves. Whether somebody is on record or in benefit is
//! never told here.

mod authz;
mod citizen;
mod gate;
mod matter;
mod migrations;
mod photo;
mod problems;
mod referral;
mod routes;
mod submission;
mod window;

pub use authz::OPERATIONS;
pub use citizen::messages::{Messages, Outbox};
pub use citizen::{Citizen, anybody};
pub use gate::{Gate, public};
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use routes::routes;
pub use submission::model::{Content, Relative};
pub use submission::store::{Brief, Taken, brief, for_case, own, taken};
