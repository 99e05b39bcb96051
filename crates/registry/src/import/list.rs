//! `GET /imports`.

use platform::{Ctx, Json, Page, PageQuery, Query, Result, Total};

use super::store::{self, Import};
use crate::authz::IMPORT_LIST;

/// Imports, newest first.
#[utoipa::path(
    get, path = "/imports", operation_id = IMPORT_LIST.id, tag = "registry",
    params(PageQuery), responses((status = 200, body = Page<Import>))
)]
pub(crate) async fn handle(ctx: Ctx, Query(page): Query<PageQuery>) -> Result<Json<Page<Import>>> {
    let reader = ctx.query(&IMPORT_LIST).await?;
    let (rows, total) = store::list(&reader, page.limit(), page.offset()).await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(store::view(&ctx, reader.conn(), row).await?);
    }
    reader.finish().await?;
    Ok(Json(Page::new(
        items,
        page.wants_total().then(|| Total::rows(total)),
    )))
}
