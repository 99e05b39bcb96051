//! The change list: this month beside the last.

use std::cmp::Ordering;
use std::sync::Arc;

use decide::words;
use uuid::Uuid;

words! {
    /// What happened to a person between two rolls of one programme.
    pub enum ChangeKind {
        /// Not in the last roll.
        New = "new",
        /// Not in this roll.
        Stopped = "stopped",
        /// More than last month.
        Raised = "raised",
        /// Less than last month.
        Lowered = "lowered",
        /// The same amount in another place or household.
        Moved = "moved",
    }
}

/// What one person is due in a month: the sum of the current lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSum {
    /// Who.
    pub person: Uuid,
    /// Within which household.
    pub household: Uuid,
    /// Under which award.
    pub award: Uuid,
    /// Where.
    pub division: Arc<str>,
    /// Fen.
    pub amount: i64,
}

/// One entry of the change list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// To whom.
    pub person: Uuid,
    /// In which household: the present one, or the last where there is none.
    pub household: Uuid,
    /// Under which award.
    pub award: Uuid,
    /// Where.
    pub division: Arc<str>,
    /// Last month's fen; 0 where new.
    pub before: i64,
    /// This month's fen; 0 where stopped.
    pub after: i64,
}

/// Compares two rolls, each sorted by person with one entry a person.
///
/// Nobody is left out: a person unchanged in amount and place gives no entry,
/// every other gives exactly one, and the sum of after − before over the list
/// is the difference of the two totals.
#[must_use]
pub fn compare(last: &[PersonSum], now: &[PersonSum]) -> Vec<Change> {
    debug_assert!(
        last.is_sorted_by_key(|sum| sum.person) && now.is_sorted_by_key(|sum| sum.person)
    );
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        let order = match (last.get(i), now.get(j)) {
            (None, None) => return out,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => a.person.cmp(&b.person),
        };
        match order {
            Ordering::Less => {
                out.push(entry(ChangeKind::Stopped, &last[i], last[i].amount, 0));
                i += 1;
            }
            Ordering::Greater => {
                out.push(entry(ChangeKind::New, &now[j], 0, now[j].amount));
                j += 1;
            }
            Ordering::Equal => {
                let (a, b) = (&last[i], &now[j]);
                let kind = match b.amount.cmp(&a.amount) {
                    Ordering::Greater => Some(ChangeKind::Raised),
                    Ordering::Less => Some(ChangeKind::Lowered),
                    Ordering::Equal if a.division != b.division || a.household != b.household => {
                        Some(ChangeKind::Moved)
                    }
                    Ordering::Equal => None,
                };
                if let Some(kind) = kind {
                    out.push(entry(kind, b, a.amount, b.amount));
                }
                i += 1;
                j += 1;
            }
        }
    }
}

fn entry(kind: ChangeKind, sum: &PersonSum, before: i64, after: i64) -> Change {
    Change {
        kind,
        person: sum.person,
        household: sum.household,
        award: sum.award,
        division: sum.division.clone(),
        before,
        after,
    }
}
