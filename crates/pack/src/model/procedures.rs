//! Procedures as text: one text for all rule sets, of which each case keeps one.

use super::{Label, LevelId};
use crate::fault::Spot;
use chrono::NaiveDate;
use kernel::DivisionCode;

/// A rule set (RS2012 …): the days on which a case that is accepted keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureRules {
    /// Key.
    pub key: String,
    /// First day of acceptance.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The documents.
    pub cite: String,
    /// Where it stands.
    pub spot: Spot,
}

/// A part that only some rule sets have; all where none are named.
#[derive(Debug, Clone, PartialEq)]
pub struct Only<T> {
    /// Keys of the rule sets.
    pub only: Vec<String>,
    /// The part.
    pub part: T,
}

impl<T> Only<T> {
    /// Whether a rule set has it.
    pub fn in_set(&self, rules: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|key| key == rules)
    }
}

/// A step with parts for several rule sets; those lists of `step` itself are empty.
#[derive(Debug, Clone, PartialEq)]
pub struct StepText {
    /// What all rule sets share.
    pub step: flow::Step,
    /// Who may act.
    pub who: Vec<Only<flow::Doer>>,
    /// Forms.
    pub forms: Vec<Only<flow::FormNeed>>,
    /// Papers.
    pub papers: Vec<Only<String>>,
    /// Signatures.
    pub signatures: Vec<Only<flow::Slot>>,
    /// Publicity; the first that a rule set has.
    pub publicity: Vec<Only<flow::Publicity>>,
    /// Limits; the first that a rule set has.
    pub limits: Vec<Only<flow::Limit>>,
    /// How it ends.
    pub outcomes: Vec<Only<flow::Outcome>>,
}

/// How often a recheck is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Every {
    /// The variable of the household or of the member, or the parameter, that says after how many
    /// months.
    pub months: String,
    /// The variable that says of which class the recheck is; none where there is one class only.
    pub class: Option<String>,
    /// Where it stands.
    pub spot: Spot,
}

/// A procedure as written.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcedureText {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The programme it serves.
    pub programme: String,
    /// The procedure whose parts it takes where it has none of its own.
    pub like: Option<String>,
    /// What it is: application, relief, change …
    pub kind: String,
    /// The document it rests on.
    pub cite: String,
    /// How often the program itself opens it: a recheck.
    pub every: Option<Every>,
    /// Nothing of it may be published.
    pub never_public: bool,
    /// When lamps turn.
    pub lamps: flow::Lamps,
    /// Its rule sets, in order of time.
    pub rule_sets: Vec<ProcedureRules>,
    /// Papers.
    pub papers: Vec<Only<flow::Paper>>,
    /// Steps.
    pub steps: Vec<Only<StepText>>,
    /// Totals.
    pub totals: Vec<Only<flow::Total>>,
    /// Reasons for more time.
    pub extensions: Vec<Only<flow::Extension>>,
    /// Reasons for which the clock stops.
    pub pauses: Vec<Only<flow::Pause>>,
    /// Ways out of any step.
    pub anywhere: Vec<Only<flow::Anywhere>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

impl ProcedureText {
    /// The rule set that a case keeps which is accepted on a day.
    pub fn rules_on(&self, accepted: NaiveDate) -> Option<&ProcedureRules> {
        self.rule_sets
            .iter()
            .find(|r| r.from <= accepted && r.to.is_none_or(|to| accepted <= to))
    }

    /// Whether any rule set has a step of that key.
    pub fn has_step(&self, key: &str) -> bool {
        self.steps.iter().any(|s| s.part.step.key == key)
    }
}

/// A limit that a place sets for itself, not longer than the law's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalLimit {
    /// The procedure.
    pub procedure: String,
    /// Key of the total or of the limit of a step.
    pub limit: String,
    /// How many.
    pub days: u32,
    /// First day of acceptance.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document.
    pub cite: String,
    /// The place.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// The county's authority to confirm, given to townships of a place from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelegationText {
    /// The programme.
    pub programme: String,
    /// The townships; the whole place where none are named.
    pub townships: Vec<DivisionCode>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document.
    pub cite: String,
    /// The place.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}
