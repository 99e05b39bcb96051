//! `GET /verification-runs` and `GET /verification-runs/{id}`.

use platform::{Ctx, Json, Page, PageQuery, Path, Problem, Query, Result, Sql, Total};
use uuid::Uuid;

use super::store::{self, NOUN, Run};
use crate::authz::{RUN_GET, RUN_LIST};
use crate::words;

/// Runs of the actor's own office, newest first.
#[utoipa::path(
    get, path = "/verification-runs", operation_id = RUN_LIST.id, tag = "verify",
    params(PageQuery), responses((status = 200, body = Page<Run>))
)]
pub(crate) async fn handle(ctx: Ctx, Query(page): Query<PageQuery>) -> Result<Json<Page<Run>>> {
    let mut reader = ctx.query(&RUN_LIST).await?;
    let own = store::own(&ctx, reader.scope(), "r");
    let total = if page.wants_total() {
        let sql = Sql::new("select count(*) from verify_run r where ").push(own.clone());
        let n: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
        Some(Total::rows(u64::try_from(n).unwrap_or(0)))
    } else {
        None
    };
    let condition = own
        .text(" order by r.created_at desc, r.id limit ")
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let rows = store::rows(ctx.floor(), reader.conn(), condition).await?;
    let digest = platform::audit::digest_ids(rows.iter().map(|r| r.id));
    reader.listed(NOUN, &(), rows.len() as u64, digest);
    let items = if rows.is_empty() {
        Vec::new()
    } else {
        let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
        store::views(reader.conn(), &pack, rows).await?
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// One run with what it was compared with and what could not be told.
#[utoipa::path(
    get, path = "/verification-runs/{id}", operation_id = RUN_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = Run))
)]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Run>> {
    let mut reader = ctx.query(&RUN_GET).await?;
    let row = store::find(&ctx, reader.conn(), reader.scope(), id).await?;
    reader.opened(NOUN, id, &row.division);
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let view = store::views(reader.conn(), &pack, vec![row]).await?.pop();
    reader.finish().await?;
    Ok(Json(view.ok_or_else(Problem::not_found)?))
}
