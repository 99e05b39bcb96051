//! The HTTP side of the floor: what surrounds every handler.

mod body;
mod door;
mod extract;
mod layers;
mod request;
#[cfg(test)]
mod tests;

pub use door::{Doors, with_doors};
pub use extract::{Json, Path, Query, Versioned};
pub use layers::app;
pub use request::{Locale, RequestState};
