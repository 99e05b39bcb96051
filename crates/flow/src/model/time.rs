//! Time limits, publicity, and what stops or stretches the clock.

use super::{Condition, Doer, Label, Mark};
use serde::Serialize;

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 工作日, by the table of the State Council's notices.
    WorkingDays,
    /// 日, calendar days.
    Days,
    /// 月, calendar months.
    Months,
}

impl Unit {
    /// In Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            Unit::WorkingDays => "个工作日",
            Unit::Days => "日",
            Unit::Months => "个月",
        }
    }

    /// In English.
    pub fn en(self) -> &'static str {
        match self {
            Unit::WorkingDays => "working days",
            Unit::Days => "days",
            Unit::Months => "months",
        }
    }
}

/// When a lamp turns: so many days left (working days for limits in working days).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Lamps {
    /// Yellow with so many days left or fewer.
    pub yellow: u32,
    /// Red with so many days left or fewer; past the limit it is always red.
    pub red: u32,
}

/// From when the limit of a step runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LimitFrom {
    /// From the day the step opened.
    Opened,
    /// From the day another step was finished.
    Finished(String),
    /// From a day that a fact of the case names: the day of death.
    Fact(String),
}

/// What happens when a limit has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timeout {
    /// Somebody with this role is told, and the lamp stays red.
    Escalate(String),
    /// The system takes this outcome of the step.
    Outcome(String),
}

/// The limit of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Key, by which a place may shorten it.
    pub key: String,
    /// How many.
    pub days: u32,
    /// Of what.
    pub unit: Unit,
    /// From when.
    pub from: LimitFrom,
    /// When its lamp turns; the procedure's where none.
    pub lamps: Option<Lamps>,
    /// What happens when it has passed.
    pub timeout: Option<Timeout>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// The limit of the whole, from the outcome that starts it to the one that stops it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// How many.
    pub days: u32,
    /// Of what.
    pub unit: Unit,
    /// How many where the county's authority is delegated to the township.
    pub delegated: Option<u32>,
    /// When its lamp turns; the procedure's where none.
    pub lamps: Option<Lamps>,
    /// Who is told when it has passed.
    pub timeout: Option<Timeout>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// A reason for which a total is longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Key of the reason.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The total.
    pub total: String,
    /// How many days it then has.
    pub days: u32,
    /// Who may say so.
    pub who: Vec<Doer>,
    /// What must hold.
    pub needs: Option<Condition>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// A reason for which the clock of the totals stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Key of the reason.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Steps during which it may stop; any where empty.
    pub during: Vec<String>,
    /// Who may say so.
    pub who: Vec<Doer>,
    /// The longest, after which the clock runs on by itself.
    pub at_most: Option<(u32, Unit)>,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// Publicity before a decision (公示), open to objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publicity {
    /// Calendar days; the day after posting is the first.
    pub days: u32,
    /// Where it is put up: village, township.
    pub place: String,
    /// What it may show, and nothing else.
    pub shows: Vec<String>,
    /// A photo proves that it hung.
    pub photo: bool,
    /// The clause.
    pub cite: String,
    /// Where it was written.
    pub mark: Mark,
}

/// What the publicity of a step must have come to before an outcome is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AfterPublicity {
    /// Nothing.
    #[default]
    Whatever,
    /// It hung its full time and nobody objected.
    Quiet,
    /// Somebody objected while it hung.
    Objected,
}
