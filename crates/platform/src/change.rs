//! What a command changed.

use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How a row changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It came into being.
    Created,
    /// It was altered.
    Updated,
    /// It was taken away.
    Removed,
}

impl ChangeKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Removed => "removed",
        }
    }
}

/// One changed thing: what it was and what it is. The change set is stored sealed, so personal
/// data may stand in it; still leave out what nobody will ask for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The word for the thing (`household`, `award` …), also its verifier's noun.
    pub noun: String,
    /// Its key.
    pub subject: String,
    /// Its division, 12 digits, when it has one.
    pub division: Option<String>,
    /// How it changed.
    pub kind: ChangeKind,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

fn json<T: Serialize>(value: &T) -> Option<Value> {
    serde_json::to_value(value).ok()
}

impl Change {
    fn new<'a>(
        noun: &str,
        id: impl std::fmt::Display,
        division: impl Into<Option<&'a DivisionCode>>,
        kind: ChangeKind,
    ) -> Self {
        Self {
            noun: noun.to_owned(),
            subject: id.to_string(),
            division: division.into().map(|d| d.as_str().to_owned()),
            kind,
            before: None,
            after: None,
        }
    }

    /// Something new. `division`: `&code`, or `None` when the thing has no place.
    pub fn created<'a, A: Serialize>(
        noun: &str,
        id: impl std::fmt::Display,
        division: impl Into<Option<&'a DivisionCode>>,
        after: &A,
    ) -> Self {
        let mut change = Self::new(noun, id, division, ChangeKind::Created);
        change.after = json(after);
        change
    }

    /// Something altered.
    pub fn updated<'a, B: Serialize, A: Serialize>(
        noun: &str,
        id: impl std::fmt::Display,
        division: impl Into<Option<&'a DivisionCode>>,
        before: &B,
        after: &A,
    ) -> Self {
        let mut change = Self::new(noun, id, division, ChangeKind::Updated);
        change.before = json(before);
        change.after = json(after);
        change
    }

    /// Something taken away.
    pub fn removed<'a, B: Serialize>(
        noun: &str,
        id: impl std::fmt::Display,
        division: impl Into<Option<&'a DivisionCode>>,
        before: &B,
    ) -> Self {
        let mut change = Self::new(noun, id, division, ChangeKind::Removed);
        change.before = json(before);
        change
    }
}
