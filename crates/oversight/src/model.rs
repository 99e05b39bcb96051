//! States of clues, visits, alignments and their differences.

use platform::{Problem, Result};

use crate::problems::STATE;

macro_rules! states {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// The word as stored and sent.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// As officers call it, Chinese and English.
            pub const fn names(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($zh, $en)),+ }
            }

            /// The state of a stored word.
            pub fn read(word: &str) -> Result<Self> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    other => Err(Problem::internal(format!("unknown state {other}"))),
                }
            }

            /// Fails unless the state is one of those from which an act is possible.
            pub fn require(self, allowed: &[Self], act: (&str, &str)) -> Result<()> {
                if allowed.contains(&self) {
                    return Ok(());
                }
                let (zh, en) = self.names();
                Err(Problem::new(&STATE).detail(
                    format!("当前为“{zh}”，不能{}。", act.0),
                    format!("It is {en}; {} is not possible.", act.1),
                ))
            }
        }
    };
}

states! {
    /// Where a clue stands. It is open until a second person has confirmed the answer.
    ClueStatus {
        /// Found, with nobody in charge.
        New = "new", "待分派", "to be assigned";
        /// Somebody is in charge.
        Assigned = "assigned", "核查中", "being looked into";
        /// Answered by one person, waiting for another.
        Answered = "answered", "待复核", "to be confirmed";
        /// Confirmed.
        Closed = "closed", "已办结", "closed";
    }
}

states! {
    /// Where the rectification of a confirmed clue stands.
    RectificationStatus {
        /// To be put right.
        Open = "open", "整改中", "being put right";
        /// Reported as done, waiting for another person.
        Done = "done", "待验收", "to be accepted";
        /// Accepted (销号).
        Accepted = "accepted", "已销号", "accepted";
    }
}

states! {
    /// Where an alignment stands.
    AlignmentStatus {
        /// The lists are being read and laid beside each other.
        Building = "building", "比对中", "being built";
        /// The lists could not be used; the note says why.
        Failed = "failed", "未成功", "failed";
        /// Differences are being handled.
        Open = "open", "处理中", "open";
        /// Both sides are done.
        Closed = "closed", "已办结", "closed";
        /// Another edition has taken its place.
        Replaced = "replaced", "已有新版", "replaced";
    }
}

states! {
    /// Where a run stands.
    RunStatus {
        /// The list is being made and handed in.
        Gathering = "gathering", "生成名单", "gathering the list";
        /// Being compared.
        Comparing = "comparing", "比对中", "comparing";
        /// Findings have become clues or visits.
        Done = "done", "已完成", "done";
        /// It broke off; the note says why.
        Failed = "failed", "未成功", "failed";
    }
}
