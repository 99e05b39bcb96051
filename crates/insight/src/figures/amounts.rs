//! F-013 and F-014: temporary relief and the money of the year so far.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Money, Month};
use platform::{Conn, Result, Scope, Sql};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Base, pair};

/// A sum paid once.
pub(super) struct Relief {
    pub household: Uuid,
    pub persons: Vec<Uuid>,
}

/// Parts of F-014 and the programmes that each adds up.
const PARTS: [(&str, &[&str]); 6] = [
    ("农村低保", &["dibao"]),
    ("特困", &["tekun"]),
    ("孤儿", &["orphan"]),
    ("事实无人抚养儿童", &["unsupported_child"]),
    ("两项补贴", &["disability_living", "disability_care"]),
    ("临时救助", &["temporary_relief"]),
];

pub(super) async fn count(base: &Base<'_>, figures: &mut Map<String, Value>) -> Result<()> {
    let (first, last) = base.months();
    let sums = sums(base.conn, base.scope, first, last).await?;
    let sum = |programmes: &[&str]| -> Money {
        let fen = programmes.iter().filter_map(|key| sums.get(*key)).sum();
        Money::from_fen(fen)
    };
    let mut parts = Map::new();
    for (name, programmes) in PARTS {
        parts.insert(name.into(), json!({ "万元": sum(programmes).to_wan() }));
    }
    let reliefs = reliefs(base).await?;
    let houses: BTreeSet<Uuid> = reliefs.iter().map(|relief| relief.household).collect();
    let persons: BTreeSet<Uuid> = reliefs
        .iter()
        .flat_map(|relief| relief.persons.iter().copied())
        .collect();
    let mut relief = pair(houses.len(), persons.len());
    if let Some(relief) = relief.as_object_mut() {
        relief.insert("万元".into(), json!(sum(&["temporary_relief"]).to_wan()));
    }
    figures.insert("F-013".into(), relief);
    figures.insert("F-014".into(), Value::Object(parts));
    Ok(())
}

/// What was granted for some months by programme, in fen: the lines of approved rolls, with
/// arrears, less what they take back.
///
/// # Errors
/// When the database fails.
pub(crate) async fn sums(
    conn: &Conn,
    scope: &Scope,
    first: Month,
    last: Month,
) -> Result<BTreeMap<String, i64>> {
    let sql = Sql::new(
        "select l.programme, cast(sum(case when l.kind = 'recovery' then -l.amount else l.amount end) as bigint) \
         from line l where l.month >= ",
    )
    .bind(first.index())
    .text(" and l.month <= ")
    .bind(last.index())
    .text(
        " and exists (select 1 from roll r where r.programme = l.programme and r.month = l.month \
         and r.status in ('approved', 'locked')) and ",
    )
    .push(scope.sql("l.division"))
    .text(" group by l.programme");
    let mut sums = BTreeMap::new();
    for row in conn.rows(sql).await? {
        sums.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    }
    Ok(sums)
}

/// The sums paid once in the year so far, with the persons helped as the decisions name them.
pub(super) async fn reliefs(base: &Base<'_>) -> Result<Vec<Relief>> {
    let items = decide::approved_items(base.conn, base.scope, base.months()).await?;
    let reliefs = items
        .iter()
        .filter(|item| item.kind == "one_off" && item.programme == "temporary_relief")
        .map(|item| Relief {
            household: item.household,
            persons: item.members(),
        });
    Ok(reliefs.collect())
}
