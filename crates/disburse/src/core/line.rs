//! The entitlement line: what one person is due for one component in a month.

use std::sync::Arc;

use decide::words;
use kernel::Month;
use uuid::Uuid;

words! {
    /// Why a line stands in a roll.
    pub enum LineKind {
        /// What is due for the month of the roll.
        Current = "current",
        /// What was due for an earlier month and not granted then (补发).
        Arrears = "arrears",
        /// What was granted for an earlier month and was not due (追缴).
        Recovery = "recovery",
    }
}

impl LineKind {
    /// +1 where the line adds to what a person is due, −1 where it takes away.
    #[must_use]
    pub const fn sign(self) -> i64 {
        match self {
            Self::Current | Self::Arrears => 1,
            Self::Recovery => -1,
        }
    }
}

/// The key of a line within the roll of one programme and month.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineKey {
    /// Who is due.
    pub person: Uuid,
    /// The component of the programme: base, top-up, care, price …
    pub component: Arc<str>,
    /// Current, arrears or recovery.
    pub kind: LineKind,
    /// The month the amount is for: the roll's own for current lines, the
    /// adjusted one for arrears and recovery.
    pub for_month: Month,
    /// 0, or a serial where one person has several one-off grants in a month.
    pub seq: i32,
}

/// One line of a roll. The amount is in fen and never negative: the kind says
/// which way it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its key.
    pub key: LineKey,
    /// The household it is paid within.
    pub household: Uuid,
    /// The award or the one-off grant it comes from.
    pub source: Uuid,
    /// Who is paid: the head for a household's subsidy, the person for a person's.
    pub payee: Uuid,
    /// The 12-digit division of the household in that month.
    pub division: Arc<str>,
    /// The class or tier, as the award's terms name it; empty where there is none.
    pub class: Arc<str>,
    /// Fen.
    pub amount: i64,
}

impl Line {
    /// The amount with the sign of its kind.
    #[must_use]
    pub const fn signed(&self) -> i64 {
        self.amount * self.key.kind.sign()
    }

    /// One line of text in the canonical form over which digests are taken:
    /// the same line gives the same bytes on every machine.
    pub fn canonical(&self, out: &mut String) {
        use std::fmt::Write as _;
        let _ = writeln!(
            out,
            "{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}",
            self.key.person.as_simple(),
            self.key.component,
            self.key.kind,
            self.key.for_month,
            self.key.seq,
            self.household.as_simple(),
            self.source.as_simple(),
            self.payee.as_simple(),
            self.division,
            self.class,
            self.amount,
        );
    }
}
