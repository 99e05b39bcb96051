//! Closing a month: the ledger takes the roll over, and nothing of it changes
//! any more.

use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Answer, Change, Ctx, Result, fault};
use serde_json::json;
use uuid::Uuid;

use super::publish::PublishArgs;
use super::{RollAnswer, one, refused, settle};
use crate::authz::ROLL_LOCK;
use crate::core::ledger::Event;
use crate::core::state::RollAct;
use crate::money::{self, Sheet};
use crate::repo;
use decide::Opinion;
use decide::steps::Steps;

#[utoipa::path(post, path = "/rolls/{id}/lock", operation_id = "disburse.roll.lock", tag = "disburse",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = RollAnswer), (status = 409, description = "disburse.roll.state, disburse.roll.closed")))]
pub(crate) async fn lock(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&ROLL_LOCK, Some(&opinion.opinion)).await?;
    let scope = tx.scope().clone();
    let roll = repo::own_roll(tx.conn(), &scope, id).await?;
    if ctx.request().if_match().is_some() {
        ctx.expect_version(roll.version)?;
    }
    let to = roll.status.take(RollAct::Lock).map_err(|e| refused(&e))?;
    // The total beside the parts, once more, before money is promised.
    let (low, high) = roll.place.range();
    let sum =
        Sql::new("select cast(coalesce(sum(amount), 0) as bigint) from line where programme = ")
            .bind(roll.programme.as_str())
            .text(" and month = ")
            .bind(roll.month.index())
            .text(" and kind <> 'recovery' and division >= ")
            .bind(low)
            .text(" and division < ")
            .bind(high);
    let lines: i64 = tx.conn().scalar(sum).await?.unwrap_or(0);
    money::equal(
        "名册合计与明细合计",
        "roll and its lines",
        roll.amount,
        lines,
    )?;
    let sheet = Sheet::new(&roll.place, &roll.fund, &roll.programme, roll.month);
    let subject = roll.id.to_string();
    money::post(&tx, &sheet, Event::Entitle, lines, "roll", &subject).await?;
    let claimed = settle::recoveries(&mut tx, &roll).await?;
    fault::point("disburse.roll.lock")?;
    let and = Sql::new(", locked_by = ")
        .bind(ctx.actor().user)
        .text(", locked_at = ")
        .bind(ctx.floor().now());
    repo::move_roll(tx.conn(), &roll, to, and).await?;
    let (before, after) = (
        json!({"status": roll.status.word()}),
        json!({"status": to.word(), "amount": roll.amount, "claimed": claimed}),
    );
    tx.record(Change::updated(
        "roll",
        roll.id,
        &roll.place,
        &before,
        &after,
    ));
    tx.enqueue("disburse.roll.publish", &PublishArgs { roll: roll.id })
        .await?;
    let stored = repo::own_roll(tx.conn(), &scope, id).await?;
    let answer = one(ctx.floor(), tx.conn(), &scope, &stored).await?;
    tx.finish_versioned(200, &answer, stored.version).await
}
