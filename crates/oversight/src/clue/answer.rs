//! `POST /clues/answer`: the first of the two people says whether it is so.

use platform::{Answer, Ctx, Json, Problem, Result, Sql, Tx};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::choose::{Chosen, Done, Selection, record, update};
use crate::authz::{CLUE_ANSWER, CLUE_CONFIRM};
use crate::model::ClueStatus;
use crate::problems::NO_REASON;
use crate::words;

/// An answer to clues.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub(crate) struct ClueAnswer {
    which: Selection,
    /// yes (查是) or no (查否).
    answer: String,
    /// The conclusion, of the pack's list for that answer.
    conclusion: String,
    /// What was looked at and why it is so.
    reason: String,
}

/// Answers clues; another person confirms.
#[utoipa::path(post, path = "/clues/answer", operation_id = CLUE_ANSWER.id, tag = "oversight",
    request_body = ClueAnswer, responses((status = 200, body = Done)))]
pub(crate) async fn handle(ctx: Ctx, Json(given): Json<ClueAnswer>) -> Result<Answer> {
    check(&given)?;
    let mut tx = ctx.begin(&CLUE_ANSWER, Some(&given.reason)).await?;
    let pack = words::pack(ctx.floor(), tx.conn()).await?;
    let home = ctx.actor().division;
    words::choice(
        &pack,
        &home,
        &given.answer,
        &given.conclusion,
        "/conclusion",
    )?;
    let allowed = [ClueStatus::New, ClueStatus::Assigned];
    let chosen = given
        .which
        .choose(&tx, &allowed, ("填报结果", "answering"))
        .await?;
    let totals =
        json!({"clues": chosen.count, "answer": given.answer, "conclusion": given.conclusion});
    record(&mut tx, &chosen, "clues_answered", totals).await?;
    let places = answered_places(&tx, &chosen).await?;
    let set = Sql::new("status = 'answered', answer = ")
        .bind(given.answer.as_str())
        .text(", answer_key = ")
        .bind(given.conclusion.as_str())
        .text(", reason = ")
        .bind(given.reason.trim())
        .text(", answered_by = ")
        .bind(ctx.actor().user)
        .text(", answered_at = ")
        .bind(ctx.floor().now());
    update(&mut tx, &chosen, set).await?;
    for (run, office) in places {
        settle_tasks(&mut tx, run, &office).await?;
    }
    tx.about("clues", chosen.count, &home);
    let done = Done {
        clues: crate::count(chosen.count),
    };
    tx.finish(200, &done).await
}

fn check(given: &ClueAnswer) -> Result<()> {
    if !matches!(given.answer.as_str(), "yes" | "no") {
        return Err(Problem::invalid().field(
            "/answer",
            "请选择查是（yes）或查否（no）",
            "Choose yes or no.",
        ));
    }
    if given.reason.trim().is_empty() || given.conclusion.trim().is_empty() {
        return Err(Problem::new(&NO_REASON).field(
            if given.reason.trim().is_empty() {
                "/reason"
            } else {
                "/conclusion"
            },
            "请填写",
            "This must be filled in.",
        ));
    }
    crate::short(&given.reason, "/reason")
}

async fn answered_places(tx: &Tx, chosen: &Chosen) -> Result<Vec<(Uuid, String)>> {
    let sql = Sql::new(
        "select distinct c.run, coalesce(c.office, substr(c.division, 1, 9) || '000') from clue c where ",
    )
    .push(chosen.condition.clone());
    let mut found = Vec::new();
    for row in tx.conn().rows(sql).await? {
        found.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(found)
}

/// Closes the task of an office whose clues are all answered, and opens the one of whoever
/// confirms for the whole run.
pub(crate) async fn settle_tasks(tx: &mut Tx, run: Uuid, office: &str) -> Result<()> {
    let left: i64 = tx
        .conn()
        .scalar(
            Sql::new("select count(*) from clue where status in ('new', 'assigned') and run = ")
                .bind(run)
                .text(" and coalesce(office, substr(division, 1, 9) || '000') = ")
                .bind(office),
        )
        .await?
        .unwrap_or(0);
    if left == 0 {
        tx.close_tasks("clues", format!("{run}/{office}")).await?;
    }
    let waiting: i64 = tx
        .conn()
        .scalar(
            Sql::new("select count(*) from clue where status = 'answered' and run = ").bind(run),
        )
        .await?
        .unwrap_or(0);
    let subject = format!("{run}/confirm");
    tx.close_tasks("clues", &subject).await?;
    if waiting > 0 {
        let sql = Sql::new("select division from supervision_run where id = ").bind(run);
        let code: String = tx
            .conn()
            .scalar(sql)
            .await?
            .ok_or_else(Problem::not_found)?;
        let division = crate::place(&code)?;
        tx.open_task(platform::NewTask {
            kind: "oversight.clue.confirm",
            title_zh: format!("复核监督线索结果 {waiting} 条"),
            title_en: format!("Answers to clues to confirm: {waiting}"),
            noun: "clues",
            subject,
            division: &division,
            section: None,
            permission: CLUE_CONFIRM.permission,
            not_for: None,
            role: None,
            holder: None,
            due: None,
        })
        .await?;
    }
    Ok(())
}
