//! `GET /households/{id}/archives`.

use kernel::DivisionCode;
use platform::{Ctx, Json, Path, Problem, Result, Sql};
use uuid::Uuid;

use super::{ArchiveView, place, rows};
use crate::authz::ARCHIVE_LIST;

/// Lists the archives that were bound of a household: who, when, what for.
#[utoipa::path(
    get, path = "/households/{id}/archives", operation_id = ARCHIVE_LIST.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Vec<ArchiveView>))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Vec<ArchiveView>>> {
    let mut reader = ctx.query(&ARCHIVE_LIST).await?;
    let family = place(reader.conn(), reader.scope(), id, ctx.floor().today()).await?;
    let condition = Sql::new("a.household = ").bind(id);
    let user = ctx.actor().user;
    let found = rows(reader.conn(), reader.scope(), condition, user).await?;
    let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
    reader.opened("household", id, &division);
    reader.finish().await?;
    Ok(Json(found.into_iter().map(|row| row.view).collect()))
}
