//! `PUT /cases/{id}/forms/{form}/draft`: a form saved as one types.

use platform::{Conn, Ctx, Json, Path, Result, Tx};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::sheet::{self, Progress};
use crate::authz::CASE_DRAFT;
use crate::case::act::Work;
use crate::case::{NOUN, store};
use crate::draft::{self, Draft};

/// A form as far as it is filled in.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormDraft {
    /// The person it is about.
    #[serde(default)]
    subject: Option<Uuid>,
    /// Values by field.
    #[schema(value_type = Object)]
    values: Map<String, Value>,
}

fn place(case: Uuid, form: &str, subject: Option<Uuid>) -> String {
    let subject = subject.map(|s| s.to_string()).unwrap_or_default();
    format!("case/{case}/{form}/{subject}")
}

/// One's own draft of a form.
pub(super) async fn find(
    ctx: &Ctx,
    conn: &Conn,
    case: Uuid,
    form: &str,
    subject: Option<Uuid>,
) -> Result<Option<Draft>> {
    draft::find(ctx, conn, &place(case, form, subject)).await
}

/// Takes one's own draft away: the form was handed in.
pub(super) async fn drop(tx: &mut Tx, case: Uuid, form: &str, subject: Option<Uuid>) -> Result<()> {
    draft::drop(tx, &place(case, form, subject)).await
}

/// Saves a form as one types, for oneself, sealed; says what is still missing.
#[utoipa::path(
    put, path = "/cases/{id}/forms/{form}/draft", operation_id = CASE_DRAFT.id, tag = "decide",
    params(("id" = Uuid, Path), ("form" = String, Path)), request_body = FormDraft,
    responses((status = 200, body = Progress))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((id, key)): Path<(Uuid, String)>,
    Json(body): Json<FormDraft>,
) -> Result<platform::Answer> {
    let mut tx = ctx.begin(&CASE_DRAFT, None).await?;
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    let division = row.division;
    let work = Work::of(ctx.floor(), tx.conn(), row).await?;
    let form = work.bureau.form(&work.row, &key)?.form.clone();
    let at = place(id, &key, body.subject);
    let saved = draft::save(&mut tx, &at, &body.values).await?;
    let today = ctx.floor().today();
    let progress =
        sheet::progress(tx.conn(), &work, &form, &body.values, today, Some(saved)).await?;
    tx.about(NOUN, id, &division);
    tx.finish(200, &progress).await
}
