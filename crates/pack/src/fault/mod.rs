//! What is wrong with a pack, said so that a policy officer can mend it.
//!
//! A fault carries the file, line and column, the line itself, what is wrong
//! and how to mend it, in Chinese and in English. Faults are collected, never
//! thrown one at a time: whoever mends a pack wants the whole list.

mod kind;
mod render;

pub use kind::FaultKind;
pub use render::{Tongue, render};

/// One place in one text of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Spot {
    /// Index of the file among the texts in path order.
    pub file: u32,
    /// Line, counted from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

/// One fault of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is; its code is stable.
    pub kind: FaultKind,
    /// Path inside the pack tree, with `/`.
    pub file: String,
    /// Line, counted from 1; 0 where the whole file is meant.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
    /// The line itself, as written (shortened when very long).
    pub text: String,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// How to mend it, in Chinese.
    pub mend_zh: String,
    /// How to mend it, in English.
    pub mend_en: String,
}

/// What a check has to say; the place is added by [`Faults`].
#[derive(Debug, Clone)]
pub struct Words {
    /// What is wrong, in Chinese and English.
    pub wrong: (String, String),
    /// How to mend it, in Chinese and English; empty takes the kind's own advice.
    pub mend: (String, String),
}

impl Words {
    /// Says what is wrong and leaves the advice to the kind.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Words {
            wrong: (zh.into(), en.into()),
            mend: (String::new(), String::new()),
        }
    }

    /// Adds advice that fits this case better than the kind's own.
    #[must_use]
    pub fn mend(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.mend = (zh.into(), en.into());
        self
    }
}

/// The faults found so far, with the texts they point into.
#[derive(Debug)]
pub struct Faults<'a> {
    texts: &'a crate::text::Texts,
    list: Vec<Fault>,
}

/// No pack is helped by more lines than this; the rest is counted.
const LISTED: usize = 2_000;

impl<'a> Faults<'a> {
    /// Starts an empty list over these texts.
    pub fn new(texts: &'a crate::text::Texts) -> Self {
        Faults {
            texts,
            list: Vec::new(),
        }
    }

    /// Adds a fault at a place.
    pub fn add(&mut self, kind: FaultKind, spot: Spot, words: Words) {
        if self.list.len() >= LISTED {
            return;
        }
        let (file, text) = self.texts.line(spot);
        let advice = kind.advice();
        let or = |own: String, common: &str| {
            if own.is_empty() {
                common.to_owned()
            } else {
                own
            }
        };
        self.list.push(Fault {
            kind,
            file,
            line: spot.line,
            column: spot.column,
            text,
            zh: words.wrong.0,
            en: words.wrong.1,
            mend_zh: or(words.mend.0, advice.0),
            mend_en: or(words.mend.1, advice.1),
        });
    }

    /// True where nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many were found.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The faults in order of file, line and column, each once.
    pub fn finish(self) -> Vec<Fault> {
        sorted(self.list)
    }
}

/// Sorts by place and drops repetitions.
pub(crate) fn sorted(mut list: Vec<Fault>) -> Vec<Fault> {
    list.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.kind.code(), &a.zh).cmp(&(
            &b.file,
            b.line,
            b.column,
            b.kind.code(),
            &b.zh,
        ))
    });
    list.dedup();
    list
}
