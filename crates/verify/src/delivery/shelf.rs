//! Where deliveries lie, the keys that open them, and which are in force for a place.

use std::path::PathBuf;

use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode};
use matching::MatchError;
use matching::delivery::{Keys, Shelf, SoftSealer};
use pack::Pack;
use pack::model::Purpose;
use platform::{Conn, Floor, Problem, Result, Sql};

use crate::problems::{FILE, PURPOSE, STANDING};
use crate::words;

/// The keys of tags and seals, derived from the vault's: they lie outside the database.
pub(crate) fn keys(floor: &Floor) -> Keys {
    let vault = floor.vault();
    let tags = vault.mac("verify.delivery.tags", b"1");
    let seals = vault.mac("verify.delivery.seals", b"1");
    Keys::new(&tags, Box::new(SoftSealer::new(&seals)))
}

fn folder(floor: &Floor) -> PathBuf {
    floor.data().join("deliveries")
}

/// The folder of deliveries, cleared of what a killed run left.
pub(crate) fn shelf(floor: &Floor) -> Result<Shelf> {
    Shelf::open(&folder(floor)).map_err(|e| refused(&e))
}

/// A refusal of the engine in its own words.
pub(crate) fn refused(error: &MatchError) -> Problem {
    let kind = match error.code() {
        "disk_full" => &platform::problem::kinds::DISK_FULL,
        "same_delivery" | "older_delivery" => &STANDING,
        "purpose" => &PURPOSE,
        "cancelled" => &platform::problem::kinds::JOB_CANCELLED,
        "damaged_delivery" | "unreadable" => {
            return Problem::internal(error).detail(error.zh(), error.en());
        }
        _ => &FILE,
    };
    Problem::new(kind).detail(error.zh(), error.en())
}

/// A delivery that is in force for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its row.
    pub id: uuid::Uuid,
    /// Key of its source.
    pub source: String,
    /// The day of its data.
    pub as_of: NaiveDate,
    /// The digest that it is called by.
    pub digest: String,
}

/// The deliveries in force for a place and purpose on a day: of each source that was given for
/// the purpose the latest, of the place itself or one above it.
///
/// # Errors
/// When the database fails.
pub async fn in_force(
    conn: &Conn,
    pack: &Pack,
    place: &DivisionCode,
    purpose: Purpose,
    on: NaiveDate,
) -> Result<Vec<Held>> {
    let given: Vec<String> = pack
        .sources_at(place)
        .into_iter()
        .filter(|source| source.ground(purpose).is_some())
        .map(|source| source.key.clone())
        .collect();
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let sql = Sql::new(
        "select id, source, as_of, digest from delivery where status = 'ready' and as_of <= ",
    )
    .bind(on)
    .text(" and division in ")
    .bind_all(words::upwards(place))
    .text(" and source in ")
    .bind_all(given)
    .text(" order by source, as_of desc, kept_at desc");
    let mut found: Vec<Held> = Vec::new();
    for row in conn.rows(sql).await? {
        let source: String = row.try_get_by_index(1)?;
        if found.last().is_some_and(|last| last.source == source) {
            continue;
        }
        found.push(Held {
            id: row.try_get_by_index(0)?,
            source,
            as_of: row.try_get_by_index(2)?,
            digest: row.try_get_by_index(3)?,
        });
    }
    Ok(found)
}
