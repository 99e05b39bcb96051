//! `POST /account-changes/{id}/approve` and `/reject`: the second person.

use kernel::{DivisionCode, Month};
use platform::{Answer, Change, Ctx, Json, Operation, Path, Problem, Result, Sql, Tx, bulk};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{CHANGE, ChangeStatus, change_views};
use crate::authz::{ACCOUNT_APPROVE, ACCOUNT_REJECT};
use crate::problems::{DECIDED, SAME_PERSON};

/// An opinion.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Opinion {
    opinion: String,
}

/// Approves a proposed account; it is used from this month on.
#[utoipa::path(
    post, path = "/account-changes/{id}/approve", operation_id = ACCOUNT_APPROVE.id,
    tag = "registry", params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = super::ChangeView))
)]
pub(crate) async fn approve(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Opinion>,
) -> Result<Answer> {
    decide(
        ctx,
        id,
        &ACCOUNT_APPROVE,
        ChangeStatus::Approved,
        &body.opinion,
    )
    .await
}

/// Rejects a proposed account.
#[utoipa::path(
    post, path = "/account-changes/{id}/reject", operation_id = ACCOUNT_REJECT.id,
    tag = "registry", params(("id" = Uuid, Path)), request_body = Opinion,
    responses((status = 200, body = super::ChangeView))
)]
pub(crate) async fn reject(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Json(body): Json<Opinion>,
) -> Result<Answer> {
    decide(
        ctx,
        id,
        &ACCOUNT_REJECT,
        ChangeStatus::Rejected,
        &body.opinion,
    )
    .await
}

async fn decide(
    ctx: Ctx,
    id: Uuid,
    operation: &'static Operation,
    status: ChangeStatus,
    opinion: &str,
) -> Result<Answer> {
    let mut tx = ctx.begin(operation, Some(opinion)).await?;
    let sql =
        Sql::new("select c.status, c.proposed_by, c.division from account_change c where c.id = ")
            .bind(id)
            .text(" and ")
            .push(tx.scope().sql("c.division"));
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    let before: String = row.try_get_by_index(0)?;
    let proposed_by: Uuid = row.try_get_by_index(1)?;
    let division: String = row.try_get_by_index(2)?;
    if ChangeStatus::parse(&before) != ChangeStatus::Proposed {
        return Err(Problem::new(&DECIDED));
    }
    if proposed_by == ctx.actor().user {
        return Err(Problem::new(&SAME_PERSON));
    }
    let sql = Sql::new("update account_change set status = ")
        .bind(status.as_str())
        .text(", decided_by = ")
        .bind(ctx.actor().user)
        .text(", decided_at = ")
        .bind(ctx.floor().now())
        .text(", opinion = ")
        .bind(opinion.trim())
        .text(" where status = 'proposed' and id = ")
        .bind(id);
    if bulk::execute(&mut tx, sql).await? != 1 {
        return Err(Problem::new(&DECIDED));
    }
    if status == ChangeStatus::Approved {
        take_over(&mut tx, id).await?;
    }
    tx.close_tasks("account_change", id).await?;
    let division = DivisionCode::parse(&division).map_err(|e| Problem::internal(e.to_string()))?;
    tx.record(Change::updated(
        "account_change",
        id,
        &division,
        &json!({"status": before}),
        &json!({"status": status.as_str()}),
    ));
    let view = change_views(&ctx, tx.conn(), Sql::new(CHANGE).text("c.id = ").bind(id)).await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    tx.finish(200, &view).await
}

/// Makes an account of the change. The seals stay as they are, because both tables seal for
/// the same place and key.
async fn take_over(tx: &mut Tx, id: Uuid) -> Result<()> {
    let from = Month::of(tx.floor().today()).to_string();
    let approver = tx.ctx().actor().user;
    let sql = Sql::new(
        "insert into account (id, person, household, division, bank, holder, number, number_index, \
         tail, valid_from, proposed_by, approved_by, import) select id, person, household, division, \
         bank, holder, number, number_index, tail, ",
    )
    .text("cast(")
    .bind(from)
    .text(" as text), proposed_by, cast(")
    .bind(approver)
    .text(if tx.conn().is_sqlite() { " as blob)" } else { " as uuid)" })
    .text(", import from account_change where id = ")
    .bind(id);
    bulk::execute(tx, sql).await?;
    Ok(())
}
