//! F-005 … F-007, F-018, F-022: dibao by class.

use serde_json::{Map, Value, json};

use super::{Base, heads};
use crate::picture::{Count, Holding};

const CLASS: &str = "低保类别";
const MODE: &str = "施保方式";
const SINGLE: &str = "单人";
const UPPER: [&str; 2] = ["一类", "二类"];
const LOWER: [&str; 2] = ["三类", "四类"];

/// Whether an award counts among 一二类.
pub(super) fn is_upper(holding: &Holding) -> bool {
    UPPER.contains(&holding.word(CLASS))
}

/// Whether an award counts among 三四类.
pub(super) fn is_lower(holding: &Holding) -> bool {
    LOWER.contains(&holding.word(CLASS))
}

pub(super) fn count(base: &Base<'_>, figures: &mut Map<String, Value>) {
    let all: Vec<&Holding> = base.picture.of("dibao").collect();
    let some = |keep: &dyn Fn(&Holding) -> bool| {
        Count::of(all.iter().copied().filter(|holding| keep(holding)))
    };
    let class = |name: &'static str| some(&move |holding| holding.word(CLASS) == name);
    let upper = some(&is_upper);
    let singles = some(&|holding| holding.word(MODE) == SINGLE);
    figures.insert(
        "F-005".into(),
        base.with_share(&Count::of(all.iter().copied())),
    );
    figures.insert(
        "F-006".into(),
        json!({
            "一二类": base.with_share(&upper),
            "一类": plain(&class("一类")),
            "二类": plain(&class("二类")),
            "单人户": plain(&singles),
        }),
    );
    figures.insert(
        "F-007".into(),
        json!({
            "三四类": base.with_share(&some(&is_lower)),
            "三类": plain(&class("三类")),
            "四类": plain(&class("四类")),
        }),
    );
    // Persons with a disability: those covered alone, and those covered with their household.
    let disabled = |single: bool| {
        all.iter()
            .filter(|holding| (holding.word(MODE) == SINGLE) == single)
            .flat_map(|holding| &holding.members)
            .filter(|person| base.picture.disabled.contains(*person))
            .count()
    };
    figures.insert(
        "F-018".into(),
        json!({ "单人施保": heads(disabled(true)), "整户施保": heads(disabled(false)) }),
    );
}

fn plain(count: &Count) -> Value {
    super::pair(count.households(), count.persons())
}
