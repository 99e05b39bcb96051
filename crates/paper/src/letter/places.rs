//! Places `{{name}}` in texts, and what goes into them.

use std::collections::BTreeMap;

/// Values for the places of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    texts: BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<BTreeMap<String, String>>>,
    mark: Option<String>,
}

impl Values {
    /// None yet.
    pub fn new() -> Values {
        Values::default()
    }

    /// Sets a text; an empty one is a value too, and leaves the place blank.
    pub fn set(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Values {
        self.texts.insert(name.into(), text.into());
        self
    }

    /// Sets a list of rows.
    pub fn rows(
        &mut self,
        name: impl Into<String>,
        rows: Vec<BTreeMap<String, String>>,
    ) -> &mut Values {
        self.lists.insert(name.into(), rows);
        self
    }

    /// Sets a line of small print after the letter: which copy it is.
    pub fn mark(&mut self, text: impl Into<String>) -> &mut Values {
        self.mark = Some(text.into());
        self
    }

    pub(super) fn marked(&self) -> Option<&str> {
        self.mark.as_deref()
    }

    /// Whether a name has a text that is not empty, or a list with rows.
    pub(super) fn says(&self, name: &str) -> bool {
        self.texts.get(name).is_some_and(|t| !t.trim().is_empty())
            || self.lists.get(name).is_some_and(|l| !l.is_empty())
    }

    pub(super) fn list(&self, name: &str) -> Option<&[BTreeMap<String, String>]> {
        self.lists.get(name).map(Vec::as_slice)
    }
}

/// What names mean at one place: the row's first, then the letter's.
pub(super) struct Scope<'v> {
    values: &'v Values,
    row: Option<&'v BTreeMap<String, String>>,
}

impl<'v> Scope<'v> {
    pub fn new(values: &'v Values) -> Scope<'v> {
        Scope { values, row: None }
    }

    pub fn row(values: &'v Values, row: &'v BTreeMap<String, String>) -> Scope<'v> {
        Scope {
            values,
            row: Some(row),
        }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.row
            .and_then(|row| row.get(name))
            .or_else(|| self.values.texts.get(name))
            .map(String::as_str)
    }
}

/// The places of a text: where each begins and ends, in bytes, and its name.
pub(super) fn find(text: &str) -> Vec<(usize, usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|n| from + n) {
        let Some(close) = text[open..].find("}}").map(|n| open + n) else {
            break;
        };
        found.push((open, close + 2, text[open + 2..close].trim()));
        from = close + 2;
    }
    found
}

/// The names of the places of a text.
pub(super) fn names(text: &str) -> Vec<&str> {
    find(text).into_iter().map(|(_, _, name)| name).collect()
}

/// A text with its places filled; names without value are added to `missing`.
pub(super) fn fill(text: &str, scope: &Scope<'_>, missing: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (open, close, name) in find(text) {
        out.push_str(&text[from..open]);
        match scope.get(name) {
            Some(value) => out.push_str(value),
            None => missing.push(name.to_owned()),
        }
        from = close;
    }
    out.push_str(&text[from..]);
    out
}
