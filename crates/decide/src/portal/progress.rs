//! `GET /portal/submissions/{id}/progress`: how far the own case has come.

use chrono::{DateTime, NaiveDate, Utc};
use flow::{Due, Place};
use intake::Citizen;
use platform::{Json, Path, Result};
use serde::Serialize;
use uuid::Uuid;

use crate::authz::CASE_PROGRESS;
use crate::case::{Bureau, store};

/// A step as the family sees it: no name of an officer, no reason of the file.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ProgressStop {
    /// Name.
    zh: String,
    /// English name.
    en: String,
    /// done, passed, current, ahead or left.
    #[schema(value_type = String)]
    place: Place,
    /// When it was finished.
    finished: Option<DateTime<Utc>>,
}

/// How far a case has come.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseProgress)]
pub(crate) struct Progress {
    /// The receipt number of the case.
    number: Option<String>,
    /// Name of the procedure.
    zh: String,
    /// English name.
    en: String,
    /// The day of acceptance.
    accepted_on: Option<NaiveDate>,
    /// The day by which a decision is due.
    due: Option<NaiveDate>,
    /// What came of it: granted, refused …
    result: Option<String>,
    /// The road.
    road: Vec<ProgressStop>,
}

/// Shows a citizen how far the case has come that began with an own submission.
#[utoipa::path(
    get, path = "/portal/submissions/{id}/progress", operation_id = CASE_PROGRESS.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Progress))
)]
pub(crate) async fn handle(citizen: Citizen, Path(id): Path<Uuid>) -> Result<Json<Progress>> {
    let floor = citizen.ctx.floor();
    // The case is reached through the own submission, which is the right to see it.
    let ctx = intake::anybody(floor);
    let reader = ctx.query(&CASE_PROGRESS).await?;
    let case = intake::own(reader.conn(), &citizen, id).await?;
    let row = store::find(reader.conn(), reader.scope(), case).await?;
    let case = store::case(reader.conn(), floor.vault(), &row).await?;
    let bureau = Bureau::kept(floor, reader.conn(), &row).await?;
    reader.finish().await?;
    let desk = bureau.desk();
    let clock = desk.clock(&case, floor.now());
    let totals = bureau.procedure.totals.iter().map(|t| t.key.as_str());
    let totals: Vec<&str> = totals.collect();
    let due = clock.deadlines.iter().find_map(|d| match d.due {
        Due::On(day) if totals.contains(&d.key.as_str()) && d.met.is_none() => Some(day),
        _ => None,
    });
    let road = desk.road(&case).into_iter().map(|stop| ProgressStop {
        zh: stop.label.zh,
        en: stop.label.en,
        place: stop.place,
        finished: stop.finished,
    });
    Ok(Json(Progress {
        number: row.number,
        zh: bureau.procedure.label.zh.clone(),
        en: bureau.procedure.label.en.clone(),
        accepted_on: row.accepted_on,
        due,
        result: row.result,
        road: road.collect(),
    }))
}
