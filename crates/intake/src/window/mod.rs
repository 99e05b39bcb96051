//! The register of service windows: where, when and by what telephone.

pub(crate) mod list;
pub(crate) mod save;

use chrono::NaiveDate;
use directory::{DivisionRef, division_names};
use kernel::DivisionCode;
use platform::{Conn, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The noun of a window in the audit chain.
const NOUN: &str = "service_window";

/// A service window.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Window {
    pub id: Uuid,
    /// The area it serves.
    pub division: DivisionRef,
    /// 永清镇社会救助综合服务窗口.
    pub name: String,
    /// Address.
    pub address: String,
    /// Telephone.
    pub phone: String,
    /// Opening hours, as the sign on the door says them.
    pub hours: String,
    /// Fixed staff (固定工作人员), persons.
    pub staff: i32,
    /// Since when.
    pub opened_on: NaiveDate,
    /// Its last day, where it has closed.
    pub closed_on: Option<NaiveDate>,
    pub version: i32,
}

const COLUMNS: &str = "select w.id, w.division, w.name, w.address, w.phone, w.hours, w.staff, \
    w.opened_on, w.closed_on, w.version from service_window w where ";

/// The windows that a condition leaves, by area and name.
async fn all(conn: &Conn, condition: Sql) -> Result<Vec<Window>> {
    let sql = Sql::new(COLUMNS)
        .push(condition)
        .text(" order by w.division, w.name, w.id");
    let rows = conn.rows(sql).await?;
    let codes = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(1))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let places = division_names(conn, codes.clone()).await?;
    rows.iter()
        .zip(codes)
        .map(|(row, code)| {
            Ok(Window {
                id: row.try_get_by_index(0)?,
                division: places.get(&code),
                name: row.try_get_by_index(2)?,
                address: row.try_get_by_index(3)?,
                phone: row.try_get_by_index(4)?,
                hours: row.try_get_by_index(5)?,
                staff: row.try_get_by_index(6)?,
                opened_on: row.try_get_by_index(7)?,
                closed_on: row.try_get_by_index(8)?,
                version: row.try_get_by_index(9)?,
            })
        })
        .collect()
}

impl Window {
    fn code(&self) -> Result<DivisionCode> {
        DivisionCode::parse(&self.division.code).map_err(Problem::internal)
    }
}
