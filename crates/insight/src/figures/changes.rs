//! F-021 and F-022: what changed within the year, from the decisions themselves.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use kernel::Month;
use platform::{Result, Sql};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Base, dibao::is_upper, heads, pair};
use crate::picture::{Count, holdings};

/// An item of an approved decision.
struct Item {
    kind: String,
    programme: String,
    household: Uuid,
    award: Option<Uuid>,
    from: Month,
    payload: Value,
}

impl Item {
    fn fact(&self, name: &str) -> Option<&str> {
        self.payload["facts"][name].as_str()
    }

    /// The covered persons that the item names.
    fn members(&self) -> Vec<Uuid> {
        serde_json::from_value(self.payload["members"].clone()).unwrap_or_default()
    }
}

pub(super) async fn count(base: &Base<'_>, figures: &mut Map<String, Value>) -> Result<()> {
    let items = items(base).await?;
    let (mut new_houses, mut new_persons) = (BTreeSet::new(), BTreeSet::new());
    let mut tekun = BTreeSet::new();
    let (mut grace_houses, mut grace_persons) = (BTreeSet::new(), BTreeSet::new());
    let mut tiers = BTreeSet::new();
    let mut removed = BTreeSet::new();
    for item in &items {
        match (item.kind.as_str(), item.programme.as_str()) {
            ("start", "dibao") if matches!(item.fact("低保类别"), Some("一类" | "二类")) => {
                new_houses.insert(item.household);
                new_persons.extend(item.members());
            }
            ("start", "tekun") => tekun.extend(item.members()),
            ("grace", "dibao") => {
                grace_houses.insert(item.household);
                grace_persons.extend(covered(base, item).await?);
            }
            ("change", "tekun") if item.fact("照料护理档位").is_some() => {
                tiers.extend(covered(base, item).await?);
            }
            // The report counts whoever left the list, for whatever reason.
            ("stop", "disability_living" | "disability_care") => {
                removed.extend(covered(base, item).await?);
            }
            _ => {}
        }
    }
    figures.insert(
        "F-021".into(),
        json!({
            "新纳入一二类": pair(new_houses.len(), new_persons.len()),
            "新纳入特困": heads(tekun.len()),
            "渐退": pair(grace_houses.len(), grace_persons.len()),
            "护理档位调整": heads(tiers.len()),
            "清退两项补贴": heads(removed.len()),
        }),
    );
    figures.insert("F-022".into(), shares(base).await?);
    Ok(())
}

/// The share of 一二类 at the end of the year before and now.
async fn shares(base: &Base<'_>) -> Result<Value> {
    let year = base.day.year();
    let (first, _) = base.months();
    let before = holdings(base.conn, base.scope, "dibao", first.prev()).await?;
    let before = Count::of(before.iter().filter(|holding| is_upper(holding)));
    let now = Count::of(base.picture.of("dibao").filter(|holding| is_upper(holding)));
    let mut shares = Map::new();
    for (year, count) in [(year - 1, before), (year, now)] {
        if let Some(share) = base.share(count.persons()) {
            shares.insert(year.to_string(), Value::String(share));
        }
    }
    Ok(json!({ "一二类占农业人口": shares }))
}

/// The persons covered by an award the month before an item takes effect.
async fn covered(base: &Base<'_>, item: &Item) -> Result<Vec<Uuid>> {
    let Some(award) = item.award else {
        return Ok(item.members());
    };
    let month = item.from.prev().index();
    let sql = Sql::new("select distinct m.person from award_member m where m.award = ")
        .bind(award)
        .text(" and m.until is null and m.from_month <= ")
        .bind(month)
        .text(" and (m.to_month is null or m.to_month >= ")
        .bind(month)
        .text(") order by m.person");
    let rows = base.conn.rows(sql).await?;
    rows.into_iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}

async fn items(base: &Base<'_>) -> Result<Vec<Item>> {
    let (first, last) = base.months();
    let sql = Sql::new(
        "select d.kind, d.programme, i.household, i.award, i.from_month, i.payload \
         from decision d join decision_item i on i.decision = d.id \
         where d.status = 'approved' and d.kind not in ('opening', 'one_off') and i.from_month >= ",
    )
    .bind(first.index())
    .text(" and i.from_month <= ")
    .bind(last.index())
    .text(" and ")
    .push(base.scope.sql("i.division"))
    .text(" order by d.seq, i.seq");
    let mut items = Vec::new();
    base.conn
        .for_each(sql, |row| {
            let payload: String = row.try_get_by_index(5)?;
            let payload: Value = serde_json::from_str(&payload)?;
            items.push(Item {
                kind: row.try_get_by_index(0)?,
                programme: row.try_get_by_index(1)?,
                household: row.try_get_by_index(2)?,
                award: row.try_get_by_index(3)?,
                from: Month::from_index(row.try_get_by_index(4)?)
                    .map_err(platform::Problem::internal)?,
                payload,
            });
            Ok(())
        })
        .await?;
    Ok(items)
}
