//! `GET /letters/{id}`: a copy as a page for the printer or for Word.

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use pack::model::TemplateText;
use paper::{OfficeTemplate, Setting, Values};
use platform::{Conn, Ctx, Floor, Path, Problem, Query, Result, files};
use serde::Deserialize;
use uuid::Uuid;

use super::{DOCX, Letter, copies, letter, served, template};
use crate::authz::LETTER_SHOW;
use crate::case::store::Row;
use crate::case::{NOUN, store};
use crate::problems::{LETTER_UNKNOWN, NO_RELEASE};

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
    let copied = copied(ctx.floor(), conn, &found, &row, copy.nth).await?;
    reader.opened(NOUN, row.id, &row.division);
    reader.finish().await?;
    let setting = Setting { large: copy.large };
    let title = format!("{} {}", copied.label, found.number);
    let word = how.format.as_deref() == Some("docx");
    let all = [copied];
    if word && let Some(bytes) = Copied::together(&all, setting)? {
        return served(bytes, &title);
    }
    answer(&all[0].letter()?, &title, setting, word)
}

/// A copy of a letter: what it says, in the pack's words or the office's own.
pub(crate) struct Copied {
    /// What the document is called.
    pub label: String,
    values: Values,
    text: TemplateText,
    /// The office's own template, with the version's key.
    own: Option<(Uuid, OfficeTemplate)>,
}

impl Copied {
    /// The version of the office's own template; none where the pack's text serves.
    pub fn version(&self) -> Option<Uuid> {
        self.own.as_ref().map(|(version, _)| *version)
    }

    /// As a letter in the house's look.
    pub fn letter(&self) -> Result<paper::Letter> {
        let unfit = |e: paper::PaperError| Problem::new(&LETTER_UNKNOWN).detail(e.zh(), e.en());
        let values = std::slice::from_ref(&self.values);
        match &self.own {
            Some((_, own)) => own.letter(&self.values),
            None => registry::letters::compose(&self.text, values),
        }
        .map_err(unfit)
    }

    /// Copies made with the same template of an office as one .docx, as the office set it.
    pub fn together(all: &[Self], setting: Setting) -> Result<Option<Vec<u8>>> {
        let Some(Self {
            own: Some((version, own)),
            ..
        }) = all.first()
        else {
            return Ok(None);
        };
        if all.iter().any(|one| one.version() != Some(*version)) {
            return Ok(None);
        }
        let values: Vec<Values> = all.iter().map(|one| one.values.clone()).collect();
        let bytes = own.fill(&values, setting).map_err(Problem::internal)?;
        Ok(Some(bytes))
    }
}

/// A letter as it was said, with the mark of a later copy.
pub(crate) async fn copied(
    floor: &Floor,
    conn: &Conn,
    found: &Letter,
    row: &Row,
    nth: i32,
) -> Result<Copied> {
    let release = policy::release(floor, conn, found.said.release).await?;
    let release = release.ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let text = template(&release.pack, &found.document, &row.division)?;
    let mut values = found.said.values();
    if nth > 1 {
        values.mark(format!("（第{nth}次打印）"));
    }
    let own = match found.said.office {
        None => None,
        Some(key) => {
            let version = crate::template::version(conn, key).await?;
            Some((key, crate::template::open(floor, conn, &version).await?))
        }
    };
    Ok(Copied {
        label: text.label.zh.clone(),
        values,
        text: text.clone(),
        own,
    })
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
