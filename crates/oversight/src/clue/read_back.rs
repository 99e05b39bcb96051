//! Answers that come back in a file: taken row by row, the wrong rows given back in that file.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::response::Response;
use chrono::{DateTime, Utc};
use directory::{UserRef, user_names};
use platform::files::{self, NewFile};
use platform::{Answer, Change, Conn, Ctx, Json, Page, Path, Problem, Result, Sql, Total};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::take;
use crate::authz::{READ_BACK_CREATE, READ_BACK_FILE, READ_BACK_LIST};
use crate::form::{self, Layout};
use crate::model::RunStatus;
use crate::run;

/// A file that was read back.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct ReadBackView {
    pub id: Uuid,
    pub run_id: Uuid,
    /// What the file was called.
    pub name: String,
    /// reading, done or refused.
    pub status: String,
    /// Answers that were taken.
    pub taken: u64,
    /// Rows that were not.
    pub wrong: u64,
    /// Why the whole file was refused, or the first wrong rows.
    pub faults: Vec<RowFault>,
    pub job_id: Option<Uuid>,
    pub created_by: UserRef,
    #[schema(value_type = String)]
    pub created_at: DateTime<Utc>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub(crate) struct RowFault {
    /// Row of the file, as a spreadsheet counts; nought for the whole file.
    pub row: u64,
    pub zh: String,
    pub en: String,
}

/// A stored file of answers.
#[derive(Clone, Debug)]
pub(crate) struct ReadBack {
    pub id: Uuid,
    pub run: Uuid,
    pub division: String,
    pub file: Uuid,
    pub name: String,
    pub layout: Layout,
    pub taken: i64,
    pub wrong: i64,
    pub faults: Vec<RowFault>,
    pub status: String,
    pub job: Option<Uuid>,
    pub created_by: Uuid,
    pub created_at: DateTime<Utc>,
}

/// How many wrong rows an answer names; the file names all.
const SHOWN: usize = 50;

/// Reads some files of answers.
pub(crate) async fn find(ctx: &Ctx, conn: &Conn, condition: Sql) -> Result<Vec<ReadBack>> {
    let sql = Sql::new(
        "select b.id, b.run, b.division, b.file, b.name, b.layout, b.taken, b.wrong, b.faults, b.status, \
         b.job, b.created_by, b.created_at from clue_read_back b where ",
    )
    .push(condition)
    .text(" order by b.created_at desc, b.id desc limit 200");
    conn.rows(sql)
        .await?
        .iter()
        .map(|row| {
            let id: Uuid = row.try_get_by_index(0)?;
            let name: Vec<u8> = row.try_get_by_index(4)?;
            let layout: String = row.try_get_by_index(5)?;
            let faults: String = row.try_get_by_index(8)?;
            Ok(ReadBack {
                id,
                run: row.try_get_by_index(1)?,
                division: row.try_get_by_index(2)?,
                file: row.try_get_by_index(3)?,
                name: ctx
                    .floor()
                    .vault()
                    .open_text("clue_read_back", "name", id, &name)?,
                layout: serde_json::from_str(&layout)?,
                taken: row.try_get_by_index(6)?,
                wrong: row.try_get_by_index(7)?,
                faults: serde_json::from_str(&faults)?,
                status: row.try_get_by_index(9)?,
                job: row.try_get_by_index(10)?,
                created_by: row.try_get_by_index(11)?,
                created_at: row.try_get_by_index(12)?,
            })
        })
        .collect()
}

async fn views(conn: &Conn, found: Vec<ReadBack>) -> Result<Vec<ReadBackView>> {
    let users = user_names(conn, found.iter().map(|b| b.created_by)).await?;
    Ok(found
        .into_iter()
        .map(|mut back| {
            back.faults.truncate(SHOWN);
            ReadBackView {
                id: back.id,
                run_id: back.run,
                name: back.name,
                status: back.status,
                taken: crate::count(back.taken),
                wrong: crate::count(back.wrong),
                faults: back.faults,
                job_id: back.job,
                created_by: users.get(back.created_by),
                created_at: back.created_at,
            }
        })
        .collect())
}

/// Reads a file of answers back.
#[utoipa::path(post, path = "/supervision-runs/{id}/read-backs", operation_id = READ_BACK_CREATE.id, tag = "oversight",
    params(("id" = Uuid, Path)),
    request_body(content_type = "multipart/form-data", description = "file: the exported file with the answers"),
    responses((status = 201, body = ReadBackView)))]
