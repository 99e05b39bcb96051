//! Figures as a document prints them, to stand beside those that are computed.

use super::{Label, LevelId};
use crate::fault::Spot;
use chrono::NaiveDate;
use kernel::{Money, Month};

/// One printed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Number of the figure: `F-014`.
    pub figure: String,
    /// Names of the part of the figure, outermost first; empty where it has no parts.
    pub path: Vec<String>,
    /// Words.
    pub label: Label,
    /// The programmes it adds up.
    pub programmes: Vec<String>,
    /// The day it speaks of.
    pub on: Option<NaiveDate>,
    /// First month of a sum.
    pub from: Option<Month>,
    /// Last month of a sum.
    pub to: Option<Month>,
    /// Printed leaves: 户, 人, 万元, 占农业人口 … as printed.
    pub values: Vec<(String, String)>,
    /// The amount, where 元 or 万元 is among the leaves.
    pub amount: Option<Money>,
    /// The fault of the document: `D-02`.
    pub fault: Option<String>,
    /// What is known about the fault.
    pub note: Option<Label>,
    /// The document.
    pub cite: String,
    /// The place it speaks of.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}
