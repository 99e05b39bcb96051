//! Synthetic places: people who do not exist, with every record a county's roster holds, the
//! same bytes for the same seed.
#[macro_use]
mod labels;
mod area;
mod county;
mod dice;
pub mod model;
mod people;
mod plan;

pub use county::{AwardState, County, State};
