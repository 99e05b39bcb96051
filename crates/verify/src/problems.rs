//! What goes wrong around deliveries, runs and reports.

use platform::ProblemKind;

/// All of them.
pub static PROBLEMS: &[&ProblemKind] = &[];
