//! Consents of a case: from its authorisation forms, or from a signed paper that was put to it.

use chrono::NaiveDate;
use platform::{Answer, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;
use verify::{ConsentPurpose, NewConsent};

use super::show::{self, VerificationAnswer};
use crate::authz::CASE_CONSENT;
use crate::case::act::Work;
use crate::problems::{CASE_CLOSED, CASE_PARTY};

/// The field by which a form is known to be an authorisation.
const ITEMS: &str = "授权查询项目";
const AGREES: &str = "是否同意";
const PURPOSE: &str = "授权用途";
const FROM: &str = "有效期起";
const TO: &str = "有效期止";
const GUARDIAN: &str = "监护人姓名";

/// A consent on a signed paper.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCaseConsent)]
pub(crate) struct PaperConsent {
    /// Who consents: somebody of the case.
    person: Uuid,
    /// For what.
    purpose: ConsentPurpose,
    /// What may be queried, in the words of the form.
    items: Vec<String>,
    /// First day.
    from: NaiveDate,
    /// Last day; none: until the matter ends.
    #[serde(default)]
    to: Option<NaiveDate>,
    /// Who signed for somebody who cannot.
    #[serde(default)]
    guardian: Option<String>,
    /// The picture of the signed paper, put to this case before.
    file: Uuid,
}

/// Puts a consent on record that was signed on paper, for procedures without a form for it.
#[utoipa::path(
    post, path = "/cases/{id}/consents", operation_id = CASE_CONSENT.id, tag = "decide",
    params(("id" = Uuid, Path)), request_body = PaperConsent,
    responses((status = 201, body = VerificationAnswer),
        (status = 422, description = "verify.consent.wrong, decide.case.party"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<PaperConsent>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&CASE_CONSENT, None).await?;
    let work = Work::open(&tx, id).await?;
    if work.row.status != "open" {
        return Err(Problem::new(&CASE_CLOSED));
    }
    let paper = Sql::new("select 1 from case_file where case_id = ")
        .bind(id)
        .text(" and file = ")
        .bind(body.file);
    if tx.conn().row(paper).await?.is_none() {
        return Err(Problem::invalid().field(
            "/file",
            "请先上传签署的授权书照片",
            "Put the picture of the signed paper to the case first.",
        ));
    }
    let new = NewConsent {
        purpose: body.purpose,
        items: body.items,
        agreed: true,
        from: body.from,
        to: body.to,
        guardian: body.guardian,
        source: format!("file:{}", body.file),
        ..of(&work, body.person)?
    };
    verify::record_consent(&mut tx, new).await?;
    let shown = show::of(&ctx, tx.conn(), &work).await?;
    tx.finish(201, &shown).await
}

/// What a consent of somebody in the case begins with.
fn of(work: &Work, person: Uuid) -> Result<NewConsent> {
    let parties = work.row.opening.parties.iter();
    let mut own = parties.filter(|p| p.person.parse() == Ok(person));
    let capacity = own.find_map(|p| super::capacity(p.capacity));
    let capacity = capacity.ok_or_else(|| {
        Problem::new(&CASE_PARTY).field(
            "/person",
            "此人不是本案的家庭成员或义务人",
            "This is nobody of the family and no supporter of this case.",
        )
    })?;
    let row = &work.row;
    Ok(NewConsent {
        case: row.id,
        division: row.division,
        section: row.section.clone(),
        programme: row.programme.clone(),
        person,
        capacity,
        purpose: work.purpose(),
        items: Vec::new(),
        agreed: true,
        from: row.ruled_on,
        to: None,
        guardian: None,
        source: String::new(),
    })
}

/// Where a form that was handed in is an authorisation, its consent goes on record with the
/// form's digest.
pub(crate) async fn from_form(
    tx: &mut Tx,
    work: &Work,
    form: &forms::Form,
    subject: Option<Uuid>,
    checked: &forms::Checked,
) -> Result<()> {
    let Some(subject) = subject else {
        return Ok(());
    };
    if !form.fields.iter().any(|field| field.name == ITEMS) {
        return Ok(());
    }
    let values = &checked.values;
    let today = tx.floor().today();
    let base = of(work, subject)?;
    let new = NewConsent {
        purpose: text(values, PURPOSE)
            .and_then(ConsentPurpose::read)
            .unwrap_or(base.purpose),
        items: items(values),
        agreed: values.get(AGREES).and_then(Value::as_bool).unwrap_or(true),
        from: day(values, FROM).unwrap_or(today),
        to: day(values, TO),
        guardian: text(values, GUARDIAN).map(str::to_owned),
        source: format!("form:{}:{}:{}", form.key, form.version, checked.digest),
        ..base
    };
    verify::record_consent(tx, new).await?;
    Ok(())
}

fn text<'v>(values: &'v Map<String, Value>, name: &str) -> Option<&'v str> {
    values.get(name)?.as_str()
}

fn day(values: &Map<String, Value>, name: &str) -> Option<NaiveDate> {
    text(values, name)?.parse().ok()
}

fn items(values: &Map<String, Value>) -> Vec<String> {
    let list = values.get(ITEMS).and_then(Value::as_array);
    let words = list.into_iter().flatten().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}
