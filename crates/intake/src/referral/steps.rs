//! Receipt, answer, and the word to the citizen.

use platform::{Answer, Change, Ctx, Json, Operation, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::{NOUN, Referral, ReferralStatus, all};
use crate::authz::{REFERRAL_ANSWER, REFERRAL_RECEIVE, REFERRAL_TELL};

/// Who signed for it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Receipt {
    /// Name and office.
    by: String,
}

/// What the department says.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reply {
    /// Whether it grants what was asked.
    accepted: bool,
    /// Its answer.
    answer: String,
}

/// How the citizen was told.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// By telephone, at home, in writing.
    how: String,
}

fn said(text: &str, pointer: &'static str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 1_000 {
        return Err(Problem::invalid().field(
            pointer,
            "请填写，不超过1000字",
            "Fill this in, with at most 1,000 characters.",
        ));
    }
    Ok(text.to_owned())
}

async fn one(tx: &Tx, id: Uuid) -> Result<Referral> {
    let condition = tx.scope().sql("r.division").text(" and r.id = ").bind(id);
    all(tx.floor(), tx.conn(), condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)
}

/// One step: the state after it, and what it writes beside the state.
async fn step(
    ctx: &Ctx,
    operation: &'static Operation,
    id: Uuid,
    next: ReferralStatus,
    write: impl FnOnce(&Tx, Sql) -> Sql,
) -> Result<Answer> {
    let mut tx = ctx.begin(operation, None).await?;
    let before = one(&tx, id).await?;
    ctx.expect_version(before.version)?;
    let next = before.status.then(next)?;
    let sql = Sql::new("update referral set status = ").bind(next.as_str());
    let sql = write(&tx, sql)
        .text(", version = version + 1 where id = ")
        .bind(id);
    tx.conn().run(sql).await?;
    if next == ReferralStatus::Answered {
        tx.close_tasks(NOUN, id).await?;
    }
    let after = one(&tx, id).await?;
    let division = after.code()?;
    tx.record(Change::updated(
        NOUN,
        id,
        &division,
        &before.recorded(),
        &after.recorded(),
    ));
    let version = after.version;
    tx.finish_versioned(200, &after, version).await
}

/// Records that the department has it.
#[utoipa::path(
    post, path = "/referrals/{id}/receive", operation_id = REFERRAL_RECEIVE.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = Receipt, responses((status = 200, body = Referral))
)]
pub(crate) async fn receive(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Receipt>,
) -> Result<Answer> {
    let by = said(&given.by, "/by")?;
    step(
        &ctx,
        &REFERRAL_RECEIVE,
        id,
        ReferralStatus::Received,
        |tx, sql| {
            sql.text(", received_at = ")
                .bind(tx.floor().now())
                .text(", received_by = ")
                .bind(by)
        },
    )
    .await
}

/// Records the department's answer.
#[utoipa::path(
    post, path = "/referrals/{id}/answer", operation_id = REFERRAL_ANSWER.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = Reply, responses((status = 200, body = Referral))
)]
pub(crate) async fn answer(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Reply>,
) -> Result<Answer> {
    let answer = said(&given.answer, "/answer")?;
    step(
        &ctx,
        &REFERRAL_ANSWER,
        id,
        ReferralStatus::Answered,
        |tx, sql| {
            let sealed = tx
                .floor()
                .vault()
                .seal(NOUN, "answer", id, answer.as_bytes());
            sql.text(", answered_at = ")
                .bind(tx.floor().now())
                .text(", accepted = ")
                .bind(given.accepted)
                .text(", answer = ")
                .bind(sealed)
        },
    )
    .await
}

/// Records that the citizen was told, which ends it.
#[utoipa::path(
    post, path = "/referrals/{id}/tell", operation_id = REFERRAL_TELL.id, tag = "intake",
    params(("id" = Uuid, Path)), request_body = Told, responses((status = 200, body = Referral))
)]
pub(crate) async fn tell(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Told>,
) -> Result<Answer> {
    let how = said(&given.how, "/how")?;
    step(&ctx, &REFERRAL_TELL, id, ReferralStatus::Told, |tx, sql| {
        sql.text(", told_at = ")
            .bind(tx.floor().now())
            .text(", told_how = ")
            .bind(how)
    })
    .await
}
