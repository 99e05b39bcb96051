//! The second person says yes: the ledger takes the batch over and a job
//! writes the bank file.

use platform::db::Sql;
use platform::http::Path;
use platform::{Answer, Change, Ctx, Problem, Result, fault};
use serde_json::json;
use uuid::Uuid;

use super::write::WriteArgs;
use super::{BatchAnswer, one, parts, refused};
use crate::authz::BATCH_APPROVE;
use crate::core::ledger::Event;
use crate::core::state::BatchAct;
use crate::money::{self, Sheet};
use crate::problems;
use crate::repo;
use decide::model::two_people;
use decide::steps::Steps;

#[utoipa::path(post, path = "/batches/{id}/approve", operation_id = "disburse.batch.approve", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = BatchAnswer),
    (status = 409, description = "disburse.batch.state, disburse.same_person")))]
pub(crate) async fn approve(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_APPROVE, None).await?;
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    if ctx.request().if_match().is_some() {
        ctx.expect_version(batch.version)?;
    }
    let to = batch
        .status
        .take(BatchAct::Approve)
        .map_err(|e| refused(&e))?;
    two_people(&batch.prepared_by, &ctx.actor().user)
        .map_err(|_| Problem::new(&problems::SAME_PERSON))?;
    let event = if batch.reissue_of.is_some() {
        Event::Reissue
    } else {
        Event::Batch
    };
    let parts = parts(tx.conn(), &batch).await?;
    money::equal(
        "批次与账目合计",
        "the batch and the ledger",
        batch.amount,
        parts.iter().map(|part| part.amount).sum(),
    )?;
    let subject = id.to_string();
    for part in parts {
        let sheet = Sheet::new(&batch.place, &part.fund, &part.programme, batch.month);
        money::post(&tx, &sheet, event, part.amount, "batch", &subject).await?;
    }
    fault::point("disburse.batch.approve")?;
    let and = Sql::new(", approved_by = ")
        .bind(ctx.actor().user)
        .text(", approved_at = ")
        .bind(ctx.floor().now());
    repo::move_batch(tx.conn(), &batch, to, and).await?;
    let (before, after) = (
        json!({"status": batch.status.word()}),
        json!({"status": to.word(), "amount": batch.amount}),
    );
    tx.record(Change::updated("batch", id, &batch.place, &before, &after));
    let job = tx
        .enqueue("disburse.batch.write", &WriteArgs { batch: id })
        .await?;
    let stored = repo::find_batch(tx.conn(), &scope, id).await?;
    let mut answer = one(ctx.floor(), tx.conn(), &stored).await?;
    answer.job = Some(job);
    tx.finish_versioned(200, &answer, stored.version).await
}
