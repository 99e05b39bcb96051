//! `GET /imports/{id}/rows`: rows with what is wrong, numbers masked.

use std::collections::BTreeMap;

use kernel::masking;
use platform::audit::digest_ids;
use platform::{Ctx, Json, Page, PageQuery, Path, Query, Reader, Result, Sql, Total};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::block::Unpack;
use super::examine::{self, row_place};
use super::plan::{Plan, Slot};
use super::store::{self, FileRow};
use crate::authz::IMPORT_ROWS;

/// Which rows.
#[derive(Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct Filter {
    /// `wrong` (the default) or `all`.
    status: Option<String>,
}

/// A fault of a row.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct FaultView {
    /// The column's title; empty when the row as a whole is meant.
    pub column: String,
    pub zh: String,
    pub en: String,
}

/// A row of a file.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RowView {
    /// The file's key.
    file: String,
    /// The row's number in the file.
    row: u64,
    /// How its household is called.
    household: String,
    /// Title → cell; numbers are masked.
    cells: BTreeMap<String, String>,
    /// What is wrong.
    faults: Vec<FaultView>,
}

/// Rows of an import.
#[utoipa::path(
    get, path = "/imports/{id}/rows", operation_id = IMPORT_ROWS.id, tag = "registry",
    params(("id" = Uuid, Path), Filter, PageQuery), responses((status = 200, body = Page<RowView>))
)]
pub(crate) async fn handle(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<RowView>>> {
    let mut reader = ctx.query(&IMPORT_ROWS).await?;
    let import = store::find(reader.conn(), reader.scope(), id).await?;
    let files = store::files(&ctx, reader.conn(), id).await?;
    let plan = store::plan(&ctx, &import.kind, &files)?;
    let (items, total) = if filter.status.as_deref() == Some("all") {
        all(&ctx, &reader, id, &files, &plan, &page).await?
    } else {
        wrong(&ctx, &reader, id, &files, &plan, &page).await?
    };
    let ids = digest_ids(items.iter().map(|r| format!("{}/{}", r.file, r.row)));
    reader.listed("import_row", &(id, &filter), items.len() as u64, ids);
    reader.finish().await?;
    Ok(Json(Page::new(
        items,
        page.wants_total().then(|| Total::rows(total)),
    )))
}

async fn wrong(
    ctx: &Ctx,
    reader: &Reader,
    id: Uuid,
    files: &[FileRow],
    plan: &Plan,
    page: &PageQuery,
) -> Result<(Vec<RowView>, u64)> {
    let sql = Sql::new(
        "select position, row_number, household, payload, faults from import_row where import = ",
    )
    .bind(id)
    .text(" order by position, row_number limit ")
    .bind(page.limit() as i64)
    .text(" offset ")
    .bind(page.offset() as i64);
    let mut items = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let position = u8::try_from(row.try_get_by_index::<i32>(0)?).unwrap_or(0);
        let number = row.try_get_by_index::<i64>(1)?.unsigned_abs();
        let sealed: Vec<u8> = row.try_get_by_index(3)?;
        let faults: String = row.try_get_by_index(4)?;
        let place = row_place(id, position, number);
        let cells = ctx
            .floor()
            .vault()
            .open("import_row", "payload", place, &sealed)?;
        let cells: Vec<(usize, String)> = serde_json::from_slice(&cells)?;
        let cells = cells.iter().map(|(c, t)| (*c, t.as_str()));
        items.push(RowView {
            file: files[usize::from(position)].key.clone(),
            row: number,
            household: row.try_get_by_index(2)?,
            cells: shown(plan, files, position, cells),
            faults: serde_json::from_str(&faults)?,
        });
    }
    let count = Sql::new("select count(*) from import_row where import = ").bind(id);
    let count: Option<i64> = reader.conn().scalar(count).await?;
    Ok((items, count.unwrap_or(0).unsigned_abs()))
}

/// All rows, block after block; only the blocks of the page are opened.
async fn all(
    ctx: &Ctx,
    reader: &Reader,
    id: Uuid,
    files: &[FileRow],
    plan: &Plan,
    page: &PageQuery,
) -> Result<(Vec<RowView>, u64)> {
    let sql = Sql::new("select part, sum(row_count) from import_block where import = ")
        .bind(id)
        .text(" group by part order by part");
    let mut skip = page.offset();
    let mut wanted = page.limit() as usize;
    let mut total = 0;
    let mut items = Vec::new();
    for row in reader.conn().rows(sql).await? {
        let part = row.try_get_by_index::<i32>(0)?.unsigned_abs();
        let count = row.try_get_by_index::<i64>(1)?.unsigned_abs();
        total += count;
        if wanted == 0 {
            continue;
        }
        if skip >= count {
            skip -= count;
            continue;
        }
        let blocks = examine::blocks(ctx, id, part).await?;
        let rows = blocks
            .iter()
            .flat_map(|b| Unpack(b))
            .skip(skip as usize)
            .take(wanted);
        for packed in rows {
            let cells = packed.cells.iter().map(|(c, _, t)| (*c, *t));
            items.push(RowView {
                file: files[usize::from(packed.position)].key.clone(),
                row: packed.row,
                household: (packed.seq + 1).to_string(),
                cells: shown(plan, files, packed.position, cells),
                faults: Vec::new(),
            });
        }
        skip = 0;
        wanted = (page.limit() as usize).saturating_sub(items.len());
    }
    Ok((items, total))
}

fn shown<'a>(
    plan: &Plan,
    files: &[FileRow],
    position: u8,
    cells: impl Iterator<Item = (usize, &'a str)>,
) -> BTreeMap<String, String> {
    let at = usize::from(position);
    cells
        .map(|(column, text)| {
            let slot = plan.files[at]
                .columns
                .get(column)
                .and_then(|c| c.as_ref())
                .map(|c| c.slot);
            let text = match slot {
                Some(Slot::IdNumber | Slot::HeadId | Slot::Card) => masking::mask_id(text),
                Some(Slot::Account) => masking::mask_account(text),
                Some(Slot::PersonPhone | Slot::HouseholdPhone) => masking::mask_phone(text),
                // A column that nobody knows may hold anything; long runs of digits are numbers
                // of people.
                None | Some(Slot::Unused)
                    if text.chars().filter(char::is_ascii_digit).count() >= 11 =>
                {
                    masking::mask_account(text)
                }
                _ => text.to_owned(),
            };
            (files[at].layout.title(column), text)
        })
        .collect()
}
