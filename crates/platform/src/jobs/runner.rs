//! Runs jobs in this process.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use serde_json::Value;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{
    JobCtx,
    store::{self, Claimed},
};
use crate::{
    ctx::Ctx,
    floor::Floor,
    http::RequestState,
    limits,
    problem::{Problem, Result, kinds},
};

/// Runs jobs until it is stopped; the server starts one.
#[derive(Debug)]
pub struct Runner {
    stop: Arc<AtomicBool>,
    floor: Floor,
    owners: Vec<Uuid>,
    workers: Vec<JoinHandle<()>>,
    _alone: Option<std::fs::File>,
}

impl Runner {
    /// Starts the workers. On SQLite a lock file tells whether another process works on the same
    /// folder; when none does, jobs that a killed process left behind start again at once,
    /// otherwise when their lease has run out.
    ///
    /// # Errors
    /// When the lock file or the database cannot be used.
    pub async fn start(floor: &Floor) -> Result<Self> {
        let alone = alone(floor)?;
        if alone.is_some() {
            let n = store::release_all(floor).await?;
            if n > 0 {
                tracing::info!(jobs = n, "jobs of a stopped process start again");
            }
        }
        let stop = Arc::new(AtomicBool::new(false));
        let owners: Vec<Uuid> = (0..limits::JOBS_AT_ONCE).map(|_| floor.new_id()).collect();
        let workers = owners
            .iter()
            .map(|owner| tokio::spawn(work(floor.clone(), *owner, stop.clone())))
            .collect();
        Ok(Self {
            stop,
            floor: floor.clone(),
            owners,
            workers,
            _alone: alone,
        })
    }

    /// Stops at once: what a step had not committed is rolled back, and its job waits again.
    pub async fn stop(self) {
        self.stop.store(true, Ordering::SeqCst);
        for worker in self.workers {
            worker.abort();
            // An aborted worker answers with its abortion.
            let _ = worker.await;
        }
        if let Err(problem) = store::release(&self.floor, &self.owners).await {
            tracing::warn!(cause = %problem, "the jobs wait until their lease has run out");
        }
    }
}

fn alone(floor: &Floor) -> Result<Option<std::fs::File>> {
    if floor.db().backend() != sea_orm::DbBackend::Sqlite {
        return Ok(None);
    }
    let path = floor.data().join("jobs.lock");
    let file = std::fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    Ok(file.try_lock().is_ok().then_some(file))
}

async fn work(floor: Floor, owner: Uuid, stop: Arc<AtomicBool>) {
    while !stop.load(Ordering::SeqCst) {
        match run_next(&floor, owner).await {
            Ok(true) => {}
            Ok(false) => floor.parts().bell.wait(Duration::from_secs(2)).await,
            Err(problem) => {
                tracing::error!(cause = %problem, "the job runner stumbled");
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
        }
    }
}

/// Runs jobs one after the other until none waits. For tests and for the demo's script.
///
/// # Errors
/// When the queue itself fails; errors of jobs are kept with the jobs.
pub async fn drain(floor: &Floor) -> Result<usize> {
    let owner = floor.new_id();
    let mut n = 0;
    while run_next(floor, owner).await? {
        n += 1;
    }
    Ok(n)
}

/// Runs the oldest job that waits; answers whether there was one.
///
/// # Errors
/// When the queue itself fails.
pub async fn drain_one(floor: &Floor) -> Result<bool> {
    run_next(floor, floor.new_id()).await
}

async fn run_next(floor: &Floor, owner: Uuid) -> Result<bool> {
    let Some(claimed) = store::claim(floor, owner).await? else {
        return Ok(false);
    };
    let id = claimed.id;
    let end = run_one(floor, owner, claimed).await;
    store::close(floor, id, owner, end).await?;
    Ok(true)
}

async fn run_one(floor: &Floor, owner: Uuid, claimed: Claimed) -> Result<Value> {
    if claimed.attempts > limits::JOB_ATTEMPTS {
        return Err(Problem::new(&kinds::JOB_ATTEMPTS));
    }
    let (args, state) = claimed.open(floor)?;
    let kind = floor
        .job_kind(&claimed.kind)
        .cloned()
        .ok_or_else(|| Problem::internal(format!("no job kind {} is registered", claimed.kind)))?;
    let ctx = context(floor, &claimed).await?;
    let cancelled = Arc::new(AtomicBool::new(false));
    let mut job = JobCtx {
        floor: floor.clone(),
        id: claimed.id,
        owner,
        ctx: ctx.clone(),
        args,
        state,
        cancelled: cancelled.clone(),
        done: claimed.done,
        total: claimed.total,
        last_word: None,
    };
    let heart = tokio::spawn(beat(floor.clone(), claimed.id, owner, cancelled));
    let run = tokio::spawn(async move { kind.run(&mut job).await });
    let abort = AbortOnDrop(vec![heart.abort_handle(), run.abort_handle()]);
    let end = match run.await {
        Ok(end) => end,
        Err(e) => Err(Problem::internal(format!("the job panicked: {e}"))),
    };
    drop(abort);
    if end.is_ok() && ctx.request().unfinished() > 0 {
        return Err(Problem::internal(
            "a personal reader of the job was not finished",
        ));
    }
    end
}

/// A stopped runner takes its tasks along.
struct AbortOnDrop(Vec<tokio::task::AbortHandle>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        for handle in &self.0 {
            handle.abort();
        }
    }
}

async fn context(floor: &Floor, claimed: &Claimed) -> Result<Ctx> {
    if claimed.actor.is_nil() {
        return Ok(Ctx::system(floor, claimed.organisation, &claimed.kind));
    }
    let authenticator = floor
        .authenticator()
        .ok_or_else(|| Problem::new(&kinds::UNAUTHENTICATED))?;
    let principal = authenticator
        .principal(floor, claimed.actor)
        .await?
        .ok_or_else(|| Problem::new(&kinds::DENIED).because("the job's owner is gone or locked"))?;
    Ok(Ctx::of(
        floor,
        principal,
        RequestState::internal_as(&claimed.id.to_string()),
    ))
}

/// Signs of life while a job computes without committing.
async fn beat(floor: Floor, id: Uuid, owner: Uuid, cancelled: Arc<AtomicBool>) {
    let third = u64::try_from(limits::JOB_LEASE_SECONDS / 3).unwrap_or(10);
    loop {
        tokio::time::sleep(Duration::from_secs(third)).await;
        match store::beat(&floor, id, owner, None, None).await {
            Ok(true) => cancelled.store(true, Ordering::SeqCst),
            Ok(false) => {}
            Err(problem) => tracing::warn!(job = %id, cause = %problem, "no sign of life written"),
        }
    }
}
