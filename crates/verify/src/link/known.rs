//! Rows that somebody gave to a person, as runs read them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use platform::{Conn, Floor, Result, Sql};
use uuid::Uuid;

use super::store::{NOUN, Theirs};
use crate::delivery::shelf::Held;

/// A row that somebody gave to a person.
#[derive(Clone, Debug)]
pub(crate) struct Linked {
    /// Row in the file as it came.
    pub row: u32,
    /// What it says, by the names of the cells.
    pub cells: BTreeMap<String, String>,
}

/// By delivery and person.
pub(crate) type Known = BTreeMap<(Uuid, Uuid), Vec<Linked>>;

/// The rows of some deliveries that were given to persons until an instant: a run that goes on
/// after a restart meets the decisions that it began with.
pub(crate) async fn known(
    floor: &Floor,
    conn: &Conn,
    held: &[Held],
    until: DateTime<Utc>,
) -> Result<Known> {
    let mut known = Known::new();
    if held.is_empty() {
        return Ok(known);
    }
    let sql = Sql::new(
        "select id, delivery, person, line, theirs from link_pair where status = 'same' and decided_at <= ",
    )
    .bind(until)
    .text(" and delivery in ")
    .bind_all(held.iter().map(|h| h.id))
    .text(" order by delivery, line, id");
    for row in conn.rows(sql).await? {
        let id: Uuid = row.try_get_by_index(0)?;
        let sealed: Vec<u8> = row.try_get_by_index(4)?;
        let theirs: Theirs =
            serde_json::from_str(&floor.vault().open_text(NOUN, "theirs", id, &sealed)?)?;
        let line: i64 = row.try_get_by_index(3)?;
        let key = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        known.entry(key).or_default().push(Linked {
            row: u32::try_from(line).unwrap_or(u32::MAX),
            cells: theirs.cells,
        });
    }
    Ok(known)
}
