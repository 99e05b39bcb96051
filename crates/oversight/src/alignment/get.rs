//! `GET /alignments` and `GET /alignments/{id}`.

use platform::{Conn, Ctx, Json, Page, PageQuery, Path, Query, Result, Scope, Sql, Total};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store::{self, AlignmentView};
use crate::authz::{ALIGNMENT_GET, ALIGNMENT_LIST};
use crate::count;

/// Differences of one kind.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct DifferenceTally {
    /// only_here, only_there, conflict, no_number or repeated.
    kind: String,
    differences: u64,
    open: u64,
    handled: u64,
    /// With a word of the other side.
    answered: u64,
}

/// An alignment with its counts.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct AlignmentDetail {
    alignment: AlignmentView,
    /// Persons here, there and in both, each once.
    here: u64,
    there: u64,
    both: u64,
    differences: Vec<DifferenceTally>,
    /// Whether this reader may work on it as a whole.
    whole: bool,
}

/// The alignments of one's area, the newest first.
#[utoipa::path(get, path = "/alignments", operation_id = ALIGNMENT_LIST.id, tag = "oversight",
    params(PageQuery), responses((status = 200, body = Page<AlignmentView>)))]
pub(crate) async fn list(
    ctx: Ctx,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<AlignmentView>>> {
    let reader = ctx.query(&ALIGNMENT_LIST).await?;
    let (found, total) =
        store::page(reader.conn(), reader.scope(), page.limit(), page.offset()).await?;
    let items = store::views(reader.conn(), found).await?;
    reader.finish().await?;
    Ok(Json(Page::new(items, Some(Total::rows(total)))))
}

/// An alignment of one's area.
#[utoipa::path(get, path = "/alignments/{id}", operation_id = ALIGNMENT_GET.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, body = AlignmentDetail)))]
pub(crate) async fn get(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<AlignmentDetail>> {
    let reader = ctx.query(&ALIGNMENT_GET).await?;
    let (conn, scope) = (reader.conn(), reader.scope());
    let found = store::find(conn, scope, id).await?;
    let whole = scope.contains(&crate::place(&found.division)?);
    let (here, there, both) = persons(conn, scope, id).await?;
    let detail = AlignmentDetail {
        here,
        there,
        both,
        differences: tallies(conn, scope, id).await?,
        whole,
        alignment: store::views(conn, vec![found]).await?.remove(0),
    };
    reader.finish().await?;
    Ok(Json(detail))
}

async fn persons(conn: &Conn, scope: &Scope, id: Uuid) -> Result<(u64, u64, u64)> {
    let sql = Sql::new("select max(case when l.side = 0 then 1 else 0 end), max(case when l.side = 1 then 1 else 0 end) \
         from alignment_line l where l.who is not null and l.alignment = ")
        .bind(id)
        .text(" and ")
        .push(scope.sql("l.division"))
        .text(" group by l.who");
    let (mut here, mut there, mut both) = (0, 0, 0);
    let each = |row: sea_orm::QueryResult| {
        let (a, b): (i32, i32) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        here += u64::from(a == 1);
        there += u64::from(b == 1);
        both += u64::from(a == 1 && b == 1);
        Ok(())
    };
    conn.for_each(sql, each).await?;
    Ok((here, there, both))
}

async fn tallies(conn: &Conn, scope: &Scope, id: Uuid) -> Result<Vec<DifferenceTally>> {
    let sql = Sql::new(
        "select d.kind, count(*), count(case when d.status = 'open' then 1 end), count(d.theirs) \
         from alignment_difference d where d.alignment = ",
    )
    .bind(id)
    .text(" and ")
    .push(scope.sql("d.division"))
    .text(" group by d.kind order by d.kind");
    conn.rows(sql)
        .await?
        .iter()
        .map(|row| {
            let (all, open) = (
                count(row.try_get_by_index(1)?),
                count(row.try_get_by_index(2)?),
            );
            Ok(DifferenceTally {
                kind: row.try_get_by_index(0)?,
                differences: all,
                open,
                handled: all.saturating_sub(open),
                answered: count(row.try_get_by_index(3)?),
            })
        })
        .collect()
}
