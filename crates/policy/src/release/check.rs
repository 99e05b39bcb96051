//! `POST /releases/{id}/checks`.

use platform::{Answer, Change, Ctx, Path, Problem, Result};
use serde_json::json;
use uuid::Uuid;

use super::checks::{CheckArgs, KIND};
use crate::{authz::RELEASE_CHECK, repo, verify::NOUN};

/// Checks the texts of a release and runs their tests again, in the background; what comes out is
/// kept with the release.
#[utoipa::path(
    post, path = "/releases/{id}/checks", operation_id = RELEASE_CHECK.id, tag = "policy",
    params(("id" = Uuid, Path)),
    responses((status = 202, body = platform::jobs::JobView))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&RELEASE_CHECK, None).await?;
    repo::head(tx.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    let args = CheckArgs { release: id };
    let job = tx.enqueue_once(KIND, &id.to_string(), &args).await?;
    tx.record(Change::created(
        "job",
        job,
        &ctx.actor().division,
        &json!({ NOUN: id }),
    ));
    let view = platform::jobs::find(tx.conn(), job)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.finish(202, &view).await
}
