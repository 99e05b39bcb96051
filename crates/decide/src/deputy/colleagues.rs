//! `GET /colleagues`: who works on cases in one's area, to choose a deputy or a handler from.

use directory::Colleague;
use platform::{Ctx, Json, Result};

use super::WORKS;
use crate::authz::COLLEAGUE_LIST;

/// Officers of the area who work on cases, with the roles that they hold today.
#[utoipa::path(
    get, path = "/colleagues", operation_id = COLLEAGUE_LIST.id, tag = "decide",
    responses((status = 200, body = Vec<Colleague>))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Json<Vec<Colleague>>> {
    let reader = ctx.query(&COLLEAGUE_LIST).await?;
    let today = ctx.floor().today();
    let mut found = directory::colleagues(reader.conn(), reader.scope(), today).await?;
    let roles = ctx.floor().roles();
    let works = |role: &String| roles.get(role).is_some_and(|r| r.allows(WORKS));
    found.retain(|one| one.roles.iter().any(works));
    reader.finish().await?;
    Ok(Json(found))
}
