//! `POST /cases/{id}/forms` and reading back what was filed.

use flow::{Act, Request};
use platform::{Answer, Ctx, Json, Path, Problem, Query, Result, Sql, Tx, bulk};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::act::Work;
use super::store::{self, Row};
use super::{NOUN, actor, answer};
use crate::authz::{CASE_FILE, CASE_FORM};

/// The longest form, as canonical JSON.
const LONGEST: usize = 256 * 1024;

/// A form that is put to a step.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FiledForm {
    /// The open step.
    step: String,
    /// Key of the form.
    form: String,
    /// The person it is about, where it is needed for each.
    #[serde(default)]
    subject: Option<Uuid>,
    /// Values by the form's fields.
    #[schema(value_type = Object)]
    values: Map<String, Value>,
    /// How many events of the case the author had seen.
    seen: u32,
}

/// Files a form at an open step. An earlier one stays on record; signatures under it do not
/// count for the new one.
#[utoipa::path(
    post, path = "/cases/{id}/forms", operation_id = CASE_FILE.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = FiledForm,
    responses((status = 200, body = answer::CaseAnswer))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<FiledForm>,
) -> Result<Answer> {
    let text = platform::hash::canonical(&Value::Object(body.values));
    if text.len() > LONGEST {
        return Err(Problem::invalid().field("/values", "表单内容过长", "The form is too long."));
    }
    let digest = platform::hash::hex(&platform::hash::sm3(&[text.as_bytes()]));
    let mut tx = ctx.begin(&CASE_FILE, None).await?;
    let work = Work::open(&tx, id).await?;
    let subject = body.subject.map(|s| s.to_string());
    let request = Request {
        act: Act::File {
            step: body.step.clone(),
            form: body.form.clone(),
            subject: subject.clone(),
            digest,
        },
        seen: Some(body.seen),
    };
    let by = actor::of(&ctx, tx.conn()).await?;
    let work = work.go(&mut tx, &by, &request).await?;
    let version = work.row.events;
    let subject = subject.unwrap_or_default();
    let vault = tx.floor().vault().clone();
    let place = place(id, &body.form, &subject, version);
    let row = vec![
        id.into(),
        body.form.as_str().into(),
        subject.as_str().into(),
        version.into(),
        body.step.as_str().into(),
        vault
            .seal("case_form", "body", place, text.as_bytes())
            .into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
    ];
    let columns = [
        "case_id", "form", "subject", "version", "step", "body", "filed_by", "filed_at",
    ];
    bulk::insert(&mut tx, "case_form", &columns, [row]).await?;
    let shown = work.answer(&tx, &ctx).await?;
    tx.finish(200, &shown).await
}

fn place(case: Uuid, form: &str, subject: &str, version: i32) -> Vec<u8> {
    format!("{case}/{form}/{subject}/{version}").into_bytes()
}

/// Whose form to read.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Whose {
    /// The person it is about.
    subject: Option<Uuid>,
}

/// A form as it was filed last.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FormValues {
    /// Key of the form.
    form: String,
    /// The person.
    subject: Option<Uuid>,
    /// Values by field.
    #[schema(value_type = Object)]
    values: Value,
}

/// Shows a filed form.
#[utoipa::path(
    get, path = "/cases/{id}/forms/{form}", operation_id = CASE_FORM.id, tag = "decide",
    params(("id" = Uuid, Path), ("form" = String, Path), Whose), responses((status = 200, body = FormValues))
)]
pub(crate) async fn show(
    ctx: Ctx,
    Path((id, form)): Path<(Uuid, String)>,
    Query(whose): Query<Whose>,
) -> Result<Json<FormValues>> {
    let mut reader = ctx.query(&CASE_FORM).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let subject = whose.subject.map(|s| s.to_string()).unwrap_or_default();
    let sql = Sql::new("select version, body from case_form where case_id = ")
        .bind(id)
        .text(" and form = ")
        .bind(form.as_str())
        .text(" and subject = ")
        .bind(subject.as_str())
        .text(" order by version desc limit 1");
    let found = reader
        .conn()
        .row(sql)
        .await?
        .ok_or_else(Problem::not_found)?;
    let version: i32 = found.try_get_by_index(0)?;
    let sealed: Vec<u8> = found.try_get_by_index(1)?;
    let at = place(id, &form, &subject, version);
    let plain = ctx.floor().vault().open("case_form", "body", at, &sealed)?;
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    Ok(Json(FormValues {
        form,
        subject: whose.subject,
        values: serde_json::from_slice(&plain)?,
    }))
}

/// What the forms of the case state about the award, the latest word of each field.
pub(super) async fn values(tx: &Tx, row: &Row) -> Result<Map<String, Value>> {
    let sql = Sql::new(
        "select form, subject, version, body from case_form where subject = '' and case_id = ",
    )
    .bind(row.id)
    .text(" order by version");
    let mut stated = Map::new();
    for found in tx.conn().rows(sql).await? {
        let (form, subject): (String, String) =
            (found.try_get_by_index(0)?, found.try_get_by_index(1)?);
        let version: i32 = found.try_get_by_index(2)?;
        let sealed: Vec<u8> = found.try_get_by_index(3)?;
        let at = place(row.id, &form, &subject, version);
        let plain = tx.floor().vault().open("case_form", "body", at, &sealed)?;
        let values: Map<String, Value> = serde_json::from_slice(&plain)?;
        stated.extend(values.into_iter().filter(|(_, v)| !v.is_null()));
    }
    Ok(stated)
}
