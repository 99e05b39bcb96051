//! Imports: a user's rosters read, checked against the register, taken over, and given back
//! with what is wrong. The household is the unit: it comes in whole or not at all.
//!
//! Reading is a stream: rows are told which household they belong to and staged in sealed
//! blocks of some 2,000 households ([`stage`], [`block`]). Checking and writing then take
//! block after block ([`examine`]), so that memory stays bounded and a killed job goes on
//! where its last unit of work ended.

pub(crate) mod apply;
mod apply_job;
mod assemble;
mod block;
mod build;
mod convert;
pub(crate) mod create;
mod draft;
pub(crate) mod entries;
mod examine;
pub(crate) mod get;
pub(crate) mod kinds;
mod layout;
pub(crate) mod list;
mod places;
mod plan;
mod read_job;
mod resolve;
pub(crate) mod returned;
pub(crate) mod rows;
mod spool;
mod stage;
mod status;
mod store;
pub(crate) mod template;
mod write;

use std::sync::Arc;

use platform::JobKind;

pub use apply::{Mode, apply as apply_import};
pub use create::{NewUpload, UploadFile, create as create_import};
pub use examine::Totals;
pub use get::get as get_import;
pub use store::{Import, ImportFileView, ImportStatus};
pub(crate) use write::NOUN as SLICE_NOUN;

/// The half-open range of the entries that a slice wrote, by their `seq`.
pub(crate) fn entries_of_slice(slice: i32) -> (i64, i64) {
    let first = i64::from(slice / apply_job::PER_PART) * i64::from(block::PART)
        + i64::from(slice % apply_job::PER_PART) * apply_job::SLICE as i64;
    (first << 16, (first + apply_job::SLICE as i64) << 16)
}

/// The jobs of the slice.
pub fn jobs() -> Vec<Arc<dyn JobKind>> {
    vec![
        Arc::new(read_job::ReadJob),
        Arc::new(apply_job::ApplyJob),
        crate::household::export::job(),
    ]
}
