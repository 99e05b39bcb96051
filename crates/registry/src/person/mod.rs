//! Persons by key, the one way to see a sealed value, and putting a record right.

pub(crate) mod correct;
pub(crate) mod reveal;

use std::collections::BTreeMap;

use kernel::{DivisionCode, IdNumber};
use platform::{Conn, Problem, Result, Sql, Vault};
use uuid::Uuid;

/// A person as other rooms need it.
#[derive(Clone, Debug)]
pub struct PersonRef {
    /// The key.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// The identity number; its debug form is masked, and lists show [`PersonRef::masked`].
    pub id_number: Option<IdNumber>,
    /// Where the person's household lives.
    pub division: DivisionCode,
}

impl PersonRef {
    /// The identity number as lists show it.
    pub fn masked(&self) -> Option<String> {
        self.id_number.map(|id| id.masked())
    }
}

/// Some persons by key. Checks no scope: the caller names persons that it may see.
///
/// # Errors
/// When the database fails or a seal is broken.
pub async fn persons(
    conn: &Conn,
    vault: &Vault,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, PersonRef>> {
    let mut wanted: Vec<Uuid> = ids.into_iter().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = BTreeMap::new();
    for part in wanted.chunks(800) {
        let sql = Sql::new("select id, name, id_number, division from person where id in ")
            .bind_all(part.iter().copied());
        for row in conn.rows(sql).await? {
            let id: Uuid = row.try_get_by_index(0)?;
            let sealed: Option<Vec<u8>> = row.try_get_by_index(2)?;
            let plain = sealed
                .map(|s| vault.open_text("person", "id_number", id, &s))
                .transpose()?;
            let division: String = row.try_get_by_index(3)?;
            let person = PersonRef {
                id,
                name: row.try_get_by_index(1)?,
                id_number: plain.and_then(|p| IdNumber::parse(&p).ok()),
                division: DivisionCode::parse(&division)
                    .map_err(|e| Problem::internal(e.to_string()))?,
            };
            found.insert(id, person);
        }
    }
    Ok(found)
}
