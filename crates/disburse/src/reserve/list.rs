//! `GET /reserves`.

use std::collections::BTreeMap;

use directory::{DivisionRef, division_names};
use kernel::Money;
use platform::db::Sql;
use platform::http::Json;
use platform::{Ctx, Result};
use serde::Serialize;
use utoipa::ToSchema;

use crate::authz::RESERVE_LIST;
use crate::core::ledger::Account;
use crate::{money, repo};

/// A township's reserve.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Reserve {
    /// The township.
    township: DivisionRef,
    /// What it holds, 元.
    #[schema(value_type = String)]
    balance: Money,
    /// What came in since its beginning, 元.
    #[schema(value_type = String)]
    replenished: Money,
    /// What was paid out, 元.
    #[schema(value_type = String)]
    paid: Money,
    /// How many families were paid from it.
    payments: i64,
    /// Whether movements, ledger and kept balances agree to the fen.
    balanced: bool,
}

/// The reserves of the area.
#[utoipa::path(get, path = "/reserves", operation_id = "disburse.reserve.list", tag = "disburse",
    responses((status = 200, body = Vec<Reserve>)))]
pub(crate) async fn list(ctx: Ctx) -> Result<Json<Vec<Reserve>>> {
    let reader = ctx.query(&RESERVE_LIST).await?;
    let sql = Sql::new(
        "select r.township, r.kind, cast(sum(r.amount) as bigint), count(*) from reserve_entry r where ",
    )
    .push(reader.scope().sql("r.township"))
    .text(" group by r.township, r.kind");
    let mut sums: BTreeMap<String, (i64, i64, i64)> = BTreeMap::new();
    for row in reader.conn().rows(sql).await? {
        let kind: String = row.try_get_by_index(1)?;
        let amount: i64 = row.try_get_by_index(2)?;
        let one = sums.entry(row.try_get_by_index(0)?).or_default();
        if kind == "in" {
            one.0 = amount;
        } else {
            (one.1, one.2) = (amount, row.try_get_by_index(3)?);
        }
    }
    let names = division_names(reader.conn(), sums.keys().cloned()).await?;
    let mut shown = Vec::with_capacity(sums.len());
    for (code, (came, paid, payments)) in sums {
        let sheet = super::sheet(&repo::place(&code)?)?;
        let book = money::balances(reader.conn(), &sheet).await?;
        let same = book.get(Account::Reserve) == came - paid && book.get(Account::Paid) == paid;
        shown.push(Reserve {
            township: names.get(&code),
            balance: Money::from_fen(came - paid),
            replenished: Money::from_fen(came),
            paid: Money::from_fen(paid),
            payments,
            balanced: same && money::balanced(reader.conn(), &sheet).await?,
        });
    }
    reader.finish().await?;
    Ok(Json(shown))
}
