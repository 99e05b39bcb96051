//! `POST /visits/answer`: somebody was there.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use platform::{Answer, Change, Ctx, Json, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::list;
use crate::authz::VISIT_ANSWER;
use crate::words;

/// How many visits may be answered at once.
const MOST: usize = 200;

/// The result of visits.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct VisitResult {
    ids: Vec<Uuid>,
    /// The outcome, of the pack's list.
    outcome: String,
    /// What was seen and said.
    remark: String,
    /// The day of the visit.
    visited_on: NaiveDate,
}

/// How many visits were answered.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct Visited {
    visits: u64,
}

/// Records the result of visits.
#[utoipa::path(post, path = "/visits/answer", operation_id = VISIT_ANSWER.id, tag = "oversight",
    request_body = VisitResult, responses((status = 200, body = Visited)))]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<VisitResult>) -> Result<Answer> {
    crate::said(&given.remark, "/remark")?;
    if given.visited_on > ctx.floor().today() {
        return Err(Problem::invalid().field(
            "/visited_on",
            "走访日期不能晚于今天",
            "The day of the visit cannot lie in the future.",
        ));
    }
    let ids: BTreeSet<Uuid> = given.ids.iter().copied().collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    if ids.is_empty() || ids.len() > MOST {
        return Err(Problem::invalid().field(
            "/ids",
            format!("请选择1至{MOST}条走访"),
            format!("Choose 1 to {MOST} visits."),
        ));
    }
    let mut tx = ctx.begin(&VISIT_ANSWER, None).await?;
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    words::choice(
        &pack,
        &ctx.actor().division,
        "visit",
        &given.outcome,
        "/outcome",
    )?;
    let found = list::find(tx.conn(), tx.scope(), &ids).await?;
    if found.len() < ids.len() {
        return Err(Problem::not_found());
    }
    if found.iter().any(|visit| visit.status != "open") {
        return Err(Problem::new(&crate::problems::STATE).detail(
            "其中有走访已登记结果。",
            "The result of one of them is recorded already.",
        ));
    }
    for visit in &found {
        let sql = Sql::with(
            "update visit set status = 'done', outcome = ?, remark = ?, visited_on = ?, done_by = ?, done_at = ?, \
             version = version + 1 where id = ? and version = ?",
            [
                given.outcome.as_str().into(),
                given.remark.trim().into(),
                given.visited_on.into(),
                ctx.actor().user.into(),
                ctx.floor().now().into(),
                visit.id.into(),
                visit.version.into(),
            ],
        );
        if tx.conn().run(sql).await? != 1 {
            return Err(Problem::conflict());
        }
        let place = crate::place(&visit.division)?;
        tx.record(Change::updated(
            "visit",
            visit.id,
            &place,
            &json!({"status": "open"}),
            &json!({"status": "done", "outcome": given.outcome}),
        ));
    }
    close_tasks(&mut tx, &ids).await?;
    let visited = Visited {
        visits: ids.len() as u64,
    };
    tx.finish(200, &visited).await
}

/// A township whose visits of a run are all made has nothing left to do.
async fn close_tasks(tx: &mut platform::Tx, ids: &[Uuid]) -> Result<()> {
    let sql = Sql::new("select distinct run, substr(division, 1, 9) from visit where id in ")
        .bind_all(ids.iter().copied());
    for row in tx.conn().rows(sql).await? {
        let run: Uuid = row.try_get_by_index(0)?;
        let township: String = row.try_get_by_index(1)?;
        let left: i64 = tx
            .conn()
            .scalar(
                Sql::new("select count(*) from visit where status = 'open' and run = ")
                    .bind(run)
                    .text(" and substr(division, 1, 9) = ")
                    .bind(township.as_str()),
            )
            .await?
            .unwrap_or(0);
        if left == 0 {
            tx.close_tasks("visits", format!("{run}/{township}"))
                .await?;
        }
    }
    Ok(())
}
