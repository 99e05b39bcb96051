//! What supervision is done by: lists that are laid beside each other, kinds of clue, limits of
//! time, and the words for outcomes and measures.

use super::{Label, LevelId};
use crate::fault::Spot;

/// Two lists laid beside each other (四双衔接), and the columns of their cross-table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignmentText {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// Whose list the other one is.
    pub theirs: Label,
    /// The fact of a household by which the other list's kinds are on record.
    pub rows: String,
    /// The kinds whose members should be in assistance; who is not is a difference to look at.
    pub gaps: Vec<String>,
    /// The columns of the cross-table.
    pub columns: Vec<AlignmentColumn>,
    /// The document.
    pub cite: String,
    /// The place it holds for.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// Awards that are counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlignmentColumn {
    /// Names.
    pub label: Label,
    /// Keys of the programmes.
    pub programmes: Vec<String>,
    /// The fact of the award that tells more closely, such as 低保类别.
    pub fact: Option<String>,
    /// The values of the fact that belong here.
    pub values: Vec<String>,
    /// Whether all members of the households are counted, and not only those covered.
    pub members: bool,
    /// Whether the column is part of the gross total.
    pub in_total: bool,
}

/// What a clue is about, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClueKindText {
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The checks whose findings are of this kind.
    pub checks: Vec<String>,
    /// The document.
    pub cite: String,
    /// The place it holds for.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// How long something may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisionLimit {
    /// Key: `clue`, `visit`, `difference`, `rectification`.
    pub key: String,
    /// Working days.
    pub working_days: u32,
    /// The document.
    pub cite: String,
    /// The place it holds for.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// A word that officers choose: an outcome of a visit, a measure against somebody responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisionWord {
    /// The list it belongs to: `visit`, `measure`, `yes`, `no`, `difference`.
    pub list: String,
    /// Key.
    pub key: String,
    /// Names.
    pub label: Label,
    /// The place it holds for.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// All that a pack says about supervision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SupervisionText {
    /// Lists laid beside each other.
    pub alignments: Vec<AlignmentText>,
    /// Kinds of clue.
    pub clue_kinds: Vec<ClueKindText>,
    /// Limits of time.
    pub limits: Vec<SupervisionLimit>,
    /// Words to choose from.
    pub words: Vec<SupervisionWord>,
}
