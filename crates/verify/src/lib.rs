//! What other departments know about a family: their deliveries, the runs over them, and the
//! verification of a household's circumstances (家庭经济状况核对) with consent, request and report.
//!
//! Subjects are handed in: a case's family by `decide`, people in benefit and gaps by
//! `oversight`. A finding is a clue and no verdict (社会救助暂行办法 第五十八条): somebody decides
//! on it, the family may object.
//!
//! Data enters as files of other departments ([`create_delivery`], [`start_delivery`]); each is
//! cleaned, sealed and kept whole or not at all. It leaves through [`Comparing`], by which this
//! room and later ones ask the checks of one purpose about families, and through the findings
//! that [`start_run`] leaves, which only the asker's office sees.

mod audit;
mod authz;
mod consent;
mod delivery;
mod finding;
mod gate;
mod jobs;
mod link;
mod migrations;
mod problems;
mod report;
mod request;
mod routes;
mod rules;
mod run;
mod upper;
mod words;

pub use authz::OPERATIONS;
pub use consent::{
    Asked, Capacity, Consent, ConsentPurpose, ConsentState, NewConsent, Standing,
    record as record_consent, standings,
};
pub use delivery::brought::{Brought, NewBrought, bring};
pub use delivery::create::{NewDelivery, create as create_delivery};
pub use delivery::shelf::{Held, in_force as deliveries_in_force};
pub use delivery::start::start as start_delivery;
pub use delivery::store::{Delivery, DeliveryStatus};
pub use finding::store::{FindingCell, FindingRow};
pub use gate::{Gate, gate, reported};
pub use jobs::{jobs, verifiers};
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use report::Reported;
pub use request::RequestView;
pub use request::ask::{NewRequest, Querying, ask};
pub use request::latest;
pub use routes::routes;
pub use rules::alone_from;
pub use run::compare::{Answers, Comparing, Found, Unanswered};
pub use run::listed::listed;
pub use run::store::{NewRun, Subjects, start as start_run};
pub use upper::{Folders, Http, HttpFault, Platform, Upper};

use platform::{Problem, Result};

/// The longest reason.
const LONGEST: usize = 1_000;

/// A text that somebody has to say.
fn said(text: &str, pointer: &'static str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Problem::invalid().field(
            pointer,
            "请填写，不超过1000字",
            "Fill this in, with at most 1,000 characters.",
        ));
    }
    Ok(text.to_owned())
}
