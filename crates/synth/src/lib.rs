//! Synthetic places: people who do not exist, with every record a county's roster holds, the
//! same bytes for the same seed.
#[macro_use]
mod labels;
mod area;
mod books;
mod county;
mod dice;
pub mod model;
mod people;
mod plan;
mod scaled;

pub use books::{BookError, Progress, WrittenFile};
pub use county::{AwardState, County, State};
pub use scaled::{FamilyRecord, Place};
