//! `GET /assessments/{id}`.

use platform::{Ctx, Json, Path, Result};
use uuid::Uuid;

use super::answer::{self, AssessmentAnswer};
use super::{NOUN, store};
use crate::authz::ASSESSMENT_GET;

/// An assessment with its whole explanation, as it was when it was made.
#[utoipa::path(
    get, path = "/assessments/{id}", operation_id = ASSESSMENT_GET.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = AssessmentAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<AssessmentAnswer>> {
    let mut reader = ctx.query(&ASSESSMENT_GET).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let kept = store::kept(reader.conn(), ctx.floor().vault(), id).await?;
    let shown = answer::whole(&ctx, reader.conn(), &row, kept).await?;
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    Ok(Json(shown))
}
