//! Names as FEEL allows them: with spaces and operators, resolved against what is known.

use std::collections::BTreeMap;

/// Whether a name may begin with this character (FEEL grammar rule 28; it
/// includes all Chinese characters).
pub fn is_name_start(c: char) -> bool {
    matches!(c,
        '?' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether a name may go on with this character (rule 29).
pub fn is_name_part(c: char) -> bool {
    is_name_start(c)
        || c.is_ascii_digit()
        || matches!(c, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Splits a name into words and single other signs, without the spaces.
fn pieces(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in name.chars() {
        if c.is_whitespace() {
            in_word = false;
        } else if is_name_part(c) {
            match out.last_mut() {
                Some(word) if in_word => word.push(c),
                _ => out.push(c.to_string()),
            }
            in_word = true;
        } else {
            out.push(c.to_string());
            in_word = false;
        }
    }
    out
}

/// A set of names that are known, found by their first word.
#[derive(Clone, Debug, Default)]
pub struct Known {
    by_first: BTreeMap<String, Vec<(Vec<String>, String)>>,
}

impl Known {
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Known {
        let mut known = Known::default();
        for name in names {
            known.add(name);
        }
        known
    }

    pub fn add(&mut self, name: &str) {
        let parts = pieces(name);
        let Some(first) = parts.first() else { return };
        let list = self.by_first.entry(first.clone()).or_default();
        if !list.iter().any(|(p, _)| *p == parts) {
            list.push((parts, name.to_owned()));
        }
    }

    /// The longest known name that the text begins with, and where it ends.
    pub fn longest(&self, text: &str) -> Option<(&str, usize)> {
        let first_end = text.find(|c| !is_name_part(c)).unwrap_or(text.len());
        let candidates = self.by_first.get(text.get(..first_end)?)?;
        candidates
            .iter()
            .filter_map(|(parts, name)| Some((name.as_str(), matched(parts, text)?)))
            .max_by_key(|(_, end)| *end)
    }
}

fn matched(parts: &[String], text: &str) -> Option<usize> {
    let mut at = 0;
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            let rest = &text[at..];
            at += rest.len() - rest.trim_start().len();
        }
        if !text[at..].starts_with(part.as_str()) {
            return None;
        }
        at += part.len();
        let word = part.chars().next_back().is_some_and(is_name_part);
        if word && text[at..].chars().next().is_some_and(is_name_part) {
            return None;
        }
    }
    Some(at)
}
