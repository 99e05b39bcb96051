//! `GET /reserves/{township}/entries`.

use chrono::NaiveDate;
use directory::{UserRef, user_names};
use kernel::{DivisionCode, Money};
use platform::db::Sql;
use platform::http::{Json, Path};
use platform::{Ctx, Problem, Result};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::authz::RESERVE_ENTRIES;

/// One movement of a reserve.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReserveEntry {
    /// Its number in the township, from 1, without gaps.
    seq: i64,
    /// `in` or `out`.
    kind: String,
    /// 元
    #[schema(value_type = String)]
    amount: Money,
    /// What the reserve holds after it, 元.
    #[schema(value_type = String)]
    balance: Money,
    /// The day.
    on: NaiveDate,
    /// The document of a replenishment, the receipt number of a payment.
    note: String,
    /// The case that was paid.
    case: Option<Uuid>,
    /// Who wrote it.
    by: UserRef,
}

/// The movements of a township's reserve, the latest first.
#[utoipa::path(get, path = "/reserves/{township}/entries", operation_id = "disburse.reserve.entries",
    tag = "disburse", params(("township" = String, Path)), responses((status = 200, body = Vec<ReserveEntry>)))]
pub(crate) async fn entries(
    ctx: Ctx,
    Path(township): Path<String>,
) -> Result<Json<Vec<ReserveEntry>>> {
    let reader = ctx.query(&RESERVE_ENTRIES).await?;
    let place = DivisionCode::parse(&township).map_err(|_| Problem::not_found())?;
    let sql = Sql::new(
        "select r.seq, r.kind, r.amount, r.balance, r.on_day, r.note, r.case_id, r.by_user \
         from reserve_entry r where ",
    )
    .push(reader.scope().sql("r.township"))
    .text(" and r.township = ")
    .bind(place.as_str())
    .text(" order by r.seq desc limit 500");
    let rows = reader.conn().rows(sql).await?;
    let mut users: Vec<Uuid> = Vec::new();
    for row in &rows {
        users.push(row.try_get_by_index(7)?);
    }
    let names = user_names(reader.conn(), users).await?;
    let mut found = Vec::new();
    for row in &rows {
        found.push(ReserveEntry {
            seq: row.try_get_by_index(0)?,
            kind: row.try_get_by_index(1)?,
            amount: Money::from_fen(row.try_get_by_index(2)?),
            balance: Money::from_fen(row.try_get_by_index(3)?),
            on: row.try_get_by_index(4)?,
            note: row.try_get_by_index(5)?,
            case: row.try_get_by_index(6)?,
            by: names.get(row.try_get_by_index(7)?),
        });
    }
    reader.finish().await?;
    Ok(Json(found))
}
