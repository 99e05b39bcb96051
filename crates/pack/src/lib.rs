//! Policy packs: the rules of a place as dated, cited, tested text.
//!
//! A pack tree is a folder of YAML texts, one level a place (`cn`, `cn/gansu`,
//! `cn/gansu/qingshui`), each inheriting from the level above. This crate reads
//! it, checks it as a whole, and answers what holds at a place on a date. It
//! knows no database and no HTTP; only [`Texts::from_dir`] touches files.

pub mod amend;
pub mod assess;
mod check;
pub mod cites;
pub mod claims;
pub mod cli;
pub mod diff;
pub mod fault;
mod findings;
mod forms;
pub mod guides;
pub mod model;
mod pack;
mod procedures;
mod read;
pub mod rules;
pub mod simulate;
mod supervision;
mod templates;
pub mod test;
pub mod text;

pub use cites::Basis;
pub use fault::{Fault, FaultKind, Spot, Tongue};
pub use findings::{Answer, CheckBook, CheckEngine, CheckInForce, CheckOutcome, FamilyEvidence};
pub use pack::{NoRules, Pack, Statistic};
pub use procedures::NoProcedure;
pub use rules::{
    Assessed, Case, CaseFacts, Computed, Engine, Explanation, FactFault, Line, MemberFacts, Rules,
    Verdict,
};
pub use supervision::Supervision;
pub use text::Texts;
