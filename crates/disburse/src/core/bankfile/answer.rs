//! What a bank's file says, and what is wrong with it.

use crate::core::state::PaymentAct;

/// The bank's answer to one payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Serial within the batch.
    pub seq: i32,
    /// Paid, rejected or under way.
    pub act: PaymentAct,
    /// Code of the reason in the pack; empty where not rejected or not known.
    pub reason: String,
    /// The bank's own words for the reason, shortened.
    pub words: String,
    /// Fen.
    pub amount: i64,
    /// The bank's own serial, shortened.
    pub bank_seq: String,
    /// When it was booked, as the bank writes it, shortened.
    pub time: String,
}

/// One thing wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Row of the file from 1; 0 for the file as a whole.
    pub row: usize,
    /// Stable code.
    pub code: &'static str,
    /// In Chinese: what, and how to mend it.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A file without faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The replies, by serial.
    pub replies: Vec<Reply>,
    /// Fen credited.
    pub paid: i64,
    /// Fen sent back.
    pub rejected: i64,
    /// Fen still under way.
    pub waiting: i64,
}

/// No more faults than this are listed; a wrong file gives one for each row.
const MOST: usize = 200;

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults(pub Vec<Fault>);

impl Faults {
    pub fn add(
        &mut self,
        row: usize,
        code: &'static str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        if self.0.len() < MOST {
            self.0.push(Fault {
                row,
                code,
                zh: zh.into(),
                en: en.into(),
            });
        }
    }
}
