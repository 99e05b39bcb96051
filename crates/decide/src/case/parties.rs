//! Names of the people of a case, for those who may see it.

use std::collections::BTreeMap;

use flow::Opening;
use platform::{Conn, Floor, Result};
use uuid::Uuid;

/// Names by the keys under which the case knows its people.
pub(crate) async fn names(
    floor: &Floor,
    conn: &Conn,
    opening: &Opening,
) -> Result<BTreeMap<String, String>> {
    let keys = opening.parties.iter().filter_map(|p| p.person.parse().ok());
    let keys: Vec<Uuid> = keys.collect();
    let people = registry::persons(conn, floor.vault(), keys).await?;
    Ok(people
        .into_iter()
        .map(|(id, person)| (id.to_string(), person.name))
        .collect())
}
