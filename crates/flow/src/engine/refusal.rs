//! Why something may not be done: a stable code, and Chinese and English words that say what
//! is wrong and how to go on. No name and no number of a person is ever part of them.

use serde::Serialize;
use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal;)*) => {
        /// What kind of refusal it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RefusalKind { $($(#[$doc])* $name,)* }

        impl RefusalKind {
            /// Every kind.
            pub const ALL: &'static [RefusalKind] = &[$(RefusalKind::$name,)*];

            /// The stable code, `flow.…`.
            pub const fn code(self) -> &'static str {
                match self { $(RefusalKind::$name => $code,)* }
            }
        }
    };
}

kinds! {
    /// The case belongs to another procedure or rule set.
    OtherProcedure "flow.other_procedure";
    /// The rule set of the case does not hold on the day of acceptance.
    RulesChanged "flow.rules_changed";
    /// The case is closed.
    Closed "flow.closed";
    /// The case went on meanwhile: a double click, or another window.
    Stale "flow.stale";
    /// The instant lies before what already happened.
    BackDated "flow.back_dated";
    /// A day that has not come yet.
    Future "flow.future";
    /// No such step, outcome, form, paper, slot, reason or way.
    Unknown "flow.unknown";
    /// The step is not open.
    NotOpen "flow.not_open";
    /// The actor's roles do not include one that may act.
    WrongRole "flow.wrong_role";
    /// The actor holds the role, but over another area or level.
    WrongArea "flow.wrong_area";
    /// The actor's grant has ended, or has not begun.
    GrantEnded "flow.grant_ended";
    /// The county's authority is not delegated on this day.
    NotDelegated "flow.not_delegated";
    /// The actor took part in a step whose people may not act here.
    SamePerson "flow.same_person";
    /// The step was handed to somebody else.
    HandedOver "flow.handed_over";
    /// A condition does not hold.
    NotMet "flow.not_met";
    /// A condition hangs on facts that nobody has given.
    FactsMissing "flow.facts_missing";
    /// The pack has no value for a parameter.
    ParameterMissing "flow.parameter_missing";
    /// A fact is not of its type.
    FactWrong "flow.fact_wrong";
    /// A reason must be given.
    ReasonMissing "flow.reason_missing";
    /// Forms are missing.
    FormsMissing "flow.forms_missing";
    /// Papers are missing.
    PapersMissing "flow.papers_missing";
    /// Signatures are missing.
    SignaturesMissing "flow.signatures_missing";
    /// The slot is full, or the person signed already.
    Signed "flow.signed";
    /// There is nothing to sign yet.
    NothingToSign "flow.nothing_to_sign";
    /// The person is no party of the case who may sign here.
    NotParty "flow.not_party";
    /// Form or paper is for each person, and no person of the case was named.
    Subject "flow.subject";
    /// It was done already and may be done once only.
    Once "flow.once";
    /// The list has not been put up.
    NotPosted "flow.not_posted";
    /// The list is up already.
    Posted "flow.posted";
    /// The list is put up in the wrong place.
    WrongPlace "flow.wrong_place";
    /// A photo must show the list hanging.
    ProofMissing "flow.proof_missing";
    /// The publicity has not run its full time.
    PublicityRunning "flow.publicity_running";
    /// The list was taken down early; it has to hang its full time anew.
    PublicityCutShort "flow.publicity_cut_short";
    /// The publicity is over.
    PublicityOver "flow.publicity_over";
    /// Somebody objected.
    Objected "flow.objected";
    /// Nobody objected.
    NotObjected "flow.not_objected";
    /// The clock stands already, or does not stand.
    ClockStands "flow.clock_stands";
    /// No total runs that could be longer, or it is longer already.
    NothingToExtend "flow.nothing_to_extend";
    /// The limit has passed already.
    TooLate "flow.too_late";
    /// The time for it has not come.
    NotDue "flow.not_due";
}

/// Why something may not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct Refusal {
    /// Its kind.
    #[serde(serialize_with = "code")]
    pub kind: RefusalKind,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What is missing, by key: facts, forms, papers, slots, parameters.
    pub missing: Vec<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} / {}", self.kind.code(), self.zh, self.en)
    }
}

fn code<S: serde::Serializer>(kind: &RefusalKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.code())
}

impl Refusal {
    pub(crate) fn new(kind: RefusalKind, zh: impl Into<String>, en: impl Into<String>) -> Refusal {
        Refusal {
            kind,
            zh: zh.into(),
            en: en.into(),
            missing: Vec::new(),
        }
    }

    pub(crate) fn missing(mut self, missing: Vec<String>) -> Refusal {
        self.missing = missing;
        self
    }

    pub(crate) fn unknown(what: (&str, &str), key: &str) -> Refusal {
        Refusal::new(
            RefusalKind::Unknown,
            format!("本程序没有{}“{key}”", what.0),
            format!("this procedure has no {} “{key}”", what.1),
        )
    }
}
