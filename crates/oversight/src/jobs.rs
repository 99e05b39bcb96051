//! The long work of oversight.

use std::sync::Arc;

use platform::JobKind;

use crate::alignment::build::Build;
use crate::clue::take::Take;
use crate::run::gather::Gather;

/// All kinds of job.
#[must_use]
pub fn jobs() -> Vec<Arc<dyn JobKind>> {
    vec![Arc::new(Gather), Arc::new(Take), Arc::new(Build)]
}
