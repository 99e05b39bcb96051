//! What a pack says, as data: levels, facts, parameters, programmes and the rest.

mod citable;
pub mod dated;
mod documents;
mod eligibility;
mod findings;
mod forms;
mod imports;
mod people;
mod printed;
mod procedures;
mod programme;
mod questions;
mod scenario;
mod sources;
mod supervision;
pub mod table;
mod templates;
mod words;

pub use citable::{Passage, PolicyDocument, RuleSet};
pub use dated::Dated;
pub use documents::{
    ASKED_FIELDS, Bank, BankFile, Cell, Column, Encoding, Format, LINE_FIELDS, Layout,
    REPORTED_FIELDS, RETURN_FIELDS, Reason, ReportSource, SHEET_FIELDS, Status,
    VERIFICATION_FIELDS, VerificationFile,
};
pub use eligibility::{Assessment, Condition, ExpectedVerdict, Way, WayKind};
pub use findings::{FindingCheck, Severity, Trigger};
pub use forms::FormText;
pub use imports::{AwardFor, ColumnMap, FIELDS, ImportFile, ImportKind, RowOf, Target};
pub use people::{Role, RoleKind, Section};
pub use printed::Printed;
pub use procedures::{
    DelegationText, Every, LocalLimit, Only, ProcedureRules, ProcedureText, StepText,
};
pub use programme::{
    Apportion, Body, Check, Component, Covers, Fund, Guide, Programme, Unit as AwardUnit, Variable,
    Yield,
};
pub use questions::{Question, When};
pub use scenario::{Expected, Overtaken, Scenario};
pub use sources::{Cycle, Ground, Nature, PersonTrait, Purpose, SourceField, SourceKind};
pub use supervision::{
    AlignmentColumn, AlignmentText, ClueKindText, SupervisionLimit, SupervisionText,
    SupervisionWord,
};
pub use templates::{TemplateBlock, TemplateBody, TemplateField, TemplateStyle, TemplateText};
pub use words::{Absent, Contradiction, Fact, Parameter, ParameterValue};

use crate::fault::Spot;
use chrono::NaiveDate;
use kernel::DivisionCode;

/// Index of a level in a pack, parents before children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelId(pub u32);

/// One place with a pack of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Folder path: `cn/gansu/qingshui`.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Its division; the nation has none.
    pub division: Option<DivisionCode>,
    /// The level above.
    pub parent: Option<LevelId>,
    /// The day from which programmes are run at this place by this pack: from
    /// it on, every parameter that they use must have a value.
    pub runs_from: Option<NaiveDate>,
    /// Where it is declared.
    pub spot: Spot,
}

/// A name in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}
