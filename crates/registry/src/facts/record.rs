//! Recording new facts from a command of a later room (a tier change, a survey).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use platform::{Change, Result, Sql, Tx, bulk};
use serde_json::Value;
use uuid::Uuid;

use super::{COLUMNS, Key, row};

/// Whose facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// A person's.
    Person,
    /// A household's.
    Household,
}

/// Facts to be recorded about one subject.
#[derive(Clone, Debug)]
pub struct NewFacts {
    /// The person or household.
    pub subject: Uuid,
    /// Which of the two.
    pub kind: SubjectKind,
    /// The day from which they hold.
    pub valid_from: NaiveDate,
    /// Where they come from, such as `decision:<id>`.
    pub source: String,
    /// Facts by vocabulary name; `null` takes a fact away.
    pub facts: BTreeMap<String, Value>,
}

/// Adds a version with these facts over what was known; answers whether anything changed.
/// Nothing that was recorded before is overwritten.
///
/// # Errors
/// When the database refuses.
pub async fn record_facts(tx: &mut Tx, new: &NewFacts) -> Result<bool> {
    let sql = Sql::new(
        "select valid_from, version, source, sources, facts from circumstance where subject = ",
    )
    .bind(new.subject)
    .text(" order by valid_from desc, version desc limit 1");
    let old = tx.conn().row(sql).await?;
    let mut facts: BTreeMap<String, Value> = BTreeMap::new();
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    let (mut valid_from, mut version) = (new.valid_from, 1);
    if let Some(old) = old {
        let from: NaiveDate = old.try_get_by_index(0)?;
        let number: i32 = old.try_get_by_index(1)?;
        let source: String = old.try_get_by_index(2)?;
        let known: Option<String> = old.try_get_by_index(3)?;
        facts = serde_json::from_str(&old.try_get_by_index::<String>(4)?)?;
        sources = known
            .map(|k| serde_json::from_str(&k))
            .transpose()?
            .unwrap_or_default();
        for name in facts.keys() {
            sources
                .entry(name.clone())
                .or_insert_with(|| source.clone());
        }
        valid_from = valid_from.max(from);
        if valid_from == from {
            version = number + 1;
        }
    }
    let before = facts.clone();
    for (name, value) in &new.facts {
        if value.is_null() {
            facts.remove(name);
        } else {
            facts.insert(name.clone(), value.clone());
        }
        sources.remove(name);
    }
    if facts == before {
        return Ok(false);
    }
    let text = serde_json::to_string(&facts)?;
    let digest = platform::hash::sm3(&[text.as_bytes()]);
    let kind = match new.kind {
        SubjectKind::Person => "person",
        SubjectKind::Household => "household",
    };
    let sources = (!sources.is_empty())
        .then(|| serde_json::to_string(&sources))
        .transpose()?;
    let now = tx.floor().now();
    let key = Key {
        subject: new.subject,
        valid_from,
        version,
        kind,
    };
    let values = row(key, now, &new.source, sources, digest, &facts, text, None);
    bulk::insert(tx, "circumstance", &COLUMNS, [values]).await?;
    tx.record(Change::updated(
        "circumstance",
        new.subject,
        None,
        &before,
        &facts,
    ));
    if new.kind == SubjectKind::Household {
        let sql = Sql::new("update household set version = version + 1, labels = ")
            .bind(super::labels(&facts))
            .text(", urban_rural = coalesce(")
            .bind(facts.get("城乡").and_then(Value::as_str).map(str::to_owned))
            .text(", urban_rural)")
            .text(" where id = ")
            .bind(new.subject);
        bulk::execute(tx, sql).await?;
    }
    Ok(true)
}
