//! The job that reads an upload and checks it.

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use futures::{StreamExt, stream};
use paper::Table;
use platform::{JobCtx, JobKind, Problem, Result, Sql, bulk};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::apply_job::ahead;
use super::block::{self, Unpack};
use super::examine::{self, ROW, Totals};
use super::layout::{Layout, file_problem};
use super::stage::{self, Mark, Seen, Slice};
use super::store::{self, ImportStatus};
use super::{spool, status};
use crate::authz::{IMPORT_GET, IMPORT_READ};

/// The kind's name.
pub(crate) const KIND: &str = "registry.import.read";
/// Parts that are checked before a checkpoint.
const PARTS: u32 = 8;
/// Parts that are examined at the same time.
pub(crate) const AT_ONCE: usize = 3;

/// Arguments of both jobs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub import: Uuid,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct State {
    mark: Mark,
    /// Set when all files are staged.
    parts: Option<u32>,
    /// Parts that are checked.
    checked: u32,
    totals: Totals,
}

pub(crate) struct ReadJob;

#[async_trait]
impl JobKind for ReadJob {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let end = run(job, args.import).await;
        status::settle(job, args.import, &end).await?;
        end
    }
}

async fn run(job: &mut JobCtx, id: Uuid) -> Result<Value> {
    let ctx = job.ctx().clone();
    let mut state: State = job.state()?.unwrap_or_default();
    status::set(
        &ctx,
        id,
        &[ImportStatus::Failed, ImportStatus::Cancelled],
        ImportStatus::Reading,
    )
    .await?;
    if state.parts.is_none() {
        stage_files(job, id, &mut state).await?;
    }
    let reader = ctx.query(&IMPORT_GET).await?;
    let import = store::find(reader.conn(), reader.scope(), id).await?;
    reader.finish().await?;
    let totals = check(job, &import, &mut state).await?;
    Ok(json!({"import": id, "totals": totals}))
}

async fn stage_files(job: &mut JobCtx, id: Uuid, state: &mut State) -> Result<()> {
    let ctx = job.ctx().clone();
    let reader = ctx.query(&IMPORT_GET).await?;
    let import = store::find(reader.conn(), reader.scope(), id).await?;
    let files = store::files(&ctx, reader.conn(), id).await?;
    reader.finish().await?;
    let plan = store::plan(&ctx, &import.kind, &files)?;
    let mut tables: Vec<(Table, Layout)> = Vec::new();
    for (position, file) in files.iter().enumerate() {
        let table = spool::open(&ctx, file.file, &file.name)
            .await?
            .map_err(|e| file_problem(position, &e))?;
        tables.push((table, file.layout.clone()));
    }
    let total: u64 = tables
        .iter()
        .filter_map(|(t, l)| t.rows_hint(l.sheet))
        .sum();
    job.progress(
        state.mark.rows,
        total,
        Some(("读取文件", "Reading the file")),
    )
    .await?;
    let seen = again(job, id, &plan, state.mark.flush).await?;
    let vault = ctx.floor().vault().clone();
    let from = state.mark.clone();
    let (out, mut slices) = tokio::sync::mpsc::channel::<Slice>(2);
    let reading = tokio::task::spawn_blocking(move || {
        let seen = stage::read(&plan, &tables, from, seen, &vault, id, |s| {
            out.blocking_send(s).is_ok()
        });
        (seen, plan)
    });
    while let Some(slice) = slices.recv().await {
        job.check()?;
        let mut tx = job.begin(&IMPORT_READ, None).await?;
        let mut digest = platform::audit::RowDigest::default();
        for b in &slice.blocks {
            digest.add(&format!("{}/{}", b.part, b.flush), &[&b.payload]);
        }
        let count = slice.blocks.iter().map(|b| u64::from(b.rows)).sum::<u64>();
        let columns = ["import", "part", "flush", "row_count", "payload"];
        let rows: Vec<_> = slice
            .blocks
            .into_iter()
            .map(|b| {
                vec![
                    id.into(),
                    (b.part as i32).into(),
                    (b.flush as i32).into(),
                    (b.rows as i32).into(),
                    b.payload.into(),
                ]
            })
            .collect();
        // A flush that a killed run had begun is written again.
        bulk::upsert(
            &mut tx,
            "import_block",
            &columns,
            &["import", "part", "flush"],
            rows,
        )
        .await?;
        tx.record_bulk("import_block", id, json!({"rows": count}), digest);
        if let Some(mark) = slice.at {
            state.mark = mark;
        }
        job.commit(tx, &state, slice.read, total.max(slice.read))
            .await?;
    }
    let (seen, _) = reading.await.map_err(Problem::internal)?;
    let seen = seen?.ok_or_else(|| Problem::internal("reading stopped early"))?;
    let parts = seen.households.div_ceil(block::PART);
    let twice: HashSet<u64> = seen.twice();
    let mut tx = job.begin(&IMPORT_READ, None).await?;
    let sql = Sql::new("update import set twice = ")
        .bind(store::seal_twice(&ctx, id, &twice))
        .text(", parts = ")
        .bind(parts as i32)
        .text(" where id = ")
        .bind(id);
    bulk::execute(&mut tx, sql).await?;
    for (position, rows) in state.mark.by_file.iter().enumerate() {
        let sql = Sql::new("update import_file set row_count = ")
            .bind(*rows as i64)
            .text(" where import = ")
            .bind(id)
            .text(" and position = ")
            .bind(position as i32);
        bulk::execute(&mut tx, sql).await?;
    }
    tx.about("import", id, None);
    state.parts = Some(parts);
    let rows = state.mark.rows;
    job.commit(tx, &*state, rows, rows).await?;
    Ok(())
}

