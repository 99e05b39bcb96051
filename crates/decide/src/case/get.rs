//! `GET /cases/{id}`.

use platform::{Ctx, Json, Path, Result};
use uuid::Uuid;

use super::act::Work;
use super::{NOUN, answer, store};
use crate::authz::CASE_GET;

/// Opens a case.
#[utoipa::path(
    get, path = "/cases/{id}", operation_id = CASE_GET.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = answer::CaseAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<answer::CaseAnswer>> {
    let mut reader = ctx.query(&CASE_GET).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let division = row.division;
    let work = Work::of(ctx.floor(), reader.conn(), row).await?;
    let shown = answer::of(&ctx, reader.conn(), &work).await?;
    reader.opened(NOUN, id, &division);
    reader.finish().await?;
    Ok(Json(shown))
}
