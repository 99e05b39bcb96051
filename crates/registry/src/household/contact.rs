//! Where a household lives and how it is reached, for rooms that write to it.

use std::collections::BTreeMap;

use platform::{Conn, Problem, Result, Sql, Vault};
use uuid::Uuid;

/// Address and telephone.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The public number of the household.
    pub number: String,
    /// Address.
    pub address: Option<String>,
    /// Telephone, in the clear.
    pub phone: Option<String>,
}

/// Address and telephone of a household. Checks no scope: the caller names a household that it
/// may see.
///
/// # Errors
/// When the household is not there, the database fails or a seal is broken.
pub async fn contact(conn: &Conn, vault: &Vault, household: Uuid) -> Result<Contact> {
    let sql = Sql::new("select number, address, phone from household where id = ").bind(household);
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    let phone: Option<Vec<u8>> = row.try_get_by_index(2)?;
    Ok(Contact {
        number: row.try_get_by_index(0)?,
        address: row.try_get_by_index(1)?,
        phone: phone
            .map(|sealed| vault.open_text("household", "phone", household, &sealed))
            .transpose()?,
    })
}

/// Addresses of some households, where one is known. Checks no scope: the caller names households
/// that it may see.
///
/// # Errors
/// When the database fails.
pub async fn addresses(conn: &Conn, households: &[Uuid]) -> Result<BTreeMap<Uuid, String>> {
    let mut found = BTreeMap::new();
    for part in households.chunks(800) {
        let sql =
            Sql::new("select id, address from household where address is not null and id in ")
                .bind_all(part.iter().copied());
        for row in conn.rows(sql).await? {
            found.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
    }
    Ok(found)
}
