//! `POST /clues/confirm` and `POST /clues/return`: the second of the two people.

use std::collections::BTreeSet;

use platform::{Answer, Ctx, Json, Problem, Result, Sql, Tx};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::answer::settle_tasks;
use super::choose::{Chosen, Done, Selection, record, update};
use crate::authz::{CLUE_CONFIRM, CLUE_RETURN};
use crate::model::ClueStatus;
use crate::problems::SAME_PERSON;
use crate::words;

/// The word of the second person.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct Confirmation {
    which: Selection,
    /// The opinion.
    opinion: String,
}

/// Confirms answers: the clues are closed, and those that are so ask for a rectification.
#[utoipa::path(post, path = "/clues/confirm", operation_id = CLUE_CONFIRM.id, tag = "oversight",
    request_body = Confirmation, responses((status = 200, body = Done)))]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<Confirmation>) -> Result<Answer> {
    crate::said(&given.opinion, "/opinion")?;
    let mut tx = ctx.begin(&CLUE_CONFIRM, Some(&given.opinion)).await?;
    let chosen = given
        .which
        .choose(&tx, &[ClueStatus::Answered], ("复核", "confirming"))
        .await?;
    another_person(&tx, &chosen).await?;
    record(
        &mut tx,
        &chosen,
        "clues_confirmed",
        json!({"clues": chosen.count}),
    )
    .await?;
    rectifications(&mut tx, &chosen).await?;
    let runs = runs(&tx, &chosen).await?;
    let set = decided(&ctx, &given.opinion, "closed");
    update(&mut tx, &chosen, set).await?;
    finish(tx, &ctx, runs, chosen.count).await
}

/// Sends answers back to be looked into again.
#[utoipa::path(post, path = "/clues/return", operation_id = CLUE_RETURN.id, tag = "oversight",
    request_body = Confirmation, responses((status = 200, body = Done)))]
pub(crate) async fn send_back(ctx: Ctx, Json(given): Json<Confirmation>) -> Result<Answer> {
    crate::said(&given.opinion, "/opinion")?;
    let mut tx = ctx.begin(&CLUE_RETURN, Some(&given.opinion)).await?;
    let chosen = given
        .which
        .choose(&tx, &[ClueStatus::Answered], ("退回", "sending back"))
        .await?;
    another_person(&tx, &chosen).await?;
    record(
        &mut tx,
        &chosen,
        "clues_returned",
        json!({"clues": chosen.count}),
    )
    .await?;
    let runs = runs(&tx, &chosen).await?;
    let set = decided(&ctx, &given.opinion, "assigned").text(", answer = null, answer_key = null");
    update(&mut tx, &chosen, set).await?;
    finish(tx, &ctx, runs, chosen.count).await
}

fn decided(ctx: &Ctx, opinion: &str, status: &str) -> Sql {
    Sql::new("status = ")
        .bind(status)
        .text(", decided_by = ")
        .bind(ctx.actor().user)
        .text(", decided_at = ")
        .bind(ctx.floor().now())
        .text(", opinion = ")
        .bind(opinion.trim())
}

async fn finish(mut tx: Tx, ctx: &Ctx, runs: BTreeSet<Uuid>, clues: i64) -> Result<Answer> {
    for run in runs {
        // No office has this name: only the task of confirming is looked at again.
        settle_tasks(&mut tx, run, "confirm-only").await?;
    }
    tx.about("clues", clues, &ctx.actor().division);
    let done = Done {
        clues: crate::count(clues),
    };
    tx.finish(200, &done).await
}

/// Two people: whoever answered may not confirm.
async fn another_person(tx: &Tx, chosen: &Chosen) -> Result<()> {
    let sql = Sql::new("select count(*) from clue c where ")
        .push(chosen.condition.clone())
        .text(" and c.answered_by = ")
        .bind(tx.ctx().actor().user);
    let own: i64 = tx.conn().scalar(sql).await?.unwrap_or(0);
    if own == 0 {
        return Ok(());
    }
    Err(Problem::new(&SAME_PERSON).detail(
        format!("其中{own}条由您本人核查。"),
        format!("{own} of them were answered by yourself."),
    ))
}

async fn runs(tx: &Tx, chosen: &Chosen) -> Result<BTreeSet<Uuid>> {
    let sql = Sql::new("select distinct c.run from clue c where ").push(chosen.condition.clone());
    let mut runs = BTreeSet::new();
    for row in tx.conn().rows(sql).await? {
        runs.insert(row.try_get_by_index(0)?);
    }
    Ok(runs)
}

/// Confirmed as so: each asks to be put right within the limit of the pack.
async fn rectifications(tx: &mut Tx, chosen: &Chosen) -> Result<()> {
    let pack = words::pack(tx.floor(), tx.conn()).await?;
    let home = tx.ctx().actor().division;
    let due = words::due(&pack, &home, "rectification", tx.floor().today());
    let sql = Sql::new(
        "insert into rectification (clue, division, measure, due, to_recover, status, version) \
         select c.id, c.division, '', ",
    )
    .bind(due)
    .text(", 0, 'open', 1 from clue c where ")
    .push(chosen.condition.clone())
    .text(" and c.answer = 'yes' on conflict (clue) do nothing");
    tx.conn().run(sql).await?;
    Ok(())
}
