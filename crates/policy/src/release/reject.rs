//! `POST /releases/{id}/reject`.

use platform::{Answer, Ctx, Path, Result};
use uuid::Uuid;

use super::{Release, decide};
use crate::{authz::RELEASE_REJECT, repo::REJECTED};

/// Says no to a proposed release.
#[utoipa::path(
    post, path = "/releases/{id}/reject", operation_id = RELEASE_REJECT.id, tag = "policy",
    params(("id" = Uuid, Path)), responses((status = 200, body = Release))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&RELEASE_REJECT, None).await?;
    let release = decide(&mut tx, id, REJECTED).await?;
    tx.finish(200, &release).await
}

/// Rejects a release; for the command line.
///
/// # Errors
/// `policy.release.same_person`, `policy.release.state`, a missing permission.
pub async fn reject(ctx: &Ctx, id: Uuid) -> Result<Release> {
    let mut tx = ctx.begin(&RELEASE_REJECT, None).await?;
    let release = decide(&mut tx, id, REJECTED).await?;
    tx.commit().await?;
    Ok(release)
}
