//! The documents that the policy rests on.

pub(crate) mod list;
mod resting;

use chrono::NaiveDate;
use pack::{Pack, model::PolicyDocument};
use resting::{Resting, resting};
use serde::Serialize;

/// A policy document.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Document {
    /// Its number (文号), or its title where it has none: the name that citations use.
    name: String,
    title: String,
    en: String,
    number: Option<String>,
    issuer: String,
    issued: Option<NaiveDate>,
    /// First day of validity.
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// Whether it is valid on the day asked for.
    in_force: bool,
    /// The document that took its place.
    superseded_by: Option<String>,
    /// Where it was read.
    source: Option<String>,
    note: Option<String>,
    /// Whether its text was read.
    verified: bool,
    /// How many values, conditions and formulas rest on it.
    resting: usize,
    /// What they are, where the document was asked for by name.
    rests: Vec<Resting>,
    passages: Vec<DocumentPassage>,
}

/// A passage of a document.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DocumentPassage {
    /// Article or place.
    at: String,
    text: String,
    /// The document's own words, not their gist.
    quoted: bool,
}

pub(crate) fn shown(
    pack: &Pack,
    document: &PolicyDocument,
    on: NaiveDate,
    whole: bool,
) -> Document {
    let passages = document.passages.iter();
    let all = pack.resting_on(document);
    let listed = all.iter().filter(|_| whole);
    Document {
        name: document.name().to_owned(),
        title: document.title.clone(),
        en: document.en.clone(),
        number: document.number.clone(),
        issuer: document.issuer.clone(),
        issued: document.issued,
        from: document.from,
        to: document.to,
        in_force: document.holds(on),
        superseded_by: document.superseded_by.clone(),
        source: document.source.clone(),
        note: document.note.clone(),
        verified: document.verified,
        resting: all.len(),
        rests: listed
            .map(|cited| resting(pack, document.name(), cited, on))
            .collect(),
        passages: passages
            .map(|passage| DocumentPassage {
                at: passage.at.clone(),
                text: passage.text.clone(),
                quoted: passage.quoted,
            })
            .collect(),
    }
}
