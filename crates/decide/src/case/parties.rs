//! The people of a case, for those who may see it.

use std::collections::BTreeMap;

use flow::Opening;
use platform::{Conn, Floor, Result};
use registry::PersonRef;
use uuid::Uuid;

/// The people by key.
pub(crate) async fn people(
    floor: &Floor,
    conn: &Conn,
    opening: &Opening,
) -> Result<BTreeMap<Uuid, PersonRef>> {
    let keys = opening.parties.iter().filter_map(|p| p.person.parse().ok());
    let keys: Vec<Uuid> = keys.collect();
    registry::persons(conn, floor.vault(), keys).await
}
