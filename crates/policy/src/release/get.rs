//! `GET /releases/{id}`.

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Ctx, Json, Path, Problem, Result};
use serde::Serialize;
use uuid::Uuid;

use super::checks::{self, ReleaseCheck};
use super::paper::{self, Carried, ReleasePaper};
use super::{Release, show};
use crate::{
    authz::RELEASE_GET,
    repo::{self, PROPOSED},
};

/// A release with what it rests on and how its texts were checked.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ReleaseDetail {
    #[serde(flatten)]
    release: Release,
    /// When it was approved or rejected.
    decided_at: Option<DateTime<Utc>>,
    /// The document that it carries out, where it changes values of a place.
    paper: Option<ReleasePaper>,
    /// Documents that count on its first day and whose values it would take back; only while it
    /// waits.
    takes_back: Vec<TakenBack>,
    /// The checks, the latest first.
    checks: Vec<ReleaseCheck>,
}

/// A document whose values a release does not hold.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct TakenBack {
    /// Number of the release that carried it out.
    version: String,
    title: String,
    /// Number and clause.
    cite: String,
    /// The first day of its values.
    from: NaiveDate,
}

impl From<Carried> for TakenBack {
    fn from(carried: Carried) -> Self {
        Self {
            version: carried.version.to_string(),
            title: carried.title,
            cite: carried.cite,
            from: carried.from,
        }
    }
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
    let (decided_at, from) = (head.decided_at, head.valid_from);
    let taken_back = match head.status.as_str() {
        PROPOSED => paper::taken_back(ctx.floor(), reader.conn(), id, from).await?,
        _ => Vec::new(),
    };
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
        takes_back: taken_back.into_iter().map(TakenBack::from).collect(),
        checks,
    }))
}
