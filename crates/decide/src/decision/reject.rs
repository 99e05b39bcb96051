//! The second person says no.

use kernel::DivisionCode;
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Answer, Change, Ctx, Problem, Result};
use serde_json::json;
use uuid::Uuid;

use super::{Opinion, one};
use crate::authz::DECISION_REJECT;
use crate::model::{DecisionAct, two_people};
use crate::problems;
use crate::repo;
use crate::steps::Steps;

#[utoipa::path(post, path = "/decisions/{id}/reject", operation_id = "decide.decision.reject", tag = "decide",
    params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = super::DecisionAnswer), (status = 409, description = "decide.decision.state, decide.decision.same_person")))]
pub(crate) async fn reject(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(opinion): Json<Opinion>,
) -> Result<Answer> {
    crate::said(&opinion.opinion)?;
    let mut tx = ctx.begin(&DECISION_REJECT, Some(&opinion.opinion)).await?;
    let scope = tx.scope().clone();
    let decision = repo::find(tx.conn(), &scope, id).await?;
    two_people(&decision.proposed_by, &ctx.actor().user)
        .map_err(|_| Problem::new(&problems::SAME_PERSON))?;
    let status = decision
        .status
        .take(DecisionAct::Reject)
        .map_err(|e| crate::refused(&e))?;
    let sql = Sql::with(
        "update decision set status = ?, decided_by = ?, decided_at = ?, opinion = ?, version = version + 1 \
         where id = ? and version = ?",
        [
            status.word().into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
            opinion.opinion.as_str().into(),
            id.into(),
            decision.version.into(),
        ],
    );
    if tx.conn().run(sql).await? != 1 {
        return Err(Problem::conflict());
    }
    let place = DivisionCode::parse(&decision.division).map_err(Problem::internal)?;
    let (before, after) = (
        json!({"status": decision.status.word()}),
        json!({"status": status.word(), "opinion": opinion.opinion}),
    );
    tx.record(Change::updated("decision", id, &place, &before, &after));
    tx.close_tasks("decision", id).await?;
    let after = repo::find(tx.conn(), &scope, id).await?;
    let answer = one(ctx.floor(), tx.conn(), &after).await?;
    tx.finish(200, &answer).await
}
