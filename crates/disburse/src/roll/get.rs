//! One roll with its totals.

use platform::http::{Json, Path};
use platform::{Ctx, Result};
use uuid::Uuid;

use super::{RollAnswer, one};
use crate::authz::ROLL_GET;
use crate::repo;

#[utoipa::path(get, path = "/rolls/{id}", operation_id = "disburse.roll.get", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = RollAnswer)))]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<RollAnswer>> {
    let reader = ctx.query(&ROLL_GET).await?;
    let roll = repo::find_roll(reader.conn(), reader.scope(), id).await?;
    let answer = one(ctx.floor(), reader.conn(), reader.scope(), &roll).await?;
    reader.finish().await?;
    Ok(Json(answer))
}
