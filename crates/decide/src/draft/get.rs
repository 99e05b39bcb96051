//! `GET /drafts/{draft}`.

use chrono::{DateTime, Utc};
use platform::{Ctx, Json, Path, Result};
use serde::Serialize;
use serde_json::Value;

use crate::authz::DRAFT_GET;

/// A draft of one's own.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DraftAnswer)]
pub(crate) struct DraftAnswer {
    /// What was typed; empty where there is no draft.
    #[schema(value_type = Object)]
    values: Value,
    /// When it was saved.
    saved_at: Option<DateTime<Utc>>,
}

/// Reads one's own draft; nobody else's can be read.
#[utoipa::path(
    get, path = "/drafts/{draft}", operation_id = DRAFT_GET.id, tag = "decide",
    params(("draft" = String, Path)), responses((status = 200, body = DraftAnswer))
)]
pub(crate) async fn handle(ctx: Ctx, Path(name): Path<String>) -> Result<Json<DraftAnswer>> {
    let place = super::own_place(&name)?;
    let mut reader = ctx.query(&DRAFT_GET).await?;
    let found = super::find(&ctx, reader.conn(), &place).await?;
    reader.opened("draft", &name, &ctx.actor().division);
    reader.finish().await?;
    let (values, saved_at) = found.map_or_else(Default::default, |d| (d.values, Some(d.saved_at)));
    Ok(Json(DraftAnswer {
        values: Value::Object(values),
        saved_at,
    }))
}
