//! The bank file, byte for byte as it was written.

use axum::response::Response;
use platform::audit::digest_ids;
use platform::files;
use platform::http::Path;
use platform::{Ctx, Problem, Result};
use uuid::Uuid;

use crate::authz::BATCH_FILE;
use crate::problems;
use crate::repo;

#[utoipa::path(get, path = "/batches/{id}/file", operation_id = "disburse.batch.file", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, description = "the bank file", body = Vec<u8>, content_type = "text/plain"),
    (status = 409, description = "disburse.batch.state")))]
pub(crate) async fn file(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut reader = ctx.query(&BATCH_FILE).await?;
    let batch = repo::find_batch(reader.conn(), reader.scope(), id).await?;
    let key = batch.file.ok_or_else(|| {
        Problem::new(&problems::BATCH_STATE)
            .detail("银行文件尚未生成。", "The bank file is not written yet.")
    })?;
    let row = files::find(ctx.floor(), reader.conn(), key)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.listed(
        "batch_file",
        &id,
        u64::try_from(batch.payments).unwrap_or(0),
        digest_ids([id.as_bytes()]),
    );
    reader.finish().await?;
    files::serve(ctx.floor(), &row)
}
