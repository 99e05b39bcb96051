//! `GET /releases`.

use platform::{Ctx, Json, Page, PageQuery, Query, Result, Total};

use super::{Release, show};
use crate::{authz::RELEASE_LIST, repo};

/// Lists the releases, the latest first.
#[utoipa::path(
    get, path = "/releases", operation_id = RELEASE_LIST.id, tag = "policy",
    params(PageQuery), responses((status = 200, body = Page<Release>))
)]
pub(crate) async fn handle(ctx: Ctx, Query(page): Query<PageQuery>) -> Result<Json<Page<Release>>> {
    let reader = ctx.query(&RELEASE_LIST).await?;
    let heads = repo::page(reader.conn(), page.offset(), page.limit()).await?;
    let total = match page.wants_total() {
        true => Some(Total::rows(repo::count(reader.conn()).await?)),
        false => None,
    };
    let items = show(reader.conn(), heads, ctx.floor().today()).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
