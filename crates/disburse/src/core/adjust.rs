//! Arrears and recovery: what an earlier month should have been, less what it was.
//!
//! The rule of the house: for each person, component and month, everything
//! ever entitled (current + arrears − recovery) equals what the recomputation
//! of that month allows. So an adjustment can neither exceed the recomputed
//! amount nor take back more than was given, and running it again after it has
//! been granted finds nothing to do.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::Month;
use uuid::Uuid;

use super::line::LineKind;

/// What an amount is for: person, component, month.
pub type Due = (Uuid, Arc<str>, Month);

/// One arrears or recovery line to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// What it adjusts.
    pub due: Due,
    /// [`LineKind::Arrears`] or [`LineKind::Recovery`].
    pub kind: LineKind,
    /// Fen, more than zero.
    pub amount: i64,
}

/// Amounts that cannot be: a sign of a fault before this point.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdjustError {
    /// A recomputed entitlement below zero.
    #[error("a recomputed entitlement is negative for month {0}")]
    Negative(Month),
    /// More was taken back than was ever given.
    #[error("the lines of month {0} already add up to less than zero")]
    Overdrawn(Month),
}

/// The adjustments that make `entitled` equal to `recomputed`.
///
/// `entitled` holds the signed sums of all locked lines for the months and
/// persons looked at, `recomputed` what the rules now say. What stands in one
/// and not in the other counts as zero there.
///
/// # Errors
/// [`AdjustError`] when either side holds a negative sum.
pub fn adjustments(
    entitled: &BTreeMap<Due, i64>,
    recomputed: &BTreeMap<Due, i64>,
) -> Result<Vec<Adjustment>, AdjustError> {
    let mut out = Vec::new();
    let mut keys: Vec<&Due> = entitled.keys().chain(recomputed.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    for due in keys {
        let was = entitled.get(due).copied().unwrap_or(0);
        let is = recomputed.get(due).copied().unwrap_or(0);
        if was < 0 {
            return Err(AdjustError::Overdrawn(due.2));
        }
        if is < 0 {
            return Err(AdjustError::Negative(due.2));
        }
        let (kind, amount) = match is - was {
            0 => continue,
            more if more > 0 => (LineKind::Arrears, more),
            less => (LineKind::Recovery, -less),
        };
        out.push(Adjustment {
            due: due.clone(),
            kind,
            amount,
        });
    }
    Ok(out)
}
