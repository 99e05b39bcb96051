//! `GET /letters/{id}`: a copy as a page for the printer or for Word.

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use paper::{Block, Setting, Style};
use platform::{Ctx, Path, Problem, Query, Result, files};
use serde::Deserialize;
use uuid::Uuid;

use super::{copies, letter, template};
use crate::authz::LETTER_SHOW;
use crate::case::{NOUN, store};
use crate::problems::{LETTER_UNKNOWN, NO_RELEASE};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Which copy, and how.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// Which copy; the last where it is left out.
    nth: Option<i32>,
    /// html or docx; html where it is left out.
    format: Option<String>,
}

/// Hands out a copy that was recorded as printed; the same copy is the same bytes.
#[utoipa::path(
    get, path = "/letters/{id}", operation_id = LETTER_SHOW.id, tag = "decide",
    params(("id" = Uuid, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(how): Query<How>,
) -> Result<Response> {
    let mut reader = ctx.query(&LETTER_SHOW).await?;
    let conn = reader.conn();
    let found = letter(conn, ctx.floor().vault(), id).await?;
    let row = store::find(conn, reader.scope(), found.case).await?;
    let release = policy::release(ctx.floor(), conn, found.said.release).await?;
    let release = release.ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let text = template(&release.pack, &found.document, &row.division)?;
    let copies = copies(conn, id).await?;
    let wanted = |c: &&super::Copy| how.nth.is_none_or(|nth| nth == c.nth);
    let copy = copies.iter().rev().find(wanted);
    let copy = copy.ok_or_else(Problem::not_found)?;
    let mut filled = registry::letters::compose(text, &[found.said.values()])
        .map_err(|e| Problem::new(&LETTER_UNKNOWN).detail(e.zh(), e.en()))?;
    if copy.nth > 1 {
        let mark = format!("（第{}次打印）", copy.nth);
        filled.blocks.push(Block {
            when: None,
            body: paper::Body::Text(Style::Small, mark),
        });
    }
    let setting = Setting { large: copy.large };
    let title = format!("{} {}", text.label.zh, found.number);
    let (bytes, media, ending) = if how.format.as_deref() == Some("docx") {
        let bytes = filled.docx(setting).map_err(Problem::internal)?;
        (bytes, DOCX, "docx")
    } else {
        let page = filled.html(&title, setting);
        (page.into_bytes(), "text/html; charset=utf-8", "html")
    };
    reader.opened(NOUN, row.id, &row.division);
    reader.finish().await?;
    Response::builder()
        .header(header::CONTENT_TYPE, media)
        .header(
            header::CONTENT_DISPOSITION,
            files::disposition(&format!("{title}.{ending}")),
        )
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}
