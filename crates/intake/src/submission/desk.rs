//! What a clerk does with a submission: opens it, and gives it back with all that is missing.

use chrono::{DateTime, Utc};
use directory::{DivisionRef, division_ref};
use platform::{Answer, Conn, Ctx, Floor, Json, Path, Problem, Result, Versioned};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    NOUN,
    model::{Content, Step, SubmissionStatus},
    store::{self, Row},
};
use crate::{
    authz::{SUBMISSION_GET, SUBMISSION_RETURN},
    citizen,
    photo::{self, PhotoView},
};

/// A submission as officers see it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Submission {
    id: Uuid,
    number: Option<String>,
    procedure: String,
    status: SubmissionStatus,
    division: DivisionRef,
    /// Who wrote it: the name of the account.
    author: String,
    content: Content,
    /// Photographs; each is downloaded as a file.
    photos: Vec<PhotoView>,
    note: Option<String>,
    submitted_at: Option<DateTime<Utc>>,
    /// The case it became.
    case: Option<Uuid>,
    version: i32,
}

async fn shown(floor: &Floor, conn: &Conn, row: Row) -> Result<Submission> {
    let (author, _, _) = citizen::store::named(conn, floor.vault(), row.citizen).await?;
    Ok(Submission {
        division: division_ref(conn, &row.division).await?,
        photos: photo::of(conn, row.id).await?,
        author,
        id: row.id,
        number: row.number,
        procedure: row.procedure,
        status: row.status,
        content: row.content,
        note: row.note,
        submitted_at: row.submitted_at,
        case: row.case,
        version: row.version,
    })
}

/// Opens a submission of one's area.
#[utoipa::path(
    get, path = "/submissions/{id}", operation_id = SUBMISSION_GET.id, tag = "intake",
    params(("id" = Uuid, Path)), responses((status = 200, body = Submission))
)]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Versioned<Submission>> {
    let mut reader = ctx.query(&SUBMISSION_GET).await?;
    let row = store::within(reader.conn(), ctx.floor().vault(), reader.scope(), id).await?;
    reader.opened(NOUN, id, &row.division);
    let version = row.version;
    let submission = shown(ctx.floor(), reader.conn(), row).await?;
    reader.finish().await?;
    Ok(Versioned(submission, version))
}

/// Everything that is missing, said once (57号 第十条 一次性告知).
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Missing {
    /// What is missing and how to mend it, for the citizen.
    note: String,
}

/// Gives a submission back to the citizen. Whoever is not eligible gets no answer this way: that
/// is decided in a case, in writing and with reasons (社会救助法 第四十五条).
#[utoipa::path(
    post, path = "/submissions/{id}/return", operation_id = SUBMISSION_RETURN.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = Missing, responses((status = 200, body = Submission))
)]
pub(crate) async fn give_back(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Missing>,
) -> Result<Answer> {
    let note = given.note.trim().to_owned();
    if note.is_empty() || note.chars().count() > 1_000 {
        return Err(Problem::invalid().field(
            "/note",
            "请一次写明全部需要补正的内容，不超过1000字",
            "Say once everything that is missing, in at most 1,000 characters.",
        ));
    }
    let mut tx = ctx.begin(&SUBMISSION_RETURN, None).await?;
    let before = store::within(tx.conn(), ctx.floor().vault(), tx.scope(), id).await?;
    ctx.expect_version(before.version)?;
    let after = store::step(&mut tx, &before, Step::Return, |row| row.note = Some(note)).await?;
    tx.close_tasks(NOUN, id).await?;
    let version = after.version;
    let submission = shown(ctx.floor(), tx.conn(), after).await?;
    tx.finish_versioned(200, &submission, version).await
}
