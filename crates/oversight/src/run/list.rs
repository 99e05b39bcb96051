//! `GET /supervision-runs`.

use platform::{Ctx, Json, Page, PageQuery, Query, Result, Total};
use serde::Deserialize;

use super::store;
use crate::authz::RUN_LIST;
use crate::words;

/// What a list may be narrowed to.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct RunQuery {
    /// supervision or discovery.
    purpose: Option<String>,
}

/// The runs of one's area, the newest first.
#[utoipa::path(get, path = "/supervision-runs", operation_id = RUN_LIST.id, tag = "oversight",
    params(RunQuery, PageQuery), responses((status = 200, body = Page<store::RunView>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<RunQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<store::RunView>>> {
    let reader = ctx.query(&RUN_LIST).await?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let (runs, total) = store::page(
        reader.conn(),
        reader.scope(),
        query.purpose.as_deref(),
        page.limit(),
        page.offset(),
    )
    .await?;
    let items = store::views(reader.conn(), &pack, runs).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, Some(Total::rows(total)))))
}
