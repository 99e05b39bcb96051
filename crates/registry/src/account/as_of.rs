//! The account that a payee is paid to in a month.

use std::collections::BTreeMap;

use kernel::{BankAccount, Month};
use platform::{Conn, Problem, Result, Sql, Vault};
use uuid::Uuid;

/// An account in the clear, for payment files only.
#[derive(Clone, Debug)]
pub struct PayeeAccount {
    /// The account's key.
    pub id: Uuid,
    /// The payee.
    pub person: Uuid,
    /// The bank's key, or its name where the pack does not know it.
    pub bank: String,
    /// The holder's name; the payee's own where the roster named none.
    pub holder: String,
    /// The number; its debug form is masked.
    pub number: BankAccount,
}

const SELECT: &str = "select a.id, a.person, a.bank, a.holder, a.number, p.name from account a \
    join person p on p.id = a.person where ";

/// The accounts that some payees are paid to in a month. Checks no scope: the caller names
/// payees that it may see.
///
/// # Errors
/// When the database fails or a seal is broken.
pub async fn accounts_as_of(
    conn: &Conn,
    vault: &Vault,
    payees: impl IntoIterator<Item = Uuid>,
    month: Month,
) -> Result<BTreeMap<Uuid, PayeeAccount>> {
    let mut wanted: Vec<Uuid> = payees.into_iter().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = BTreeMap::new();
    for part in wanted.chunks(800) {
        let sql = Sql::new(SELECT)
            .text("a.person in ")
            .bind_all(part.iter().copied())
            .text(" and a.valid_from <= ")
            .bind(month.to_string())
            .text(" order by a.person, a.valid_from, a.id");
        // Only the last account of each payee is opened: opening costs.
        let mut last: BTreeMap<Uuid, sea_orm::QueryResult> = BTreeMap::new();
        for row in conn.rows(sql).await? {
            last.insert(row.try_get_by_index(1)?, row);
        }
        for (person, row) in last {
            found.insert(person, open(vault, &row)?);
        }
    }
    Ok(found)
}

/// One account by key.
///
/// # Errors
/// When the database fails or a seal is broken.
pub async fn open_account(conn: &Conn, vault: &Vault, id: Uuid) -> Result<Option<PayeeAccount>> {
    let row = conn.row(Sql::new(SELECT).text("a.id = ").bind(id)).await?;
    row.map(|row| open(vault, &row)).transpose()
}

fn open(vault: &Vault, row: &sea_orm::QueryResult) -> Result<PayeeAccount> {
    let id: Uuid = row.try_get_by_index(0)?;
    let holder: Vec<u8> = row.try_get_by_index(3)?;
    let number: Vec<u8> = row.try_get_by_index(4)?;
    let holder = vault.open_text("account", "holder", id, &holder)?;
    let number = vault.open_text("account", "number", id, &number)?;
    let name: String = row.try_get_by_index(5)?;
    Ok(PayeeAccount {
        id,
        person: row.try_get_by_index(1)?,
        bank: row.try_get_by_index(2)?,
        holder: if holder.is_empty() { name } else { holder },
        number: BankAccount::parse(&number).map_err(|e| Problem::internal(e.to_string()))?,
    })
}
