//! The job that takes an import over into the register.

use std::sync::Arc;

use async_trait::async_trait;
use futures::{Stream, StreamExt, stream};
use platform::{JobCtx, JobKind, Problem, Result, Sql, bulk, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::build::{Frame, Keys, Rows, writes};
use super::examine::{self, Examined, ROW, Shared, Totals};
use super::read_job::{AT_ONCE, Args, ready};
use super::resolve::Outcome;
use super::status;
use super::store::{self, ImportStatus};
use super::write;
use crate::authz::{IMPORT_GET, IMPORT_READ};
use crate::problems::CHANGED;

/// The kind's name.
pub(crate) const KIND: &str = "registry.import.apply";
/// Households of one unit of work; about a thousand persons, some 40 ms of writing.
pub(crate) const SLICE: usize = 400;
/// Numbers that the slices of one part have room for.
pub(crate) const PER_PART: i32 = 16;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct State {
    /// Whether the register was found unchanged since the check, or checked anew.
    checked: bool,
    /// The part to go on with.
    part: u32,
    /// Slices of it that are written.
    slices: usize,
    totals: Totals,
}

pub(crate) struct ApplyJob;

#[async_trait]
impl JobKind for ApplyJob {
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
    status::set(
        &ctx,
        id,
        &[ImportStatus::Failed, ImportStatus::Cancelled],
        ImportStatus::Applying,
    )
    .await?;
    let mut state: State = job.state()?.unwrap_or_default();
    let reader = ctx.query(&IMPORT_GET).await?;
    let import = store::find(reader.conn(), reader.scope(), id).await?;
    let others: Option<i64> = reader
        .conn()
        .scalar(Sql::new("select coalesce(max(applied), 0) from import where id <> ").bind(id))
        .await?;
    reader.finish().await?;
    let shared = store::shared(&ctx, &import).await?;
    let parts = import.parts.unsigned_abs();
    let all = import.mode.as_deref() == Some("all");
    if !state.checked {
        if others.unwrap_or(0) > import.revision {
            recheck(job, &shared, parts, all, others.unwrap_or(0)).await?;
        }
        state.checked = true;
    }
    let totals = apply(job, &shared, &import, &mut state, parts, all).await?;
    ctx.floor().db().analyze().await?;
    Ok(json!({"import": id, "totals": totals}))
}

/// Another import was applied since this one was checked: what was right may be wrong now, and
/// nothing may be written before that is known.
async fn recheck(
    job: &mut JobCtx,
    shared: &Arc<Shared>,
    parts: u32,
    all: bool,
    revision: i64,
) -> Result<()> {
    job.progress(0, u64::from(parts), Some(("重新检查", "Checking again")))
        .await?;
    let mut totals = Totals::default();
    let mut wrong = Vec::new();
    let examined = stream::iter(0..parts)
        .map(|part| examine::part(Arc::clone(shared), part))
        .buffered(AT_ONCE);
    futures::pin_mut!(examined);
    while let Some(part) = examined.next().await {
        let part = part?;
        job.check()?;
        for placed in &part.placed {
            totals.count(placed);
        }
        wrong.extend(part.wrong_rows(shared));
        job.progress(u64::from(part.part) + 1, u64::from(parts), None)
            .await?;
    }
    let refused = all && totals.wrong > 0;
    let mut tx = job.begin(&IMPORT_READ, None).await?;
    let sql = Sql::new("delete from import_row where import = ").bind(shared.import);
    bulk::execute(&mut tx, sql).await?;
    bulk::insert(&mut tx, "import_row", &ROW, wrong).await?;
    if refused {
        ready(&mut tx, shared.import, &totals, revision).await?;
        let sql = Sql::new("update import set applied = null where id = ").bind(shared.import);
        bulk::execute(&mut tx, sql).await?;
    } else {
        let sql = Sql::new("update import set totals = ")
            .bind(serde_json::to_string(&totals)?)
            .text(" where id = ")
            .bind(shared.import);
        bulk::execute(&mut tx, sql).await?;
    }
    tx.about("import", shared.import, None);
    tx.commit().await?;
    if refused {
        Err(Problem::new(&CHANGED))
    } else {
        Ok(())
    }
}

struct Built {
    part: u32,
    slices: Vec<(Rows, Totals)>,
}

fn build(
    shared: &Shared,
    frame: &Frame,
    examined: &Examined,
    keys: &[Option<Keys>],
    all: bool,
) -> Result<Built> {
    let mut slices = Vec::new();
    for (n, chunk) in examined.placed.chunks(SLICE).enumerate() {
        let mut rows = Rows::default();
        let mut totals = Totals::default();
        let number = examined.part as i32 * PER_PART + n as i32;
        for (i, placed) in chunk.iter().enumerate() {
            if all && placed.outcome == Outcome::Wrong {
                return Err(
                    Problem::new(&CHANGED).because("a household went wrong while all were written")
                );
            }
            totals.count(placed);
            if let (true, Some(keys)) = (writes(placed), &keys[n * SLICE + i]) {
                frame.add(&mut rows, placed, keys, &examined.known, number);
            }
        }
        slices.push((rows, totals));
    }
    let _ = shared;
    Ok(Built {
        part: examined.part,
        slices,
    })
}

/// Lets a stream run on while its items are being written: the next part is read and put together
/// in the meantime. It ends when the receiver goes.
pub(crate) fn ahead<T: Send + 'static>(
    stream: impl Stream<Item = T> + Send + 'static,
) -> mpsc::Receiver<T> {
    let (out, items) = mpsc::channel(1);
    tokio::spawn(async move {
        futures::pin_mut!(stream);
        while let Some(item) = stream.next().await {
            if out.send(item).await.is_err() {
                break;
            }
        }
    });
    items
}

