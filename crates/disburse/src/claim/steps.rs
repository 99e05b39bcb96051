//! A family pays back; the office hands it to the treasury.

use kernel::Money;
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Answer, Change, Ctx, Operation, Problem, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::ClaimAnswer;
use super::list::one;
use crate::authz::{CLAIM_COLLECT, CLAIM_HAND_OVER};
use crate::core::ledger::Event;
use crate::money::{self, Sheet};
use crate::problems;

/// How much, and on what paper.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClaimAmount {
    /// 元
    #[schema(value_type = String, example = "417.00")]
    pub amount: Money,
    /// Number of the receipt or treasury voucher.
    pub reason: String,
}

async fn step(
    ctx: Ctx,
    id: Uuid,
    given: ClaimAmount,
    operation: &'static Operation,
    event: Event,
) -> Result<Answer> {
    if given.amount.fen() <= 0 {
        return Err(Problem::invalid().field(
            "/amount",
            "金额须大于零。",
            "The amount must be more than nothing.",
        ));
    }
    if given.reason.trim().is_empty() || given.reason.chars().count() > 100 {
        return Err(Problem::invalid().field(
            "/reason",
            "请填写票据号，不超过100字。",
            "Give the number of the paper, at most 100 characters.",
        ));
    }
    let mut tx = ctx.begin(operation, Some(&given.reason)).await?;
    let scope = tx.scope().clone();
    let stored = one(ctx.floor(), tx.conn(), &scope, id).await?;
    let claim = &stored.answer;
    let (column, open) = match event {
        Event::Recover => ("collected", claim.amount.fen() - claim.collected.fen()),
        _ => ("handed", claim.collected.fen() - claim.handed.fen()),
    };
    if given.amount.fen() > open {
        let open = Money::from_fen(open);
        return Err(Problem::new(&problems::CLAIM).field(
            "/amount",
            format!("最多{open}元。"),
            format!("At most {open} yuan."),
        ));
    }
    let sql = Sql::new(format!("update claim set {column} = {column} + "))
        .bind(given.amount.fen())
        .text(", version = version + 1 where id = ")
        .bind(id)
        .text(" and version = ")
        .bind(claim.version);
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::conflict());
    }
    let sheet = Sheet::new(&stored.place, &stored.fund, &claim.programme, claim.month);
    money::post(
        &tx,
        &sheet,
        event,
        given.amount.fen(),
        "claim",
        &id.to_string(),
    )
    .await?;
    let (before, after) = (
        json!({column: 0}),
        json!({column: given.amount, "section": stored.section}),
    );
    tx.record(Change::updated(
        "claim",
        id,
        &stored.division,
        &before,
        &after,
    ));
    let answer = one(ctx.floor(), tx.conn(), &scope, id).await?.answer;
    let version = answer.version;
    tx.finish_versioned(200, &answer, version).await
}

#[utoipa::path(post, path = "/claims/{id}/collect", operation_id = "disburse.claim.collect", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = ClaimAmount,
    responses((status = 200, body = ClaimAnswer), (status = 409, description = "disburse.claim.amount")))]
pub(crate) async fn collect(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<ClaimAmount>,
) -> Result<Answer> {
    step(ctx, id, given, &CLAIM_COLLECT, Event::Recover).await
}

#[utoipa::path(post, path = "/claims/{id}/hand-over", operation_id = "disburse.claim.hand_over", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = ClaimAmount,
    responses((status = 200, body = ClaimAnswer), (status = 409, description = "disburse.claim.amount")))]
pub(crate) async fn hand_over(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<ClaimAmount>,
) -> Result<Answer> {
    step(ctx, id, given, &CLAIM_HAND_OVER, Event::HandOver).await
}
