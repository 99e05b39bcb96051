//! The file is handed to the bank.

use platform::db::Sql;
use platform::http::Path;
use platform::{Answer, Change, Ctx, Problem, Result, Tx};
use serde_json::json;
use uuid::Uuid;

use super::{BatchAnswer, one, parts, refused};
use crate::authz::BATCH_SEND;
use crate::core::ledger::Event;
use crate::core::state::BatchAct;
use crate::money::{self, Sheet};
use crate::problems;
use crate::repo::{self, Batch};
use decide::steps::Steps;

#[utoipa::path(post, path = "/batches/{id}/send", operation_id = "disburse.batch.send", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = BatchAnswer), (status = 409, description = "disburse.batch.state")))]
pub(crate) async fn send(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_SEND, None).await?;
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    hand_over(&mut tx, &batch).await?;
    let stored = repo::find_batch(tx.conn(), &scope, id).await?;
    let answer = one(ctx.floor(), tx.conn(), &stored).await?;
    tx.finish_versioned(200, &answer, stored.version).await
}

/// Posts the hand-over and moves the batch on. A return that comes in for an
/// approved batch proves the hand-over and does the same.
pub(crate) async fn hand_over(tx: &mut Tx, batch: &Batch) -> Result<()> {
    let to = batch.status.take(BatchAct::Send).map_err(|e| refused(&e))?;
    if batch.file.is_none() {
        return Err(Problem::new(&problems::BATCH_STATE)
            .detail("银行文件尚未生成。", "The bank file is not written yet."));
    }
    let subject = batch.id.to_string();
    for part in parts(tx.conn(), batch).await? {
        let sheet = Sheet::new(&batch.place, &part.fund, &part.programme, batch.month);
        money::post(tx, &sheet, Event::Send, part.amount, "batch", &subject).await?;
    }
    let and = Sql::new(", sent_at = ").bind(tx.floor().now());
    repo::move_batch(tx.conn(), batch, to, and).await?;
    let (before, after) = (
        json!({"status": batch.status.word()}),
        json!({"status": to.word(), "file": batch.file_digest}),
    );
    tx.record(Change::updated(
        "batch",
        batch.id,
        &batch.place,
        &before,
        &after,
    ));
    Ok(())
}
