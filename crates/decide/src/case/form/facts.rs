//! What a form says of the family goes to the register, with the form as its source.

use std::collections::BTreeMap;

use forms::{Field, FieldKind, Form, Source};
use platform::{Result, Tx};
use registry::{NewFacts, SubjectKind};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::check::People;
use crate::case::act::Work;

/// Facts that the register keeps itself; a form repeats them and changes none.
const KEPT: [&str; 5] = ["姓名", "公民身份号码", "出生日期", "性别", "与户主关系"];

/// Records the circumstances that a form states, as they stand from today.
pub(super) async fn record(
    tx: &mut Tx,
    work: &Work,
    form: &Form,
    subject: Option<Uuid>,
    values: &Map<String, Value>,
) -> Result<()> {
    let stated = form.facts(values);
    let mut all = vec![(
        work.row.household,
        SubjectKind::Household,
        typed(&form.fields, stated.household),
    )];
    if let Some(person) = subject {
        all.push((
            person,
            SubjectKind::Person,
            typed(&form.fields, stated.subject),
        ));
    }
    let people = People::of(work);
    for field in &form.fields {
        let FieldKind::Rows(rows) = &field.kind else {
            continue;
        };
        let items = values.get(&field.name).and_then(Value::as_array);
        for row in items.into_iter().flatten().filter_map(Value::as_object) {
            if let (Some(Source::Person), Some(person)) = (rows.of, people.find(row)) {
                all.push((
                    person,
                    SubjectKind::Person,
                    typed(&rows.fields, row.clone()),
                ));
            }
        }
    }
    let valid_from = tx.floor().today();
    for (subject, kind, facts) in all {
        if facts.is_empty() {
            continue;
        }
        let new = NewFacts {
            subject,
            kind,
            valid_from,
            source: format!("form:{}:{}", form.key, work.row.id),
            facts,
        };
        registry::record_facts(tx, &new).await?;
    }
    Ok(())
}

/// Values as the register writes them: facts only, counts as numbers.
fn typed(fields: &[Field], values: Map<String, Value>) -> BTreeMap<String, Value> {
    let facts = fields.iter().filter(|f| {
        let own = matches!(f.source, Some(Source::Person | Source::Household));
        own && !KEPT.contains(&f.name.as_str())
    });
    facts
        .filter_map(|field| {
            let value = values.get(&field.name)?;
            let count = match &field.kind {
                FieldKind::Value {
                    ty: formula::Type::Number(unit),
                    ..
                } => !unit.is_money(),
                _ => false,
            };
            let number = value.as_str().and_then(|text| text.parse::<i64>().ok());
            let value = match number {
                Some(number) if count => json!(number),
                _ => value.clone(),
            };
            Some((field.name.clone(), value))
        })
        .collect()
}
