//! `POST /deputies`.

use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::{Answer, Change, Ctx, Json, Problem, Result, bulk};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{Deputy, find, principal, works};
use crate::authz::DEPUTY_CREATE;
use crate::problems::DEPUTY_WHO;

/// Who is to stand in for whom.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDeputy {
    /// Who is away.
    absent: Uuid,
    /// Who stands in: somebody of the same area who works on cases.
    deputy: Uuid,
    /// First day.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    /// Why.
    reason: String,
}

/// Writes down that one officer stands in for another, from a day to a day.
#[utoipa::path(
    post, path = "/deputies", operation_id = DEPUTY_CREATE.id, tag = "decide",
    request_body = NewDeputy, responses((status = 201, body = Deputy))
)]
pub(crate) async fn handle(ctx: Ctx, Json(body): Json<NewDeputy>) -> Result<Answer> {
    crate::said(&body.reason)?;
    let mut tx = ctx.begin(&DEPUTY_CREATE, Some(&body.reason)).await?;
    let place = checked(&ctx, &body).await?;
    tx.require(&place)?;
    let id = ctx.floor().new_id();
    let row = vec![
        id.into(),
        body.absent.into(),
        body.deputy.into(),
        place.as_str().into(),
        body.from.into(),
        body.to.into(),
        body.reason.trim().into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
        1i32.into(),
    ];
    let columns = [
        "id", "absent", "deputy", "division", "from_day", "to_day", "reason", "made_by", "made_at",
        "version",
    ];
    bulk::insert(&mut tx, "deputy", &columns, [row]).await?;
    let after =
        json!({"absent": body.absent, "deputy": body.deputy, "from": body.from, "to": body.to});
    tx.record(Change::created("deputy", id, &place, &after));
    let scope = tx.scope().clone();
    let answer = find(tx.conn(), &scope, id).await?;
    tx.finish(201, &answer).await
}

/// The area of whoever is away, once all holds.
async fn checked(ctx: &Ctx, body: &NewDeputy) -> Result<DivisionCode> {
    let floor = ctx.floor();
    let today = floor.today();
    let mut problem = Problem::invalid();
    if body.to < body.from || body.to < today {
        problem = problem.field(
            "/to",
            "截止日期须不早于开始日期和今天",
            "The last day must lie neither before the first nor before today.",
        );
    }
    if body.absent == body.deputy {
        problem = problem.field(
            "/deputy",
            "代理人不能是本人",
            "Nobody stands in for himself.",
        );
    }
    if body.deputy == ctx.actor().user {
        problem = problem.field(
            "/deputy",
            "不能指定自己为代理人，请由离岗人员或其他审核人员登记",
            "Nobody appoints himself; let whoever is away or another reviewer write it down.",
        );
    }
    problem.check()?;
    let absent = principal(floor, body.absent).await?;
    let place = absent.actor.division;
    let deputy = principal(floor, body.deputy).await?;
    let day = body.from.max(today);
    if works(&floor.roles(), &absent, &place, day).is_empty()
        || works(&floor.roles(), &deputy, &place, day).is_empty()
    {
        return Err(Problem::new(&DEPUTY_WHO));
    }
    Ok(place)
}
