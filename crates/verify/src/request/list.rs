//! `GET /verification/requests`.

use ::platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total, audit};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{NOUN, RequestView, all, mine};
use crate::authz::REQUEST_LIST;

/// What a list may be narrowed to.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct RequestQuery {
    /// `ready`, `sent`, `late` (sent and past its day), `answered`, `cancelled`; all where empty.
    status: Option<String>,
    /// Number of the request or of the case, from its beginning.
    q: Option<String>,
    /// Key of the programme.
    programme: Option<String>,
    /// The case.
    case: Option<Uuid>,
    /// Only those whose report found something.
    #[serde(default)]
    found: Option<bool>,
}

/// Lists requests of one's office, those that wait longest at the top.
#[utoipa::path(
    get, path = "/verification/requests", operation_id = REQUEST_LIST.id, tag = "verify",
    params(RequestQuery, PageQuery), responses((status = 200, body = Page<RequestView>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(query): Query<RequestQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<RequestView>>> {
    let mut reader = ctx.query(&REQUEST_LIST).await?;
    let mut filter = mine(&ctx, reader.scope());
    match query.status.as_deref().unwrap_or_default() {
        "" => {}
        "late" => {
            filter = filter
                .text(" and r.status = 'sent' and r.due < ")
                .bind(ctx.floor().today());
        }
        status => filter = filter.text(" and r.status = ").bind(status),
    }
    if let Some(q) = query.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        let like = format!("{}%", q.replace(['%', '_'], ""));
        filter = filter
            .text(" and (r.number like ")
            .bind(like.clone())
            .text(" or r.case_number like ")
            .bind(like)
            .text(")");
    }
    if let Some(programme) = query.programme.as_deref().filter(|p| !p.is_empty()) {
        filter = filter.text(" and r.programme = ").bind(programme);
    }
    if let Some(case) = query.case {
        filter = filter.text(" and r.case_id = ").bind(case);
    }
    if query.found == Some(true) {
        filter = filter.text(" and p.found > 0");
    }
    let total = match page.wants_total() {
        true => {
            let sql = Sql::new(
                "select count(*) from verification_request r \
                 left join verification_report p on p.request = r.id where ",
            )
            .push(filter.clone());
            let count: i64 = reader.conn().scalar(sql).await?.unwrap_or(0);
            Some(Total::rows(count.unsigned_abs()))
        }
        false => None,
    };
    let condition = filter
        .text(
            " order by case r.status when 'sent' then 0 when 'ready' then 1 else 2 end, \
             r.due, r.asked_at desc, r.id limit ",
        )
        .bind(i64::try_from(page.limit()).unwrap_or(i64::MAX))
        .text(" offset ")
        .bind(i64::try_from(page.offset()).unwrap_or(i64::MAX));
    let items = all(ctx.floor(), reader.conn(), condition).await?;
    let asked = json!({"status": query.status, "programme": query.programme, "case": query.case});
    let digest = audit::digest_ids(items.iter().map(|r| r.id));
    reader.listed(NOUN, &asked, items.len() as u64, digest);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