async fn apply(
    job: &mut JobCtx,
    shared: &Arc<Shared>,
    import: &store::Row,
    state: &mut State,
    parts: u32,
    all: bool,
) -> Result<Totals> {
    let ctx = job.ctx().clone();
    let floor = ctx.floor().clone();
    job.progress(state.totals.households, 0, Some(("写入", "Writing")))
        .await?;
    let frame = Arc::new(Frame {
        import: import.id,
        kind: import.kind.clone(),
        as_of: import.as_of,
        now: floor.now(),
        actor: ctx.actor().user,
        vault: floor.vault().clone(),
    });
    let expected = import.totals.as_ref().map_or(0, |t| t.households);
    let (keyed, from) = (Arc::clone(shared), Arc::clone(shared));
    let built = stream::iter(state.part..parts)
        .map(move |part| examine::part(Arc::clone(&from), part))
        .buffered(AT_ONCE)
        .map(move |examined| {
            // Keys are allotted here, in the order of the file.
            let keys = examined.as_ref().map(|e| {
                let keys: Vec<Option<Keys>> = e
                    .placed
                    .iter()
                    .map(|p| writes(p).then(|| Keys::allot(p, || floor.new_id())))
                    .collect();
                keys
            });
            let keys = keys.unwrap_or_default();
            let (shared, frame) = (Arc::clone(&keyed), Arc::clone(&frame));
            async move {
                let examined = examined?;
                tokio::task::spawn_blocking(move || build(&shared, &frame, &examined, &keys, all))
                    .await
                    .map_err(Problem::internal)?
            }
        })
        .buffered(2);
    let mut built = ahead(built);
    while let Some(part) = built.recv().await {
        let part = part?;
        let count = part.slices.len();
        for (n, (rows, totals)) in part.slices.into_iter().enumerate() {
            if part.part == state.part && n < state.slices {
                continue;
            }
            job.check()?;
            let mut tx = job.begin(&IMPORT_READ, None).await?;
            write::slice(
                &mut tx,
                import.id,
                part.part as i32 * PER_PART + n as i32,
                rows,
            )
            .await?;
            (state.part, state.slices) = if n + 1 == count {
                (part.part + 1, 0)
            } else {
                (part.part, n + 1)
            };
            add(&mut state.totals, &totals);
            let done = state.totals.households;
            fault::point("registry.import.step")?;
            job.commit(tx, &*state, done, expected.max(done)).await?;
        }
    }
    let mut tx = job.begin(&IMPORT_READ, None).await?;
    let sql = Sql::new("update import set status = 'applied', problem = null, totals = ")
        .bind(serde_json::to_string(&state.totals)?)
        .text(" where id = ")
        .bind(import.id);
    bulk::execute(&mut tx, sql).await?;
    tx.about("import", import.id, None);
    let done = state.totals.households;
    fault::point("registry.import.finish")?;
    job.commit(tx, &*state, done, done).await?;
    Ok(state.totals.clone())
}

fn add(to: &mut Totals, more: &Totals) {
    to.households += more.households;
    to.persons += more.persons;
    to.right += more.right;
    to.wrong += more.wrong;
    to.new += more.new;
    to.changed += more.changed;
    to.same += more.same;
}
