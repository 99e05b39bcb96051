//! The places that the pack speaks of.

pub(crate) mod list;

use chrono::NaiveDate;
use kernel::{Bilingual as _, DivisionCode};
use pack::Pack;
use pack::model::Level;
use platform::{Problem, Result};
use serde::Serialize;

use crate::problems;

/// The code by which the nation is shown; it has none of its own.
pub(crate) const NATION: &str = "000000000000";

/// A place with rules of its own.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct PolicyPlace {
    /// 12 digits; the nation has the code 000000000000.
    pub code: String,
    pub zh: String,
    pub en: String,
    /// How deep it lies: 0 is the nation.
    pub depth: usize,
    /// From which day programmes are run there by this pack.
    pub runs_from: Option<NaiveDate>,
}

pub(crate) fn shown(level: &Level) -> PolicyPlace {
    PolicyPlace {
        code: level
            .division
            .map_or(NATION.to_owned(), |d| d.as_str().to_owned()),
        zh: level.zh.clone(),
        en: level.en.clone(),
        depth: level.key.matches('/').count(),
        runs_from: level.runs_from,
    }
}

/// The places that run programmes on a day, in the order of the pack.
pub(crate) fn running(pack: &Pack, on: NaiveDate) -> Vec<PolicyPlace> {
    let runs = |level: &&Level| level.runs_from.is_some_and(|from| from <= on);
    pack.levels().iter().filter(runs).map(shown).collect()
}

/// A code as somebody wrote it.
///
/// # Errors
/// Where it is none.
pub(crate) fn parse(code: &str) -> Result<DivisionCode> {
    DivisionCode::parse(code).map_err(|e| Problem::invalid().field("/place", e.zh(), e.en()))
}

/// The place of the pack in which a division lies.
///
/// # Errors
/// `policy.place.unknown`
pub(crate) fn named(pack: &Pack, division: &DivisionCode) -> Result<PolicyPlace> {
    let lies = |level: &&Level| level.division.is_some_and(|d| d.contains(division));
    let deepest = pack
        .levels()
        .iter()
        .filter(lies)
        .max_by_key(|level| level.key.matches('/').count());
    deepest
        .map(shown)
        .ok_or_else(|| Problem::new(&problems::PLACE))
}
