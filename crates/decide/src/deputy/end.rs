//! `POST /deputies/{id}/end`.

use kernel::DivisionCode;
use platform::{Answer, Change, Ctx, Path, Problem, Result, Sql, bulk};
use serde_json::json;
use uuid::Uuid;

use super::{Deputy, find};
use crate::authz::DEPUTY_END;
use crate::problems::DEPUTY_OVER;

/// Ends a time of standing in today, before its last day.
#[utoipa::path(
    post, path = "/deputies/{id}/end", operation_id = DEPUTY_END.id, tag = "decide",
    params(("id" = Uuid, Path)), responses((status = 200, body = Deputy))
)]
pub(crate) async fn handle(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = ctx.begin(&DEPUTY_END, None).await?;
    let scope = tx.scope().clone();
    let found = find(tx.conn(), &scope, id).await?;
    let today = ctx.floor().today();
    if found.ended_on.is_some() || found.to < today {
        return Err(Problem::new(&DEPUTY_OVER));
    }
    let sql = Sql::new("update deputy set ended_on = ")
        .bind(today)
        .text(", ended_by = ")
        .bind(ctx.actor().user)
        .text(", version = version + 1 where ended_on is null and id = ")
        .bind(id);
    if bulk::execute(&mut tx, sql).await? != 1 {
        return Err(Problem::conflict());
    }
    let place = DivisionCode::parse(&found.division).map_err(Problem::internal)?;
    tx.record(Change::updated(
        "deputy",
        id,
        &place,
        &json!({"to": found.to}),
        &json!({"ended_on": today}),
    ));
    let answer = find(tx.conn(), &scope, id).await?;
    tx.finish(200, &answer).await
}
