//! F-021 and F-022: what changed within the year, from the decisions themselves.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use decide::ApprovedItem;
use platform::Result;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Base, dibao::is_upper, heads, pair};
use crate::picture::{Count, holdings};

pub(super) async fn count(base: &Base<'_>, figures: &mut Map<String, Value>) -> Result<()> {
    let items = decide::approved_items(base.conn, base.scope, base.months()).await?;
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
async fn covered(base: &Base<'_>, item: &ApprovedItem) -> Result<Vec<Uuid>> {
    match item.award {
        Some(award) => decide::covered_in(base.conn, award, item.from.prev()).await,
        None => Ok(item.members()),
    }
}
