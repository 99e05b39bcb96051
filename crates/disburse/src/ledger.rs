//! The ledger as the API shows it.

use directory::Named;
use kernel::{Money, Month};
use platform::db::Sql;
use platform::http::{Json, Query};
use platform::{Ctx, Result};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::authz::LEDGER_GET;
use crate::core::ledger::Account;
use crate::money::{self, Sheet};
use crate::repo;
use crate::trade;

/// What to narrow the ledger to.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LedgerQuery {
    /// The month.
    #[param(value_type = Option<String>)]
    pub month: Option<Month>,
    /// Key of the programme.
    pub programme: Option<String>,
}

/// One sheet: fund source, programme, month. All amounts in 元.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LedgerRow {
    /// The programme.
    pub programme: Named,
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// Key of the fund source.
    pub fund: String,
    /// Everything granted by locked rolls, less what was withdrawn before payment.
    #[schema(value_type = String)]
    pub entitled: Money,
    /// Granted and not in a batch.
    #[schema(value_type = String)]
    pub unbatched: Money,
    /// In an approved batch.
    #[schema(value_type = String)]
    pub in_batch: Money,
    /// With the bank.
    #[schema(value_type = String)]
    pub at_bank: Money,
    /// Credited.
    #[schema(value_type = String)]
    pub paid: Money,
    /// Sent back, to be re-issued.
    #[schema(value_type = String)]
    pub returned: Money,
    /// To be paid back by families.
    #[schema(value_type = String)]
    pub to_recover: Money,
    /// Paid back, with the office.
    #[schema(value_type = String)]
    pub recovered: Money,
    /// Handed to the treasury.
    #[schema(value_type = String)]
    pub to_treasury: Money,
    /// Whether postings and balances agree to the fen.
    pub balanced: bool,
}

/// The ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ledger {
    /// Its sheets, newest month first.
    pub items: Vec<LedgerRow>,
}

#[utoipa::path(get, path = "/ledger", operation_id = "disburse.ledger.get", tag = "disburse",
    params(LedgerQuery), responses((status = 200, body = Ledger)))]
pub(crate) async fn ledger(ctx: Ctx, Query(query): Query<LedgerQuery>) -> Result<Json<Ledger>> {
    let reader = ctx.query(&LEDGER_GET).await?;
    let mut sql = Sql::new(
        // Reserves of townships have no month; they are shown at /reserves.
        "select distinct b.place, b.fund, b.programme, b.month from ledger_balance b \
         where b.fund <> 'reserve' and ",
    )
    .push(reader.scope().sql("b.place"));
    if let Some(month) = query.month {
        sql = sql.text(" and b.month = ").bind(month.index());
    }
    if let Some(programme) = query.programme.as_deref().filter(|key| !key.is_empty()) {
        sql = sql.text(" and b.programme = ").bind(programme);
    }
    let mut items = Vec::new();
    for row in reader
        .conn()
        .rows(sql.text(" order by b.month desc, b.programme, b.place, b.fund limit 500"))
        .await?
    {
        let place = repo::place(&row.try_get_by_index::<String>(0)?)?;
        let (fund, programme): (String, String) =
            (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let month = repo::month(row.try_get_by_index(3)?)?;
        let sheet = Sheet::new(&place, &fund, &programme, month);
        let book = money::balances(reader.conn(), &sheet).await?;
        let of = |account| Money::from_fen(book.get(account));
        items.push(LedgerRow {
            programme: trade::named(ctx.floor(), reader.conn(), &place, &programme, month)
                .await
                .named(),
            month,
            fund,
            entitled: Money::from_fen(-book.get(Account::Fund)),
            unbatched: of(Account::Entitled),
            in_batch: of(Account::InBatch),
            at_bank: of(Account::AtBank),
            paid: of(Account::Paid),
            returned: of(Account::Returned),
            to_recover: of(Account::ToRecover),
            recovered: of(Account::Recovered),
            to_treasury: of(Account::ToTreasury),
            balanced: money::balanced(reader.conn(), &sheet).await?,
        });
    }
    reader.finish().await?;
    Ok(Json(Ledger { items }))
}
