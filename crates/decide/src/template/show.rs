//! `GET /templates/{document}/file`: a template to change, or filled with a family that does not
//! exist to look at.

use axum::response::Response;
use paper::Setting;
use platform::{Ctx, Path, Problem, Query, Result};
use serde::Deserialize;
use uuid::Uuid;

use super::{content, office, open, pack, sample, version};
use crate::authz::TEMPLATE_FILE;
use crate::letter::{served, show::answer};
use crate::problems::LETTER_UNKNOWN;

/// Which, and how.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// A version of the office; the pack's text where it is left out.
    version: Option<Uuid>,
    /// Filled with a family that does not exist, instead of its open places.
    #[serde(default)]
    filled: bool,
    /// docx or html; docx where it is left out. An open template is a .docx.
    format: Option<String>,
    /// Large print.
    #[serde(default)]
    large: bool,
}

/// Hands out a template: open, to be changed in Word or WPS, or filled, to be looked at.
#[utoipa::path(
    get, path = "/templates/{document}/file", operation_id = TEMPLATE_FILE.id, tag = "decide",
    params(("document" = String, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(document): Path<String>,
    Query(how): Query<How>,
) -> Result<Response> {
    let reader = ctx.query(&TEMPLATE_FILE).await?;
    let conn = reader.conn();
    let office = office(&ctx)?;
    let pack = pack(&ctx, conn).await?;
    let text = pack.template(&document, &office);
    let text = text.ok_or_else(|| Problem::new(&LETTER_UNKNOWN))?;
    let setting = Setting { large: how.large };
    let title = text.label.zh.clone();
    let page = how.format.as_deref() == Some("html");
    let Some(id) = how.version else {
        reader.finish().await?;
        let open = registry::letters::letter(text);
        if !how.filled {
            return answer(&open, &title, setting, true);
        }
        let filled = open
            .fill(&sample::values(text))
            .map_err(Problem::internal)?;
        return answer(&filled, &title, setting, !page);
    };
    let found = version(conn, id).await?;
    if found.division != office || found.document != document {
        return Err(Problem::not_found());
    }
    let template = open(ctx.floor(), conn, &found).await?;
    let bytes = match found.file {
        Some(file) if !how.filled => content(ctx.floor(), conn, file).await?,
        _ => Vec::new(),
    };
    reader.finish().await?;
    if !how.filled {
        return served(bytes, &title);
    }
    let values = sample::values(text);
    if page {
        let letter = template.letter(&values).map_err(Problem::internal)?;
        return answer(&letter, &title, setting, false);
    }
    let bytes = template.fill(&[values], setting);
    served(bytes.map_err(Problem::internal)?, &title)
}
