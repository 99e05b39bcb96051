//! The rolls within one's area.

use kernel::Month;
use platform::http::{Json, Query};
use platform::{Ctx, Page, PageQuery, Result};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::{RollAnswer, shown};
use crate::authz::ROLL_LIST;
use crate::repo;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RollQuery {
    /// The month.
    #[param(value_type = Option<String>)]
    pub month: Option<Month>,
    /// Key of the programme.
    pub programme: Option<String>,
}

#[utoipa::path(get, path = "/rolls", operation_id = "disburse.roll.list", tag = "disburse",
    params(RollQuery, PageQuery), responses((status = 200, body = Page<RollAnswer>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(query): Query<RollQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<RollAnswer>>> {
    let reader = ctx.query(&ROLL_LIST).await?;
    let rolls = repo::rolls(
        reader.conn(),
        reader.scope(),
        query.month,
        query.programme.as_deref(),
        paging.limit(),
        paging.offset(),
    )
    .await?;
    let items = shown(ctx.floor(), reader.conn(), reader.scope(), &rolls).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, None)))
}
