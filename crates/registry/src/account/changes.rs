//! `GET /account-changes`.

use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::{Deserialize, Serialize};

use super::{CHANGE, ChangeStatus, ChangeView, change_views};
use crate::authz::ACCOUNT_CHANGES;

/// Which changes.
#[derive(Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// proposed, approved or rejected.
    status: Option<ChangeStatus>,
}

/// Proposed accounts of one's area, the newest first.
#[utoipa::path(
    get, path = "/account-changes", operation_id = ACCOUNT_CHANGES.id, tag = "registry",
    params(Filter, PageQuery), responses((status = 200, body = Page<ChangeView>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<ChangeView>>> {
    let mut reader = ctx.query(&ACCOUNT_CHANGES).await?;
    let mut condition = reader.scope().sql("c.division");
    if let Some(status) = filter.status {
        condition = condition.text(" and c.status = ").bind(status.as_str());
    }
    let sql = Sql::new(CHANGE)
        .push(condition.clone())
        .text(" order by c.proposed_at desc, c.id desc limit ")
        .bind(page.limit() as i64)
        .text(" offset ")
        .bind(page.offset() as i64);
    let items = change_views(&ctx, reader.conn(), sql).await?;
    let total = if page.wants_total() {
        let sql = Sql::new("select count(*) from account_change c where ").push(condition);
        let count: Option<i64> = reader.conn().scalar(sql).await?;
        Some(Total::rows(count.unwrap_or(0).unsigned_abs()))
    } else {
        None
    };
    let ids = digest_ids(items.iter().map(|c| c.id.as_bytes().to_vec()));
    reader.listed("account_change", &filter, items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
