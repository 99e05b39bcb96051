//! The states of a decision and of an award.

use crate::steps::Steps;
use crate::words;

words! {
    /// What a decision does to awards.
    pub enum DecisionKind {
        /// Takes over awards that an imported roster says are in payment.
        Opening = "opening",
        /// Grants a new award.
        Start = "start",
        /// Changes members or terms of an award: class, care tier, a death, a birth.
        Change = "change",
        /// Lets an award run out in steps (民办函〔2024〕31号 keeps the 渐退期 of at most six months, 57 号文 §33).
        Grace = "grace",
        /// Ends an award.
        Stop = "stop",
        /// Grants one sum once: temporary relief.
        OneOff = "one_off",
    }
}

impl DecisionKind {
    /// The name officers use, Chinese and English.
    #[must_use]
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Opening => ("期初确认", "opening"),
            Self::Start => ("新增", "start"),
            Self::Change => ("变更", "change"),
            Self::Grace => ("渐退", "grace period"),
            Self::Stop => ("停发", "stop"),
            Self::OneOff => ("一次性救助", "one-off grant"),
        }
    }
}

words! {
    /// Where a decision stands.
    pub enum DecisionStatus {
        /// Written down by one person, waiting for another.
        Proposed = "proposed",
        /// Approved; its awards are being written by a job.
        Applying = "applying",
        /// In force.
        Approved = "approved",
        /// Refused by the second person. Kept, with its opinion.
        Rejected = "rejected",
    }
}

words! {
    /// What is done to a decision.
    pub enum DecisionAct {
        /// The second person says yes.
        Approve = "approve",
        /// The second person says yes to a decision too large for one transaction.
        ApproveInBulk = "approve_in_bulk",
        /// The job has written the last award.
        Finish = "finish",
        /// The second person says no.
        Reject = "reject",
    }
}

impl Steps for DecisionStatus {
    type Act = DecisionAct;
    const NAME: &'static str = "decision";
    const ALL: &'static [Self] = Self::EVERY;
    const TABLE: &'static [(Self, DecisionAct, Self)] = &[
        (Self::Proposed, DecisionAct::Approve, Self::Approved),
        (Self::Proposed, DecisionAct::ApproveInBulk, Self::Applying),
        (Self::Proposed, DecisionAct::Reject, Self::Rejected),
        (Self::Applying, DecisionAct::Finish, Self::Approved),
    ];
}

words! {
    /// Where an award stands.
    pub enum AwardStatus {
        /// In benefit.
        Active = "active",
        /// In its grace period: still paid, end known.
        Grace = "grace",
        /// Not paid for the time being.
        Suspended = "suspended",
        /// Ended; the row and its terms stay.
        Stopped = "stopped",
    }
}

words! {
    /// What a decision does to one award.
    pub enum AwardAct {
        /// Terms or members change.
        Change = "change",
        /// The grace period begins.
        Grace = "grace",
        /// Payment is held back.
        Suspend = "suspend",
        /// Payment goes on again.
        Resume = "resume",
        /// The award ends.
        Stop = "stop",
    }
}

impl Steps for AwardStatus {
    type Act = AwardAct;
    const NAME: &'static str = "award";
    const ALL: &'static [Self] = Self::EVERY;
    const TABLE: &'static [(Self, AwardAct, Self)] = &[
        (Self::Active, AwardAct::Change, Self::Active),
        (Self::Active, AwardAct::Grace, Self::Grace),
        (Self::Active, AwardAct::Suspend, Self::Suspended),
        (Self::Active, AwardAct::Stop, Self::Stopped),
        (Self::Grace, AwardAct::Change, Self::Grace),
        (Self::Grace, AwardAct::Resume, Self::Active),
        (Self::Grace, AwardAct::Stop, Self::Stopped),
        (Self::Suspended, AwardAct::Resume, Self::Active),
        (Self::Suspended, AwardAct::Stop, Self::Stopped),
    ];
}

/// Checks that the person who approves is not the one who proposed.
///
/// # Errors
/// [`SamePerson`] when they are one and the same.
pub fn two_people<T: PartialEq>(proposer: &T, approver: &T) -> Result<(), SamePerson> {
    if proposer == approver {
        Err(SamePerson)
    } else {
        Ok(())
    }
}

/// One person tried to act as both hands of the four-eyes rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the person who proposed a thing may not approve it")]
pub struct SamePerson;
