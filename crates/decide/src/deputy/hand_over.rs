//! `POST /cases/hand-over`: the open work of one officer goes to another, case by case.

use flow::{Act, Request, State, Status};
use platform::{Answer, Ctx, Json, Problem, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{principal, works};
use crate::authz::CASE_HAND_OVER;
use crate::case::act::Work;
use crate::case::{actor, store};
use crate::problems::DEPUTY_WHO;

/// The most cases that one request moves.
const MOST: i64 = 200;

/// Whose work goes to whom.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseHandOver)]
pub(crate) struct HandOver {
    /// The officer in whose hands steps are; with `cases` it may be left out.
    #[serde(default)]
    from: Option<Uuid>,
    /// The officer who is to act now.
    to: Uuid,
    /// Some cases only; their open steps are put into the officer's hands.
    #[serde(default)]
    cases: Vec<Uuid>,
    /// Why.
    reason: String,
}

/// What was handed over.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = CaseHandedOver)]
pub(crate) struct HandedOver {
    /// Steps that are in the officer's hands now.
    steps: u32,
    /// Cases concerned.
    cases: u32,
    /// Steps that the officer may not act at, and that stayed where they were.
    left: u32,
}

/// Hands open steps to an officer. Each is an event of its case; whoever takes them still needs
/// the role and must not be one of the people whom the step excludes.
#[utoipa::path(
    post, path = "/cases/hand-over", operation_id = CASE_HAND_OVER.id, tag = "decide",
    request_body = HandOver, responses((status = 200, body = HandedOver))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<HandOver>) -> Result<Answer> {
    crate::said(&body.reason)?;
    if body.from == Some(body.to) || (body.from.is_none() && body.cases.is_empty()) {
        return Err(Problem::invalid().field(
            "/to",
            "请选择移交的案件，或移交人和接收人（两人不同）",
            "Choose cases, or from whom to whom; not from somebody to himself.",
        ));
    }
    let mut tx = ctx.begin(&CASE_HAND_OVER, Some(&body.reason)).await?;
    let taker = principal(ctx.floor(), body.to).await?;
    let mut sql = store::select()
        .push(store::within(tx.scope()))
        .text(" and c.status = 'open'");
    if let Some(from) = body.from {
        sql = sql
            .text(" and c.handlers like ")
            .bind(format!("%|{from}|%"));
    }
    if !body.cases.is_empty() {
        sql = sql
            .text(" and c.id in ")
            .bind_all(body.cases.iter().copied());
    }
    let rows = tx
        .conn()
        .rows(sql.text(" order by c.id limit ").bind(MOST))
        .await?;
    let rows = rows.iter().map(store::row).collect::<Result<Vec<_>>>()?;
    let by = actor::of(&ctx, tx.conn()).await?;
    let today = ctx.floor().today();
    let mut done = HandedOver {
        steps: 0,
        cases: 0,
        left: 0,
    };
    for row in rows {
        let held = works(&ctx.floor().roles(), &taker, &row.division, today);
        let floor = ctx.floor().clone();
        let mut work = Work::of(&floor, tx.conn(), row).await?;
        let before = done.steps;
        for step in mine(&work, body.from) {
            let who = work.bureau.procedure.step(&step).map(|s| s.who.clone());
            let fits = who
                .unwrap_or_default()
                .iter()
                .any(|doer| held.iter().any(|g| g.role == doer.role));
            let request = Request::from(Act::HandOver {
                step,
                to: body.to.to_string(),
            });
            let now = floor.now();
            let may = work
                .bureau
                .desk()
                .may(&work.case, &request, &by, work.known(), now);
            if !fits || may.is_err() {
                done.left += 1;
                continue;
            }
            work = work.go(&mut tx, &by, &request).await?;
            done.steps += 1;
        }
        done.cases += u32::from(done.steps > before);
    }
    if done.steps == 0 && done.left > 0 {
        return Err(Problem::new(&DEPUTY_WHO));
    }
    tx.finish(200, &done).await
}

/// The open steps that are in somebody's hands, or all open steps where nobody is named.
fn mine(work: &Work, from: Option<Uuid>) -> Vec<String> {
    let state = State::of(&work.case);
    let from = from.map(|id| id.to_string());
    let open = state
        .steps
        .iter()
        .filter(|(_, s)| s.status == Status::Open && (from.is_none() || s.handler == from));
    open.map(|(key, _)| key.clone()).collect()
}
