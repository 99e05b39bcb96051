//! `POST /releases/{id}/approve`.

use platform::{Answer, Ctx, Path, Result};
use uuid::Uuid;

use super::{Release, decide};
use crate::{authz::RELEASE_APPROVE, repo::APPROVED};

/// Puts a proposed release in force from its date on; never by the person who proposed it.
#[utoipa::path(
    post, path = "/releases/{id}/approve", operation_id = RELEASE_APPROVE.id, tag = "policy",
    params(("id" = Uuid, Path)), responses((status = 200, body = Release))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&RELEASE_APPROVE, None).await?;
    let release = decide(&mut tx, id, APPROVED).await?;
    tx.finish(200, &release).await
}

/// Approves a release; for the set-up and the command line.
///
/// # Errors
/// `policy.release.same_person`, `policy.release.state`, a missing permission.
pub async fn approve(ctx: &Ctx, id: Uuid) -> Result<Release> {
    let mut tx = ctx.begin(&RELEASE_APPROVE, None).await?;
    let release = decide(&mut tx, id, APPROVED).await?;
    tx.commit().await?;
    Ok(release)
}
