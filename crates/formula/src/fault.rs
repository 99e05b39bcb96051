//! What is wrong with a formula, where, and how to mend it.

use std::fmt;

use serde::Serialize;

/// A stretch of the formula text, in bytes, end excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// A span over `start..end`.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// From the start of this one to the end of the other.
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start,
            end: other.end.max(self.end),
        }
    }

    /// The words this span covers (empty when it does not fit the text).
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// A place in a text as people count it: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters (not bytes), from 1.
    pub column: usize,
}

impl Position {
    /// The position of a byte offset of `text`.
    pub fn of(text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |tail| tail.chars().count())
            + 1;
        Position { line, column }
    }
}

/// The kind of a fault; its name is stable and may be shown to programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is not FEEL.
    Syntax,
    /// The text is FEEL, but outside the supported part.
    Unsupported,
    /// Brackets nested too deep, or a text too long.
    TooLarge,
    /// A name that nothing declares.
    UnknownName,
    /// A name declared twice.
    DuplicateName,
    /// A value of the wrong type.
    WrongType,
    /// A quantity of the wrong unit.
    WrongUnit,
    /// A value of another entity (a household's for a person's, …).
    WrongEntity,
    /// A code that its list does not have.
    UnknownCode,
    /// A function with too few, too many, or misnamed arguments.
    WrongArguments,
    /// Variables that need each other.
    Cycle,
    /// A parameter with a value of another type or unit than declared.
    WrongParameter,
}

/// One fault of a formula or of a set of formulas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Kind, for programs.
    pub kind: FaultKind,
    /// The variable (or defaulted fact) whose formula is at fault; empty for a lone expression.
    pub variable: String,
    /// Where in the formula text. Use [`Fault::position`] for line and column.
    pub span: Span,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// How to mend it, in Chinese.
    pub mend_zh: String,
    /// How to mend it, in English.
    pub mend_en: String,
}

impl Fault {
    pub(crate) fn new(
        kind: FaultKind,
        span: Span,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Fault {
        Fault {
            kind,
            variable: String::new(),
            span,
            zh: zh.into(),
            en: en.into(),
            mend_zh: String::new(),
            mend_en: String::new(),
        }
    }

    pub(crate) fn mend(mut self, zh: impl Into<String>, en: impl Into<String>) -> Fault {
        self.mend_zh = zh.into();
        self.mend_en = en.into();
        self
    }

    pub(crate) fn named(mut self, variable: &str) -> Fault {
        self.variable = variable.to_owned();
        self
    }

    /// Line and column of the start of the fault in `text`, the formula.
    pub fn position(&self, text: &str) -> Position {
        Position::of(text, self.span.start)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {}", self.zh, self.en)?;
        if !self.mend_zh.is_empty() {
            write!(f, " ({} / {})", self.mend_zh, self.mend_en)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}
