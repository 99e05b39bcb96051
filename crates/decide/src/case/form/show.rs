//! `GET /cases/{id}/forms/{form}`: a form as it was handed in.

use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use platform::{Ctx, Json, Path, Problem, Query, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::view::{FieldView, RestsOn};
use crate::authz::{CASE_FILE, CASE_FORM};
use crate::case::{Bureau, NOUN, store};

/// Whose form to read, and which of several.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Whose {
    /// The person it is about.
    subject: Option<Uuid>,
    /// The version; the last where it is left out.
    version: Option<i32>,
}

/// A form as it was filed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct FormValues {
    /// Key of the form.
    form: String,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// The documents it rests on.
    rests_on: Vec<RestsOn>,
    /// The person.
    subject: Option<Uuid>,
    /// Values by field; what is sensitive is masked for those who only read.
    #[schema(value_type = Object)]
    values: Value,
    /// The fields in their order.
    fields: Vec<FieldView>,
    /// Which version of this form this is.
    version: i32,
    /// The versions there are, oldest first.
    versions: Vec<i32>,
    /// Who handed it in.
    by: UserRef,
    /// When.
    at: DateTime<Utc>,
}

/// Shows a filed form.
#[utoipa::path(
    get, path = "/cases/{id}/forms/{form}", operation_id = CASE_FORM.id, tag = "decide",
    params(("id" = Uuid, Path), ("form" = String, Path), Whose), responses((status = 200, body = FormValues))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((id, form)): Path<(Uuid, String)>,
    Query(whose): Query<Whose>,
) -> Result<Json<FormValues>> {
    let mut reader = ctx.query(&CASE_FORM).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let all = super::filed(reader.conn(), ctx.floor().vault(), id).await?;
    let mine: Vec<_> = all
        .iter()
        .filter(|f| f.form == form && f.subject == whose.subject)
        .collect();
    let versions = mine.iter().map(|f| f.version).collect();
    let wanted = |f: &&&super::Filed| whose.version.is_none_or(|v| v == f.version);
    let found = mine
        .iter()
        .rev()
        .find(wanted)
        .ok_or_else(Problem::not_found)?;
    let bureau = Bureau::kept(ctx.floor(), reader.conn(), &row).await?;
    let text = bureau.form_of(&row, found);
    let basis = text.map_or_else(Vec::new, |text| bureau.basis(text));
    let names = user_names(reader.conn(), [found.by]).await?;
    // Who fills forms in sees what was filled in; who only reads sees what is sensitive masked.
    let full = ctx.permits(CASE_FILE.permission);
    let values: Map<String, Value> = match text {
        Some(text) if !full => text.form.masked(&found.values),
        _ => found.values.clone(),
    };
    reader.opened(NOUN, id, &row.division);
    reader.finish().await?;
    Ok(Json(FormValues {
        zh: text.map_or(form.clone(), |t| t.form.label.zh.clone()),
        en: text.map_or(form.clone(), |t| t.form.label.en.clone()),
        form,
        rests_on: basis.into_iter().map(RestsOn::from).collect(),
        subject: whose.subject,
        values: Value::Object(values),
        fields: text.map_or_else(Vec::new, |t| super::view::fields(&t.form.fields)),
        version: found.version,
        versions,
        by: names.get(found.by),
        at: found.at,
    }))
}
