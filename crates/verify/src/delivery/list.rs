//! `GET /deliveries` and `GET /deliveries/{id}`.

use platform::{Ctx, Json, Page, PageQuery, Path, Problem, Query, Result, Sql, Total, Versioned};
use serde::Deserialize;
use uuid::Uuid;

use super::store::{self, Delivery};
use crate::authz::{DELIVERY_GET, DELIVERY_LIST};
use crate::words;

/// Which deliveries.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeliveryFilter {
    /// Only of this source.
    source: Option<String>,
    /// `uploaded`, `reading`, `ready`, `failed` or `discarded`.
    status: Option<String>,
}

/// Deliveries, newest first.
#[utoipa::path(
    get, path = "/deliveries", operation_id = DELIVERY_LIST.id, tag = "verify",
    params(DeliveryFilter, PageQuery), responses((status = 200, body = Page<Delivery>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<DeliveryFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<Delivery>>> {
    let reader = ctx.query(&DELIVERY_LIST).await?;
    let mut condition = reader.scope().sql("d.division");
    if let Some(source) = words::given(&filter.source) {
        condition = condition.text(" and d.source = ").bind(source);
    }
    if let Some(status) = words::given(&filter.status) {
        condition = condition.text(" and d.status = ").bind(status);
    }
    let count = Sql::new("select count(*) from delivery d where ").push(condition.clone());
    let condition = condition
        .text(" order by d.created_at desc, d.id limit ")
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let rows = store::rows(ctx.floor(), reader.conn(), condition).await?;
    let total = if page.wants_total() {
        let n: i64 = reader.conn().scalar(count).await?.unwrap_or(0);
        Some(Total::rows(u64::try_from(n).unwrap_or(0)))
    } else {
        None
    };
    let items = if rows.is_empty() {
        Vec::new()
    } else {
        let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
        store::views(reader.conn(), &pack, rows).await?
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// One delivery.
#[utoipa::path(
    get, path = "/deliveries/{id}", operation_id = DELIVERY_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = Delivery))
)]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Versioned<Delivery>> {
    let reader = ctx.query(&DELIVERY_GET).await?;
    let row = store::find(ctx.floor(), reader.conn(), reader.scope(), id).await?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let view = store::views(reader.conn(), &pack, vec![row]).await?.pop();
    reader.finish().await?;
    let view = view.ok_or_else(Problem::not_found)?;
    let version = view.version;
    Ok(Versioned(view, version))
}
