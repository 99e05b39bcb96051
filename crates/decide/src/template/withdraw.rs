//! `POST /templates/{document}/withdraw`: back to the pack's text.

use chrono::NaiveDate;
use platform::{Answer, Change, Ctx, Json, Path, Problem, Result};
use serde::Deserialize;
use serde_json::json;

use super::put::Taken;
use super::{Fresh, NOUN, from_day, office, versions, write};
use crate::authz::TEMPLATE_WITHDRAW;
use crate::problems::TEMPLATE_UNKNOWN;

/// From when, and why.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TemplateWithdrawal)]
pub(crate) struct Withdrawal {
    /// First day of the pack's text; today where it is left out.
    #[serde(default)]
    from: Option<NaiveDate>,
    /// Why.
    note: String,
}

/// Takes the office's template out of use from a day on. Letters that were made with it stay.
#[utoipa::path(
    post, path = "/templates/{document}/withdraw", operation_id = TEMPLATE_WITHDRAW.id,
    tag = "decide", params(("document" = String, Path)), request_body = Withdrawal,
    responses((status = 201, body = Taken), (status = 422, description = "decide.template.unknown"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(document): Path<String>,
    Json(body): Json<Withdrawal>,
) -> Result<Answer> {
    crate::said(&body.note)?;
    let mut tx = ctx.begin(&TEMPLATE_WITHDRAW, Some(&body.note)).await?;
    let office = office(&ctx)?;
    tx.require(&office)?;
    let from = from_day(&ctx, body.from)?;
    let last = versions(tx.conn(), &office, Some(&document)).await?;
    if last.first().is_none_or(|v| v.file.is_none()) {
        return Err(Problem::new(&TEMPLATE_UNKNOWN));
    }
    let fresh = Fresh {
        document: &document,
        from,
        file: None,
        name: "",
        size: 0,
        note: body.note.trim(),
    };
    let id = write(&mut tx, &office, fresh).await?;
    let said = json!({"document": document, "from": from, "withdrawn": true});
    tx.record(Change::created(NOUN, id, &office, &said));
    tx.finish(201, &Taken { id, from }).await
}
