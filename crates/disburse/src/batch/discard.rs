//! A draft batch is given up: its lines are free again.

use platform::db::Sql;
use platform::http::Path;
use platform::{Answer, Change, Ctx, Result};
use serde_json::json;
use uuid::Uuid;

use super::{BatchAnswer, one, refused};
use crate::authz::BATCH_DISCARD;
use crate::core::state::{BatchAct, PaymentStatus};
use crate::repo;
use decide::steps::Steps;

#[utoipa::path(post, path = "/batches/{id}/discard", operation_id = "disburse.batch.discard", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 200, body = BatchAnswer), (status = 409, description = "disburse.batch.state")))]
pub(crate) async fn discard(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_DISCARD, None).await?;
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    let to = batch
        .status
        .take(BatchAct::Discard)
        .map_err(|e| refused(&e))?;
    let conn = tx.conn();
    conn.run(
        Sql::new("update payment set status = ")
            .bind(PaymentStatus::Cancelled.word())
            .text(" where batch = ")
            .bind(id),
    )
    .await?;
    conn.run(Sql::new("update payment_line set live = 0 where batch = ").bind(id))
        .await?;
    if let Some(old) = batch.reissue_of {
        // What had bounced waits for another re-issue.
        let sql = Sql::new(
            "update payment_line set live = 2 where live = 3 and batch = ",
        )
        .bind(old)
        .text(
            " and exists (select 1 from payment_line n where n.programme = payment_line.programme and n.month = payment_line.month \
             and n.person = payment_line.person and n.component = payment_line.component and n.kind = payment_line.kind \
             and n.for_month = payment_line.for_month and n.line_seq = payment_line.line_seq and n.batch = ",
        )
        .bind(id)
        .text(")");
        conn.run(sql).await?;
        conn.run(Sql::new("update batch set status = 'returned', version = version + 1 where status = 'settled' and id = ").bind(old)).await?;
    }
    repo::move_batch(conn, &batch, to, Sql::new("")).await?;
    let (before, after) = (
        json!({"status": batch.status.word()}),
        json!({"status": to.word()}),
    );
    tx.record(Change::updated("batch", id, &batch.place, &before, &after));
    let stored = repo::find_batch(tx.conn(), &scope, id).await?;
    let answer = one(ctx.floor(), tx.conn(), &stored).await?;
    tx.finish(200, &answer).await
}
