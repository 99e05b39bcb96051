//! Handing in and taking back.

use platform::{Answer, NewTask, Path, Result, Sql, Tx};
use uuid::Uuid;

use super::{
    NOUN,
    model::{Step, SubmissionStatus},
    own::OwnSubmission,
    store::{self, Row},
};
use crate::{
    Citizen,
    authz::{SUBMISSION_LIST, SUBMISSION_SUBMIT, SUBMISSION_WITHDRAW},
    matter, photo,
};

async fn mine(tx: &Tx, citizen: &Citizen, id: Uuid) -> Result<Row> {
    let condition = Sql::new("s.id = ")
        .bind(id)
        .text(" and ")
        .push(citizen.only("s.citizen"));
    store::one(tx.conn(), tx.floor().vault(), condition).await
}

/// Hands a submission in: whole, with a signed authorisation. The window is told.
#[utoipa::path(
    post, path = "/portal/submissions/{id}/submit", operation_id = SUBMISSION_SUBMIT.id, tag = "intake",
    params(("id" = Uuid, Path)), responses((status = 200, body = OwnSubmission))
)]
pub(crate) async fn submit(citizen: Citizen, Path(id): Path<Uuid>) -> Result<Answer> {
    let ctx = &citizen.ctx;
    let mut tx = ctx.begin(&SUBMISSION_SUBMIT, None).await?;
    let before = mine(&tx, &citizen, id).await?;
    before.status.after(Step::Submit)?;
    let signed = photo::signed(tx.conn(), id).await?;
    before.content.complete(signed)?;
    matter::offered(ctx.floor(), tx.conn(), &before.division, &before.procedure).await?;
    let number = match &before.number {
        Some(number) => number.clone(),
        None => store::number(&mut tx, &before.division).await?,
    };
    let now = ctx.floor().now();
    let again = before.status == SubmissionStatus::Returned;
    let after = store::step(&mut tx, &before, Step::Submit, |row| {
        row.number = Some(number);
        row.submitted_at = Some(now);
    })
    .await?;
    let (zh, en) = match again {
        true => (
            "网上申请已补正，请接收",
            "A submission was completed; take it over",
        ),
        false => ("网上申请待接收", "A submission waits to be taken over"),
    };
    tx.open_task(NewTask {
        kind: SUBMISSION_LIST.id,
        title_zh: zh.to_owned(),
        title_en: en.to_owned(),
        noun: NOUN,
        subject: id.to_string(),
        division: &after.division,
        section: None,
        permission: SUBMISSION_LIST.permission,
        not_for: None,
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    let version = after.version;
    let shown = OwnSubmission::of(tx.conn(), after).await?;
    tx.finish_versioned(200, &shown, version).await
}

/// Takes a submission back; nothing of it is worked on any more.
#[utoipa::path(
    post, path = "/portal/submissions/{id}/withdraw", operation_id = SUBMISSION_WITHDRAW.id, tag = "intake",
    params(("id" = Uuid, Path)), responses((status = 200, body = OwnSubmission))
)]
pub(crate) async fn withdraw(citizen: Citizen, Path(id): Path<Uuid>) -> Result<Answer> {
    let mut tx = citizen.ctx.begin(&SUBMISSION_WITHDRAW, None).await?;
    let before = mine(&tx, &citizen, id).await?;
    let after = store::step(&mut tx, &before, Step::Withdraw, |_| ()).await?;
    tx.close_tasks(NOUN, id).await?;
    let version = after.version;
    let shown = OwnSubmission::of(tx.conn(), after).await?;
    tx.finish_versioned(200, &shown, version).await
}
