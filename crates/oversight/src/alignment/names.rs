//! `GET /alignments/{id}/names`: the persons behind a cell of the cross-table.

use std::collections::BTreeSet;

use directory::{DivisionRef, division_names};
use kernel::masking::mask_id;
use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Path, Query, Result, Sql, Total};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::build::line_key;
use super::{store, table};
use crate::authz::ALIGNMENT_NAMES;
use crate::words;

/// Which cell.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub(crate) struct CellQuery {
    /// The kind there; all where missing.
    row: Option<String>,
    /// The column here by its Chinese name; `net` for all in the total; `none` for those in no
    /// column; all where missing.
    column: Option<String>,
}

/// A person behind a cell.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct NameRow {
    name: String,
    /// Masked.
    id_number: Option<String>,
    division: DivisionRef,
    /// The household, where it is one on record.
    household_id: Option<Uuid>,
    household: String,
    /// The kind there.
    kind: String,
    /// Kinds here.
    kinds: Vec<String>,
}

/// The persons behind a cell, within the reader's area.
#[utoipa::path(get, path = "/alignments/{id}/names", operation_id = ALIGNMENT_NAMES.id, tag = "oversight",
    params(("id" = Uuid, Path), CellQuery, PageQuery), responses((status = 200, body = Page<NameRow>)))]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(query): Query<CellQuery>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<NameRow>>> {
    let mut reader = ctx.query(&ALIGNMENT_NAMES).await?;
    let conn = reader.conn();
    let alignment = store::find(conn, reader.scope(), id).await?;
    let lines = table::lines(conn, reader.scope(), id).await?;
    let pack = words::pack(ctx.floor(), conn).await?;
    let schemes = pack
        .supervision(&crate::place(&alignment.division)?)
        .alignments();
    let scheme = schemes.into_iter().find(|s| s.key == alignment.scheme);
    let columns = table::columns(&alignment, scheme, &lines);
    let here = table::kinds_here(&lines);
    let row = query.row.as_deref().filter(|r| !r.is_empty());
    let column = query.column.as_deref().filter(|c| !c.is_empty());
    let of_row = |line: &&table::Counted| line.side == 1 && row.is_none_or(|row| row == line.kind);
    let in_column = |who: i32| {
        let kinds = here.get(&who);
        let is_in = |zh: &str| kinds.is_some_and(|kinds| kinds.contains(zh));
        match column {
            None => true,
            Some("net") => columns.iter().any(|c| c.in_total && is_in(&c.zh)),
            Some("none") => !columns.iter().any(|c| is_in(&c.zh)),
            Some(zh) => is_in(zh),
        }
    };
    // A column that counts members shows the members.
    let whole = columns.iter().any(|c| c.members && column == Some(&*c.zh));
    let houses: BTreeSet<&str> = lines
        .iter()
        .filter(of_row)
        .filter(|line| in_column(line.who))
        .map(|line| line.household.as_str())
        .collect();
    let chosen: Vec<&table::Counted> = lines
        .iter()
        .filter(of_row)
        .filter(|line| in_column(line.who) || (whole && houses.contains(line.household.as_str())))
        .collect();
    let persons: BTreeSet<i32> = chosen.iter().map(|line| line.who).collect();
    let shown = chosen
        .iter()
        .skip(page.offset() as usize)
        .take(page.limit() as usize);
    let seqs: Vec<i32> = shown.map(|line| line.seq).collect();
    let sql = Sql::new(
        "select l.seq, l.who, l.name, l.id_number, l.division, l.household, l.kind from alignment_line l \
         where l.side = 1 and l.alignment = ",
    )
    .bind(id)
    .text(" and l.seq in ")
    .bind_all(seqs)
    .text(" order by l.seq");
    let found = conn.rows(sql).await?;
    let mut codes = Vec::new();
    for row in &found {
        codes.push(row.try_get_by_index::<String>(4)?);
    }
    let places = division_names(conn, codes.clone()).await?;
    let mut items = Vec::new();
    let mut keys = Vec::new();
    for (row, code) in found.iter().zip(codes) {
        let seq: i32 = row.try_get_by_index(0)?;
        let who: i32 = row.try_get_by_index(1)?;
        let key = line_key(id, 1, seq);
        let sealed: Option<Vec<u8>> = row.try_get_by_index(3)?;
        let number = sealed
            .map(|s| {
                ctx.floor()
                    .vault()
                    .open_text("alignment_line", "id_number", &key, &s)
            })
            .transpose()?;
        let household: String = row.try_get_by_index(5)?;
        keys.push(key.into_bytes());
        items.push(NameRow {
            name: row.try_get_by_index(2)?,
            id_number: number.map(|n| mask_id(&n)),
            division: places.get(&code),
            household_id: Uuid::parse_str(&household).ok(),
            household,
            kind: row.try_get_by_index(6)?,
            kinds: here.get(&who).map_or_else(Vec::new, |kinds| {
                kinds.iter().map(|k| (*k).to_owned()).collect()
            }),
        });
    }
    let what = json!({"alignment": id, "row": query.row, "column": query.column});
    let total = Total {
        rows: chosen.len() as u64,
        households: Some(houses.len() as u64),
        persons: Some(persons.len() as u64),
        amount: None,
    };
    reader.listed(
        "alignment_line",
        &what,
        items.len() as u64,
        digest_ids(keys),
    );
    reader.finish().await?;
    Ok(Json(Page::new(items, Some(total))))
}
