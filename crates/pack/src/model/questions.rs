//! The few plain questions of the policy calculator.

use super::{Label, LevelId};
use crate::fault::Spot;
use formula::Entity;

/// A question that anybody can answer about himself; its answer is a fact of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The fact that the answer states.
    pub fact: String,
    /// Whose: the household's, or each member's.
    pub entity: Entity,
    /// The question in plain words.
    pub label: Label,
    /// What helps to answer it.
    pub help: Option<Label>,
    /// The answers that may be chosen, in plain words; none where a number is typed.
    pub options: Vec<(String, Label)>,
    /// Asked only where this holds; always where none.
    pub when: Vec<When>,
    /// May be left open without a word.
    pub optional: bool,
    /// The level that declares it.
    pub level: LevelId,
    /// Where it stands.
    pub spot: Spot,
}

/// What an earlier answer about the same subject must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The fact of the earlier question.
    pub fact: String,
    /// One of these.
    pub is: Vec<String>,
    /// At least this number.
    pub min: Option<i64>,
    /// At most this number.
    pub max: Option<i64>,
    /// Where it stands.
    pub spot: Spot,
}
