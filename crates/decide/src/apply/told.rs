//! After awards changed: the registry is told whom a programme covers now, so
//! that its lists can show and filter by it.

use std::collections::{BTreeMap, BTreeSet};

use platform::db::Sql;
use platform::{Result, Tx};
use uuid::Uuid;

use crate::outside::{Covered, world};

/// Counts anew what some households hold of a programme and tells it.
pub(crate) async fn tell(
    tx: &mut Tx,
    programme: &str,
    households: impl IntoIterator<Item = Uuid>,
) -> Result<()> {
    let wanted: BTreeSet<Uuid> = households.into_iter().collect();
    let wanted: Vec<Uuid> = wanted.into_iter().collect();
    let now = kernel::Month::of(tx.floor().today());
    let mut found: BTreeMap<Uuid, (String, i64)> = BTreeMap::new();
    for part in wanted.chunks(500) {
        // The empty text keeps planners from walking all awards of the programme: the households
        // are the few.
        let sql = Sql::new(
            "select a.household, max(a.class), count(*) from award a join award_member m on m.award = a.id \
             where a.status <> 'stopped' and a.programme || '' = ",
        )
        .bind(programme)
        .text(" and a.household in ")
        .bind_all(part.iter().copied())
        .text(" and m.until is null and (m.to_month is null or m.to_month >= ")
        .bind(now.index())
        .text(") group by a.household");
        for row in tx.conn().rows(sql).await? {
            found.insert(
                row.try_get_by_index(0)?,
                (row.try_get_by_index(1)?, row.try_get_by_index(2)?),
            );
        }
    }
    let covered = wanted
        .into_iter()
        .map(|household| {
            let (class, count) = found.remove(&household).unwrap_or_default();
            Covered {
                household,
                programme: programme.to_owned(),
                class: Some(class).filter(|class| !class.is_empty()),
                covered: i32::try_from(count).unwrap_or(i32::MAX),
            }
        })
        .collect();
    let world = world(tx.floor());
    world.told(tx, covered).await
}
