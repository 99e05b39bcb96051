//! `GET /verification/reports/{id}`.

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Conn, Ctx, Floor, Json, Path, Problem, Result, Sql};
use serde::Serialize;
use uuid::Uuid;

use super::{LineView, NOUN, Row, find, lines};
use crate::authz::REPORT_GET;
use crate::consent::Capacity;
use crate::request::{self, RequestView, subjects};
use crate::rules::Bench;

/// Somebody in a report.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationReportPerson)]
pub(crate) struct PersonView {
    /// The person.
    pub person: Uuid,
    /// The name.
    pub name: String,
    /// The number, masked.
    pub id_number: String,
    /// As what.
    pub capacity: Capacity,
    /// In how many lines something was found.
    pub found: usize,
}

/// What one source says.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationBlock)]
pub(crate) struct BlockView {
    /// Key of the source.
    pub source: String,
    /// Name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The clause on which querying it rests.
    pub cite: String,
    /// Whether the platform answered for it at all.
    pub answered: bool,
    /// Whether something was found.
    pub found: bool,
    /// Its lines.
    pub lines: Vec<LineView>,
}

/// The report of a household.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationReport)]
pub(crate) struct ReportView {
    /// Key.
    pub id: Uuid,
    /// The request it answers.
    pub request: RequestView,
    /// Name of the programme.
    pub programme_zh: String,
    /// English name of the programme.
    pub programme_en: String,
    /// The platform's number.
    pub number: String,
    /// The platform's day.
    pub reported_on: NaiveDate,
    /// When it was read.
    pub read_at: DateTime<Utc>,
    /// In how many lines something was found.
    pub found: i32,
    /// The people.
    pub people: Vec<PersonView>,
    /// A block per source, those that were not answered too.
    pub blocks: Vec<BlockView>,
}

/// Opens a report. Each look is an entry in the access log.
#[utoipa::path(
    get, path = "/verification/reports/{id}", operation_id = REPORT_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = ReportView))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<ReportView>> {
    let mut reader = ctx.query(&REPORT_GET).await?;
    let row = find(&ctx, reader.conn(), reader.scope(), id).await?;
    let (shown, _) = view(ctx.floor(), reader.conn(), row).await?;
    reader.opened(NOUN, id, &shown.request.place()?);
    reader.finish().await?;
    Ok(Json(shown))
}

/// Puts a report together, with the rules of its request's day.
pub(crate) async fn view(floor: &Floor, conn: &Conn, row: Row) -> Result<(ReportView, Bench)> {
    let condition = Sql::new("r.id = ").bind(row.request);
    let request = request::all(floor, conn, condition).await?.pop();
    let request = request.ok_or_else(Problem::not_found)?;
    let bench = Bench::on(floor, conn, &request.place()?, request.asked_on).await?;
    let lines = lines(floor, conn, Sql::new("l.report = ").bind(row.id)).await?;
    let people = subjects(floor, conn, &[row.request]).await?;
    let people = people.into_iter().map(|s| PersonView {
        person: s.person,
        name: s.name,
        id_number: kernel::masking::mask_id(&s.id_number),
        capacity: s.capacity,
        found: lines
            .iter()
            .filter(|l| l.person == s.person && l.found)
            .count(),
    });
    let people = people.collect();
    let blocks = bench
        .sources()?
        .into_iter()
        .map(|source| {
            let own: Vec<LineView> = lines
                .iter()
                .filter(|l| l.source == source.key)
                .cloned()
                .collect();
            BlockView {
                source: source.key.clone(),
                zh: source.label.zh.clone(),
                en: source.label.en.clone(),
                cite: source.cite.clone(),
                answered: !own.is_empty(),
                found: own.iter().any(|l| l.found),
                lines: own,
            }
        })
        .collect();
    let (programme_zh, programme_en) = bench.programme(&request.programme);
    let view = ReportView {
        id: row.id,
        programme_zh,
        programme_en,
        number: row.number,
        reported_on: row.reported_on,
        read_at: row.read_at,
        found: row.found,
        request,
        people,
        blocks,
    };
    Ok((view, bench))
}
