//! The decisions within one's area.

use platform::http::{Json, Query};
use platform::{Ctx, Page, PageQuery, Result, Total};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use uuid::Uuid;

use super::{DecisionAnswer, shown};
use crate::authz::DECISION_LIST;
use crate::repo;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Deserialize, Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DecisionQuery {
    /// proposed, applying, approved, rejected.
    pub status: Option<String>,
    /// opening, start, change, grace, stop, one_off.
    pub kind: Option<String>,
    /// Key of the programme.
    pub programme: Option<String>,
    /// A division of one's area.
    pub division: Option<String>,
    /// Only those that open what this import claims.
    pub import: Option<Uuid>,
}

#[utoipa::path(get, path = "/decisions", operation_id = "decide.decision.list", tag = "decide",
    params(DecisionQuery, PageQuery), responses((status = 200, body = Page<DecisionAnswer>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(query): Query<DecisionQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<DecisionAnswer>>> {
    let reader = ctx.query(&DECISION_LIST).await?;
    let scope = crate::narrow(reader.scope(), query.division.as_deref())?;
    let filter = repo::Filter {
        status: query.status,
        kind: query.kind,
        programme: query.programme,
        import: query.import,
    };
    let rows = repo::page(
        reader.conn(),
        &scope,
        &filter,
        paging.limit(),
        paging.offset(),
    )
    .await?;
    let total = match paging.wants_total() {
        true => Some(Total::rows(
            repo::count(reader.conn(), &scope, &filter).await?,
        )),
        false => None,
    };
    let items = shown(ctx.floor(), reader.conn(), &rows).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
