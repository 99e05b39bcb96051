//! Circumstances of persons and households: versions that are never overwritten.

pub(crate) mod as_of;
pub(crate) mod record;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value;
use serde_json::Value as Json;
use uuid::Uuid;

/// Columns of the table in the order of [`row`].
pub(crate) const COLUMNS: [&str; 15] = [
    "subject",
    "valid_from",
    "version",
    "kind",
    "recorded_at",
    "source",
    "sources",
    "digest",
    "class",
    "anti_relapse",
    "disability_kind",
    "disability_grade",
    "import",
    "slice",
    "facts",
];

/// The key of a version.
pub(crate) struct Key<'a> {
    pub subject: Uuid,
    pub valid_from: NaiveDate,
    pub version: i32,
    pub kind: &'a str,
}

/// A row of the table; what lists search by is taken out of the facts.
#[allow(clippy::too_many_arguments)]
pub(crate) fn row(
    key: Key<'_>,
    now: DateTime<Utc>,
    source: &str,
    sources: Option<String>,
    digest: [u8; 32],
    facts: &BTreeMap<String, Json>,
    text: String,
    import: Option<(Uuid, i32)>,
) -> Vec<Value> {
    let word = |name: &str| facts.get(name).and_then(Json::as_str).map(str::to_owned);
    let grade = facts
        .get("残疾等级")
        .and_then(Json::as_i64)
        .and_then(|g| i32::try_from(g).ok());
    vec![
        key.subject.into(),
        key.valid_from.into(),
        key.version.into(),
        key.kind.into(),
        now.into(),
        source.into(),
        sources.into(),
        digest.to_vec().into(),
        word("低保类别").into(),
        word("防返贫类型").into(),
        word("残疾类别").into(),
        grade.into(),
        import.map(|(import, _)| import).into(),
        import.map(|(_, slice)| slice).into(),
        text.into(),
    ]
}

/// The marks that a household carries in lists, as a JSON list.
pub(crate) fn labels(facts: &BTreeMap<String, Json>) -> String {
    let mut labels: Vec<&str> = Vec::new();
    if let Some(word) = facts.get("防返贫类型").and_then(Json::as_str)
        && word != "无"
    {
        labels.push(word);
    }
    if facts.get("危房户").and_then(Json::as_bool) == Some(true) {
        labels.push("危房户");
    }
    serde_json::to_string(&labels).unwrap_or_else(|_| "[]".to_owned())
}
