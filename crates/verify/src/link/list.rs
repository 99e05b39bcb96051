//! `GET /link-pairs` and `GET /link-pairs/{id}`.

use platform::{
    Ctx, Json, Page, PageQuery, Path, Problem, Query, Reader, Result, Sql, Total, Versioned,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, LinkPair, NOUN};
use crate::authz::{LINK_GET, LINK_LIST};
use crate::words;

/// Which pairs.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct LinkFilter {
    /// Only of this delivery.
    pub delivery: Option<Uuid>,
    /// Key of a source.
    pub source: Option<String>,
    /// `open`, `same`, `different`, `unsure` or `closed`.
    pub status: Option<String>,
    /// Only about this household.
    pub household: Option<Uuid>,
}

impl LinkFilter {
    fn condition(&self, reader: &Reader) -> Sql {
        let mut sql = reader.scope().sql("p.division");
        for (column, value) in [
            (" and p.source = ", &self.source),
            (" and p.status = ", &self.status),
        ] {
            if let Some(value) = words::given(value) {
                sql = sql.text(column).bind(value);
            }
        }
        for (column, value) in [
            (" and p.delivery = ", self.delivery),
            (" and p.household = ", self.household),
        ] {
            if let Some(value) = value {
                sql = sql.text(column).bind(value);
            }
        }
        sql
    }
}

/// Pairs of rows without a good number and persons on record: by delivery and row, the likeliest
/// person of a row first.
#[utoipa::path(
    get, path = "/link-pairs", operation_id = LINK_LIST.id, tag = "verify",
    params(LinkFilter, PageQuery), responses((status = 200, body = Page<LinkPair>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<LinkFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<LinkPair>>> {
    let mut reader = ctx.query(&LINK_LIST).await?;
    let condition = filter.condition(&reader);
    let total = if page.wants_total() {
        Some(count(&reader, condition.clone()).await?)
    } else {
        None
    };
    let condition = condition
        .text(" order by p.as_of desc, p.delivery, p.line, p.score desc, p.id limit ")
        .bind(page.limit())
        .text(" offset ")
        .bind(page.offset());
    let rows = store::rows(ctx.floor(), reader.conn(), condition).await?;
    let digest = platform::audit::digest_ids(rows.iter().map(|r| r.id));
    reader.listed(NOUN, &filter, rows.len() as u64, digest);
    let items = if rows.is_empty() {
        Vec::new()
    } else {
        let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
        store::views(&ctx, reader.conn(), &pack, rows, false).await?
    };
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}

/// Pairs, and the households and persons in them.
async fn count(reader: &Reader, condition: Sql) -> Result<Total> {
    let head = "select count(*), count(distinct p.household), count(distinct p.person) from link_pair p where ";
    let row = reader.conn().row(Sql::new(head).push(condition)).await?;
    let Some(row) = row else {
        return Ok(Total::rows(0));
    };
    let number =
        |at| Ok::<u64, Problem>(u64::try_from(row.try_get_by_index::<i64>(at)?).unwrap_or(0));
    Ok(Total {
        rows: number(0)?,
        households: Some(number(1)?),
        persons: Some(number(2)?),
        ..Total::default()
    })
}

/// One pair with both sides. Each look is recorded for the household.
#[utoipa::path(
    get, path = "/link-pairs/{id}", operation_id = LINK_GET.id, tag = "verify",
    params(("id" = Uuid, Path)), responses((status = 200, body = LinkPair))
)]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Versioned<LinkPair>> {
    let mut reader = ctx.query(&LINK_GET).await?;
    let row = store::find(ctx.floor(), reader.conn(), reader.scope(), id).await?;
    reader.opened("household", row.household, &row.division);
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let view = store::views(&ctx, reader.conn(), &pack, vec![row], true).await?;
    reader.finish().await?;
    let view = view.into_iter().next().ok_or_else(Problem::not_found)?;
    let version = view.version;
    Ok(Versioned(view, version))
}
