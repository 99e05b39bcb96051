//! Days on which a place needs a parameter and has none.

use crate::fault::{FaultKind, Faults, Words};
use crate::model::{LevelId, dated};
use crate::pack::Data;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Reports every needed parameter without a value on some day of a stretch of
/// time from which on the place runs its programmes.
pub fn check(
    data: &Data,
    level: LevelId,
    chain: &[LevelId],
    needed: &BTreeSet<usize>,
    (from, to): (NaiveDate, Option<NaiveDate>),
    faults: &mut Faults<'_>,
) {
    let place = data.level(level);
    let Some(runs_from) = place.runs_from else {
        return;
    };
    let from = from.max(runs_from);
    if to.is_some_and(|to| to < from) {
        return;
    }
    for index in needed {
        let parameter = &data.parameters[*index];
        if parameter.open {
            continue;
        }
        let Some(day) = dated::first_gap(&parameter.values, chain, from, to) else {
            continue;
        };
        let near = parameter
            .values
            .iter()
            .filter(|v| chain.contains(&v.level))
            .min_by_key(|v| (v.from > day, chain.iter().position(|l| *l == v.level)));
        let spot = near.map_or(place.spot, |v| v.spot);
        let words = Words::new(
            format!(
                "{}自 {day} 起缺少参数“{}”的值，而公式要用它",
                place.zh, parameter.name
            ),
            format!(
                "{} has no value of “{}” on {day}, although formulas need it",
                place.en, parameter.name
            ),
        );
        faults.add(FaultKind::Gap, spot, words);
    }
}
