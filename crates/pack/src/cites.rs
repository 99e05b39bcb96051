//! From the words of a citation to the documents and articles that it names.
//!
//! A citation stays a sentence that people read: “民发〔2021〕57号第十三条”. The
//! documents of the pack are found in it by their numbers, titles and other
//! names; the articles that follow a name belong to it.

mod uses;

use crate::model::PolicyDocument;
use serde::Serialize;
use std::fmt;
pub(crate) use uses::all;
pub use uses::{Cited, CitedBy};

/// A document that a citation names, with the articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Index among the documents of the pack.
    #[serde(skip)]
    pub document: usize,
    /// Number of the document, or its title.
    pub name: String,
    /// Articles and the like, as written: 第十三条第二款.
    pub articles: Vec<String>,
}

/// A document that something rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Its number, or its title where it has none.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Articles and the like, as written: 第十三条第二款.
    pub articles: Vec<String>,
}

impl fmt::Display for Basis {
    /// 《特困人员认定办法》（民发〔2021〕43号）第二十一条、第二十二条
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "《{}》", self.title)?;
        if self.name != self.title {
            write!(f, "（{}）", self.name)?;
        }
        f.write_str(&self.articles.join("、"))
    }
}

/// A name without what writers vary: brackets, quotes, book-title marks, spaces.
pub fn plain_name(name: &str) -> String {
    name.chars().filter_map(plain).collect()
}

fn plain(c: char) -> Option<char> {
    match c {
        ' ' | '\u{3000}' | '《' | '》' | '“' | '”' => None,
        '[' | '【' | '［' => Some('〔'),
        ']' | '】' | '］' => Some('〕'),
        '（' => Some('('),
        '）' => Some(')'),
        other => Some(other),
    }
}

/// The names of documents, ready to be looked for: longest first, so that a
/// long title is not taken for the short one inside it.
#[derive(Debug, Default)]
pub struct Names {
    names: Vec<(String, usize)>,
    shown: Vec<String>,
}

impl Names {
    /// Of these documents.
    pub fn of(documents: &[PolicyDocument]) -> Names {
        let mut names: Vec<(String, usize)> = documents
            .iter()
            .enumerate()
            .flat_map(|(n, d)| d.names().map(move |name| (plain_name(name), n)))
            .collect();
        names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        let shown = documents.iter().map(|d| d.name().to_owned()).collect();
        Names { names, shown }
    }

    /// The document that is called so.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = plain_name(name);
        self.names
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, document)| *document)
    }

    /// The documents that a citation names, in the order of its words.
    pub fn references(&self, cite: &str) -> Vec<Reference> {
        let cite = plain_name(cite);
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (name, document) in &self.names {
            for (start, _) in cite.match_indices(name.as_str()) {
                let end = start + name.len();
                if found.iter().all(|(s, e, _)| end <= *s || *e <= start) {
                    found.push((start, end, *document));
                }
            }
        }
        found.sort_unstable();
        let mut references: Vec<Reference> = Vec::new();
        for (n, (_, end, document)) in found.iter().enumerate() {
            let until = found.get(n + 1).map_or(cite.len(), |next| next.0);
            let articles = articles(&cite[*end..until]);
            match references.iter_mut().find(|r| r.document == *document) {
                Some(known) => known.articles.extend(articles),
                None => references.push(Reference {
                    document: *document,
                    name: self.shown[*document].clone(),
                    articles,
                }),
            }
        }
        references
    }
}

/// The articles that a piece of text names: 第九条, 第三条第二项.
fn articles(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    let mut end_of_last = false;
    while let Some(at) = rest.find('第') {
        let tail = &rest[at..];
        let Some((length, unit)) = ordinal(tail) else {
            rest = &tail['第'.len_utf8()..];
            end_of_last = false;
            continue;
        };
        let part = &tail[..length];
        // 第三条第二项: what follows at once belongs to the article before it.
        let continues = end_of_last && at == 0 && unit != '条';
        match found.last_mut().filter(|_| continues) {
            Some(last) => last.push_str(part),
            None if matches!(unit, '条' | '章' | '节') => found.push(part.to_owned()),
            None => {}
        }
        end_of_last = true;
        rest = &tail[length..];
    }
    found
}

/// 第…条, 第…款, 第…项, 第…章 at the beginning: its length and the unit.
fn ordinal(text: &str) -> Option<(usize, char)> {
    let mut length = '第'.len_utf8();
    let mut numerals = 0;
    for c in text.chars().skip(1) {
        length += c.len_utf8();
        match c {
            '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '零'
            | '0'..='9' => numerals += 1,
            '条' | '款' | '项' | '章' | '节' if numerals > 0 => return Some((length, c)),
            _ => return None,
        }
    }
    None
}

/// The number of the article that a text begins with: 第四十二条 is 42.
pub fn article_number(at: &str) -> Option<u32> {
    let inner = at.strip_prefix('第')?;
    let (numerals, _) = inner.split_once('条')?;
    if numerals.chars().all(|c| c.is_ascii_digit()) {
        return numerals.parse().ok();
    }
    let (mut sum, mut digit) = (0u32, None);
    for c in numerals.chars() {
        match c {
            '百' => sum += digit.take().unwrap_or(1) * 100,
            '十' => sum += digit.take().unwrap_or(1) * 10,
            '零' => {}
            _ => digit = Some("一二三四五六七八九".chars().position(|d| d == c)? as u32 + 1),
        }
    }
    Some(sum + digit.unwrap_or(0)).filter(|n| *n > 0)
}

#[cfg(test)]
mod tests;
