//! Submit, approve, return: two people, one opinion each.

use platform::db::Sql;
use platform::http::{Json, Path};
use platform::tasks::NewTask;
use platform::{Answer, Change, Ctx, Operation, Problem, Result, Tx};
use serde_json::json;
use uuid::Uuid;

use super::{RollAnswer, one, refused};
use crate::authz::{ROLL_APPROVE, ROLL_RETURN, ROLL_SUBMIT};
use crate::core::state::{RollAct, RollStatus};
use crate::problems;
use crate::repo::{self, Roll};
use crate::trade;
use decide::Opinion;
use decide::model::two_people;
use decide::steps::Steps;

async fn begin(
    ctx: &Ctx,
    operation: &'static Operation,
    id: Uuid,
    opinion: &str,
) -> Result<(Tx, Roll)> {
    if opinion.chars().count() > 500 {
        return Err(Problem::invalid().field(
            "/opinion",
            "不超过500字。",
            "At most 500 characters.",
        ));
    }
    let tx = ctx.begin(operation, Some(opinion)).await?;
    let scope = tx.scope().clone();
    let roll = repo::own_roll(tx.conn(), &scope, id).await?;
    if ctx.request().if_match().is_some() {
        ctx.expect_version(roll.version)?;
    }
    Ok((tx, roll))
}

async fn end(ctx: &Ctx, mut tx: Tx, roll: &Roll, to: RollStatus, opinion: &str) -> Result<Answer> {
    let (before, after) = (
        json!({"status": roll.status.word()}),
        json!({"status": to.word(), "opinion": opinion, "amount": roll.amount}),
    );
    tx.record(Change::updated(
        "roll",
        roll.id,
        &roll.place,
        &before,
        &after,
    ));
    let scope = tx.scope().clone();
    let stored = repo::own_roll(tx.conn(), &scope, roll.id).await?;
    let answer = one(ctx.floor(), tx.conn(), &scope, &stored).await?;
    tx.finish_versioned(200, &answer, stored.version).await
}

#[utoipa::path(post, path = "/rolls/{id}/submit", operation_id = "disburse.roll.submit", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = RollAnswer), (status = 409, description = "disburse.roll.state, disburse.roll.unresolved")))]
pub(crate) async fn submit(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    let (mut tx, roll) = begin(&ctx, &ROLL_SUBMIT, id, &opinion.opinion).await?;
    let to = roll.status.take(RollAct::Submit).map_err(|e| refused(&e))?;
    if roll.unresolved > 0 {
        return Err(unresolved(&tx, &roll).await?);
    }
    let and = Sql::new(", submitted_by = ")
        .bind(ctx.actor().user)
        .text(", opinion = ")
        .bind(opinion.opinion.as_str());
    repo::move_roll(tx.conn(), &roll, to, and).await?;
    let programme = trade::named(
        ctx.floor(),
        tx.conn(),
        &roll.place,
        &roll.programme,
        roll.month,
    )
    .await;
    tx.open_task(NewTask {
        kind: "disburse.roll.approve",
        title_zh: format!("审批名册：{}·{}", programme.zh, roll.month),
        title_en: format!("Decide on the roll: {}, {}", programme.en, roll.month),
        noun: "roll",
        subject: roll.id.to_string(),
        division: &roll.place,
        section: Some(&roll.section),
        permission: "disburse.roll.approve",
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    end(&ctx, tx, &roll, to, &opinion.opinion).await
}

/// Names the first awards whose facts are missing.
async fn unresolved(tx: &Tx, roll: &Roll) -> Result<Problem> {
    let sql = Sql::new("select award, missing from roll_gap where roll = ")
        .bind(roll.id)
        .text(" order by award limit 20");
    let mut problem = Problem::new(&problems::UNRESOLVED).detail(
        format!("共{}项待遇。请补充家庭信息后重新编制。", roll.unresolved),
        format!(
            "{} awards. Add the facts and compute the roll again.",
            roll.unresolved
        ),
    );
    for row in tx.conn().rows(sql).await? {
        let award: Uuid = row.try_get_by_index(0)?;
        let missing: String = row.try_get_by_index(1)?;
        problem = problem.field(
            format!("/awards/{award}"),
            format!("缺少：{missing}"),
            format!("Missing: {missing}"),
        );
    }
    Ok(problem)
}

#[utoipa::path(post, path = "/rolls/{id}/approve", operation_id = "disburse.roll.approve", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = RollAnswer), (status = 409, description = "disburse.roll.state, disburse.same_person")))]
pub(crate) async fn approve(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    let (mut tx, roll) = begin(&ctx, &ROLL_APPROVE, id, &opinion.opinion).await?;
    let to = roll
        .status
        .take(RollAct::Approve)
        .map_err(|e| refused(&e))?;
    let user = ctx.actor().user;
    let same = |_| Problem::new(&problems::SAME_PERSON);
    two_people(&roll.prepared_by, &user).map_err(same)?;
    two_people(&roll.submitted_by, &Some(user)).map_err(same)?;
    let anchor = platform::audit::anchor_chain(ctx.floor(), ctx.actor().organisation).await?;
    let anchor = anchor.map(|anchor| format!("{}/{} {}", anchor.chain, anchor.seq, anchor.hash));
    let and = Sql::new(", approved_by = ")
        .bind(user)
        .text(", opinion = ")
        .bind(opinion.opinion.as_str())
        .text(", anchor = ")
        .bind(anchor);
    repo::move_roll(tx.conn(), &roll, to, and).await?;
    tx.close_tasks("roll", roll.id).await?;
    end(&ctx, tx, &roll, to, &opinion.opinion).await
}

#[utoipa::path(post, path = "/rolls/{id}/return", operation_id = "disburse.roll.return", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = RollAnswer), (status = 409, description = "disburse.roll.state")))]
pub(crate) async fn send_back(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    if opinion.opinion.trim().is_empty() {
        return Err(Problem::new(&platform::problem::kinds::REASON_MISSING));
    }
    let (mut tx, roll) = begin(&ctx, &ROLL_RETURN, id, &opinion.opinion).await?;
    let to = roll.status.take(RollAct::Return).map_err(|e| refused(&e))?;
    let and = Sql::new(", submitted_by = null, approved_by = null, anchor = null, opinion = ")
        .bind(opinion.opinion.as_str());
    repo::move_roll(tx.conn(), &roll, to, and).await?;
    tx.close_tasks("roll", roll.id).await?;
    end(&ctx, tx, &roll, to, &opinion.opinion).await
}
