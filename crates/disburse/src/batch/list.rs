//! The batches of one's county.

use kernel::Month;
use platform::http::{Json, Query};
use platform::{Ctx, Page, PageQuery, Result};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::{BatchAnswer, shown};
use crate::authz::BATCH_LIST;
use crate::repo;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct BatchQuery {
    /// The month.
    #[param(value_type = Option<String>)]
    pub month: Option<Month>,
    /// gathering, draft, discarded, approved, sent, returned or settled.
    pub status: Option<String>,
}

#[utoipa::path(get, path = "/batches", operation_id = "disburse.batch.list", tag = "disburse",
    params(BatchQuery, PageQuery), responses((status = 200, body = Page<BatchAnswer>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(query): Query<BatchQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<BatchAnswer>>> {
    let reader = ctx.query(&BATCH_LIST).await?;
    let status = query.status.as_deref().filter(|status| !status.is_empty());
    let batches = repo::batches(
        reader.conn(),
        reader.scope(),
        query.month,
        status,
        paging.limit(),
        paging.offset(),
    )
    .await?;
    let items = shown(ctx.floor(), reader.conn(), &batches).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, None)))
}
