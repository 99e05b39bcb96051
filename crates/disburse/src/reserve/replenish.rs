//! `POST /reserves/{township}/replenish`.

use kernel::{DivisionCode, DivisionLevel, Money};
use platform::http::{Json, Path};
use platform::{Answer, Ctx, Problem, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Move, write};
use crate::authz::RESERVE_REPLENISH;

/// Money that came into a township's reserve.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Replenishment {
    /// 元
    #[schema(value_type = String)]
    amount: Money,
    /// The document or voucher that it came by.
    document: String,
}

/// What the reserve holds now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Replenished {
    /// Number of the entry.
    seq: i64,
    /// 元
    #[schema(value_type = String)]
    balance: Money,
}

/// Enters money that came into the reserve of a township.
#[utoipa::path(post, path = "/reserves/{township}/replenish", operation_id = "disburse.reserve.replenish",
    tag = "disburse", params(("township" = String, Path)), request_body = Replenishment,
    responses((status = 201, body = Replenished)))]
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
    let what = Move {
        incoming: true,
        amount: body.amount,
        note: document.to_owned(),
        case: None,
        household: None,
    };
    let (seq, balance) = write(&mut tx, &place, what).await?;
    tx.finish(201, &Replenished { seq, balance }).await
}
