//! The long work of paying, for the floor.

use std::sync::Arc;

use platform::JobKind;

pub use crate::batch::{Gather, WriteFile};
pub use crate::returns::ApplyReturn;
pub use crate::roll::{Compute, Publish};

/// All kinds of job of this room.
#[must_use]
pub fn jobs() -> Vec<Arc<dyn JobKind>> {
    vec![
        Arc::new(Compute),
        Arc::new(Publish),
        Arc::new(Gather),
        Arc::new(WriteFile),
        Arc::new(ApplyReturn),
    ]
}
