//! `GET /clues`.

use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Query, Result, Sql, Total};

use super::store::{self, ClueFilter, ClueView};
use crate::authz::CLUE_LIST;
use crate::{count, words};

/// The clues of one's area, by number.
#[utoipa::path(get, path = "/clues", operation_id = CLUE_LIST.id, tag = "oversight",
    params(ClueFilter, PageQuery), responses((status = 200, body = Page<ClueView>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Query(filter): Query<ClueFilter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<ClueView>>> {
    let mut reader = ctx.query(&CLUE_LIST).await?;
    let condition = filter.condition(reader.scope(), ctx.floor().today(), ctx.actor().user)?;
    let conn = reader.conn();
    let pack = words::pack(ctx.floor(), conn).await?;
    let clues = store::page(conn, condition.clone(), None, page.limit(), page.offset()).await?;
    let items = store::views(ctx.floor(), conn, &pack, clues).await?;
    let total = if page.wants_total() {
        let sql = Sql::new("select count(*), count(distinct c.household) from clue c where ")
            .push(condition);
        let row = conn.row(sql).await?;
        row.map(|row| {
            Ok::<_, platform::Problem>(Total {
                rows: count(row.try_get_by_index(0)?),
                households: Some(count(row.try_get_by_index(1)?)),
                ..Total::default()
            })
        })
        .transpose()?
    } else {
        None
    };
    let ids = digest_ids(items.iter().map(|c| c.id.as_bytes().to_vec()));
    reader.listed("clue", &filter.masked(), items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(items, total)))
}
