//! One batch.

use platform::http::{Json, Path};
use platform::{Ctx, Result};
use uuid::Uuid;

use super::{BatchAnswer, one};
use crate::authz::BATCH_GET;
use crate::repo;

#[utoipa::path(get, path = "/batches/{id}", operation_id = "disburse.batch.get", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = BatchAnswer)))]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<BatchAnswer>> {
    let reader = ctx.query(&BATCH_GET).await?;
    let batch = repo::find_batch(reader.conn(), reader.scope(), id).await?;
    let answer = one(ctx.floor(), reader.conn(), &batch).await?;
    reader.finish().await?;
    Ok(Json(answer))
}
