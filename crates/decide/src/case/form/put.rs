//! `POST /cases/{id}/forms`: a form is handed in.

use flow::{Act, Actor, Request};
use platform::{Answer, Ctx, Json, Path, Problem, Result, Tx, bulk};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{LONGEST, check, facts, place};
use crate::authz::CASE_FILE;
use crate::case::act::Work;
use crate::case::{actor, answer, refused, verification};

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

/// Files a form at an open step once it holds. An earlier one stays on record; signatures under
/// it do not count for the new one. Circumstances that it states go to the register.
#[utoipa::path(
    post, path = "/cases/{id}/forms", operation_id = CASE_FILE.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = FiledForm,
    responses((status = 200, body = answer::CaseAnswer), (status = 422, description = "decide.form.wrong"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<FiledForm>,
) -> Result<Answer> {
    let text = platform::hash::canonical(&Value::Object(body.values.clone()));
    if text.len() > LONGEST {
        return Err(Problem::invalid().field("/values", "表单内容过长", "The form is too long."));
    }
    let mut tx = ctx.begin(&CASE_FILE, None).await?;
    let work = Work::open(&tx, id).await?;
    let by = actor::of(&ctx, tx.conn()).await?;
    let filing = Filing {
        step: &body.step,
        form: &body.form,
        subject: body.subject,
        values: &body.values,
        seen: Some(body.seen),
    };
    file(&mut tx, work, &by, filing).await?;
    // The register knows more now, and so does the assessment.
    let shown = Work::open(&tx, id).await?.answer(&tx, &ctx).await?;
    tx.finish(200, &shown).await
}

/// A form as it is put to an open step.
#[derive(Clone, Copy)]
pub(crate) struct Filing<'a> {
    pub step: &'a str,
    pub form: &'a str,
    pub subject: Option<Uuid>,
    pub values: &'a Map<String, Value>,
    /// How many events of the case the author had seen; nothing where he has just acted in it.
    pub seen: Option<u32>,
}

impl Filing<'_> {
    /// The act of handing it in, by the digest of what was checked.
    pub fn request(&self, digest: &str) -> Request {
        Request {
            act: Act::File {
                step: self.step.to_owned(),
                form: self.form.to_owned(),
                subject: self.subject.map(|s| s.to_string()),
                digest: digest.to_owned(),
            },
            seen: self.seen,
        }
    }
}

/// Puts a form to a step of a case, with everything that follows from it but reading the case anew.
///
/// # Errors
/// The procedure's refusal, before anything is said of the content; `decide.form.wrong`.
pub(crate) async fn file(tx: &mut Tx, work: Work, by: &Actor, filing: Filing<'_>) -> Result<()> {
    // Who may not hand in here is told so, and nothing about the content.
    let now = tx.floor().now();
    work.bureau
        .desk()
        .may(&work.case, &filing.request(""), by, work.known(), now)
        .map_err(|refusal| refused(&refusal))?;
    let form = work.bureau.form(&work.row, filing.form)?.clone();
    let today = tx.floor().today();
    let checked = check::check(tx.conn(), &work, &form.form, filing.values, today)
        .await?
        .map_err(check::refused)?;
    let id = work.row.id;
    let work = work.go(tx, by, &filing.request(&checked.digest)).await?;
    let subject = filing.subject.map(|s| s.to_string());
    let kept = Kept {
        step: filing.step,
        subject: subject.as_deref().unwrap_or_default(),
        form: &form.form,
        checked: &checked,
    };
    insert(tx, &work, &kept).await?;
    verification::consent::from_form(tx, &work, &form.form, filing.subject, &checked).await?;
    facts::record(tx, &work, &form.form, filing.subject, &checked.values).await?;
    super::draft::drop(tx, id, filing.form, filing.subject).await
}

struct Kept<'a> {
    step: &'a str,
    subject: &'a str,
    form: &'a forms::Form,
    checked: &'a forms::Checked,
}

async fn insert(tx: &mut Tx, work: &Work, kept: &Kept<'_>) -> Result<()> {
    let (id, version) = (work.row.id, work.row.events);
    let plain = serde_json::to_vec(&kept.checked.values)?;
    let at = place(id, &kept.form.key, kept.subject, version);
    let sealed = tx.floor().vault().seal("case_form", "body", at, &plain);
    let row = vec![
        id.into(),
        kept.form.key.as_str().into(),
        kept.subject.into(),
        version.into(),
        kept.step.into(),
        sealed.into(),
        tx.ctx().actor().user.into(),
        tx.floor().now().into(),
        i32::try_from(kept.form.version).unwrap_or(i32::MAX).into(),
        kept.checked.digest.as_str().into(),
    ];
    let columns = [
        "case_id",
        "form",
        "subject",
        "version",
        "step",
        "body",
        "filed_by",
        "filed_at",
        "form_version",
        "digest",
    ];
    bulk::insert(tx, "case_form", &columns, [row]).await?;
    Ok(())
}
