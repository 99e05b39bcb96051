//! `GET /imports/{id}`.

use platform::{Ctx, Json, Path, Result};
use uuid::Uuid;

use super::store::{self, Import, ImportStatus};
use crate::authz::IMPORT_GET;

/// One import.
#[utoipa::path(
    get, path = "/imports/{id}", operation_id = IMPORT_GET.id, tag = "registry",
    params(("id" = Uuid, Path)), responses((status = 200, body = Import))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Import>> {
    Ok(Json(get(&ctx, id).await?))
}

/// One import; for the demo and the commands.
///
/// # Errors
/// Not found within the scope.
pub async fn get(ctx: &Ctx, id: Uuid) -> Result<Import> {
    let reader = ctx.query(&IMPORT_GET).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let mut import = store::view(ctx, reader.conn(), row).await?;
    if import.status == ImportStatus::Applied {
        import.claims = Some(store::claims(reader.conn(), id).await?);
    }
    reader.finish().await?;
    Ok(import)
}
