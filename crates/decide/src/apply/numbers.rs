//! Public numbers of awards and grants: area + programme + year + serial.

use platform::db::Sql;
use platform::{Problem, Result, Tx};

/// Takes `count` serials of a series in this transaction and answers the
/// first: rolled back with it, so no number is ever missing.
pub(crate) async fn allot(
    tx: &Tx,
    area: &str,
    programme: &str,
    year: i32,
    count: i64,
) -> Result<i64> {
    let sql = Sql::with(
        "insert into award_serial (area, programme, year, last) values (?, ?, ?, ?) \
         on conflict (area, programme, year) do update set last = award_serial.last + excluded.last returning last",
        [area.into(), programme.into(), year.into(), count.into()],
    );
    let last: Option<i64> = tx.conn().scalar(sql).await?;
    last.map(|last| last - count + 1)
        .ok_or_else(|| Problem::internal("the serial table answered nothing"))
}

/// A public number, sortable as text within its series.
pub(crate) fn number(area: &str, year: i32, serial: i64) -> String {
    format!("{area}-{year}-{serial:08}")
}
