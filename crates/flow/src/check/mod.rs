//! Checks of a procedure's text: names, and roads without dead ends.

mod names;
mod roads;

pub use names::names;
pub use roads::roads;

use crate::model::Mark;

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A name that the procedure does not declare.
    UnknownName,
    /// A name twice.
    NameTwice,
    /// Something that must be there is not.
    Missing,
    /// Things that do not fit together.
    Odd,
    /// A step that no road reaches.
    Unreachable,
    /// A road that ends without closing the case.
    DeadEnd,
    /// Steps that open each other in a circle.
    Cycle,
    /// A condition that is no FEEL, or of the wrong type.
    Formula(formula::FaultKind),
}

/// What is wrong with a procedure's text, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its kind.
    pub kind: FaultKind,
    /// Where it was written.
    pub mark: Mark,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// How to mend it, in Chinese; empty where the kind says enough.
    pub mend_zh: String,
    /// How to mend it, in English.
    pub mend_en: String,
}

impl Fault {
    fn new(kind: FaultKind, mark: Mark, zh: impl Into<String>, en: impl Into<String>) -> Fault {
        Fault {
            kind,
            mark,
            zh: zh.into(),
            en: en.into(),
            mend_zh: String::new(),
            mend_en: String::new(),
        }
    }

    fn mend(mut self, zh: impl Into<String>, en: impl Into<String>) -> Fault {
        self.mend_zh = zh.into();
        self.mend_en = en.into();
        self
    }
}
