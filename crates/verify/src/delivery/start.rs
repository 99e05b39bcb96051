//! `POST /deliveries/{id}/start` takes a delivery in, `…/discard` gives it up.

use platform::{Answer, Change, Ctx, Json, Path, Problem, Result, Sql, Tx};
use serde::Deserialize;
use uuid::Uuid;

use super::columns::{self, Mapping};
use super::ingest;
use super::store::{self, Delivery, DeliveryStatus, NOUN, Row};
use crate::authz::{DELIVERY_DISCARD, DELIVERY_START};
use crate::problems::DELIVERY_STATE;
use crate::words;

/// How a delivery is taken in.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StartDelivery {
    /// Field (`person`, `name` or a field of the source) → title of its column. As it was found
    /// where nothing is said.
    #[serde(default)]
    mapping: Option<Mapping>,
}

/// Takes a delivery in, by the columns as they were found or as the user says.
#[utoipa::path(
    post, path = "/deliveries/{id}/start", operation_id = DELIVERY_START.id, tag = "verify",
    params(("id" = Uuid, Path)), request_body = StartDelivery,
    responses((status = 202, body = Delivery))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(given): Json<StartDelivery>,
) -> Result<Answer> {
    let (tx, delivery) = begin(&ctx, id, given.mapping).await?;
    let version = delivery.version;
    tx.finish_versioned(202, &delivery, version).await
}

/// Takes a delivery in by the columns as they were found; for the demo and the commands.
///
/// # Errors
/// As the endpoint.
pub async fn start(ctx: &Ctx, id: Uuid) -> Result<Delivery> {
    let (tx, delivery) = begin(ctx, id, None).await?;
    tx.commit().await?;
    Ok(delivery)
}

async fn begin(ctx: &Ctx, id: Uuid, mapping: Option<Mapping>) -> Result<(Tx, Delivery)> {
    let mut tx = ctx.begin(&DELIVERY_START, None).await?;
    let row = waiting(&tx, id).await?;
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let kind = words::kind(&pack, &row.division, &row.source)?;
    let mapping = mapping.unwrap_or_else(|| row.mapping.clone());
    columns::checked(&kind, &row.titles, &mapping)?;
    let job = tx
        .enqueue(ingest::KIND, &ingest::Args { delivery: id })
        .await?;
    let sql = Sql::new(
        "update delivery set status = 'reading', problem_zh = null, problem_en = null, mapping = ",
    )
    .bind(serde_json::to_string(&mapping)?)
    .text(", job = ")
    .bind(job)
    .text(", version = version + 1 where id = ")
    .bind(id);
    tx.conn().run(sql).await?;
    let after = serde_json::json!({"status": "reading", "mapping": mapping});
    let before = serde_json::json!({"status": row.status, "mapping": row.mapping});
    tx.record(Change::updated(NOUN, id, &row.division, &before, &after));
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    let view = store::views(tx.conn(), &pack, vec![row]).await?.pop();
    Ok((tx, view.ok_or_else(Problem::not_found)?))
}

/// A delivery that waits for somebody: uploaded, or failed and tried again with other columns.
async fn waiting(tx: &Tx, id: Uuid) -> Result<Row> {
    let row = store::find(tx.floor(), tx.conn(), tx.scope(), id).await?;
    if matches!(
        row.status,
        DeliveryStatus::Uploaded | DeliveryStatus::Failed
    ) {
        Ok(row)
    } else {
        Err(Problem::new(&DELIVERY_STATE))
    }
}

/// Gives a delivery up that was not taken in; one that is kept stays.
#[utoipa::path(
    post, path = "/deliveries/{id}/discard", operation_id = DELIVERY_DISCARD.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = Delivery))
)]
pub(crate) async fn discard(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&DELIVERY_DISCARD, None).await?;
    let row = waiting(&tx, id).await?;
    let sql =
        Sql::new("update delivery set status = 'discarded', version = version + 1 where id = ")
            .bind(id);
    tx.conn().run(sql).await?;
    let (before, after) = (row.status, DeliveryStatus::Discarded);
    tx.record(Change::updated(NOUN, id, &row.division, &before, &after));
    let pack = words::release(ctx.floor(), tx.conn()).await?.pack;
    let row = store::find(ctx.floor(), tx.conn(), tx.scope(), id).await?;
    let view = store::views(tx.conn(), &pack, vec![row]).await?.pop();
    tx.finish(200, &view.ok_or_else(Problem::not_found)?).await
}
