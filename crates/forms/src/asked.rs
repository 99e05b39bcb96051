//! What a filling asks for beyond its own values: fields that hang on others, files and
//! signatures, and the content that a signature stands under.

use crate::check::{Checking, pointer};
use crate::model::{Field, FieldKind, Form, Needed, Signs};
use serde_json::{Map, Value as Json};

/// A file that a filling names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// JSON pointer of the field.
    pub pointer: String,
    /// The id under which the file is kept.
    pub file: String,
    /// Who signs, where the file holds the strokes of a signature.
    pub signs: Option<Signs>,
}

impl Form {
    /// Pointers of the fields that are needed only because of what other fields say, as the
    /// values stand; a page shows these and hides the others of their kind.
    pub fn asked(&self, given: &Map<String, Json>) -> Vec<String> {
        let checking = Checking::over(&self.fields, given);
        let mut found = Vec::new();
        collect(&checking, &self.fields, None, "", &mut found);
        for field in &self.fields {
            let FieldKind::Rows(rows) = &field.kind else {
                continue;
            };
            let items = given.get(&field.name).and_then(Json::as_array);
            for (n, row) in items.into_iter().flatten().enumerate() {
                if let Some(row) = row.as_object() {
                    let path = format!("{}/{n}", pointer("", &field.name));
                    collect(&checking, &rows.fields, Some(row), &path, &mut found);
                }
            }
        }
        found
    }

    /// The files that a filling names, signatures among them, in the order of the form.
    pub fn attachments(&self, values: &Map<String, Json>) -> Vec<Attachment> {
        let mut found = Vec::new();
        attached(&self.fields, values, "", &mut found);
        found
    }

    /// The values without their signatures.
    pub fn unsigned(&self, values: &Map<String, Json>) -> Map<String, Json> {
        without(&self.fields, values)
    }

    /// Digest of what a signature in the form stands under: form, version, and all values but the
    /// signatures themselves.
    pub fn content(&self, values: &Map<String, Json>) -> String {
        self.digest(&self.unsigned(values))
    }
}

fn collect(
    checking: &Checking,
    fields: &[Field],
    row: Option<&Map<String, Json>>,
    path: &str,
    found: &mut Vec<String>,
) {
    for field in fields {
        if matches!(field.needed, Needed::When(_)) && checking.needed(field, fields, row) {
            found.push(pointer(path, &field.name));
        }
    }
}

fn attached(fields: &[Field], values: &Map<String, Json>, path: &str, found: &mut Vec<Attachment>) {
    for field in fields {
        let Some(value) = values.get(&field.name) else {
            continue;
        };
        let at = pointer(path, &field.name);
        match (&field.kind, value) {
            (FieldKind::File, Json::String(file)) => found.push(Attachment {
                pointer: at,
                file: file.clone(),
                signs: None,
            }),
            (FieldKind::Signature(who), Json::Object(signed)) => {
                let file = signed.get("file").and_then(Json::as_str);
                found.push(Attachment {
                    pointer: at,
                    file: file.unwrap_or_default().to_owned(),
                    signs: Some(*who),
                });
            }
            (FieldKind::Rows(rows), Json::Array(items)) => {
                for (n, item) in items.iter().enumerate() {
                    if let Json::Object(row) = item {
                        attached(&rows.fields, row, &format!("{at}/{n}"), found);
                    }
                }
            }
            _ => {}
        }
    }
}

fn without(fields: &[Field], values: &Map<String, Json>) -> Map<String, Json> {
    let mut kept = Map::new();
    for field in fields {
        match (&field.kind, values.get(&field.name)) {
            (FieldKind::Signature(_), _) | (_, None) => {}
            (FieldKind::Rows(rows), Some(Json::Array(items))) => {
                let items = items.iter().filter_map(Json::as_object);
                let items = items.map(|row| Json::Object(without(&rows.fields, row)));
                kept.insert(field.name.clone(), items.collect());
            }
            (_, Some(value)) => {
                kept.insert(field.name.clone(), value.clone());
            }
        }
    }
    kept
}
