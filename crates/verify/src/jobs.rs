//! What works in the background, and what the audit's verification asks the slice.

use std::sync::Arc;

use platform::{JobKind, audit::Verifier};

/// All kinds of job of this room.
#[must_use]
pub fn jobs() -> Vec<Arc<dyn JobKind>> {
    Vec::new()
}

/// What can be computed again from the rows of this room.
#[must_use]
pub fn verifiers() -> Vec<Arc<dyn Verifier>> {
    Vec::new()
}
