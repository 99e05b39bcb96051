//! Policy documents and rule sets: what everything else in a pack rests on.

use super::{Label, LevelId};
use crate::fault::Spot;
use chrono::NaiveDate;

/// A law, regulation, notice or report that values and formulas cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDocument {
    /// Title.
    pub title: String,
    /// English title.
    pub en: String,
    /// Number of issue (文号), where it is known.
    pub number: Option<String>,
    /// Other names by which citations call it.
    pub aliases: Vec<String>,
    /// Who issued it.
    pub issuer: String,
    /// Day of issue, where it is known.
    pub issued: Option<NaiveDate>,
    /// First day of validity, where it is known.
    pub from: Option<NaiveDate>,
    /// Last day of validity.
    pub to: Option<NaiveDate>,
    /// The document that took its place, by number or title.
    pub superseded_by: Option<String>,
    /// Number of its last article: a citation past it is a fault.
    pub last_article: Option<u32>,
    /// Where it was read.
    pub source: Option<String>,
    /// What else is to be said of it.
    pub note: Option<String>,
    /// Whether its text was read.
    pub verified: bool,
    /// Passages kept here.
    pub passages: Vec<Passage>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

impl PolicyDocument {
    /// The name by which it is called: its number, or its title where it has none.
    pub fn name(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.title)
    }

    /// Every name by which citations may call it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.number
            .iter()
            .map(String::as_str)
            .chain([self.title.as_str()])
            .chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether it was valid on a day; true where its dates are not known.
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }
}

/// A passage of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Article or place: 第十三条.
    pub at: String,
    /// The words.
    pub text: String,
    /// True for the document's own words, false for their gist.
    pub quoted: bool,
}

/// The national rules of a stretch of time; a case keeps those of its acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    /// Key: RS2021.
    pub key: String,
    /// Names.
    pub label: Label,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open where none.
    pub to: Option<NaiveDate>,
    /// The documents that make it, by number or title.
    pub documents: Vec<String>,
    /// What turned on its first day.
    pub note: String,
    /// Where it is declared.
    pub spot: Spot,
}

impl RuleSet {
    /// Whether it holds on a day.
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}
