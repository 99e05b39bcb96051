//! Rejected payments go out again: to a corrected account, or unchanged.

use platform::db::Sql;
use platform::http::Path;
use platform::{Answer, Ctx, Problem, Result, Tx};
use uuid::Uuid;

use super::gather::GatherArgs;
use super::{BatchesCreated, refused};
use crate::authz::BATCH_REISSUE;
use crate::core::state::BatchAct;
use crate::problems;
use crate::repo;
use decide::steps::Steps;

#[utoipa::path(post, path = "/batches/{id}/reissue", operation_id = "disburse.batch.reissue", tag = "disburse",
    params(("id" = Uuid, Path)), responses((status = 201, body = BatchesCreated),
    (status = 409, description = "disburse.batch.empty")))]
pub(crate) async fn reissue(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&BATCH_REISSUE, None).await?;
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    let sql = Sql::new("select distinct programme from payment_line where live = 2 and batch = ")
        .bind(id)
        .text(" order by programme");
    let programmes: Vec<String> = tx
        .conn()
        .rows(sql)
        .await?
        .iter()
        .map(|row| row.try_get_by_index(0))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    if programmes.is_empty() {
        return Err(Problem::new(&problems::NOTHING_TO_PAY).detail(
            "没有待重发的退票。",
            "No rejected payment is waiting to be re-issued.",
        ));
    }
    let args = GatherArgs {
        place: batch.place.as_str().to_owned(),
        month: batch.month,
        programmes,
        reissue_of: Some(id),
    };
    let job = tx.enqueue("disburse.batch.gather", &args).await?;
    tx.about("batch", id, &batch.place);
    tx.finish(
        201,
        &BatchesCreated {
            batches: Vec::new(),
            job,
        },
    )
    .await
}

/// A batch whose last bounced line was issued again is settled.
pub(super) async fn settle_old(tx: &mut Tx, id: Uuid) -> Result<()> {
    let scope = tx.scope().clone();
    let batch = repo::find_batch(tx.conn(), &scope, id).await?;
    let open = Sql::new(
        "select (select count(*) from payment_line where live = 2 and batch = ",
    )
    .bind(id)
    .text(") + (select count(*) from payment where status in ('pending', 'in_transit') and batch = ")
    .bind(id)
    .text(")");
    let open: i64 = tx.conn().scalar(open).await?.unwrap_or(0);
    if open == 0
        && let Ok(to) = batch.status.take(BatchAct::Settle).map_err(|e| refused(&e))
    {
        let and = Sql::new(", settled_at = ").bind(tx.floor().now());
        repo::move_batch(tx.conn(), &batch, to, and).await?;
    }
    Ok(())
}
