//! `GET /portal/submissions` and one of them: a citizen sees what is the citizen's own.

use chrono::{DateTime, Utc};
use directory::{DivisionRef, division_names, division_ref};
use platform::problem::ProblemBody;
use platform::{Conn, Json, Locale, Path, Result, Sql, Versioned};
use serde::Serialize;
use uuid::Uuid;

use super::{
    model::{Content, Step, SubmissionStatus},
    store::{self, Row},
};
use crate::{
    Citizen,
    authz::{SUBMISSION_MINE, SUBMISSION_OWN},
    photo::{self, PhotoView},
};

/// A submission in the citizen's list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = OwnSubmissionRow)]
pub(crate) struct OwnRow {
    id: Uuid,
    /// The receipt number; none before it was handed in.
    number: Option<String>,
    /// Key of the procedure.
    procedure: String,
    status: SubmissionStatus,
    division: DivisionRef,
    /// For whom: the first member named.
    applicant: String,
    saved_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
}

/// All of a citizen's submissions.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OwnSubmissions {
    items: Vec<OwnRow>,
}

/// A submission as its author sees it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct OwnSubmission {
    id: Uuid,
    /// The receipt number; none before it was handed in.
    number: Option<String>,
    /// Key of the procedure.
    procedure: String,
    status: SubmissionStatus,
    division: DivisionRef,
    content: Content,
    /// What the clerk says is missing, where it was given back.
    note: Option<String>,
    photos: Vec<PhotoView>,
    saved_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
    /// What handing it in would be refused for today; nothing where it is whole, or handed in.
    lacks: Option<ProblemBody>,
    /// Whether it became a case whose progress can be seen.
    in_case: bool,
    version: i32,
}

impl OwnSubmission {
    /// From its row.
    pub async fn of(conn: &Conn, row: Row) -> Result<Self> {
        let lacks = match row.status.after(Step::Submit) {
            Ok(_) => {
                let signed = photo::signed(conn, row.id).await?;
                row.content.complete(signed).err()
            }
            Err(_) => None,
        };
        Ok(Self {
            lacks: lacks.map(|p| p.body(Locale::Zh, None)),
            division: division_ref(conn, &row.division).await?,
            photos: photo::of(conn, row.id).await?,
            id: row.id,
            number: row.number,
            procedure: row.procedure,
            status: row.status,
            content: row.content,
            note: row.note,
            saved_at: row.saved_at,
            submitted_at: row.submitted_at,
            in_case: row.case.is_some(),
            version: row.version,
        })
    }
}

/// Lists a citizen's own submissions, the newest first.
#[utoipa::path(
    get, path = "/portal/submissions", operation_id = SUBMISSION_MINE.id, tag = "intake",
    responses((status = 200, body = OwnSubmissions))
)]
pub(crate) async fn list(citizen: Citizen) -> Result<Json<OwnSubmissions>> {
    let reader = citizen.ctx.query(&SUBMISSION_MINE).await?;
    let mine = citizen
        .only("s.citizen")
        .text(" order by s.saved_at desc, s.id");
    let rows = store::all(reader.conn(), citizen.ctx.floor().vault(), mine).await?;
    let codes = rows.iter().map(|r| r.division.as_str().to_owned());
    let places = division_names(reader.conn(), codes).await?;
    reader.finish().await?;
    let items = rows.into_iter().map(|row| OwnRow {
        division: places.get(row.division.as_str()),
        applicant: row
            .content
            .members
            .first()
            .map(|m| m.name.clone())
            .unwrap_or_default(),
        id: row.id,
        number: row.number,
        procedure: row.procedure,
        status: row.status,
        saved_at: row.saved_at,
        submitted_at: row.submitted_at,
    });
    Ok(Json(OwnSubmissions {
        items: items.collect(),
    }))
}

/// Opens one of them.
#[utoipa::path(
    get, path = "/portal/submissions/{id}", operation_id = SUBMISSION_OWN.id, tag = "intake",
    params(("id" = Uuid, Path)), responses((status = 200, body = OwnSubmission))
)]
pub(crate) async fn get(
    citizen: Citizen,
    Path(id): Path<Uuid>,
) -> Result<Versioned<OwnSubmission>> {
    let reader = citizen.ctx.query(&SUBMISSION_OWN).await?;
    let mine = Sql::new("s.id = ")
        .bind(id)
        .text(" and ")
        .push(citizen.only("s.citizen"));
    let row = store::one(reader.conn(), citizen.ctx.floor().vault(), mine).await?;
    let version = row.version;
    let shown = OwnSubmission::of(reader.conn(), row).await?;
    reader.finish().await?;
    Ok(Versioned(shown, version))
}
