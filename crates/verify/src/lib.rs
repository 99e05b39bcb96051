//! What other departments know about a family: their deliveries, the runs over them, and the
//! verification of a household's circumstances (家庭经济状况核对) with consent, request and report.
//!
//! Subjects are handed in: a case's family by `decide`, people in benefit and gaps by
//! `oversight`. A finding is a clue and no verdict (社会救助暂行办法 第五十八条): somebody decides
//! on it, the family may object.

mod authz;
mod jobs;
mod migrations;
mod problems;
mod routes;

pub use authz::OPERATIONS;
pub use jobs::{jobs, verifiers};
pub use migrations::migrations;
pub use problems::PROBLEMS;
pub use routes::routes;
