//! From lines to payments.
//!
//! A household's subsidy goes to the head's card, a person's to the person's
//! own (财办〔2020〕37号). One payment gathers all lines of one programme that go
//! to one account; payments of one bank make a batch.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::line::{Line, LineKey};

/// Where a payee's money goes. The account itself stays sealed: only its row
/// is named here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Key of the bank layout that serves the account.
    pub bank: String,
    /// The account row.
    pub account: Uuid,
}

/// A payment to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Bank and account.
    pub target: Target,
    /// Whose account.
    pub payee: Uuid,
    /// Fen, more than zero.
    pub amount: i64,
    /// The lines it pays, in key order.
    pub lines: Vec<LineKey>,
}

/// What grouping gives: payments by bank, and what cannot be paid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grouped {
    /// Payments by bank key, in the order of payees.
    pub by_bank: BTreeMap<String, Vec<Payment>>,
    /// Lines whose payee has no account in force.
    pub without_account: Vec<LineKey>,
    /// Lines whose net is nothing: granted, taken back before being paid.
    pub nothing_left: Vec<LineKey>,
}

/// Groups payable lines by payee and account.
///
/// Recovery lines among them are those that take back what was never paid;
/// they go with the line they adjust and lessen the payment.
pub fn group<'a>(
    lines: impl IntoIterator<Item = &'a Line>,
    target: impl Fn(Uuid) -> Option<Target>,
) -> Grouped {
    let mut by_payee: BTreeMap<Uuid, (i64, Vec<LineKey>)> = BTreeMap::new();
    for line in lines {
        let entry = by_payee.entry(line.payee).or_default();
        entry.0 += line.signed();
        entry.1.push(line.key.clone());
    }
    let mut out = Grouped::default();
    for (payee, (amount, mut lines)) in by_payee {
        lines.sort_unstable();
        if amount <= 0 {
            out.nothing_left.extend(lines);
        } else if let Some(target) = target(payee) {
            out.by_bank
                .entry(target.bank.clone())
                .or_default()
                .push(Payment {
                    target,
                    payee,
                    amount,
                    lines,
                });
        } else {
            out.without_account.extend(lines);
        }
    }
    out
}