pub(crate) async fn create(
    ctx: Ctx,
    Path(id): Path<Uuid>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Answer> {
    let mut received = form::receive(&ctx, &READ_BACK_CREATE, form).await?;
    // Whoever may not see the run learns nothing from how its file was refused.
    let reader = ctx.query(&READ_BACK_LIST).await?;
    run::store::find(reader.conn(), reader.scope(), id).await?;
    reader.finish().await?;
    let upload = received
        .files
        .remove("file")
        .ok_or_else(|| Problem::invalid().field("/file", "请选择文件", "Choose the file."))?;
    let stored = upload.stored.clone();
    let open = move |floor: &platform::Floor| files::open_stored(floor, &stored);
    let table = form::table(ctx.floor(), open, &upload.name, "/file").await?;
    let layout = form::layout(&table, take::WANTED, "/file")?;
    drop(table);
    let mut tx = ctx.begin(&READ_BACK_CREATE, None).await?;
    run::store::find(tx.conn(), tx.scope(), id)
        .await?
        .status
        .require(&[RunStatus::Done], ("读回结果", "reading answers back"))?;
    let division = ctx.actor().division;
    let key = ctx.floor().new_id();
    let file = files::attach(
        &mut tx,
        &upload.stored,
        NewFile {
            name: &upload.name,
            media: "application/octet-stream",
            permission: READ_BACK_FILE.permission,
            division: Some(&division),
            section: None,
            noun: Some("clue_read_back"),
            subject: Some(key.to_string()),
            personal: true,
        },
    )
    .await?;
    let job = tx
        .enqueue(take::KIND, &take::Args { read_back: key })
        .await?;
    let name = ctx
        .floor()
        .vault()
        .seal("clue_read_back", "name", key, upload.name.as_bytes());
    let sql = Sql::with(
        "insert into clue_read_back (id, run, division, file, name, layout, taken, wrong, faults, status, job, \
         created_by, created_at) values (?, ?, ?, ?, ?, ?, 0, 0, '[]', 'reading', ?, ?, ?)",
        [
            key.into(),
            id.into(),
            division.as_str().into(),
            file.into(),
            name.into(),
            serde_json::to_string(&layout)?.into(),
            job.into(),
            ctx.actor().user.into(),
            ctx.floor().now().into(),
        ],
    );
    tx.conn().run(sql).await?;
    let digest = platform::hash::hex(&upload.stored.digest);
    tx.record(Change::created(
        "clue_read_back",
        key,
        &division,
        &json!({"run": id, "file": digest}),
    ));
    let found = find(&ctx, tx.conn(), Sql::new("b.id = ").bind(key)).await?;
    let view = views(tx.conn(), found).await?.remove(0);
    tx.finish(201, &view).await
}

/// What was read back for a run.
#[utoipa::path(get, path = "/supervision-runs/{id}/read-backs", operation_id = READ_BACK_LIST.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, body = Page<ReadBackView>)))]
pub(crate) async fn list(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Json<Page<ReadBackView>>> {
    let reader = ctx.query(&READ_BACK_LIST).await?;
    run::store::find(reader.conn(), reader.scope(), id).await?;
    let condition = Sql::new("b.run = ")
        .bind(id)
        .text(" and ")
        .push(reader.scope().sql("b.division"));
    let found = find(&ctx, reader.conn(), condition).await?;
    let items = views(reader.conn(), found).await?;
    reader.finish().await?;
    let total = Total::rows(items.len() as u64);
    Ok(Json(Page::new(items, Some(total))))
}

/// The user's own file with what is wrong with which row.
#[utoipa::path(get, path = "/read-backs/{id}/wrong", operation_id = READ_BACK_FILE.id, tag = "oversight",
    params(("id" = Uuid, Path)), responses((status = 200, content_type = "application/octet-stream")))]
pub(crate) async fn wrong(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut reader = ctx.query(&READ_BACK_FILE).await?;
    let condition = Sql::new("b.id = ")
        .bind(id)
        .text(" and ")
        .push(reader.scope().sql("b.division"));
    let back = find(&ctx, reader.conn(), condition)
        .await?
        .pop()
        .ok_or_else(Problem::not_found)?;
    let row = files::find(ctx.floor(), reader.conn(), back.file)
        .await?
        .ok_or_else(Problem::not_found)?;
    reader.opened("clue_read_back", id, &crate::place(&back.division)?);
    reader.finish().await?;
    let open = move |floor: &platform::Floor| files::open(floor, &row);
    let table = form::table(ctx.floor(), open, &back.name, "/file").await?;
    let mut reasons: BTreeMap<u64, (String, String)> = BTreeMap::new();
    for fault in back.faults {
        let row = fault.row.max(back.layout.header_row + 1);
        reasons.entry(row).or_insert((fault.zh, fault.en));
    }
    form::returned(&ctx, table, back.layout, &back.name, reasons).await
}
