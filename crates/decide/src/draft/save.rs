//! `PUT /drafts/{draft}`.

use chrono::{DateTime, Utc};
use platform::{Answer, Ctx, Json, Path, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::authz::DRAFT_SAVE;

/// What was typed.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftBody {
    /// Whatever the page needs to go on; an empty object takes the draft away.
    #[schema(value_type = Object)]
    values: Map<String, Value>,
}

/// When it was saved.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct DraftSaved {
    /// None where the draft was taken away.
    saved_at: Option<DateTime<Utc>>,
}

/// Saves what one types on a page, for oneself, sealed.
#[utoipa::path(
    put, path = "/drafts/{draft}", operation_id = DRAFT_SAVE.id, tag = "decide",
    params(("draft" = String, Path)), request_body = DraftBody,
    responses((status = 200, body = DraftSaved))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(name): Path<String>,
    Json(body): Json<DraftBody>,
) -> Result<Answer> {
    let place = super::own_place(&name)?;
    let mut tx = ctx.begin(&DRAFT_SAVE, None).await?;
    let saved_at = if body.values.is_empty() {
        super::drop(&mut tx, &place).await?;
        None
    } else {
        Some(super::save(&mut tx, &place, &body.values).await?)
    };
    let division = ctx.actor().division;
    tx.about("draft", &name, &division);
    tx.finish(200, &DraftSaved { saved_at }).await
}
