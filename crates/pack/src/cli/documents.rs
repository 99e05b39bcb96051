//! A policy document on the command line: what it says and what rests on it.

use crate::cites::Cited;
use crate::model::PolicyDocument;
use crate::pack::Pack;
use crate::rules::Rules;
use std::fmt::Write as _;

/// Writes the documents whose name contains a word; false where there is none.
pub fn shown(pack: &Pack, rules: &Rules, name: &str, out: &mut String) -> bool {
    let exact = pack.document(name).filter(|d| d.name() == name);
    let chosen: Vec<&PolicyDocument> = match exact {
        Some(document) => vec![document],
        None => pack
            .documents()
            .iter()
            .filter(|d| d.names().any(|known| known.contains(name)))
            .collect(),
    };
    for document in &chosen {
        one(pack, rules, document, out);
    }
    !chosen.is_empty()
}

fn one(pack: &Pack, rules: &Rules, document: &PolicyDocument, out: &mut String) {
    let or_open = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    _ = writeln!(out, "\n《{}》 {}", document.title, document.en);
    let number = document.number.as_deref().unwrap_or("文号未查到");
    _ = writeln!(
        out,
        "  {number} · {} · [{} … {}]{}",
        document.issuer,
        or_open(document.from.or(document.issued)),
        or_open(document.to),
        super::mark(document.verified)
    );
    if !document.holds(rules.on()) {
        _ = writeln!(out, "  {} 不在有效期内 not in force", rules.on());
    }
    if let Some(later) = &document.superseded_by {
        _ = writeln!(out, "  已由 {later} 代替 superseded by {later}");
    }
    for text in document.source.iter().chain(&document.note) {
        _ = writeln!(out, "  {text}");
    }
    for passage in &document.passages {
        let word = if passage.quoted { "原文" } else { "要点" };
        _ = writeln!(out, "  {}({word}) {}", passage.at, passage.text);
    }
    let resting = pack.resting_on(document);
    _ = writeln!(out, "  依据它的 resting on it: {}", resting.len());
    for cited in resting {
        used(pack, rules, document, cited, out);
    }
}

fn used(pack: &Pack, rules: &Rules, document: &PolicyDocument, cited: &Cited, out: &mut String) {
    let (zh, _) = cited.by.words();
    let level = &pack.levels()[cited.level.0 as usize];
    let name = document.name();
    let articles: Vec<&str> = cited
        .references
        .iter()
        .filter(|r| r.name == name)
        .flat_map(|r| r.articles.iter().map(String::as_str))
        .collect();
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    let now = if cited.holds(rules.on()) {
        ""
    } else {
        " (此日不适用)"
    };
    _ = writeln!(
        out,
        "    {zh} {} · {} [{} … {}] {}{now}",
        cited.name,
        level.zh,
        day(cited.from),
        day(cited.to),
        articles.join("、")
    );
}
