//! Forms as written, with the days on which a version is used.

use super::LevelId;
use crate::fault::Spot;
use chrono::NaiveDate;

/// A form in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct FormText {
    /// The form; marks of its parts are marks of the pack.
    pub form: forms::Form,
    /// First day on which it is filled in.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document it rests on.
    pub cite: String,
    /// Whether that document was read.
    pub verified: bool,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

impl FormText {
    /// Whether it is filled in on a day.
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}
