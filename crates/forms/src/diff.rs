//! What changed between two fillings of a form; and what is hidden.

use crate::check::pointer;
use crate::model::{Field, FieldKind, Form};
use kernel::masking;
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// What kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Filled in, or a row added.
    Added,
    /// Emptied, or a row removed.
    Removed,
    /// Another value.
    Changed,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// JSON pointer of the field or row.
    pub pointer: String,
    /// Name of the field.
    pub field: String,
    /// What kind.
    pub kind: Kind,
    /// Before; sensitive values masked.
    pub before: Option<Json>,
    /// After; sensitive values masked.
    pub after: Option<Json>,
}

impl Form {
    /// What changed from one canonical filling to another, in the order of the form. Rows are
    /// compared by their place.
    pub fn diff(&self, before: &Map<String, Json>, after: &Map<String, Json>) -> Vec<Change> {
        let mut changes = Vec::new();
        fields(&self.fields, before, after, "", &mut changes);
        changes
    }

    /// The values with what is sensitive masked.
    pub fn masked(&self, values: &Map<String, Json>) -> Map<String, Json> {
        hide(&self.fields, values)
    }
}

fn fields(
    list: &[Field],
    before: &Map<String, Json>,
    after: &Map<String, Json>,
    path: &str,
    changes: &mut Vec<Change>,
) {
    for field in list {
        let at = pointer(path, &field.name);
        let (old, new) = (before.get(&field.name), after.get(&field.name));
        if old == new {
            continue;
        }
        if let FieldKind::Rows(rows) = &field.kind {
            let none = Vec::new();
            let list = |json: Option<&Json>| json.and_then(Json::as_array).cloned();
            let old = list(old).unwrap_or(none.clone());
            let new = list(new).unwrap_or(none);
            for n in 0..old.len().max(new.len()) {
                let at = format!("{at}/{n}");
                match (old.get(n), new.get(n)) {
                    (Some(Json::Object(old)), Some(Json::Object(new))) => {
                        fields(&rows.fields, old, new, &at, changes);
                    }
                    (old, new) => {
                        let shown = |row: Option<&Json>| {
                            row.and_then(Json::as_object)
                                .map(|row| Json::Object(hide(&rows.fields, row)))
                        };
                        changes.push(change(at, field, shown(old), shown(new)));
                    }
                }
            }
            continue;
        }
        let shown = |json: Option<&Json>| json.map(|json| one(field, json));
        changes.push(change(at, field, shown(old), shown(new)));
    }
}

fn change(pointer: String, field: &Field, before: Option<Json>, after: Option<Json>) -> Change {
    let kind = match (&before, &after) {
        (None, _) => Kind::Added,
        (_, None) => Kind::Removed,
        _ => Kind::Changed,
    };
    Change {
        pointer,
        field: field.name.clone(),
        kind,
        before,
        after,
    }
}

fn hide(fields: &[Field], values: &Map<String, Json>) -> Map<String, Json> {
    let mut found = Map::new();
    for field in fields {
        let Some(json) = values.get(&field.name) else {
            continue;
        };
        let value = match (&field.kind, json) {
            (FieldKind::Rows(rows), Json::Array(items)) => Json::Array(
                items
                    .iter()
                    .filter_map(Json::as_object)
                    .map(|row| Json::Object(hide(&rows.fields, row)))
                    .collect(),
            ),
            _ => one(field, json),
        };
        found.insert(field.name.clone(), value);
    }
    found
}

fn one(field: &Field, json: &Json) -> Json {
    if !field.sensitive {
        return json.clone();
    }
    match (&field.kind, json) {
        (FieldKind::IdNumber, Json::String(text)) => Json::String(masking::mask_id(text)),
        (FieldKind::Phone, Json::String(text)) => Json::String(masking::mask_phone(text)),
        (FieldKind::Account, Json::String(text)) => Json::String(masking::mask_account(text)),
        _ => Json::String("＊＊＊".to_owned()),
    }
}
