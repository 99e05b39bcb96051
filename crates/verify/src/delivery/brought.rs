//! Files that a later room brings for one comparison of its own: cleaned, sealed and kept as
//! deliveries are, and in force nowhere.

use chrono::NaiveDate;
use kernel::DivisionCode;
use matching::Unwatched;
use matching::delivery::Intake;
use pack::Pack;
use platform::{Floor, Problem, Result, files};

use super::{shelf, spool};
use crate::words;

/// Bytes of rows held in memory; the rest is laid aside, sealed.
const MEMORY: usize = 64 << 20;

/// A file that a room brings.
#[derive(Clone, Debug)]
pub struct NewBrought {
    /// The key of its source.
    pub source: String,
    /// The place whose description of the source counts.
    pub place: DivisionCode,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// Its name, for what is said of it.
    pub name: String,
    /// Its content.
    pub content: files::FileRow,
}

/// What taking it in gave.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The digest that it is called by.
    pub digest: String,
    /// Rows read.
    pub records: u64,
    /// Rows that could not be used.
    pub rejected: u64,
}

/// Takes a file in, whole or not at all. The caller writes its digest down; the same file again
/// gives the same one.
///
/// # Errors
/// A source that the pack does not have; a file that is none of it; a full disk.
pub async fn bring(floor: &Floor, pack: &Pack, new: NewBrought) -> Result<Brought> {
    let kind = words::kind(pack, &new.place, &new.source)?;
    let floor = floor.clone();
    tokio::task::spawn_blocking(move || {
        let file = spool::source(&floor, files::open(&floor, &new.content)?, &new.name)?;
        let intake = Intake {
            kind: &kind,
            file: &file,
            as_of: new.as_of,
            known: &[],
            keep_older: true,
            memory: MEMORY,
        };
        let taken = shelf::shelf(&floor)?
            .ingest(&intake, &shelf::keys(&floor), &Unwatched)
            .map_err(|e| shelf::refused(&e))?;
        Ok(Brought {
            digest: taken.digest,
            records: taken.manifest.rows,
            rejected: taken.manifest.rejected_rows(),
        })
    })
    .await
    .map_err(Problem::internal)?
}
