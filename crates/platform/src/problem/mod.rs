//! What goes wrong, told as RFC 9457 problem documents with a stable code in two languages.

mod convert;
pub mod kinds;
mod response;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub(crate) use response::{Carried, render};
pub use response::{ProblemBody, ProblemError};

use crate::{idempotency::Answer, limits};

/// A kind of problem. Every slice lists its kinds in `PROBLEMS: &[&ProblemKind]`.
///
/// ```ignore
/// pub static CLOSED: ProblemKind = ProblemKind {
///     code: "disburse.roll.closed", status: 409, zh: "该月已封账", en: "The month is closed",
/// };
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct ProblemKind {
    /// `slice.noun.reason`; never changes, clients depend on it.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The title in Chinese.
    pub zh: &'static str,
    /// The title in English.
    pub en: &'static str,
}

/// One fault with its place, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// A JSON pointer into the request (`/members/0/id_number`), or a column name of a file.
    pub pointer: Cow<'static, str>,
    /// The row of a file, counted as the user sees it.
    pub row: Option<u64>,
    /// What is wrong and how to mend it, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// An error that a user may see. Holds no personal data: mask what you quote.
///
/// `?` turns database errors into it: a broken uniqueness becomes a conflict, everything unknown
/// one generic answer whose log id is the request id.
pub struct Problem(Box<Inner>);

struct Inner {
    kind: &'static ProblemKind,
    detail: Option<(String, String)>,
    faults: Vec<Fault>,
    more: usize,
    cause: Option<String>,
    replay: Option<Answer>,
}

/// The result of everything that can fail in a slice.
pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    /// A problem of a kind.
    pub fn new(kind: &'static ProblemKind) -> Self {
        Self(Box::new(Inner {
            kind,
            detail: None,
            faults: Vec::new(),
            more: 0,
            cause: None,
            replay: None,
        }))
    }

    /// The generic answer for what nobody foresaw; `cause` goes to the log only.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::new(&kinds::INTERNAL).because(cause)
    }

    /// What was asked for does not exist, or the asker may not know that it does.
    pub fn not_found() -> Self {
        Self::new(&kinds::NOT_FOUND)
    }

    /// The request is not valid; add the places with [`Problem::field`].
    pub fn invalid() -> Self {
        Self::new(&kinds::INVALID)
    }

    /// Somebody else was faster.
    pub fn conflict() -> Self {
        Self::new(&kinds::CONFLICT)
    }

    pub(crate) fn replay(answer: Answer) -> Self {
        let mut problem = Self::new(&kinds::REPLAY);
        problem.0.replay = Some(answer);
        problem
    }

    pub(crate) fn take_replay(&mut self) -> Option<Answer> {
        self.0.replay.take()
    }

    /// Says more than the title: what, where, how to mend.
    #[must_use]
    pub fn detail(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.0.detail = Some((zh.into(), en.into()));
        self
    }

    /// Names one field at fault by JSON pointer.
    #[must_use]
    pub fn field(
        mut self,
        pointer: impl Into<Cow<'static, str>>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        self.add(Fault {
            pointer: pointer.into(),
            row: None,
            zh: zh.into(),
            en: en.into(),
        });
        self
    }

    /// Names one field at fault in the words of the value that refused it
    /// (`DivisionCode::parse(…)`, `IdNumber::parse(…)` and the like).
    #[must_use]
    pub fn at(self, pointer: impl Into<Cow<'static, str>>, fault: &impl kernel::Bilingual) -> Self {
        self.field(pointer, fault.zh(), fault.en())
    }

    /// Names one cell of a file at fault.
    #[must_use]
    pub fn row(
        mut self,
        row: u64,
        column: impl Into<Cow<'static, str>>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        let fault = Fault {
            pointer: column.into(),
            row: Some(row),
            zh: zh.into(),
            en: en.into(),
        };
        self.add(fault);
        self
    }

    /// Adds a fault; beyond the limit they are only counted.
    pub fn add(&mut self, fault: Fault) {
        if self.0.faults.len() < limits::PROBLEM_ERRORS_MAX {
            self.0.faults.push(fault);
        } else {
            self.0.more += 1;
        }
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn because(mut self, cause: impl std::fmt::Display) -> Self {
        self.0.cause = Some(cause.to_string());
        self
    }

    /// `Err(self)` when faults were added, else `Ok(())`: collect all faults, then answer once.
    ///
    /// # Errors
    /// The problem itself when it names at least one fault.
    pub fn check(self) -> Result<()> {
        if self.0.faults.is_empty() {
            Ok(())
        } else {
            Err(self)
        }
    }

    /// The kind.
    pub fn kind(&self) -> &'static ProblemKind {
        self.0.kind
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        self.0.kind.code
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.0.kind.status
    }

    /// The faults found so far.
    pub fn faults(&self) -> &[Fault] {
        &self.0.faults
    }

    /// Detail in Chinese and English.
    pub fn details(&self) -> Option<(&str, &str)> {
        self.0
            .detail
            .as_ref()
            .map(|(zh, en)| (zh.as_str(), en.as_str()))
    }

    /// What the log should know.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }
}

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Problem")
            .field("code", &self.0.kind.code)
            .field("detail", &self.0.detail)
            .field("faults", &self.0.faults)
            .field("cause", &self.0.cause)
            .finish()
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.kind.code, self.0.kind.en)?;
        if let Some((_, en)) = &self.0.detail {
            write!(f, " ({en})")?;
        }
        for fault in &self.0.faults {
            write!(f, "; {}: {}", fault.pointer, fault.en)?;
        }
        if let Some(cause) = &self.0.cause {
            write!(f, " [{cause}]")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
