//! Procedures: what may be done in a case, by whom, in which order and until when.
//!
//! A [`Procedure`] is text of the policy pack, resolved for one rule set and place: steps,
//! who may act, preconditions in FEEL, papers, forms, signatures, time limits, publicity and
//! what follows. A [`Case`] is plain data, an opening and a list of events; its [`State`] is
//! always replayed from them and never stored. A [`Desk`] answers the questions of an office:
//!
//! ```text
//! Desk::may(case, request, actor, facts, now)   may this be done?  no → Refusal, zh and en
//! Desk::act(case, request, actor, facts, now)   then what happens? → events to append
//! Desk::clock(case, now)                        how much time is left?  → lamps
//! Desk::road(case)                              where does it stand?    → done, current, ahead
//! Desk::open_steps(case, actor, facts, now)     what is missing, what is offered?
//! ```
//!
//! Nothing here asks a clock, a database or a generator; the caller says what time it is.
//! There is no other way to a later state than events of [`Desk::act`]: a step is neither
//! skipped nor dated back nor taken by the wrong person, whichever way the request comes.

pub mod check;
mod conditions;
mod engine;
pub mod model;
pub mod print;

pub use conditions::{Conditions, Facts, Verdict};
pub use engine::clock::{Clock, Deadline, Due, Lamp};
pub use engine::refusal::{Refusal, RefusalKind};
pub use engine::road::{Place, SentBack, Stop};
pub use engine::state::{Posting, Signature, State, Status, StepState};
pub use engine::view::{Lack, Offer, OpenStep, Unsigned};
pub use engine::{Desk, Overdue};
pub use model::case::{
    Act, Actor, Capacity, Case, Delegation, Event, Grant, Opening, PaperState, Party, Request,
    Signer, What,
};
pub use model::{
    AfterPublicity, Anywhere, CaseFact, Condition, Doer, Extension, FormNeed, Label, Lamps, Limit,
    LimitFrom, Mark, Outcome, Paper, Parts, Pause, Per, Procedure, Publicity, SignBy, Slot, Step,
    Timeout, Total, Unit,
};
