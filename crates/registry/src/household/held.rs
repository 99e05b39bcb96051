//! A household inside a unit of work: found within the scope, and moved on by one version.

use kernel::DivisionCode;
use platform::{Problem, Result, Sql, Tx, bulk};
use serde::Serialize;
use uuid::Uuid;

/// What the audit chain records of a household that was changed by hand. Phone and address are
/// named only as changed or not: who needs them opens the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Held {
    #[serde(skip)]
    pub id: Uuid,
    pub number: String,
    pub division: String,
    pub head: Uuid,
    pub address: Option<String>,
    pub urban_rural: Option<String>,
    pub status: String,
    #[serde(skip)]
    pub version: i32,
}

impl Held {
    /// A household within the scope of the unit of work.
    pub async fn find(tx: &Tx, id: Uuid) -> Result<Self> {
        Self::read(tx, id, tx.scope().sql("h.division")).await
    }

    /// A household wherever it lives, for a decision that was made where it lives.
    pub async fn anywhere(tx: &Tx, id: Uuid) -> Result<Self> {
        Self::read(tx, id, Sql::new("1 = 1")).await
    }

    async fn read(tx: &Tx, id: Uuid, within: Sql) -> Result<Self> {
        let sql = Sql::new(
            "select number, division, head, address, urban_rural, status, version \
             from household h where h.id = ",
        )
        .bind(id)
        .text(" and ")
        .push(within);
        let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
        Ok(Self {
            id,
            number: row.try_get_by_index(0)?,
            division: row.try_get_by_index(1)?,
            head: row.try_get_by_index(2)?,
            address: row.try_get_by_index(3)?,
            urban_rural: row.try_get_by_index(4)?,
            status: row.try_get_by_index(5)?,
            version: row.try_get_by_index(6)?,
        })
    }

    /// Its division.
    pub fn place(&self) -> Result<DivisionCode> {
        DivisionCode::parse(&self.division).map_err(|e| Problem::internal(e.to_string()))
    }

    /// Writes the columns that may change by hand, counts the members anew and raises the
    /// version by one.
    pub async fn write(&mut self, tx: &mut Tx) -> Result<()> {
        let sql = Sql::new("update household set division = ")
            .bind(self.division.as_str())
            .text(", head = ")
            .bind(self.head)
            .text(", address = ")
            .bind(self.address.clone())
            .text(", urban_rural = ")
            .bind(self.urban_rural.clone())
            .text(", status = ")
            .bind(self.status.as_str())
            .text(
                ", version = version + 1, size = (select count(*) from membership m \
                 where m.to_date is null and m.household = household.id) where id = ",
            )
            .bind(self.id)
            .text(" and version = ")
            .bind(self.version);
        if bulk::execute(tx, sql).await? != 1 {
            return Err(Problem::new(&platform::problem::kinds::STALE));
        }
        self.version += 1;
        Ok(())
    }
}
