//! The job that cleans a delivery, seals it and puts it in force. It is whole or not at all: a
//! job that was killed begins again and comes to the same bytes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use matching::Watch;
use matching::delivery::{Intake, Manifest, Taken};
use pack::model::SourceKind;
use platform::{Change, JobCtx, JobKind, NewTask, Problem, Result, Sql, fault, files};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::calendar;
use super::store::{self, NOUN, Row};
use super::{columns, shelf, spool};
use crate::authz::{DELIVERY_GET, DELIVERY_INGEST};
use crate::link;
use crate::words;

/// The kind of job.
pub(crate) const KIND: &str = "verify.delivery.ingest";
/// Bytes of rows held in memory; the rest is laid aside, sealed.
const MEMORY: usize = 64 << 20;
/// How often the job looks whether it was cancelled.
const LOOK: Duration = Duration::from_millis(200);

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub delivery: Uuid,
}

/// The job.
pub(crate) struct Ingest;

#[async_trait]
impl JobKind for Ingest {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        match run(job, args.delivery).await {
            Err(problem) if problem.status() < 500 || problem.status() == 507 => {
                settle(job, args.delivery, &problem).await?;
                Err(problem)
            }
            other => other,
        }
    }
}

async fn run(job: &mut JobCtx, id: Uuid) -> Result<Value> {
    let ctx = job.ctx().clone();
    let reader = ctx.query(&DELIVERY_GET).await?;
    let row = store::find(ctx.floor(), reader.conn(), reader.scope(), id).await?;
    let pack = words::release(ctx.floor(), reader.conn()).await?.pack;
    let known = store::known(reader.conn(), &row.source, &row.division).await?;
    let content = files::find(ctx.floor(), reader.conn(), row.file).await?;
    reader.finish().await?;
    let content = content.ok_or_else(Problem::not_found)?;
    let kind = words::kind(&pack, &row.division, &row.source)?;
    let applied = columns::applied(&kind, &row.mapping);
    job.progress(0, 0, Some(("清洗入库", "cleaning and keeping")))
        .await?;
    let taken = take_in(job, &row, applied, known, content).await?;
    keep(job, &row, &kind, taken).await
}

/// Tells the engine to stop and the job how far it is.
#[derive(Default)]
struct Told {
    stop: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
}

impl Watch for Told {
    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn progress(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }
}

async fn take_in(
    job: &mut JobCtx,
    row: &Row,
    kind: SourceKind,
    known: Vec<Manifest>,
    content: files::FileRow,
) -> Result<Taken> {
    let told = Arc::new(Told::default());
    let (floor, watch) = (job.floor().clone(), Arc::clone(&told));
    let (as_of, keep_older, name) = (row.as_of, row.keep_older, row.name.clone());
    let mut working = tokio::task::spawn_blocking(move || {
        let file = spool::source(&floor, files::open(&floor, &content)?, &name)?;
        let mut shelf = shelf::shelf(&floor)?;
        if fault::point("verify.delivery.disk").is_err() {
            shelf = shelf.with_room(1);
        }
        let intake = Intake {
            kind: &kind,
            file: &file,
            as_of,
            known: &known,
            keep_older,
            memory: MEMORY,
        };
        shelf
            .ingest(&intake, &shelf::keys(&floor), &*watch)
            .map_err(|e| shelf::refused(&e))
    });
    loop {
        tokio::select! {
            done = &mut working => return done.map_err(Problem::internal)?,
            () = tokio::time::sleep(LOOK) => {
                let (done, total) = (told.done.load(Ordering::Relaxed), told.total.load(Ordering::Relaxed));
                job.progress(done, total, None).await?;
                if job.cancelled() {
                    told.stop.store(true, Ordering::Relaxed);
                }
            }
        }
    }
}

/// Names the file in the database: from here on it is in force.
async fn keep(job: &mut JobCtx, row: &Row, kind: &SourceKind, taken: Taken) -> Result<Value> {
    fault::point("verify.delivery.kept")?;
    let mut tx = job.begin(&DELIVERY_INGEST, None).await?;
    let now = tx.floor().now();
    let sql = Sql::with(
        "update delivery set status = 'ready', input = ?, digest = ?, manifest = ?, kept_at = ?, \
         problem_zh = null, problem_en = null, version = version + 1 where id = ?",
        [
            taken.manifest.input.as_str().into(),
            taken.digest.as_str().into(),
            serde_json::to_string(&taken.manifest)?.into(),
            now.into(),
            row.id.into(),
        ],
    );
    tx.conn().run(sql).await?;
    let what = json!({"status": "ready", "digest": taken.digest, "rows": taken.manifest.rows,
        "kept": taken.manifest.kept, "rejected": taken.manifest.rejected_rows()});
    let before = json!({"status": row.status});
    tx.record(Change::updated(NOUN, row.id, &row.division, &before, &what));
    let subject = format!("{}/{}", row.division.as_str(), row.source);
    tx.close_tasks("delivery_due", &subject).await?;
    if let Some(due) = calendar::next_due(kind, row.as_of) {
        tx.open_task(NewTask {
            kind: "verify.delivery.create",
            title_zh: format!("接收“{}”部门数据", kind.label.zh),
            title_en: format!("Take in the delivery “{}”", kind.label.en),
            noun: "delivery_due",
            subject,
            division: &row.division,
            section: None,
            permission: "verify.delivery.write",
            not_for: None,
            role: None,
            holder: None,
            due: Some(due),
        })
        .await?;
    }
    if link::wanted(kind, row, &taken.manifest.rejected) {
        link::enqueue(&mut tx, row.id).await?;
    }
    let rows = taken.manifest.rows;
    job.commit(tx, &json!({}), rows, rows).await?;
    Ok(what)
}

/// Says on the delivery why it was not taken in; nothing of it was kept.
async fn settle(job: &mut JobCtx, id: Uuid, problem: &Problem) -> Result<()> {
    let kind = problem.kind();
    let (zh, en) = problem.details().unwrap_or((kind.zh, kind.en));
    let status = if job.cancelled() {
        "uploaded"
    } else {
        "failed"
    };
    let mut tx = job.begin(&DELIVERY_INGEST, None).await?;
    let sql = Sql::with(
        "update delivery set status = ?, problem_zh = ?, problem_en = ?, version = version + 1 \
         where id = ? and status = 'reading'",
        [status.into(), zh.into(), en.into(), id.into()],
    );
    tx.conn().run(sql).await?;
    tx.about(NOUN, id, None);
    tx.commit().await?;
    Ok(())
}
