//! Deliveries: what a department sent, normalised, sorted by person, sealed, and never changed.
//!
//! A delivery is one file, written once. Its rows are sorted by a 64-bit keyed tag of the
//! person, in 256 groups by the first byte of the tag; a group holds the tags, the row numbers
//! and the sealed rows, each by itself, so that a search reads tags only and opens the rows it
//! found. The file is called by its digest. Nothing of it tells who is in it without the keys.
//!
//! ```text
//! magic · length · manifest (JSON, nothing personal)
//! 256 × [ tags 8·n | rows 4·n | ends 4·n | sealed rows ]
//! rejected rows
//! directory: for each group its place, count, length and SM3 digest · digest · magic
//! ```

mod cells;
mod digest;
mod find;
mod group;
mod ingest;
mod keys;
mod loose;
mod manifest;
mod shelf;
mod sorter;
#[cfg(test)]
mod tests;

pub use cells::Cells;
pub use digest::digest;
pub use find::{Collect, Evidence, Tagged};
pub use group::Delivery;
pub use ingest::{Intake, Taken, wanted};
pub use keys::{Keys, RowSealer, Sealer, SoftSealer};
pub use loose::{Loose, LooseRows, loose};
pub use manifest::{Manifest, Standing, standing};
pub use shelf::Shelf;

/// Groups of a delivery: one for each first byte of a tag.
pub const GROUPS: usize = 256;
