//! `GET /archives/{id}`: the bound archive, for the one who made it.

use axum::response::Response;
use platform::{Ctx, Path, Problem, Query, Result, Sql, files};
use serde::Deserialize;
use uuid::Uuid;

use super::rows;
use crate::authz::ARCHIVE_SHOW;

/// How.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct How {
    /// pdf or html; pdf where it is left out.
    format: Option<String>,
}

/// Hands out an archive as it was bound, as one PDF or as a page for the printer. Who else needs
/// one makes an own, so that every copy has its reason.
#[utoipa::path(
    get, path = "/archives/{id}", operation_id = ARCHIVE_SHOW.id, tag = "decide",
    params(("id" = Uuid, Path), How),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(how): Query<How>,
) -> Result<Response> {
    let mut reader = ctx.query(&ARCHIVE_SHOW).await?;
    let condition = Sql::new("a.id = ").bind(id);
    let user = ctx.actor().user;
    let found = rows(reader.conn(), reader.scope(), condition, user).await?;
    let row = found.into_iter().find(|row| row.view.mine);
    let row = row.ok_or_else(Problem::not_found)?;
    let key = if how.format.as_deref() == Some("html") {
        row.html
    } else {
        row.pdf
    };
    let file = files::find(ctx.floor(), reader.conn(), key).await?;
    let file = file.ok_or_else(Problem::not_found)?;
    reader.opened("household", row.household, &row.division);
    reader.finish().await?;
    files::serve(ctx.floor(), &file)
}
