//! `POST /reserves/{township}/replenish`.

use kernel::{DivisionCode, DivisionLevel, Money};
use platform::http::{Json, Path};
use platform::tasks::NewTask;
use platform::{Answer, Change, Ctx, Problem, Result, bulk};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::request::{ReserveRequest, one};
use crate::authz::{RESERVE_APPROVE, RESERVE_REPLENISH};

/// Money for a township's reserve.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Replenishment {
    /// 元
    #[schema(value_type = String)]
    amount: Money,
    /// The document or voucher that it came by.
    document: String,
}

/// Asks for money for the reserve of a township. It is in the reserve once another person approves.
#[utoipa::path(post, path = "/reserves/{township}/replenish", operation_id = "disburse.reserve.replenish",
    tag = "disburse", params(("township" = String, Path)), request_body = Replenishment,
    responses((status = 201, body = ReserveRequest)))]
pub(crate) async fn replenish(
    ctx: Ctx,
    Path(township): Path<String>,
    Json(body): Json<Replenishment>,
) -> Result<Answer> {
    let mut problem = Problem::invalid();
    let place = DivisionCode::parse(&township)
        .ok()
        .filter(|d| d.level() == DivisionLevel::Township);
    if place.is_none() {
        problem = problem.field("/township", "请选择乡镇（街道）", "Choose a township.");
    }
    if body.amount.fen() <= 0 {
        problem = problem.field(
            "/amount",
            "金额须大于零。",
            "The amount must be more than nothing.",
        );
    }
    let document = body.document.trim();
    if document.is_empty() || document.chars().count() > 100 {
        problem = problem.field(
            "/document",
            "请填写拨款文号或凭证号，不超过100字。",
            "Give the document or voucher, at most 100 characters.",
        );
    }
    problem.check()?;
    let place = place.ok_or_else(Problem::not_found)?;
    let mut tx = ctx.begin(&RESERVE_REPLENISH, None).await?;
    tx.require(&place)?;
    let id = tx.floor().new_id();
    let row = vec![
        id.into(),
        place.as_str().into(),
        body.amount.fen().into(),
        document.into(),
        "proposed".into(),
        ctx.actor().user.into(),
        ctx.floor().now().into(),
        0_i32.into(),
    ];
    let columns = [
        "id",
        "township",
        "amount",
        "document",
        "status",
        "proposed_by",
        "proposed_at",
        "version",
    ];
    bulk::insert(&mut tx, "reserve_request", &columns, [row]).await?;
    let after = json!({"status": "proposed", "amount": body.amount.fen(), "document": document});
    tx.record(Change::created("reserve_request", id, &place, &after));
    tx.open_task(NewTask {
        kind: RESERVE_APPROVE.id,
        title_zh: format!("审批备用金补充：{}元", body.amount),
        title_en: format!("Decide on money for a reserve: {} yuan", body.amount),
        noun: "reserve_request",
        subject: id.to_string(),
        division: &place,
        section: None,
        permission: RESERVE_APPROVE.permission,
        not_for: Some(ctx.actor().user),
        role: None,
        holder: None,
        due: None,
    })
    .await?;
    let scope = tx.scope().clone();
    let shown: ReserveRequest = one(tx.conn(), &scope, id).await?.shown(tx.conn()).await?;
    tx.finish(201, &shown).await
}
