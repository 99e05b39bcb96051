//! What a running job has in hand.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

use super::store;
use crate::{
    audit::Committed,
    ctx::Ctx,
    fault,
    floor::Floor,
    operation::Operation,
    problem::{Problem, Result, kinds},
    tx::Tx,
};

/// The context of one run of a job.
pub struct JobCtx {
    pub(super) floor: Floor,
    pub(super) id: Uuid,
    pub(super) owner: Uuid,
    pub(super) ctx: Ctx,
    pub(super) args: Value,
    pub(super) state: Option<Value>,
    pub(super) cancelled: Arc<AtomicBool>,
    pub(super) done: i64,
    pub(super) total: i64,
    pub(super) last_word: Option<tokio::time::Instant>,
}

impl JobCtx {
    /// The job's id.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// The floor.
    pub fn floor(&self) -> &Floor {
        &self.floor
    }

    /// The context of the one who enqueued the job, with rights read anew when it started.
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// The arguments.
    ///
    /// # Errors
    /// When they have another shape.
    pub fn args<T: DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_value(self.args.clone())?)
    }

    /// The checkpoint of the last committed step; `None` on the first run.
    ///
    /// # Errors
    /// When it has another shape.
    pub fn state<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        Ok(match &self.state {
            Some(state) => Some(serde_json::from_value(state.clone())?),
            None => None,
        })
    }

    /// Whether somebody cancelled the job.
    pub fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }

    /// Stops a cancelled job with `?`; call it between steps.
    ///
    /// # Errors
    /// `platform.job.cancelled`.
    pub fn check(&self) -> Result<()> {
        if self.cancelled() {
            Err(Problem::new(&kinds::JOB_CANCELLED))
        } else {
            Ok(())
        }
    }

    /// Begins one step.
    ///
    /// # Errors
    /// As `Ctx::begin`.
    pub async fn begin(&self, operation: &'static Operation, reason: Option<&str>) -> Result<Tx> {
        self.ctx.begin(operation, reason).await
    }

    /// Commits one step together with the job's checkpoint and progress.
    ///
    /// # Errors
    /// As `Tx::commit`; a conflict when another runner has taken the job over.
    pub async fn commit<S: Serialize>(
        &mut self,
        tx: Tx,
        state: &S,
        done: u64,
        total: u64,
    ) -> Result<Committed> {
        let state = serde_json::to_value(state)?;
        let (done, total) = (clip(done), clip(total));
        let cancel = store::checkpoint(
            &self.floor,
            tx.conn(),
            self.id,
            self.owner,
            &state,
            done,
            total,
        )
        .await?;
        fault::point("platform.job.before_step")?;
        let committed = tx.commit().await?;
        fault::point("platform.job.after_step")?;
        if cancel {
            self.cancelled.store(true, Ordering::SeqCst);
        }
        (self.state, self.done, self.total) = (Some(state), done, total);
        Ok(committed)
    }

    /// Tells progress without a step (reading a file, waiting for a computation). Written at most
    /// once a second unless the stage's name comes with it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn progress(
        &mut self,
        done: u64,
        total: u64,
        stage: Option<(&str, &str)>,
    ) -> Result<()> {
        let now = tokio::time::Instant::now();
        let soon = self
            .last_word
            .is_some_and(|last| now.duration_since(last) < std::time::Duration::from_secs(1));
        (self.done, self.total) = (clip(done), clip(total));
        if soon && stage.is_none() {
            return Ok(());
        }
        self.last_word = Some(now);
        let progress = Some((self.done, self.total));
        if store::beat(&self.floor, self.id, self.owner, progress, stage).await? {
            self.cancelled.store(true, Ordering::SeqCst);
        }
        Ok(())
    }
}

fn clip(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
