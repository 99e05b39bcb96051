//! The states of a roll, a batch and a payment.

use decide::steps::Steps;
use decide::words;

words! {
    /// Where a roll stands.
    pub enum RollStatus {
        /// A job is writing its lines.
        Computing = "computing",
        /// Computed; may be looked at and computed again.
        Draft = "draft",
        /// Handed in by the person who prepared it.
        Submitted = "submitted",
        /// Approved by another person.
        Approved = "approved",
        /// Closed. Nothing of this programme and month changes any more.
        Locked = "locked",
    }
}

words! {
    /// What is done to a roll.
    pub enum RollAct {
        /// The job begins again from nothing.
        Compute = "compute",
        /// The job has written the last line.
        Finish = "finish",
        /// Maker hands in.
        Submit = "submit",
        /// Checker says yes.
        Approve = "approve",
        /// Checker sends back with an opinion.
        Return = "return",
        /// The month is closed.
        Lock = "lock",
    }
}

impl Steps for RollStatus {
    type Act = RollAct;
    const NAME: &'static str = "roll";
    const ALL: &'static [Self] = Self::EVERY;
    const TABLE: &'static [(Self, RollAct, Self)] = &[
        (Self::Computing, RollAct::Compute, Self::Computing),
        (Self::Computing, RollAct::Finish, Self::Draft),
        (Self::Draft, RollAct::Compute, Self::Computing),
        (Self::Draft, RollAct::Submit, Self::Submitted),
        (Self::Submitted, RollAct::Approve, Self::Approved),
        (Self::Submitted, RollAct::Return, Self::Draft),
        (Self::Approved, RollAct::Return, Self::Draft),
        (Self::Approved, RollAct::Lock, Self::Locked),
    ];
}

words! {
    /// Where a batch stands.
    pub enum BatchStatus {
        /// Payments are being gathered by a job.
        Gathering = "gathering",
        /// Gathered; nothing has left the house.
        Draft = "draft",
        /// Given up before approval; its lines are free again.
        Discarded = "discarded",
        /// Approved by a second person; the bank file is written.
        Approved = "approved",
        /// The file is with the bank.
        Sent = "sent",
        /// The bank answered; some payments are still under way or were rejected.
        Returned = "returned",
        /// Every payment is paid, or rejected and paid by a later batch.
        Settled = "settled",
    }
}

words! {
    /// What is done to a batch.
    pub enum BatchAct {
        /// The job has gathered the last payment.
        Finish = "finish",
        /// A draft, or one whose gathering was cancelled, is given up.
        Discard = "discard",
        /// The second person says yes.
        Approve = "approve",
        /// The file is handed to the bank.
        Send = "send",
        /// The bank answered, something is left to do.
        Return = "return",
        /// Nothing is left to do.
        Settle = "settle",
    }
}

impl Steps for BatchStatus {
    type Act = BatchAct;
    const NAME: &'static str = "batch";
    const ALL: &'static [Self] = Self::EVERY;
    const TABLE: &'static [(Self, BatchAct, Self)] = &[
        (Self::Gathering, BatchAct::Finish, Self::Draft),
        (Self::Gathering, BatchAct::Discard, Self::Discarded),
        (Self::Draft, BatchAct::Discard, Self::Discarded),
        (Self::Draft, BatchAct::Approve, Self::Approved),
        (Self::Approved, BatchAct::Send, Self::Sent),
        (Self::Sent, BatchAct::Return, Self::Returned),
        (Self::Sent, BatchAct::Settle, Self::Settled),
        (Self::Returned, BatchAct::Return, Self::Returned),
        (Self::Returned, BatchAct::Settle, Self::Settled),
    ];
}

words! {
    /// Where one payment of a batch stands.
    pub enum PaymentStatus {
        /// In the batch, no answer yet.
        Pending = "pending",
        /// The bank says it is still working on it.
        InTransit = "in_transit",
        /// Credited.
        Paid = "paid",
        /// Sent back by the bank (退票).
        Rejected = "rejected",
        /// The draft batch was discarded.
        Cancelled = "cancelled",
    }
}

impl PaymentStatus {
    /// Whether the lines of such a payment may not be paid again.
    #[must_use]
    pub const fn live(self) -> bool {
        !matches!(self, Self::Rejected | Self::Cancelled)
    }
}

words! {
    /// What happens to a payment.
    pub enum PaymentAct {
        /// The bank credited it.
        Pay = "pay",
        /// The bank sent it back.
        Reject = "reject",
        /// The bank is still working on it.
        Wait = "wait",
        /// Its draft batch is discarded.
        Cancel = "cancel",
    }
}

impl Steps for PaymentStatus {
    type Act = PaymentAct;
    const NAME: &'static str = "payment";
    const ALL: &'static [Self] = Self::EVERY;
    const TABLE: &'static [(Self, PaymentAct, Self)] = &[
        (Self::Pending, PaymentAct::Pay, Self::Paid),
        (Self::Pending, PaymentAct::Reject, Self::Rejected),
        (Self::Pending, PaymentAct::Wait, Self::InTransit),
        (Self::Pending, PaymentAct::Cancel, Self::Cancelled),
        (Self::InTransit, PaymentAct::Pay, Self::Paid),
        (Self::InTransit, PaymentAct::Reject, Self::Rejected),
        (Self::InTransit, PaymentAct::Wait, Self::InTransit),
    ];
}
