//! `POST /verification/reports/fetch`: what waits at the platform is read, file by file.

use async_trait::async_trait;
use kernel::DivisionLevel;
use platform::problem::ProblemBody;
use platform::{Answer, Change, Ctx, Fault, JobCtx, JobKind, Problem, Result, fault, jobs};
use serde::Serialize;
use serde_json::{Value, json};

use super::plan::UNKNOWN;
use super::read::read_in;
use crate::authz::{REPORT_FETCH, REPORT_READ};
use crate::problems::REPORT_REFUSED;
use crate::upper::upper;

/// The key of the job.
pub(crate) const KIND: &str = "verify.report.fetch";

/// The noun of a fetching in the audit chain.
const NOUN: &str = "verification_fetch";

/// What came of fetching: the result of the job.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationFetch)]
pub(crate) struct Fetched {
    /// Files that waited.
    files: usize,
    /// Households whose report is new.
    reports: usize,
    /// Households whose report was read before.
    again: usize,
    /// Files that answer requests of other offices only; they wait on, and are not named.
    others: usize,
    /// Files with faults; they wait on, and nothing of them was taken.
    refused: Vec<Refused>,
}

/// A file of which nothing was taken.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationRefused)]
pub(crate) struct Refused {
    /// Its name.
    name: String,
    /// Why, fault by fault.
    problem: ProblemBody,
}

/// What the description of the API says of the result of the job.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(Fetched)))]
pub(crate) struct Described;

/// Reads all report files that wait at the platform, in the background: each whole or not at all,
/// with the rights of whoever asks. The result of the job is a `VerificationFetch`.
#[utoipa::path(
    post, path = "/verification/reports/fetch", operation_id = REPORT_FETCH.id, tag = "verify",
    responses((status = 202, body = jobs::JobView))
)]
pub(crate) async fn handle(ctx: Ctx) -> Result<Answer> {
    let mut tx = ctx.begin(&REPORT_FETCH, None).await?;
    let place = ctx.actor().division;
    let county = place.at(DivisionLevel::County).unwrap_or(place);
    let job = tx.enqueue_once(KIND, county.as_str(), &json!({})).await?;
    tx.record(Change::created(NOUN, job, &county, &json!({})));
    let view = jobs::find(tx.conn(), job)
        .await?
        .ok_or_else(Problem::not_found)?;
    tx.finish(202, &view).await
}

/// Reads what waits. A file is read before it is given up, so that a break-off loses none; read
/// twice it changes nothing.
#[derive(Debug)]
pub(crate) struct Fetch;

#[async_trait]
impl JobKind for Fetch {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let (floor, ctx) = (job.floor().clone(), job.ctx().clone());
        let upper = upper(&floor);
        let names = upper.waiting(&floor).await?;
        let mut fetched = Fetched {
            files: names.len(),
            ..Fetched::default()
        };
        for (at, name) in (0_u64..).zip(&names) {
            job.check()?;
            let bytes = upper.fetch(&floor, name).await?;
            let mut tx = job.begin(&REPORT_READ, None).await?;
            match read_in(&ctx, &mut tx, bytes).await {
                Ok(read) => {
                    fetched.reports += read.reports.len();
                    fetched.again += read.again;
                    job.commit(tx, &json!({}), at + 1, names.len() as u64)
                        .await?;
                    fault::point("verify.report.fetched")?;
                    upper.done(&floor, name).await?;
                }
                Err(problem) if problem.code() == REPORT_REFUSED.code => {
                    tx.rollback().await?;
                    let foreign = |fault: &Fault| fault.pointer == UNKNOWN;
                    if problem.faults().iter().all(foreign) {
                        fetched.others += 1;
                        continue;
                    }
                    fetched.refused.push(Refused {
                        name: name.clone(),
                        problem: problem.body(ctx.locale(), None),
                    });
                }
                Err(problem) => return Err(problem),
            }
        }
        Ok(serde_json::to_value(fetched)?)
    }
}
