//! `GET /letters/{id}`: a copy as a page for the printer or for Word.

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use paper::{Block, Setting, Style};
use platform::{Conn, Ctx, Floor, Path, Problem, Query, Result, files};
use serde::Deserialize;
use uuid::Uuid;

use super::{Letter, copies, letter, template};
use crate::authz::LETTER_SHOW;
use crate::case::store::Row;
use crate::case::{NOUN, store};
use crate::problems::{LETTER_UNKNOWN, NO_RELEASE};

/// The media type of .docx.
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
    let copies = copies(conn, id).await?;
    let wanted = |c: &&super::Copy| how.nth.is_none_or(|nth| nth == c.nth);
    let copy = copies.iter().rev().find(wanted);
    let copy = copy.ok_or_else(Problem::not_found)?;
    let (letter, label) = filled(ctx.floor(), conn, &found, &row, copy.nth).await?;
    reader.opened(NOUN, row.id, &row.division);
    reader.finish().await?;
    let setting = Setting { large: copy.large };
    let title = format!("{label} {}", found.number);
    answer(
        &letter,
        &title,
        setting,
        how.format.as_deref() == Some("docx"),
    )
}

/// A letter as it was said, with the mark of a later copy; and what its document is called.
pub(super) async fn filled(
    floor: &Floor,
    conn: &Conn,
    found: &Letter,
    row: &Row,
    nth: i32,
) -> Result<(paper::Letter, String)> {
    let release = policy::release(floor, conn, found.said.release).await?;
    let release = release.ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let text = template(&release.pack, &found.document, &row.division)?;
    let mut filled = registry::letters::compose(text, &[found.said.values()])
        .map_err(|e| Problem::new(&LETTER_UNKNOWN).detail(e.zh(), e.en()))?;
    if nth > 1 {
        filled.blocks.push(Block {
            when: None,
            body: paper::Body::Text(Style::Small, format!("（第{nth}次打印）")),
        });
    }
    Ok((filled, text.label.zh.clone()))
}

/// A letter as the answer of a request.
pub(crate) fn answer(
    letter: &paper::Letter,
    title: &str,
    setting: Setting,
    word: bool,
) -> Result<Response> {
    let (bytes, media, ending) = if word {
        (
            letter.docx(setting).map_err(Problem::internal)?,
            DOCX,
            "docx",
        )
    } else {
        let page = letter.html(title, setting).into_bytes();
        (page, "text/html; charset=utf-8", "html")
    };
    Response::builder()
        .header(header::CONTENT_TYPE, media)
        .header(
            header::CONTENT_DISPOSITION,
            files::disposition(&format!("{title}.{ending}")),
        )
        .body(Body::from(bytes))
        .map_err(Problem::internal)
}
