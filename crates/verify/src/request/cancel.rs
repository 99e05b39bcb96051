//! `POST /verification/requests/{id}/cancel`, and what a withdrawn consent cancels.

use ::platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::{NOUN, RequestStatus, RequestView, all, mine};
use crate::authz::REQUEST_CANCEL;

/// A cancellation.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cancellation {
    /// Why.
    reason: String,
}

/// Cancels a request that has no report yet. A report that comes all the same is refused.
#[utoipa::path(
    post, path = "/verification/requests/{id}/cancel", operation_id = REQUEST_CANCEL.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = Cancellation,
    responses((status = 200, body = RequestView), (status = 409, description = "verify.request.state"))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<Cancellation>,
) -> Result<Answer> {
    let reason = crate::said(&given.reason, "/reason")?;
    let mut tx = ctx.begin(&REQUEST_CANCEL, Some(&reason)).await?;
    let condition = mine(&ctx, tx.scope()).text(" and r.id = ").bind(id);
    let before = all(tx.floor(), tx.conn(), condition).await?.pop();
    let before = before.ok_or_else(Problem::not_found)?;
    ctx.expect_version(before.version)?;
    let after = end(&mut tx, &before).await?;
    let version = after.version;
    tx.finish_versioned(200, &after, version).await
}

async fn end(tx: &mut Tx, before: &RequestView) -> Result<RequestView> {
    let next = before.status.then(RequestStatus::Cancelled)?;
    let sql = Sql::new("update verification_request set status = ")
        .bind(next.word())
        .text(", ended_at = ")
        .bind(tx.floor().now())
        .text(", version = version + 1 where id = ")
        .bind(before.id);
    tx.conn().run(sql).await?;
    tx.close_tasks(NOUN, before.id).await?;
    let condition = Sql::new("r.id = ").bind(before.id);
    let after = all(tx.floor(), tx.conn(), condition).await?.remove(0);
    tx.record(Change::updated(
        NOUN,
        before.id,
        &before.place()?,
        &before.recorded(),
        &after.recorded(),
    ));
    Ok(after)
}

/// Cancels what rests on a consent and has no report yet.
pub(crate) async fn without_consent(tx: &mut Tx, consent: Uuid) -> Result<()> {
    let condition = Sql::new(
        "r.status in ('ready', 'sent') and r.id in \
         (select request from verification_subject where consent = ",
    )
    .bind(consent)
    .text(")");
    for request in all(tx.floor(), tx.conn(), condition).await? {
        end(tx, &request).await?;
    }
    Ok(())
}
