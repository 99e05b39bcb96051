//! The second person says yes.

use kernel::{DivisionCode, Month};
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Answer, Change, Ctx, Problem, Result, Scope, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::one;
use crate::apply::{Frame, apply, tell};
use crate::authz::DECISION_APPROVE;
use crate::jobs::ApplyArgs;
use crate::model::{DecisionAct, DecisionKind, two_people};
use crate::outside::world;
use crate::problems;
use crate::repo::{self, Decision};
use crate::steps::Steps;

/// What the second person says.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct Opinion {
    /// At most 500 characters; must be given when rejecting or sending back.
    #[serde(default)]
    pub opinion: String,
}

/// Items that one transaction writes at once; more go through a job.
const AT_ONCE: i64 = 200;

#[utoipa::path(post, path = "/decisions/{id}/approve", operation_id = "decide.decision.approve", tag = "decide",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = super::DecisionAnswer), (status = 409, description = "decide.decision.state, decide.decision.same_person")))]
pub(crate) async fn approve(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    let mut tx = ctx.begin(&DECISION_APPROVE, Some(&opinion.opinion)).await?;
    let scope = tx.scope().clone();
    let (after, job) = settle(&mut tx, &scope, id, ctx.actor().user, &opinion.opinion).await?;
    let mut answer = one(ctx.floor(), tx.conn(), &after).await?;
    answer.job = job;
    tx.finish(200, &answer).await
}

/// The second person's yes: numbers the decision and writes its awards, or hands a large one to
/// a job. Answers the decision and the job.
pub(crate) async fn settle(
    tx: &mut Tx,
    scope: &Scope,
    id: Uuid,
    approver: Uuid,
    opinion: &str,
) -> Result<(Decision, Option<Uuid>)> {
    let decision = repo::find(tx.conn(), scope, id).await?;
    two_people(&decision.proposed_by, &approver)
        .map_err(|_| Problem::new(&problems::SAME_PERSON))?;
    let in_bulk = decision.kind == DecisionKind::Opening || decision.counts.0 > AT_ONCE;
    let act = if in_bulk {
        DecisionAct::ApproveInBulk
    } else {
        DecisionAct::Approve
    };
    let status = decision.status.take(act).map_err(|e| crate::refused(&e))?;
    let seq = tx.serial("", "decision.seq", 0).await?;
    let year = Month::of(tx.floor().today()).year();
    let area = area(&decision)?;
    let serial = tx.serial(&area, "decision", year).await?;
    let number = format!("{area}-JD-{year}-{serial:05}");
    let now = tx.floor().now();
    let sql = Sql::with(
        "update decision set status = ?, seq = ?, number = ?, decided_by = ?, decided_at = ?, opinion = ?, \
         version = version + 1 where id = ? and version = ?",
        [
            status.word().into(),
            seq.into(),
            number.as_str().into(),
            approver.into(),
            now.into(),
            opinion.into(),
            id.into(),
            decision.version.into(),
        ],
    );
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::conflict());
    }
    let after = repo::find(tx.conn(), scope, id).await?;
    let mut job = None;
    if in_bulk {
        job = Some(
            tx.enqueue("decide.decision.apply", &ApplyArgs { decision: id })
                .await?,
        );
    } else {
        let frame = frame(tx, &after).await?;
        for (_, item) in repo::items(tx.conn(), id, 0, AT_ONCE).await? {
            apply(tx, &frame, &item).await?;
            if frame.kind != DecisionKind::OneOff {
                tell(tx, &frame.programme, [item.household]).await?;
            }
        }
    }
    let place = DivisionCode::parse(&decision.division).map_err(Problem::internal)?;
    tx.record(Change::updated(
        "decision",
        id,
        &place,
        &json!({"status": decision.status.word()}),
        &json!({"status": status.word(), "number": number, "opinion": opinion}),
    ));
    tx.about("decision", id, &place);
    tx.close_tasks("decision", id).await?;
    Ok((after, job))
}

/// The six digits that head public numbers.
fn area(decision: &Decision) -> Result<String> {
    decision
        .division
        .get(..6)
        .map(str::to_owned)
        .ok_or_else(|| Problem::internal("a division of less than six digits"))
}

/// What applying needs to know of an approved decision.
pub(crate) async fn frame(tx: &Tx, decision: &Decision) -> Result<Frame> {
    let floor = tx.floor();
    let place = DivisionCode::parse(&decision.division).map_err(Problem::internal)?;
    let info = world(floor)
        .programme(
            floor,
            tx.conn(),
            &place,
            &decision.programme,
            decision.effective,
        )
        .await?;
    Ok(Frame {
        kind: decision.kind,
        decision: decision.id,
        seq: decision
            .seq
            .ok_or_else(|| Problem::internal("an approved decision without a serial"))?,
        programme: decision.programme.clone(),
        section: decision.section.clone(),
        area: area(decision)?,
        year: decision.effective.year(),
        class: info.and_then(|(_, info)| info.class),
    })
}
