//! What the pack in force says to oversight: words, kinds, limits.

use chrono::{Days, NaiveDate};
use directory::Named;
use kernel::{DivisionCode, WorkingDays};
use pack::Pack;
use pack::model::Label;
use platform::{Conn, Floor, Problem, Result};

use crate::problems::{NO_RELEASE, WORD};

/// The pack in force today.
pub(crate) async fn pack(floor: &Floor, conn: &Conn) -> Result<Pack> {
    policy::release_on(floor, conn, floor.today())
        .await?
        .map(|release| release.pack)
        .ok_or_else(|| Problem::new(&NO_RELEASE))
}

/// A key with its names.
pub(crate) fn named(key: &str, label: &Label) -> Named {
    Named {
        key: key.to_owned(),
        zh: label.zh.clone(),
        en: label.en.clone(),
    }
}

/// A key that nobody names is shown as it is.
pub(crate) fn unnamed(key: &str) -> Named {
    Named {
        key: key.to_owned(),
        zh: key.to_owned(),
        en: key.to_owned(),
    }
}

/// A word of a list of the pack; refused where the pack does not have it.
pub(crate) fn choice(
    pack: &Pack,
    place: &DivisionCode,
    list: &str,
    key: &str,
    pointer: &'static str,
) -> Result<Named> {
    let supervision = pack.supervision(place);
    if let Some(word) = supervision.words(list).find(|word| word.key == key) {
        return Ok(named(key, &word.label));
    }
    let zh: Vec<&str> = supervision
        .words(list)
        .map(|w| w.label.zh.as_str())
        .collect();
    let en: Vec<&str> = supervision
        .words(list)
        .map(|w| w.label.en.as_str())
        .collect();
    Err(Problem::new(&WORD).field(
        pointer,
        format!("可选：{}", zh.join("、")),
        format!("One of: {}", en.join("; ")),
    ))
}

/// The word of a list for showing.
pub(crate) fn shown(pack: &Pack, place: &DivisionCode, list: &str, key: &str) -> Named {
    let supervision = pack.supervision(place);
    let found = supervision.words(list).find(|word| word.key == key);
    found.map_or_else(|| unnamed(key), |word| named(key, &word.label))
}

/// A kind of clue for showing.
pub(crate) fn kind(pack: &Pack, place: &DivisionCode, key: &str) -> Named {
    let supervision = pack.supervision(place);
    let found = supervision.clue_kinds().find(|kind| kind.key == key);
    found.map_or_else(|| unnamed(key), |kind| named(key, &kind.label))
}

/// A check for showing.
pub(crate) fn check(pack: &Pack, key: &str) -> Named {
    let found = pack.finding_checks().iter().find(|check| check.key == key);
    found.map_or_else(|| unnamed(key), |check| named(key, &check.label))
}

/// A programme for showing.
pub(crate) fn programme(pack: &Pack, key: &str) -> Named {
    let found = pack.programmes().iter().find(|p| p.key == key);
    found.map_or_else(|| unnamed(key), |p| named(key, &p.label))
}

/// The last day on time, by the limit of the pack; none where the pack sets none.
pub(crate) fn due(
    pack: &Pack,
    place: &DivisionCode,
    limit: &str,
    from: NaiveDate,
) -> Option<NaiveDate> {
    let days = pack.supervision(place).working_days(limit)?;
    let worked = WorkingDays::embedded().deadline(from, days);
    // Beyond the years of the calendar, five days of seven are worked.
    Some(worked.unwrap_or_else(|_| from + Days::new(u64::from(days).div_ceil(5) * 7)))
}
