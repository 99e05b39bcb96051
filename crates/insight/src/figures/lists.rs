//! F-009 … F-012: the lists of the rural-revitalisation office and who of them is in assistance.

use std::collections::BTreeSet;

use platform::Result;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    Base, LISTS,
    amounts::{Relief, reliefs},
    dibao::{is_lower, is_upper},
    pair,
};
use crate::picture::{Count, Holding};

/// Figure numbers of [`LISTS`], and what the report calls unsupported children in each.
const FIGURES: [(&str, &str); 4] = [
    ("F-009", "事孤儿童"),
    ("F-010", "事孤儿童"),
    ("F-011", "事孤"),
    ("F-012", "事孤"),
];

pub(super) async fn count(base: &Base<'_>, figures: &mut Map<String, Value>) -> Result<()> {
    let reliefs = reliefs(base).await?;
    for (list, (figure, children)) in LISTS.iter().zip(FIGURES) {
        figures.insert(figure.into(), one(base, &reliefs, list, children));
    }
    Ok(())
}

fn one(base: &Base<'_>, reliefs: &[Relief], list: &str, children: &str) -> Value {
    let houses: BTreeSet<Uuid> = base
        .picture
        .houses
        .iter()
        .filter(|(_, house)| house.list.as_deref() == Some(list))
        .map(|(id, _)| *id)
        .collect();
    let members = |houses: &BTreeSet<Uuid>| -> usize {
        houses
            .iter()
            .filter_map(|id| base.picture.houses.get(id))
            .map(|house| house.size)
            .sum()
    };
    let inside = |keep: &dyn Fn(&Holding) -> bool| {
        Count::of(
            base.picture
                .holdings
                .iter()
                .filter(|holding| houses.contains(&holding.household) && keep(holding)),
        )
    };
    let upper = inside(&|h| h.programme == "dibao" && is_upper(h));
    let lower = inside(&|h| h.programme == "dibao" && is_lower(h));
    let tekun = inside(&|h| h.programme == "tekun");
    let orphans = inside(&|h| h.programme == "orphan");
    let unsupported = inside(&|h| h.programme == "unsupported_child");
    let allowances = inside(&|h| h.programme.starts_with("disability_"));
    // In these figures the 人 of the two allowances are all members of the families.
    let allowance_members = members(allowances.house_ids());
    let relieved: Vec<&Relief> = reliefs
        .iter()
        .filter(|r| houses.contains(&r.household))
        .collect();
    let relief_houses: BTreeSet<Uuid> = relieved.iter().map(|r| r.household).collect();
    let relief_persons: BTreeSet<Uuid> = relieved
        .iter()
        .flat_map(|r| r.persons.iter().copied())
        .collect();

    // The report adds 一二类, 三四类, 特困 and 两项补贴 without removing doubles (D-04); the heads
    // without doubles stand beside it.
    let gross = (
        upper.households() + lower.households() + tekun.households() + allowances.households(),
        upper.persons() + lower.persons() + tekun.persons() + allowance_members,
    );
    let once: BTreeSet<Uuid> = [&upper, &lower, &tekun, &allowances]
        .into_iter()
        .flat_map(|count| count.house_ids().iter().copied())
        .collect();
    let persons: BTreeSet<Uuid> = [&upper, &lower, &tekun, &allowances]
        .into_iter()
        .flat_map(|count| count.person_ids().iter().copied())
        .collect();
    let mut value = json!({
        list: pair(houses.len(), members(&houses)),
        "纳入救助": { "户": gross.0, "人": gross.1, "去重": pair(once.len(), persons.len()) },
        "一二类": pair(upper.households(), upper.persons()),
        "三四类": pair(lower.households(), lower.persons()),
        "特困": pair(tekun.households(), tekun.persons()),
        "两项补贴": pair(allowances.households(), allowance_members),
        "临时救助": pair(relief_houses.len(), relief_persons.len()),
    });
    if let Some(value) = value.as_object_mut() {
        if orphans.persons() > 0 {
            value.insert(
                "孤儿/事孤家庭".into(),
                pair(orphans.households(), orphans.persons()),
            );
        }
        if unsupported.persons() > 0 {
            value.insert(
                children.into(),
                pair(unsupported.households(), unsupported.persons()),
            );
        }
    }
    value
}
