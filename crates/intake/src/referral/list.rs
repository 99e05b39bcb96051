//! `GET /referrals`.

use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};
use serde::Deserialize;
use serde_json::json;

use super::{NOUN, Referral, all};
use crate::authz::REFERRAL_LIST;

/// What a list may be narrowed to.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReferralQuery {
    /// `open` (the default: not told yet), `told` or `all`.
    status: Option<String>,
    /// Key of the matter.
    matter: Option<String>,
}

/// Lists referrals of one's area, those whose answer is due first at the top.
#[utoipa::path(
    get, path = "/referrals", operation_id = REFERRAL_LIST.id, tag = "intake",
    params(ReferralQuery, PageQuery), responses((status = 200, body = Page<Referral>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<ReferralQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<Referral>>> {
    let mut reader = ctx.query(&REFERRAL_LIST).await?;
    let mut filter = reader.scope().sql("r.division");
    filter = match query.status.as_deref().unwrap_or("open") {
        "told" => filter.text(" and r.status = 'told'"),
        "all" => filter,
        _ => filter.text(" and r.status <> 'told'"),
    };
    if let Some(matter) = query.matter.as_deref().filter(|m| !m.is_empty()) {
        filter = filter.text(" and r.matter = ").bind(matter);
    }
    let total = match page.wants_total() {
        true => {
            let sql = Sql::new("select count(*) from referral r where ").push(filter.clone());
            let count: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
            Some(Total::rows(count.unsigned_abs()))
        }
        false => None,
    };
    let condition = filter
        .text(" order by r.due, r.id limit ")
        .bind(i64::try_from(page.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(page.offset()).unwrap_or(i64::MAX));
    let items = all(ctx.floor(), reader.conn(), condition).await?;
    let ids: Vec<u8> = items.iter().flat_map(|r| r.id.into_bytes()).collect();
    let asked = json!({"status": query.status, "matter": query.matter});
    reader.listed(
        NOUN,
        &asked,
        items.len() as u64,
        platform::hash::sm3(&[&ids]),
    );
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
