//! Who of a few people stands in one delivered list: the office's own lists (staff and their near
//! relatives), which it may look into without asking anybody's consent.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use kernel::{DivisionCode, IdNumber};
use matching::PackedId;
use matching::delivery::{Collect, Evidence, Tagged};
use pack::Pack;
use pack::model::Purpose;
use platform::{Conn, Floor, Problem, Result};
use uuid::Uuid;

use crate::delivery::shelf;

/// Who of some people stands in the delivery of a source that is in force for a place; none where
/// there is no such delivery, which says nothing of anybody.
///
/// # Errors
/// When the database fails or the delivery is damaged.
pub async fn listed(
    floor: &Floor,
    conn: &Conn,
    (pack, place, on): (&Pack, &DivisionCode, NaiveDate),
    source: &str,
    people: Vec<(Uuid, IdNumber)>,
) -> Result<Option<BTreeSet<Uuid>>> {
    let held = shelf::in_force(conn, pack, place, Purpose::Verification, on).await?;
    let Some(held) = held.into_iter().find(|held| held.source == source) else {
        return Ok(None);
    };
    let floor = floor.clone();
    let look = move || -> Result<BTreeSet<Uuid>> {
        let keys = shelf::keys(&floor);
        let shelf = shelf::shelf(&floor)?;
        let delivery = shelf
            .delivery(&held.digest, &keys)
            .map_err(|e| shelf::refused(&e))?;
        let numbers: Vec<PackedId> = people.iter().map(|(_, id)| PackedId::new(id)).collect();
        let mut met = Met::default();
        delivery
            .look_up(&Tagged::new(&numbers, &keys), &mut met)
            .map_err(|e| shelf::refused(&e))?;
        let person = |at: &u32| people.get(*at as usize).map(|(person, _)| *person);
        Ok(met.0.iter().filter_map(person).collect())
    };
    let found = tokio::task::spawn_blocking(look).await;
    found.map_err(Problem::internal)?.map(Some)
}

/// The places of those who were met.
#[derive(Default)]
struct Met(BTreeSet<u32>);

impl Collect for Met {
    fn take(&mut self, hit: &Evidence<'_>) {
        self.0.insert(hit.subject);
    }
}
