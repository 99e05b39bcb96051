//! States as tables: what may follow what, and by which act.
//!
//! A state enum implements [`Steps`] by naming its table once; taking a step
//! consumes the old state and fails when the table has no row for it. The
//! same table is printed into `transitions.txt`, so the document cannot say
//! anything else than the code does.

use std::fmt;

/// A state with a closed table of permitted steps.
pub trait Steps: Copy + Eq + fmt::Display + 'static {
    /// What somebody does to get from one state to another.
    type Act: Copy + Eq + fmt::Display + 'static;
    /// The name under which the table is printed.
    const NAME: &'static str;
    /// Every state, in the order of a normal life.
    const ALL: &'static [Self];
    /// Every permitted step: from, act, to.
    const TABLE: &'static [(Self, Self::Act, Self)];

    /// The state after `act`.
    ///
    /// # Errors
    /// [`NotAllowed`] when the table has no such step.
    fn take(self, act: Self::Act) -> Result<Self, NotAllowed> {
        Self::TABLE
            .iter()
            .find(|(from, by, _)| *from == self && *by == act)
            .map(|(_, _, to)| *to)
            .ok_or_else(|| NotAllowed {
                what: Self::NAME,
                state: self.to_string(),
                act: act.to_string(),
            })
    }

    /// Reads a state as it is stored.
    ///
    /// # Errors
    /// The unknown text itself: a row that holds it was not written by Doudi.
    fn read(text: &str) -> Result<Self, UnknownState> {
        Self::ALL
            .iter()
            .copied()
            .find(|state| state.to_string() == text)
            .ok_or_else(|| UnknownState {
                what: Self::NAME,
                text: text.to_owned(),
            })
    }
}

/// A step that the table does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {act} is not possible while {state}")]
pub struct NotAllowed {
    /// Whose state it is.
    pub what: &'static str,
    /// The state as stored.
    pub state: String,
    /// The act that was tried.
    pub act: String,
}

/// A stored state that the code does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: unknown state {text:?}")]
pub struct UnknownState {
    /// Whose state it is.
    pub what: &'static str,
    /// What was stored.
    pub text: String,
}

/// The table as text: one line for each state and act, refused ones included
/// only by their absence, and the ends named.
#[must_use]
pub fn print<S: Steps>() -> String {
    let mut out = format!("# {}\n", S::NAME);
    for state in S::ALL {
        let rows: Vec<_> = S::TABLE
            .iter()
            .filter(|(from, _, _)| from == state)
            .collect();
        if rows.is_empty() {
            out.push_str(&format!("{state}: end\n"));
        }
        for (from, act, to) in rows {
            out.push_str(&format!("{from} --{act}--> {to}\n"));
        }
    }
    out
}

/// Declares an enum whose variants are stored as fixed words.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every value, in the order of its declaration.
            pub const EVERY: &'static [Self] = &[$(Self::$variant),+];

            /// The word as stored and as sent.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a stored word, if it is one.
            #[must_use]
            pub fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
