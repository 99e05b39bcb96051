//! Which pack speaks for a day.

use chrono::NaiveDate;
use pack::Pack;
use platform::{Conn, Floor, Problem, Result};

use crate::problems::NO_PACK;

/// The pack in force on a day.
pub(crate) async fn pack_on(floor: &Floor, conn: &Conn, day: NaiveDate) -> Result<Pack> {
    let release = policy::release_on(floor, conn, day).await?.ok_or_else(|| {
        Problem::new(&NO_PACK).detail(
            format!("{day}没有生效的政策包，请先启用一个版本"),
            format!("No release of the policy pack is in force on {day}; approve one first."),
        )
    })?;
    Ok(release.pack)
}
