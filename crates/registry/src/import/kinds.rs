//! `GET /import-kinds`.

use pack::model::{ImportFile, Target};
use platform::{Ctx, Json, Result};
use serde::Serialize;

use crate::authz::IMPORT_KINDS;
use crate::catalogue;

/// A column of a file.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ColumnView {
    /// The file's key.
    file: String,
    /// Its title; other spellings are understood too.
    title: String,
    /// The other spellings.
    synonyms: Vec<String>,
    /// Rows without it are wrong.
    required: bool,
    /// What to write.
    note: Option<String>,
}

/// A file of a kind.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FileView {
    key: String,
    zh: String,
    en: String,
    required: bool,
}

/// A kind of import.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct KindView {
    key: String,
    zh: String,
    en: String,
    /// The programme whose roster it is.
    programme: Option<String>,
    files: Vec<FileView>,
    columns: Vec<ColumnView>,
}

/// All kinds.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct KindList {
    items: Vec<KindView>,
}

/// What can be imported, from the pack in force.
#[utoipa::path(
    get, path = "/import-kinds", operation_id = IMPORT_KINDS.id, tag = "registry",
    responses((status = 200, body = KindList))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<KindList>> {
    let reader = ctx.query(&IMPORT_KINDS).await?;
    let catalogue = catalogue::in_force(ctx.floor())?;
    let items = catalogue
        .kinds
        .iter()
        .map(|kind| KindView {
            key: kind.key.clone(),
            zh: kind.label.zh.clone(),
            en: kind.label.en.clone(),
            programme: kind.programme.clone(),
            files: kind
                .files
                .iter()
                .map(|f| FileView {
                    key: f.key.clone(),
                    zh: f.label.zh.clone(),
                    en: f.label.en.clone(),
                    required: f.required,
                })
                .collect(),
            columns: kind.files.iter().flat_map(columns).collect(),
        })
        .collect();
    reader.finish().await?;
    Ok(Json(KindList { items }))
}

fn columns(file: &ImportFile) -> Vec<ColumnView> {
    file.columns
        .iter()
        .filter(|c| c.target != Target::Ignore)
        .map(|c| ColumnView {
            file: file.key.clone(),
            title: c.headers.first().cloned().unwrap_or_default(),
            synonyms: c.headers.iter().skip(1).cloned().collect(),
            required: c.required,
            note: c.note.clone(),
        })
        .collect()
}
