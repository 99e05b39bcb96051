//! `POST /deliveries/{id}/linking`: rows without a good number are laid beside the persons on
//! record anew, as after families were entered that were not there before.

use platform::{Answer, Ctx, Path, Problem, Result};
use serde::Serialize;
use uuid::Uuid;

use crate::authz::LINK_START;
use crate::delivery::store::{self, DeliveryStatus};
use crate::problems::NOTHING_LOOSE;
use crate::words;

/// What began.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct LinkingStarted {
    /// The delivery.
    delivery: Uuid,
    /// The job that lays them side by side.
    job: Uuid,
}

/// Lays the rows without a good number beside the persons on record. What was decided stays.
#[utoipa::path(
    post, path = "/deliveries/{id}/linking", operation_id = LINK_START.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 202, body = LinkingStarted))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&LINK_START, None).await?;
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let kind = words::kind(&pack, &row.division, &row.source)?;
    let rejected = row.manifest.as_ref().map(|m| m.rejected.clone());
    let rejected = rejected.unwrap_or_default();
    if row.status != DeliveryStatus::Ready || !super::wanted(&kind, &row, &rejected) {
        return Err(Problem::new(&NOTHING_LOOSE));
    }
    let job = super::enqueue(&mut tx, id).await?;
    tx.about(store::NOUN, id, &row.division);
    tx.finish(202, &LinkingStarted { delivery: id, job }).await
}
