//! `POST /reserves/requests/{id}/approve` and `…/reject`: the second person.

use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Answer, Change, Ctx, Operation, Problem, Result, fault};
use serde_json::json;
use uuid::Uuid;

use super::request::{ReserveRequest, one};
use super::{Move, write};
use crate::authz::{RESERVE_APPROVE, RESERVE_REJECT};
use crate::problems;
use decide::Opinion;
use decide::model::two_people;

/// Approves money for a reserve: it is there from now on.
#[utoipa::path(post, path = "/reserves/requests/{id}/approve", operation_id = "disburse.reserve.approve",
    tag = "disburse", params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = ReserveRequest),
    (status = 409, description = "disburse.reserve.decided, disburse.same_person")))]
pub(crate) async fn approve(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    decided(ctx, id, &opinion.opinion, &RESERVE_APPROVE).await
}

/// Refuses money for a reserve.
#[utoipa::path(post, path = "/reserves/requests/{id}/reject", operation_id = "disburse.reserve.reject",
    tag = "disburse", params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = ReserveRequest),
    (status = 409, description = "disburse.reserve.decided, disburse.same_person")))]
pub(crate) async fn reject(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    decided(ctx, id, &opinion.opinion, &RESERVE_REJECT).await
}

async fn decided(
    ctx: Ctx,
    id: Uuid,
    opinion: &str,
    operation: &'static Operation,
) -> Result<Answer> {
    let opinion = opinion.trim();
    if opinion.is_empty() || opinion.chars().count() > 500 {
        return Err(Problem::invalid().field(
            "/opinion",
            "请填写意见，不超过500字。",
            "Give an opinion, at most 500 characters.",
        ));
    }
    let mut tx = ctx.begin(operation, Some(opinion)).await?;
    let scope = tx.scope().clone();
    let asked = one(tx.conn(), &scope, id).await?;
    if asked.status != "proposed" {
        return Err(Problem::new(&problems::RESERVE_DECIDED));
    }
    two_people(&asked.proposed_by, &ctx.actor().user)
        .map_err(|_| Problem::new(&problems::SAME_PERSON))?;
    let approved = operation.id == RESERVE_APPROVE.id;
    let status = if approved { "approved" } else { "rejected" };
    let sql = Sql::with(
        "update reserve_request set status = ?, decided_by = ?, decided_at = ?, opinion = ?, \
         version = version + 1 where id = ? and version = ?",
        [
            status.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            opinion.into(),
            id.into(),
            asked.version.into(),
        ],
    );
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::conflict());
    }
    fault::point("disburse.reserve.approve")?;
    if approved {
        let what = Move {
            incoming: true,
            amount: asked.amount,
            note: asked.document.clone(),
            case: None,
            household: None,
        };
        write(&mut tx, &asked.township, what).await?;
    }
    let (before, after) = (
        json!({"status": asked.status}),
        json!({"status": status, "opinion": opinion}),
    );
    tx.record(Change::updated(
        "reserve_request",
        id,
        &asked.township,
        &before,
        &after,
    ));
    tx.close_tasks("reserve_request", id).await?;
    let shown: ReserveRequest = one(tx.conn(), &scope, id).await?.shown(tx.conn()).await?;
    tx.finish(200, &shown).await
}
