//! A case as plain data: how it opened, and what happened since.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// As what somebody stands in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// 申请人, a member of the family.
    Applicant,
    /// 家庭成员.
    Member,
    /// 赡养抚养扶养义务人 outside the family.
    Supporter,
    /// 代理人.
    Agent,
    /// 监护人.
    Guardian,
}

impl Capacity {
    /// Whether this is one of the family's members.
    pub fn is_member(self) -> bool {
        matches!(self, Capacity::Applicant | Capacity::Member)
    }
}

/// A person of a case, by the key of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Key of the person.
    pub person: String,
    /// As what.
    pub capacity: Capacity,
}

/// How a case opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Key of the procedure.
    pub procedure: String,
    /// The rule set that it keeps.
    pub rules: String,
    /// The village or township whose family it concerns.
    pub division: DivisionCode,
    /// The place that it moves to, where it moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<DivisionCode>,
    /// The people.
    pub parties: Vec<Party>,
}

/// Whether a paper is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperState {
    /// Handed in, or got from another department.
    Given,
    /// Promised for later.
    Promised,
    /// Not to be had, with a reason.
    Waived,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// An officer, who is the actor himself.
    Officer(String),
    /// A party, in the actor's presence.
    Party(String),
}

/// What somebody wants to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Take an outcome of an open step.
    Finish {
        /// The step.
        step: String,
        /// Its outcome.
        outcome: String,
        /// Why, where the outcome asks for it.
        reason: Option<String>,
        /// Facts that the outcome asks for.
        #[serde(default)]
        facts: Map<String, Json>,
    },
    /// Put a filled-in form to an open step; an older one of the same is replaced.
    File {
        /// The step.
        step: String,
        /// The form.
        form: String,
        /// Whose, where the form is needed for each person.
        subject: Option<String>,
        /// Digest of its values, to which signatures are tied.
        digest: String,
    },
    /// Say how it stands with a paper.
    Paper {
        /// The paper.
        paper: String,
        /// Whose, where the paper is needed for each person.
        subject: Option<String>,
        /// How it stands.
        state: PaperState,
        /// Why it is waived.
        reason: Option<String>,
    },
    /// Sign what is filed at an open step.
    Sign {
        /// The step.
        step: String,
        /// The slot.
        slot: String,
        /// The party who signs in the actor's presence; the actor himself where none.
        party: Option<String>,
    },
    /// Say that the list was put up.
    Post {
        /// The step.
        step: String,
        /// Where.
        place: String,
        /// The day, not before the step opened.
        on: NaiveDate,
        /// The file that shows it hanging.
        proof: Option<String>,
    },
    /// Record an objection.
    Object {
        /// The step.
        step: String,
        /// The day it came in.
        on: NaiveDate,
    },
    /// Say that the list was taken down.
    TakeDown {
        /// The step.
        step: String,
        /// The day.
        on: NaiveDate,
    },
    /// Give a total more time.
    Extend {
        /// Key of the extension.
        reason: String,
    },
    /// Stop the clock.
    Pause {
        /// Key of the pause.
        reason: String,
    },
    /// Let the clock run on.
    Resume,
    /// Leave by a way out that is open anywhere.
    Leave {
        /// Its key.
        way: String,
        /// Why.
        reason: String,
    },
    /// Hand an open step to a named officer.
    HandOver {
        /// The step.
        step: String,
        /// The officer who is to act now.
        to: String,
    },
}

/// An act, and how much of the case its author had seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// What is to be done.
    pub act: Act,
    /// How many events the author had seen; a case that went on meanwhile refuses.
    pub seen: Option<u32>,
}

impl From<Act> for Request {
    fn from(act: Act) -> Request {
        Request { act, seen: None }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// A step opened.
    Opened {
        /// The step.
        step: String,
    },
    /// A step was passed over because its condition does not hold.
    Passed {
        /// The step.
        step: String,
    },
    /// A step opened again, with a new round.
    Reopened {
        /// The step.
        step: String,
    },
    /// What followed from a reopened step is to be done anew.
    Undone {
        /// The step.
        step: String,
    },
    /// Somebody did something.
    Acted {
        /// What.
        did: Act,
    },
    /// A step was finished.
    Finished {
        /// The step.
        step: String,
        /// Its outcome.
        outcome: String,
    },
    /// Facts were set.
    Facts {
        /// The facts.
        facts: Map<String, Json>,
    },
    /// The case was accepted.
    Accepted,
    /// A total began to run.
    Started {
        /// Its key.
        total: String,
        /// Whether the authority to decide was delegated on that day.
        delegated: bool,
    },
    /// A total was met.
    Stopped {
        /// Its key.
        total: String,
    },
    /// A document is to be made.
    Document {
        /// Its key.
        document: String,
    },
    /// Something was decided.
    Decided {
        /// What.
        result: String,
    },
    /// Another procedure may follow.
    Follows {
        /// Its key.
        procedure: String,
    },
    /// The case was closed.
    Closed {
        /// With what result.
        result: String,
    },
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its number in the case, from 0.
    pub seq: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Who acted: an officer, a party, or `system`.
    pub by: String,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// A case: its opening and everything since.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// How it opened.
    pub opening: Opening,
    /// What happened, in order.
    pub events: Vec<Event>,
}

/// A role held over a division, from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Role of the pack.
    pub role: String,
    /// Over which subtree; its level is the level of the organisation.
    pub division: DivisionCode,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The program itself: what falls due.
    System,
    /// A party of the case, through the portal.
    Party(String),
    /// An officer with grants.
    Officer {
        /// Key of the user.
        user: String,
        /// What he holds.
        grants: Vec<Grant>,
    },
}

impl Actor {
    /// The name under which events keep him.
    pub fn name(&self) -> &str {
        match self {
            Actor::System => "system",
            Actor::Party(person) => person,
            Actor::Officer { user, .. } => user,
        }
    }
}

/// One entry of the delegation register: the county's authority to confirm, given to a township.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// The programme.
    pub programme: String,
    /// The township, or a subtree of several.
    pub division: DivisionCode,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The document.
    pub document: String,
}
