//! Programmes: what is paid, to whom, by which formula.

use super::table::{Piece, Table};
use super::{Dated, Label, LevelId, Way};
use crate::fault::Spot;
use chrono::NaiveDate;
use formula::{Entity, Type};

/// What an award of a programme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A household: one award covers members of it.
    Household,
    /// A person: one award covers that person.
    Person,
}

/// Whom an award covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Covers {
    /// The members named in the decision.
    Members,
    /// The holder alone.
    Holder,
}

/// How an amount of a household is spread over the persons it is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Apportion {
    /// In equal parts of whole fen over the covered members; the fen left over
    /// go one each to the first members, in their order.
    Equal,
    /// All to the first covered member.
    First,
}

/// One formula as of a date and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Whose amount the formula gives: person, household or award.
    pub entity: Entity,
    /// How a household's amount is spread.
    pub apportion: Apportion,
    /// The formula as written.
    pub formula: String,
    /// Line and column where the formula's text begins.
    pub spot: Spot,
    /// The decision table that the formula was written as.
    pub table: Option<Box<Table>>,
    /// The parts of the formula that came from cells.
    pub pieces: Vec<Piece>,
}

/// A part of what a programme pays: base, top-up, care …
#[derive(Debug, Clone)]
pub struct Component {
    /// Key, part of the key of entitlement lines.
    pub key: String,
    /// Names; the Chinese one also names the result in explanations.
    pub label: Label,
    /// Unit of the amount: 元/月, or 元 where it is paid once.
    pub unit: String,
    /// Type of the amount.
    pub ty: Type,
    /// Paid once, not every month.
    pub once: bool,
    /// The formulas of all levels and dates.
    pub bodies: Vec<Dated<Body>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

/// A named intermediate result.
#[derive(Debug, Clone)]
pub struct Variable {
    /// The name formulas use.
    pub name: String,
    /// English label.
    pub en: String,
    /// Whose value.
    pub entity: Entity,
    /// Type with unit.
    pub ty: Type,
    /// The formulas of all levels and dates.
    pub bodies: Vec<Dated<Body>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

/// A condition on an award that must hold, or the decision is refused: caps, limits.
#[derive(Debug, Clone)]
pub struct Check {
    /// Key.
    pub key: String,
    /// What to say where it does not hold.
    pub label: Label,
    /// Whom it is asked of.
    pub entity: Entity,
    /// The conditions of all levels and dates; true where all is well.
    pub bodies: Vec<Dated<Body>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}

/// Another programme before which this one steps back for the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yield {
    /// The programme that goes before.
    pub programme: String,
    /// The clause.
    pub cite: String,
    /// Where it stands.
    pub spot: Spot,
}

/// A source of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Budget item (功能分类科目), where known.
    pub budget_item: Option<String>,
    /// The document.
    pub cite: String,
    /// Whether the document was read.
    pub verified: bool,
    /// Where it is declared.
    pub spot: Spot,
}

/// What a clerk at the one window tells and asks about a programme: the fields of
/// the guidance catalogue; its name is the programme's, its basis the citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// What it is (救助事项概念).
    pub concept: String,
    /// Who may have it (受理条件), in words.
    pub conditions: Vec<String>,
    /// What to bring (提供材料).
    pub materials: Vec<String>,
    /// The steps (办理程序).
    pub procedure: Vec<String>,
    /// Who accepts it (受理单位).
    pub office: String,
    /// The department that decides it, where civil affairs does not.
    pub refer_to: Option<String>,
}

/// A programme (救助项目).
#[derive(Debug, Clone)]
pub struct Programme {
    /// Key: `dibao`.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Key of the section that runs it.
    pub section: String,
    /// What an award is made for.
    pub unit: Unit,
    /// Whom an award covers.
    pub covers: Covers,
    /// First day on which it exists.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document it rests on.
    pub cite: String,
    /// An estimate that orders work and entitles nobody to anything.
    pub estimate: bool,
    /// The fact of the award that lists show as its class.
    pub class: Option<String>,
    /// The facts of the award that a decision states.
    pub terms: Vec<String>,
    /// Keys of the funds it is paid from.
    pub funds: Vec<String>,
    /// Programmes before which it steps back.
    pub yields: Vec<Yield>,
    /// Intermediate results.
    pub variables: Vec<Variable>,
    /// What it pays.
    pub components: Vec<Component>,
    /// Limits.
    pub checks: Vec<Check>,
    /// The ways into it, with their conditions; none where only a decision puts somebody in.
    pub ways: Vec<Way>,
    /// Its entry in the guidance catalogue, by level and date.
    pub guides: Vec<Dated<Guide>>,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it is declared.
    pub spot: Spot,
}
