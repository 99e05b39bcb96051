//! `GET /cases/{id}/forms/{form}/sheet`: a form as it is to be filled in.

use chrono::{DateTime, Utc};
use forms::Stage;
use platform::{Ctx, Json, Path, Query, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::check::{self, FormFault};
use super::view::{FieldView, RestsOn};
use super::{draft, latest, prefill};
use crate::authz::CASE_SHEET;
use crate::case::act::Work;
use crate::case::{NOUN, store};

/// Whose form to fill in.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Whose {
    /// The person it is about.
    subject: Option<Uuid>,
}

/// How far a form is filled in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = FormProgress)]
pub(crate) struct Progress {
    /// Pointers of the fields that are needed because of what other fields say.
    pub asked: Vec<String>,
    /// What stands in the way of handing it in.
    pub faults: Vec<FormFault>,
    /// Digest of the content; a signature in the form is given for it.
    pub content: String,
    /// When the draft was saved; none where there is none.
    pub saved_at: Option<DateTime<Utc>>,
}

/// A form as it is to be filled in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = FormSheet)]
pub(crate) struct Sheet {
    /// Key.
    form: String,
    /// Version of its text.
    version: u32,
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// The documents it rests on.
    rests_on: Vec<RestsOn>,
    /// The person it is about.
    subject: Option<Uuid>,
    /// That person's name.
    subject_name: Option<String>,
    /// draft, filed or register: where the values come from.
    from: String,
    /// Values by field.
    #[schema(value_type = Object)]
    values: Value,
    /// The fields in their order.
    fields: Vec<FieldView>,
    /// How far it is.
    progress: Progress,
}

/// Hands out a form as of the case's day, with what is known put in; a draft of one's own comes
/// before what was handed in, and that before the register.
#[utoipa::path(
    get, path = "/cases/{id}/forms/{form}/sheet", operation_id = CASE_SHEET.id, tag = "decide",
    params(("id" = Uuid, Path), ("form" = String, Path), Whose), responses((status = 200, body = Sheet))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path((id, key)): Path<(Uuid, String)>,
    Query(whose): Query<Whose>,
) -> Result<Json<Sheet>> {
    let mut reader = ctx.query(&CASE_SHEET).await?;
    let row = store::find(reader.conn(), reader.scope(), id).await?;
    let division = row.division;
    let work = Work::of(ctx.floor(), reader.conn(), row).await?;
    let text = work.bureau.form(&work.row, &key)?;
    let conn = reader.conn();
    let draft = draft::find(&ctx, conn, id, &key, whose.subject).await?;
    let filed = latest(&work.filed)
        .into_iter()
        .find(|f| f.form == key && f.subject == whose.subject);
    let (from, values, saved_at) = match (draft, filed) {
        (Some(draft), _) => ("draft", draft.values, Some(draft.saved_at)),
        (None, Some(filed)) => ("filed", filed.values.clone(), None),
        (None, None) => {
            let known = prefill::values(&ctx, conn, &work, &text.form, whose.subject).await?;
            ("register", known, None)
        }
    };
    let today = ctx.floor().today();
    let values = tidy(&text.form, values, today);
    let progress = progress(conn, &work, &text.form, &values, today, saved_at).await?;
    let person = whose.subject.and_then(|id| work.people.get(&id));
    let sheet = Sheet {
        version: text.form.version,
        zh: text.form.label.zh.clone(),
        en: text.form.label.en.clone(),
        rests_on: work
            .bureau
            .basis(text)
            .into_iter()
            .map(RestsOn::from)
            .collect(),
        subject: whose.subject,
        subject_name: person.map(|p| p.name.clone()),
        from: from.to_owned(),
        values: Value::Object(values),
        fields: super::view::fields(&text.form.fields),
        progress,
        form: key,
    };
    reader.opened(NOUN, id, &division);
    reader.finish().await?;
    Ok(Json(sheet))
}

/// Values in the form's own spelling where they can be read, else as they are.
fn tidy(
    form: &forms::Form,
    values: Map<String, Value>,
    today: chrono::NaiveDate,
) -> Map<String, Value> {
    let whole = Value::Object(values);
    match (form.check(&whole, Stage::Draft, today), whole) {
        (Ok(checked), _) => checked.values,
        (Err(_), Value::Object(values)) => values,
        (Err(_), _) => Map::new(),
    }
}

/// How far values are from being handed in.
pub(super) async fn progress(
    conn: &platform::Conn,
    work: &Work,
    form: &forms::Form,
    values: &Map<String, Value>,
    today: chrono::NaiveDate,
    saved_at: Option<DateTime<Utc>>,
) -> Result<Progress> {
    let faults = check::check(conn, work, form, values, today).await?;
    let standing = tidy(form, values.clone(), today);
    Ok(Progress {
        asked: form.asked(values),
        faults: faults.err().unwrap_or_default(),
        content: form.content(&standing),
        saved_at,
    })
}
