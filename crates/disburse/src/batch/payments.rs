//! The payments of a batch.

use kernel::Money;
use platform::audit::digest_ids;
use platform::db::Sql;
use platform::http::{Json, Path, Query};
use platform::{Ctx, Page, PageQuery, Result, Total};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::authz::PAYMENT_LIST;
use crate::core::state::PaymentStatus;
use crate::outside::world;
use crate::repo;
use crate::trade;

/// What to narrow the list to.
#[derive(Debug, Clone, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PaymentQuery {
    /// pending, in_transit, paid, rejected or cancelled.
    pub status: Option<String>,
}

/// One payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PaymentAnswer {
    /// Serial within the batch.
    pub seq: i32,
    /// Whose account.
    pub payee: crate::line::PersonShown,
    /// The account, masked.
    pub account: String,
    /// 元
    #[schema(value_type = String)]
    pub amount: Money,
    /// pending, in_transit, paid, rejected or cancelled.
    pub status: String,
    /// Why rejected, in Chinese.
    pub reason_zh: String,
    /// Why rejected, in English.
    pub reason_en: String,
    /// How many households' lines it pays.
    pub households: i32,
}

#[utoipa::path(get, path = "/batches/{id}/payments", operation_id = "disburse.payment.list", tag = "disburse",
    params(("id" = Uuid, Path), PaymentQuery, PageQuery), responses((status = 200, body = Page<PaymentAnswer>)))]
pub(crate) async fn payments(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<PaymentQuery>,
    Query(paging): Query<PageQuery>,
) -> Result<Json<Page<PaymentAnswer>>> {
    let mut reader = ctx.query(&PAYMENT_LIST).await?;
    let floor = ctx.floor();
    let batch = repo::find_batch(reader.conn(), reader.scope(), id).await?;
    let mut chosen = Sql::new(" from payment where batch = ").bind(id);
    if let Some(status) = query.status.as_deref().and_then(PaymentStatus::of_word) {
        chosen = chosen.text(" and status = ").bind(status.word());
    }
    let total = match paging.wants_total() {
        true => {
            let sql = Sql::new("select count(*), cast(coalesce(sum(amount), 0) as bigint)")
                .push(chosen.clone());
            let row = reader
                .conn()
                .row(sql)
                .await?
                .ok_or_else(platform::Problem::not_found)?;
            Some(Total {
                rows: u64::try_from(row.try_get_by_index::<i64>(0)?).unwrap_or(0),
                households: None,
                persons: None,
                amount: Some(Money::from_fen(row.try_get_by_index(1)?).to_string()),
            })
        }
        false => None,
    };
    let sql = Sql::new("select seq, payee, account, amount, status, reason, words, households")
        .push(chosen)
        .text(" order by seq limit ")
        .bind(i64::try_from(paging.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(paging.offset()).unwrap_or(i64::MAX));
    let rows = reader.conn().rows(sql).await?;
    let payees: Vec<Uuid> = rows
        .iter()
        .map(|row| row.try_get_by_index(1))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let accounts: Vec<Uuid> = rows
        .iter()
        .map(|row| row.try_get_by_index(2))
        .collect::<Result<_, sea_orm::DbErr>>()?;
    let pairs: Vec<(Uuid, Uuid)> = payees
        .iter()
        .copied()
        .zip(accounts.iter().copied())
        .collect();
    let cards = world(floor).people(floor, reader.conn(), &payees).await?;
    let opened = world(floor)
        .open_accounts(
            floor,
            reader.conn(),
            &pairs,
            kernel::Month::of(floor.today()).max(batch.month),
        )
        .await?;
    let release = world(floor)
        .release(floor, reader.conn(), batch.release)
        .await?;
    let reasons = release
        .as_ref()
        .and_then(|release| trade::layout(release, &batch.bank))
        .map(|(_, file)| file.reasons.clone())
        .unwrap_or_default();
    let mut items = Vec::with_capacity(rows.len());
    for ((row, payee), account) in rows.iter().zip(&payees).zip(&accounts) {
        let card = cards.get(payee).cloned().unwrap_or_default();
        let (code, words): (String, String) = (row.try_get_by_index(5)?, row.try_get_by_index(6)?);
        let known = reasons
            .iter()
            .find(|reason| reason.code == code && !code.is_empty());
        items.push(PaymentAnswer {
            seq: row.try_get_by_index(0)?,
            payee: crate::line::PersonShown {
                id: *payee,
                name: card.name,
                id_number: card.id_number,
            },
            account: opened
                .get(account)
                .map(|account| kernel::masking::mask_account(&account.number))
                .unwrap_or_default(),
            amount: Money::from_fen(row.try_get_by_index(3)?),
            status: row.try_get_by_index(4)?,
            reason_zh: known.map_or_else(|| words.clone(), |reason| reason.label.zh.clone()),
            reason_en: known.map_or_else(|| words.clone(), |reason| reason.label.en.clone()),
            households: row.try_get_by_index(7)?,
        });
    }
    let ids = digest_ids(payees.iter().map(Uuid::as_bytes));
    reader.listed(
        "payment",
        &(id, &query),
        u64::try_from(items.len()).unwrap_or(0),
        ids,
    );
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
