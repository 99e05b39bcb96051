//! People against other departments' data, both ways: who receives and should not, who does
//! not and perhaps should.
//!
//! ```text
//! a department's file ─ text ─► rows ─ clean ─► rejected rows, with reasons
//!                                        │
//!                                        ▼
//! subjects ─ IdTable ───────────────► find ─► pairs
//! ```
//!
//! The room knows no database and no clock. Work goes block by block over all cores, within
//! bounded memory, and tells its caller ([`Watch`]) how far it is; nothing half done is left
//! when it is stopped, killed or runs out of disk.

pub mod align;
pub mod clean;
pub mod delivery;
mod error;
pub mod find;
pub mod findings;
pub mod link;
mod parallel;
mod reject;
mod rows;
pub mod subjects;
pub mod text;

pub use clean::PackedId;
pub use error::MatchError;
pub use parallel::{Unwatched, Watch};
pub use reject::{IdReason, Reason, Reject, RejectCounts};
