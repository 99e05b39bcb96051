//! The layout of one bank's files, as the pack gives it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::core::reasons::FailureReason;
use crate::core::state::PaymentAct;

/// How the bytes of a file stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8 without a mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// GB18030, which most core banking systems still read.
    #[serde(rename = "GB18030")]
    Gb18030,
}

/// In what amounts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// `1317.00`
    Yuan,
    /// `131700`
    Fen,
}

/// What a column of the outgoing file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutField {
    /// Serial within the batch, from 1.
    Seq,
    /// Batch number.
    Batch,
    /// Month paid for, `2022-10`.
    Month,
    /// Name of the account holder.
    Holder,
    /// ID number of the payee.
    IdNumber,
    /// Account number.
    Account,
    /// Bank as it stands on the card.
    Bank,
    /// Amount.
    Amount,
    /// Name of the programme.
    Programme,
    /// 12-digit division.
    Division,
    /// Purpose text: programme and month.
    Purpose,
}

/// What a summary record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SummaryField {
    /// Batch number.
    Batch,
    /// Month paid for.
    Month,
    /// Number of payments.
    Count,
    /// Sum of payments.
    Total,
}

/// What a column of the returned file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackField {
    /// Serial within the batch.
    Seq,
    /// Batch number, where the bank repeats it in each row.
    Batch,
    /// Account number.
    Account,
    /// Holder's name; carried along, not compared.
    Holder,
    /// Amount.
    Amount,
    /// Paid, rejected or under way, in the bank's words.
    Status,
    /// Why rejected, in the bank's words.
    Reason,
    /// When credited.
    Time,
    /// The bank's own serial.
    BankSeq,
    /// Read and not used.
    Ignore,
}

/// A column: its title and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column<F> {
    /// Title in the header row.
    pub title: String,
    /// What it holds.
    pub field: F,
}

/// How the bank answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLayout {
    /// Fields of the first record, if there is a summary record.
    #[serde(default)]
    pub summary: Vec<SummaryField>,
    /// Whether a row of titles stands above the rows; columns are then found
    /// by title, in any order.
    pub titles: bool,
    /// The columns.
    pub columns: Vec<Column<BackField>>,
    /// The bank's words for the three outcomes; its words → `pay`, `reject`, `wait`.
    pub status: BTreeMap<String, String>,
    /// The bank's words for reasons; its words → reason code.
    #[serde(default)]
    pub reasons: BTreeMap<String, String>,
}

/// How one bank's files look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Key of the layout, used in batches.
    pub key: String,
    /// Chinese name of the bank.
    pub zh: String,
    /// English name of the bank.
    pub en: String,
    /// Names of banks, as accounts carry them, whose payments go into this
    /// file; `*` serves all that no other layout names.
    pub serves: Vec<String>,
    /// Encoding of both files.
    pub encoding: Encoding,
    /// One character between cells.
    pub separator: char,
    /// Unit of amounts in both files.
    pub unit: Unit,
    /// Fields of the first record of the outgoing file, if there is one.
    #[serde(default)]
    pub summary: Vec<SummaryField>,
    /// Whether a row of titles stands above the rows.
    pub titles: bool,
    /// The columns of the outgoing file.
    pub columns: Vec<Column<OutField>>,
    /// The returned file.
    #[serde(rename = "return")]
    pub back: ReturnLayout,
}

/// What is wrong with a layout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// A column that a payment cannot do without is missing.
    #[error("layout {0}: the column {1} is missing")]
    Missing(String, &'static str),
    /// A word of `return.status` or `return.reasons` maps to nothing known.
    #[error("layout {0}: {1:?} maps to the unknown word {2:?}")]
    UnknownWord(String, String, String),
    /// The separator is a quote or a line end.
    #[error("layout {0}: {1:?} cannot separate cells")]
    Separator(String, char),
    /// The bank's words cannot say one of the outcomes.
    #[error("layout {0}: return.status has no word for {1}")]
    NoOutcome(String, PaymentAct),
}

impl Layout {
    /// Checks that files of this layout can carry a batch and its answer.
    ///
    /// # Errors
    /// The first [`LayoutError`].
    pub fn check(&self) -> Result<(), LayoutError> {
        let key = || self.key.clone();
        if !self.separator.is_ascii() || matches!(self.separator, '"' | '\n' | '\r') {
            return Err(LayoutError::Separator(key(), self.separator));
        }
        for (field, name) in [
            (OutField::Seq, "seq"),
            (OutField::Holder, "holder"),
            (OutField::Account, "account"),
            (OutField::Amount, "amount"),
        ] {
            if !self.columns.iter().any(|column| column.field == field) {
                return Err(LayoutError::Missing(key(), name));
            }
        }
        for (field, name) in [
            (BackField::Seq, "return.seq"),
            (BackField::Amount, "return.amount"),
            (BackField::Status, "return.status"),
        ] {
            if !self.back.columns.iter().any(|column| column.field == field) {
                return Err(LayoutError::Missing(key(), name));
            }
        }
        if !self.back.summary.contains(&SummaryField::Batch)
            && !self
                .back
                .columns
                .iter()
                .any(|column| column.field == BackField::Batch)
        {
            return Err(LayoutError::Missing(key(), "return.batch"));
        }
        for (word, act) in &self.back.status {
            if self.outcome(word).is_none() {
                return Err(LayoutError::UnknownWord(key(), word.clone(), act.clone()));
            }
        }
        for (word, reason) in &self.back.reasons {
            if FailureReason::of_word(reason).is_none() {
                return Err(LayoutError::UnknownWord(
                    key(),
                    word.clone(),
                    reason.clone(),
                ));
            }
        }
        for act in [PaymentAct::Pay, PaymentAct::Reject] {
            if !self.back.status.values().any(|word| word == act.word()) {
                return Err(LayoutError::NoOutcome(key(), act));
            }
        }
        Ok(())
    }

    /// What the bank's word for an outcome means.
    #[must_use]
    pub fn outcome(&self, word: &str) -> Option<PaymentAct> {
        let act = PaymentAct::of_word(self.back.status.get(word)?)?;
        (act != PaymentAct::Cancel).then_some(act)
    }

    /// What the bank's words for a reason mean; [`FailureReason::Other`] when
    /// the layout does not know them.
    #[must_use]
    pub fn reason(&self, words: &str) -> FailureReason {
        self.back
            .reasons
            .get(words)
            .and_then(|word| FailureReason::of_word(word))
            .unwrap_or(FailureReason::Other)
    }

    /// The word the bank uses for an outcome, and one for a reason: what a
    /// synthetic bank needs to answer.
    #[must_use]
    pub fn word_for(&self, act: PaymentAct) -> Option<&str> {
        self.back
            .status
            .iter()
            .find(|(_, to)| to.as_str() == act.word())
            .map(|(word, _)| word.as_str())
    }
}
