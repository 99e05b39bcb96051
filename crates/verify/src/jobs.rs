//! What works in the background, and what the audit's verification asks the slice.

use std::sync::Arc;

use platform::{JobKind, audit::Verifier};

use crate::audit;
use crate::delivery::ingest::Ingest;
use crate::link::work::Work as Linking;
use crate::report::fetch::Fetch;
use crate::request::send::Send as SendBatch;
use crate::run::work::Work;

/// All kinds of job of this room.
#[must_use]
pub fn jobs() -> Vec<Arc<dyn JobKind>> {
    vec![
        Arc::new(SendBatch),
        Arc::new(Fetch),
        Arc::new(Ingest),
        Arc::new(Work),
        Arc::new(Linking),
    ]
}

/// What can be computed again from the rows of this room.
#[must_use]
pub fn verifiers() -> Vec<Arc<dyn Verifier>> {
    vec![
        Arc::new(audit::Consents),
        Arc::new(audit::Requests),
        Arc::new(audit::Findings),
    ]
}
