//! `POST /portal/submissions` and `PUT /portal/submissions/{id}`: writing, page by page.

use kernel::{DivisionCode, DivisionLevel};
use platform::{Answer, Json, Path, Problem, Result, Sql};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    model::{Content, Relative, Step, SubmissionStatus},
    own::OwnSubmission,
    store::{self, Row},
};
use crate::{
    Citizen,
    authz::{SUBMISSION_CREATE, SUBMISSION_SAVE},
    citizen, matter,
    problems::DRAFTS,
};

/// So many drafts one citizen may keep, for the own family and those one helps.
const DRAFTS_MAX: i64 = 10;

/// What a citizen writes.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubmissionDraft {
    /// Key of the procedure, as the catalogue of the portal names it.
    procedure: String,
    /// The village or community where the family lives (or where the emergency happened); the
    /// citizen's own where it is not said.
    #[serde(default)]
    division: Option<String>,
    /// What is written so far.
    #[serde(default)]
    content: Content,
}

impl SubmissionDraft {
    fn division(&self, citizen: &Citizen) -> Result<DivisionCode> {
        let Some(code) = self.division.as_deref().filter(|c| !c.trim().is_empty()) else {
            return Ok(citizen.division);
        };
        DivisionCode::parse(code.trim())
            .ok()
            .filter(|d| d.level() == DivisionLevel::Village)
            .ok_or_else(|| {
                Problem::invalid().field(
                    "/division",
                    "请选择村（社区）",
                    "Choose a village or community.",
                )
            })
    }
}

/// Begins a submission.
#[utoipa::path(
    post, path = "/portal/submissions", operation_id = SUBMISSION_CREATE.id, tag = "intake",
    request_body = SubmissionDraft, responses((status = 201, body = OwnSubmission))
)]
pub(crate) async fn create(citizen: Citizen, Json(given): Json<SubmissionDraft>) -> Result<Answer> {
    given.content.bounded()?;
    let division = given.division(&citizen)?;
    let ctx = &citizen.ctx;
    let mut tx = ctx.begin(&SUBMISSION_CREATE, None).await?;
    matter::offered(ctx.floor(), tx.conn(), &division, &given.procedure).await?;
    let sql = Sql::new("select count(*) from submission s where s.status = 'draft' and ")
        .push(citizen.only("s.citizen"));
    if tx.conn().scalar::<i64>(sql).await?.unwrap_or(0) >= DRAFTS_MAX {
        return Err(Problem::new(&DRAFTS));
    }
    let mut content = given.content;
    // Whoever applies for the own family said at the door who that is.
    if content.members.is_empty() && content.helper.is_none() {
        let (name, id_number, phone) =
            citizen::store::named(tx.conn(), ctx.floor().vault(), citizen.id).await?;
        content.members.push(Relative {
            name,
            id_number: Some(id_number),
            relation: "户主".to_owned(),
            ..Relative::default()
        });
        if content.phone.is_empty() {
            content.phone = phone;
        }
    }
    let row = Row {
        id: ctx.floor().new_id(),
        number: None,
        citizen: citizen.id,
        division,
        procedure: given.procedure,
        status: SubmissionStatus::Draft,
        content,
        note: None,
        saved_at: ctx.floor().now(),
        submitted_at: None,
        case: None,
        version: 1,
    };
    store::insert(&mut tx, &row).await?;
    let shown = OwnSubmission::of(tx.conn(), row).await?;
    tx.finish_versioned(201, &shown, 1).await
}

/// Writes on. The version tells whether another telephone wrote in between.
#[utoipa::path(
    put, path = "/portal/submissions/{id}", operation_id = SUBMISSION_SAVE.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = SubmissionDraft,
    responses((status = 200, body = OwnSubmission))
)]
pub(crate) async fn save(
    citizen: Citizen,
    Path(id): Path<Uuid>,
    Json(given): Json<SubmissionDraft>,
) -> Result<Answer> {
    given.content.bounded()?;
    let division = given.division(&citizen)?;
    let ctx = &citizen.ctx;
    let mut tx = ctx.begin(&SUBMISSION_SAVE, None).await?;
    let mine = Sql::new("s.id = ")
        .bind(id)
        .text(" and ")
        .push(citizen.only("s.citizen"));
    let before = store::one(tx.conn(), ctx.floor().vault(), mine).await?;
    ctx.expect_version(before.version)?;
    matter::offered(ctx.floor(), tx.conn(), &division, &given.procedure).await?;
    let now = ctx.floor().now();
    let after = store::step(&mut tx, &before, Step::Save, |row| {
        row.procedure = given.procedure;
        row.division = division;
        row.content = given.content;
        row.saved_at = now;
    })
    .await?;
    let version = after.version;
    let shown = OwnSubmission::of(tx.conn(), after).await?;
    tx.finish_versioned(200, &shown, version).await
}
