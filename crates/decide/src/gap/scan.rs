//! `POST /gaps/scans`: go through an area again.

use kernel::DivisionCode;
use platform::{Answer, Change, Ctx, Json, Problem, Result};
use serde::Deserialize;
use serde_json::json;

use super::scan_job::{KIND, ScanArgs};
use crate::authz::GAP_SCAN;
use crate::problems::NO_RELEASE;

/// Which area.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct GapScanRequest {
    /// A division within one's area; the whole of it where left out.
    division: Option<String>,
}

/// Assesses every household of an area as of today and lists what it may claim and does not
/// have, in the background. One scan of an area runs at a time.
#[utoipa::path(
    post, path = "/gaps/scans", operation_id = GAP_SCAN.id, tag = "decide",
    request_body = GapScanRequest, responses((status = 202, body = platform::jobs::JobView))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<GapScanRequest>) -> Result<Answer> {
    let mut tx = ctx.begin(&GAP_SCAN, None).await?;
    let division = match body.division.as_deref().filter(|c| !c.is_empty()) {
        None => ctx.actor().division,
        Some(code) => DivisionCode::parse(code).map_err(|_| {
            Problem::invalid().field(
                "/division",
                "区划代码无效。",
                "The division code is not valid.",
            )
        })?,
    };
    tx.require(&division)?;
    let today = ctx.floor().today();
    policy::release_on(ctx.floor(), tx.conn(), today)
        .await?
        .ok_or_else(|| Problem::new(&NO_RELEASE))?;
    let args = ScanArgs {
        division,
        as_of: today,
    };
    let job = tx.enqueue_once(KIND, division.as_str(), &args).await?;
    tx.record(Change::created(
        "gap_scan",
        job,
        &division,
        &json!({"as_of": today}),
    ));
    let view = platform::jobs::find(tx.conn(), job)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.finish(202, &view).await
}
