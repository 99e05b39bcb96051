//! What is known of a delivery without opening a row.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::MatchError;

/// The paper that goes with a delivery; nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Key of the source in the pack.
    pub source: String,
    /// The day of which the data are.
    pub as_of: NaiveDate,
    /// Digest of the file as it came.
    pub input: String,
    /// Digest of description and input together; the key of the seals derives from it.
    pub content: String,
    /// Names of the cells of a row, in order.
    pub cells: Vec<String>,
    /// Encoding of the file as it came.
    pub encoding: String,
    /// Rows read.
    pub rows: u64,
    /// Rows kept.
    pub kept: u64,
    /// Rows rejected, by the code of the reason.
    pub rejected: Vec<(String, u64)>,
    /// Cells that were not of their column's type and were left out, by the name of the cell.
    pub dropped: Vec<(String, u64)>,
}

impl Manifest {
    /// All rejected rows.
    pub fn rejected_rows(&self) -> u64 {
        self.rejected.iter().map(|(_, count)| count).sum()
    }
}

/// How a file that came stands to the deliveries that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It will be the one in force.
    New,
    /// The very same file is there, as the delivery of that day.
    Same(NaiveDate),
    /// One of a later day is in force.
    Older(NaiveDate),
}

/// How a file of a source stands to the deliveries that are there.
pub fn standing(source: &str, as_of: NaiveDate, input: &str, known: &[Manifest]) -> Standing {
    let own = || known.iter().filter(|m| m.source == source);
    if let Some(same) = own().find(|m| m.input == input) {
        return Standing::Same(same.as_of);
    }
    match own().map(|m| m.as_of).max() {
        Some(latest) if latest > as_of => Standing::Older(latest),
        _ => Standing::New,
    }
}

impl Standing {
    /// The refusal, where the file is not to be taken in.
    ///
    /// # Errors
    /// The same delivery again; an older one, unless `keep_older` says that it is meant to
    /// complete the past.
    pub fn allow(self, as_of: NaiveDate, keep_older: bool) -> Result<(), MatchError> {
        match self {
            Standing::New => Ok(()),
            Standing::Same(day) => Err(MatchError::SameDelivery(day)),
            Standing::Older(_) if keep_older => Ok(()),
            Standing::Older(in_force) => Err(MatchError::Older {
                given: as_of,
                in_force,
            }),
        }
    }
}
