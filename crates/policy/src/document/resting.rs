//! What rests on a document.

use chrono::NaiveDate;
use pack::cites::Cited;
use serde::Serialize;

use crate::words::word;

/// A value, condition or formula that rests on a document.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Resting {
    /// parameter, statistic, programme, exclusion, condition, component, check, guide, variable, fund …
    kind: String,
    kind_zh: String,
    name: String,
    /// Key of the programme it belongs to.
    programme: Option<String>,
    /// The place that says it.
    place: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// Whether it holds on the day asked for.
    holds: bool,
    /// The articles named.
    articles: Vec<String>,
    cite: String,
}

/// What rests on a document, as it stands on a day.
pub(crate) fn resting(pack: &pack::Pack, document: &str, cited: &Cited, on: NaiveDate) -> Resting {
    let references = cited.references.iter().filter(|r| r.name == document);
    Resting {
        kind: word(cited.by),
        kind_zh: cited.by.words().0.to_owned(),
        name: cited.name.clone(),
        programme: cited.programme.clone(),
        place: pack.levels()[cited.level.0 as usize].zh.clone(),
        from: cited.from,
        to: cited.to,
        holds: cited.holds(on),
        articles: references.flat_map(|r| r.articles.clone()).collect(),
        cite: cited.cite.clone(),
    }
}
