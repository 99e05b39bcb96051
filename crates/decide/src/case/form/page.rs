//! `GET /cases/{id}/forms/{form}/page`: a form on paper, blank to fill in by hand or as it was
//! handed in.

use axum::response::Response;
use paper::Setting;
use platform::{Ctx, Path, Problem, Query, Result};
use serde::Deserialize;
use serde_json::Map;
use uuid::Uuid;

use crate::authz::{CASE_FILE, CASE_FORM_PAGE};
use crate::case::{Bureau, NOUN, store};
use crate::letter::show::answer;

/// Whose form, and how.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// The person it is about.
    subject: Option<Uuid>,
    /// Blank, to be filled in by hand.
    #[serde(default)]
    blank: bool,
    /// Large print.
    #[serde(default)]
    large: bool,
    /// html or docx; html where it is left out.
    format: Option<String>,
}

/// Prints a form of the case: blank by the version of the case's day, or the last that was handed
/// in. What is sensitive is masked for those who only read.
#[utoipa::path(
    get, path = "/cases/{id}/forms/{form}/page", operation_id = CASE_FORM_PAGE.id, tag = "decide",
    params(("id" = Uuid, Path), ("form" = String, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((id, key)): Path<(Uuid, String)>,
    Query(how): Query<How>,
) -> Result<Response> {
    let mut reader = ctx.query(&CASE_FORM_PAGE).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let bureau = Bureau::kept(ctx.floor(), reader.conn(), &row).await?;
    let letter = if how.blank {
        let text = bureau.form(&row, &key)?;
        (
            registry::letters::form_letter(&text.form, &bureau.basis(text), &Map::new()),
            text.form.label.zh.clone(),
        )
    } else {
        let all = super::filed(reader.conn(), ctx.floor().vault(), id).await?;
        let mine = |f: &&super::Filed| f.form == key && f.subject == how.subject;
        let found = all.iter().rev().find(mine).ok_or_else(Problem::not_found)?;
        let text = bureau.form_of(&row, found).ok_or_else(Problem::not_found)?;
        let full = ctx.permits(CASE_FILE.permission);
        let values = match full {
            true => found.values.clone(),
            false => text.form.masked(&found.values),
        };
        (
            registry::letters::form_letter(&text.form, &bureau.basis(text), &values),
            text.form.label.zh.clone(),
        )
    };
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    let (letter, label) = letter;
    let number = row.number.as_deref().unwrap_or_default();
    let title = format!("{label} {number}").trim().to_owned();
    let setting = Setting { large: how.large };
    answer(
        &letter,
        &title,
        setting,
        how.format.as_deref() == Some("docx"),
    )
}