/// What an earlier run had seen, from the blocks it staged.
async fn again(job: &JobCtx, id: Uuid, plan: &super::plan::Plan, flushes: u32) -> Result<Seen> {
    let mut seen = Seen::default();
    if flushes == 0 {
        return Ok(seen);
    }
    let ctx = job.ctx();
    let reader = ctx.query(&IMPORT_GET).await?;
    let sql = Sql::new("select part, flush, payload from import_block where import = ")
        .bind(id)
        .text(" and flush < ")
        .bind(flushes as i32)
        .text(" order by flush, part");
    let vault = ctx.floor().vault().clone();
    reader
        .conn()
        .for_each(sql, |row| {
            let (part, flush): (i32, i32) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let sealed: Vec<u8> = row.try_get_by_index(2)?;
            let rows = block::open(
                &vault,
                id,
                part.unsigned_abs(),
                flush.unsigned_abs(),
                &sealed,
            )?;
            for packed in Unpack(&rows) {
                seen.again(plan, &packed);
            }
            Ok(())
        })
        .await?;
    reader.finish().await?;
    Ok(seen)
}

/// Checks all parts and sets the import ready.
async fn check(job: &mut JobCtx, import: &store::Row, state: &mut State) -> Result<Totals> {
    let ctx = job.ctx().clone();
    let parts = state.parts.unwrap_or(0);
    job.progress(
        u64::from(state.checked),
        u64::from(parts),
        Some(("检查", "Checking")),
    )
    .await?;
    let reader = ctx.query(&IMPORT_GET).await?;
    let revision = store::revision(reader.conn()).await?;
    reader.finish().await?;
    let shared = store::shared(&ctx, import).await?;
    let from = Arc::clone(&shared);
    let examined = stream::iter(state.checked..parts)
        .map(move |part| examine::part(Arc::clone(&from), part))
        .buffered(AT_ONCE);
    let mut examined = ahead(examined);
    let mut rows = Vec::new();
    while let Some(part) = examined.recv().await {
        let part = part?;
        job.check()?;
        for placed in &part.placed {
            state.totals.count(placed);
        }
        rows.extend(part.wrong_rows(&shared));
        state.checked = part.part + 1;
        if state.checked.is_multiple_of(PARTS) || state.checked == parts || rows.len() > 2_000 {
            let mut tx = job.begin(&IMPORT_READ, None).await?;
            bulk::upsert(
                &mut tx,
                "import_row",
                &ROW,
                &["import", "position", "row_number"],
                std::mem::take(&mut rows),
            )
            .await?;
            tx.about("import", import.id, None);
            job.commit(tx, &*state, u64::from(state.checked), u64::from(parts))
                .await?;
        }
    }
    let mut tx = job.begin(&IMPORT_READ, None).await?;
    ready(&mut tx, import.id, &state.totals, revision).await?;
    job.commit(tx, &*state, u64::from(parts), u64::from(parts))
        .await?;
    Ok(state.totals.clone())
}

/// Sets an import ready with its totals.
pub(crate) async fn ready(
    tx: &mut platform::Tx,
    id: Uuid,
    totals: &Totals,
    revision: i64,
) -> Result<()> {
    let sql =
        Sql::new("update import set status = 'ready', mode = null, problem = null, totals = ")
            .bind(serde_json::to_string(totals)?)
            .text(", revision = ")
            .bind(revision)
            .text(" where id = ")
            .bind(id);
    bulk::execute(tx, sql).await?;
    tx.about("import", id, None);
    Ok(())
}
