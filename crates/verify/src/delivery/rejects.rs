//! `GET /deliveries/{id}/rejects`: rows that could not be used, with reasons; also as a file. Row
//! and column are named, never what stood there.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::header;
use axum::response::Response;
use kernel::Bilingual as _;
use matching::Reject;
use platform::{Ctx, Json, Locale, Page, PageQuery, Path, Problem, Query, Result, Total, files};
use serde::Serialize;
use uuid::Uuid;

use super::shelf;
use super::store::{self, Row};
use crate::authz::{DELIVERY_REJECTS, DELIVERY_REJECTS_FILE};

/// A row that could not be used, or a cell that was left out.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RejectView {
    /// Row in the file, as a spreadsheet counts.
    row: u64,
    /// Title of the column at fault, where one cell is.
    column: Option<String>,
    /// The stable code of the reason.
    code: &'static str,
    /// In Chinese.
    zh: String,
    /// In English.
    en: String,
    /// The row was kept all the same, without that cell.
    kept: bool,
}

fn view(row: &Row, reject: &Reject) -> RejectView {
    let title = |at: u16| row.titles.get(usize::from(at)).cloned();
    RejectView {
        row: reject.row,
        column: reject
            .column
            .map(|at| title(at).unwrap_or_else(|| format!("#{}", u32::from(at) + 1))),
        code: reject.reason.code(),
        zh: reject.reason.zh(),
        en: reject.reason.en(),
        kept: reject.kept,
    }
}

async fn all(ctx: &Ctx, row: &Row) -> Result<Vec<Reject>> {
    let Some(digest) = row.digest.clone() else {
        return Ok(Vec::new());
    };
    let floor = ctx.floor().clone();
    tokio::task::spawn_blocking(move || {
        let keys = shelf::keys(&floor);
        let delivery = shelf::shelf(&floor)?.delivery(&digest, &keys);
        delivery
            .and_then(|d| d.rejects())
            .map_err(|e| shelf::refused(&e))
    })
    .await
    .map_err(Problem::internal)?
}

/// Rows that could not be used, in the order of the file.
#[utoipa::path(
    get, path = "/deliveries/{id}/rejects", operation_id = DELIVERY_REJECTS.id, tag = "verify",
    params(("id" = Uuid, Path), PageQuery), responses((status = 200, body = Page<RejectView>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<RejectView>>> {
    let reader = ctx.query(&DELIVERY_REJECTS).await?;
    let row = store::find(ctx.floor(), reader.conn(), reader.scope(), id).await?;
    reader.finish().await?;
    let rejects = all(&ctx, &row).await?;
    let total = Total::rows(rejects.len() as u64);
    let skip = usize::try_from(page.offset()).unwrap_or(usize::MAX);
    let take = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let items = rejects.iter().skip(skip).take(take);
    let items = items.map(|reject| view(&row, reject)).collect();
    Ok(Json(Page::new(items, Some(total))))
}

/// All of them as a .csv that a spreadsheet opens.
#[utoipa::path(
    get, path = "/deliveries/{id}/rejects.csv", operation_id = DELIVERY_REJECTS_FILE.id, tag = "verify",
    params(("id" = Uuid, Path)),
    responses((status = 200, content_type = "text/csv"))
)]
pub(crate) async fn file(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let reader = ctx.query(&DELIVERY_REJECTS_FILE).await?;
    let row = store::find(ctx.floor(), reader.conn(), reader.scope(), id).await?;
    reader.finish().await?;
    let english = ctx.locale() == Locale::En;
    let mut text = String::from("\u{feff}");
    text.push_str(if english {
        "row,column,reason,kept\r\n"
    } else {
        "行号,列,原因,是否保留该行\r\n"
    });
    for reject in all(&ctx, &row).await? {
        let shown = view(&row, &reject);
        let column = shown.column.unwrap_or_default();
        let reason = if english { shown.en } else { shown.zh };
        let kept = match (shown.kept, english) {
            (true, true) => "yes",
            (false, true) => "no",
            (true, false) => "是",
            (false, false) => "否",
        };
        let _ = write!(
            text,
            "{},{},{},{kept}\r\n",
            shown.row,
            cell(&column),
            cell(&reason)
        );
    }
    let name = format!(
        "{}-{}.csv",
        if english { "rejected" } else { "退回行" },
        row.as_of
    );
    Response::builder()
        .header(header::CONTENT_TYPE, files::CSV)
        .header(header::CONTENT_DISPOSITION, files::disposition(&name))
        .body(Body::from(text))
        .map_err(Problem::internal)
}

/// A cell, quoted, and with a mark before what a spreadsheet would run.
pub(crate) fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mark = if runs { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}
