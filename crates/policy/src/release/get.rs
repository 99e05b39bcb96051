//! `GET /releases/{id}`.

use chrono::{DateTime, Utc};
use platform::{Ctx, Json, Path, Problem, Result};
use serde::Serialize;
use uuid::Uuid;

use super::checks::{self, ReleaseCheck};
use super::paper::{self, ReleasePaper};
use super::{Release, show};
use crate::{authz::RELEASE_GET, repo};

/// A release with what it rests on and how its texts were checked.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ReleaseDetail {
    #[serde(flatten)]
    release: Release,
    /// When it was approved or rejected.
    decided_at: Option<DateTime<Utc>>,
    /// The document that it carries out, where it changes values of a place.
    paper: Option<ReleasePaper>,
    /// The checks, the latest first.
    checks: Vec<ReleaseCheck>,
}

/// Shows a release: who proposed it and who put it in force and when, what it changes, and what
/// every check said.
#[utoipa::path(
    get, path = "/releases/{id}", operation_id = RELEASE_GET.id, tag = "policy",
    params(("id" = Uuid, Path)), responses((status = 200, body = ReleaseDetail))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<ReleaseDetail>> {
    let reader = ctx.query(&RELEASE_GET).await?;
    let head = repo::head(reader.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    let decided_at = head.decided_at;
    let release = show(reader.conn(), vec![head], ctx.floor().today())
        .await?
        .remove(0);
    let paper = paper::of(reader.conn(), id).await?;
    let checks = checks::of(reader.conn(), id).await?;
    reader.finish().await?;
    Ok(Json(ReleaseDetail {
        release,
        decided_at,
        paper,
        checks,
    }))
}
