//! `GET /households/{id}/assessments`.

use kernel::DivisionCode;
use platform::{Ctx, Json, Page, PageQuery, Path, Problem, Query, Result, Total};
use serde_json::json;
use uuid::Uuid;

use super::answer::{self, AssessmentBrief};
use super::{NOUN, store};
use crate::authz::ASSESSMENT_LIST;

/// The assessments of a household, the latest first.
#[utoipa::path(
    get, path = "/households/{id}/assessments", operation_id = ASSESSMENT_LIST.id, tag = "decide",
    params(("id" = Uuid, Path), PageQuery), responses((status = 200, body = Page<AssessmentBrief>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<AssessmentBrief>>> {
    let mut reader = ctx.query(&ASSESSMENT_LIST).await?;
    let family = registry::family(reader.conn(), id, ctx.floor().today())
        .await?
        .ok_or_else(Problem::not_found)?;
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    reader.require(&division)?;
    let rows = store::of_household(reader.conn(), id, page.offset(), page.limit()).await?;
    let total = match page.wants_total() {
        true => Some(Total::rows(store::count(reader.conn(), id).await?)),
        false => None,
    };
    let items = answer::briefs(&ctx, reader.conn(), &rows).await?;
    let ids: Vec<u8> = rows.iter().flat_map(|r| r.id.into_bytes()).collect();
    let digest = platform::hash::sm3(&[&ids]);
    reader.listed(NOUN, &json!({"household": id}), items.len() as u64, digest);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
