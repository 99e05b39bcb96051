//! `GET /submissions`: what waits at the window.

use chrono::{DateTime, Utc};
use directory::{DivisionRef, division_names};
use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{NOUN, model::SubmissionStatus, store};
use crate::authz::SUBMISSION_LIST;

/// What a list may be narrowed to.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct SubmissionQuery {
    /// `submitted` (the default), `returned`, `taken`, `withdrawn` or `all`.
    status: Option<String>,
    /// Key of the procedure.
    procedure: Option<String>,
}

/// A submission in the officers' list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SubmissionRow {
    id: Uuid,
    number: Option<String>,
    procedure: String,
    status: SubmissionStatus,
    division: DivisionRef,
    /// The first member named.
    applicant: String,
    /// How many people.
    persons: usize,
    /// Whether somebody helped.
    helped: bool,
    submitted_at: Option<DateTime<Utc>>,
    /// The case it became.
    case: Option<Uuid>,
}

/// Lists submissions of one's area, the longest waiting first.
#[utoipa::path(
    get, path = "/submissions", operation_id = SUBMISSION_LIST.id, tag = "intake",
    params(SubmissionQuery, PageQuery), responses((status = 200, body = Page<SubmissionRow>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<SubmissionQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<SubmissionRow>>> {
    let mut reader = ctx.query(&SUBMISSION_LIST).await?;
    let mut filter = reader
        .scope()
        .sql("s.division")
        .text(" and s.submitted_at is not null");
    match query
        .status
        .as_deref()
        .filter(|s| !s.is_empty())
        .unwrap_or("submitted")
    {
        "all" => {}
        word => {
            // A word that names no state finds nothing.
            filter = filter.text(" and s.status = ").bind(word);
        }
    }
    if let Some(procedure) = query.procedure.as_deref().filter(|p| !p.is_empty()) {
        filter = filter.text(" and s.procedure = ").bind(procedure);
    }
    let total = match page.wants_total() {
        true => {
            let sql = Sql::new("select count(*) from submission s where ").push(filter.clone());
            let count: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
            Some(Total::rows(count.unsigned_abs()))
        }
        false => None,
    };
    let condition = filter
        .text(" order by s.submitted_at, s.id limit ")
        .bind(i64::try_from(page.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(page.offset()).unwrap_or(i64::MAX));
    let rows = store::all(reader.conn(), ctx.floor().vault(), condition).await?;
    let codes = rows.iter().map(|r| r.division.as_str().to_owned());
    let places = division_names(reader.conn(), codes).await?;
    let ids: Vec<u8> = rows.iter().flat_map(|r| r.id.into_bytes()).collect();
    let asked = json!({"status": query.status, "procedure": query.procedure});
    reader.listed(
        NOUN,
        &asked,
        rows.len() as u64,
        platform::hash::sm3(&[&ids]),
    );
    reader.finish().await?;
    let items = rows.into_iter().map(|row| SubmissionRow {
        division: places.get(row.division.as_str()),
        applicant: row
            .content
            .members
            .first()
            .map(|m| m.name.clone())
            .unwrap_or_default(),
        persons: row.content.members.len(),
        helped: row.content.helper.is_some(),
        id: row.id,
        number: row.number,
        procedure: row.procedure,
        status: row.status,
        submitted_at: row.submitted_at,
        case: row.case,
    });
    Ok(Json(Page::new(items.collect(), total)))
}
