//! The clock of the house: cases in which a day alone changes something.
//!
//! The server asks for a round each hour; a round looks at the cases whose next day has come, one
//! unit of work for each, so that a killed round goes on with the next case and a second round on
//! the same day finds nothing to do.

use std::time::Duration;

use async_trait::async_trait;
use platform::{Ctx, Floor, JobCtx, JobKind, Result, Sql, Tx, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::act::Work;
use super::store;
use crate::authz::CASE_CLOCK;

/// The key of the job.
const KIND: &str = "decide.case.clock";

/// Nothing: a round looks at the day on which it runs.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Round {}

/// How far a round is.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Progress {
    /// The case looked at last.
    after: Option<Uuid>,
    /// Cases looked at.
    looked: u64,
    /// Cases in which something happened.
    moved: u64,
    /// Cases that could not be looked at; they wait for the next round.
    failed: u64,
}

/// `decide.case.clock`.
#[derive(Debug, Default)]
pub struct Clock;

#[async_trait]
impl JobKind for Clock {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let mut progress: Progress = job.state()?.unwrap_or_default();
        loop {
            job.check()?;
            let mut tx = job.begin(&CASE_CLOCK, None).await?;
            let Some(id) = next(&tx, progress.after).await? else {
                job.commit(tx, &progress, progress.looked, progress.looked)
                    .await?;
                break;
            };
            progress.after = Some(id);
            progress.looked += 1;
            fault::point("decide.clock.case")?;
            match look(&mut tx, id).await {
                Ok(moved) => {
                    progress.moved += u64::from(moved);
                    job.commit(tx, &progress, progress.looked, 0).await?;
                }
                Err(problem) => {
                    // One case that cannot be read keeps no other from being looked at.
                    progress.failed += 1;
                    tracing::warn!(case = %id, cause = %problem, "the clock passed over a case");
                }
            }
        }
        Ok(json!({"looked": progress.looked, "moved": progress.moved, "failed": progress.failed}))
    }
}

/// The next case whose day has come.
async fn next(tx: &Tx, after: Option<Uuid>) -> Result<Option<Uuid>> {
    let sql = Sql::new(
        "select c.id from assistance_case c where c.status = 'open' \
         and (c.next_on is null and c.standing is null or c.next_on <= ",
    )
    .bind(tx.floor().today())
    .text(")");
    let sql = match after {
        None => sql,
        Some(id) => sql.text(" and c.id > ").bind(id),
    };
    let row = tx.conn().row(sql.text(" order by c.id limit 1")).await?;
    row.map(|row| Ok(row.try_get_by_index(0)?)).transpose()
}

async fn look(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let row = store::find(tx.conn(), tx.scope(), id).await?;
    let before = row.events;
    let floor = tx.floor().clone();
    let work = Work::of(&floor, tx.conn(), row).await?;
    let work = work.tick(tx).await?;
    Ok(work.row.events != before)
}

/// Asks for a round, unless one waits or runs already.
///
/// # Errors
/// When the database fails.
pub async fn ask(floor: &Floor) -> Result<()> {
    let system = Ctx::system(floor, Uuid::nil(), "clock");
    let mut tx = system.begin(&CASE_CLOCK, None).await?;
    match tx.enqueue_once(KIND, "round", &Round::default()).await {
        Ok(_) => tx.commit().await.map(|_| ()),
        Err(problem) if problem.code() == platform::problem::kinds::CONFLICT.code => Ok(()),
        Err(problem) => Err(problem),
    }
}

/// Asks for a round at the start and then each hour; the server keeps the handle and aborts it.
pub fn start(floor: &Floor) -> JoinHandle<()> {
    let floor = floor.clone();
    tokio::spawn(async move {
        let mut rechecked = None;
        loop {
            let today = floor.today();
            let mut asked = ask(&floor).await;
            if asked.is_ok() && rechecked != Some(today) {
                asked = crate::recheck::ask(&floor).await;
                rechecked = asked.is_ok().then_some(today);
            }
            if let Err(problem) = asked {
                tracing::error!(cause = %problem, "the clock of cases failed");
            }
            tokio::time::sleep(Duration::from_secs(3600)).await;
        }
    })
}
