//! Long work: jobs with progress, cancel, and resume to the same end after a restart.
//!
//! A slice implements [`JobKind`], registers it on the floor, and enqueues in the unit of work of
//! the command that wants it: `let id = tx.enqueue("registry.import.apply", &args).await?`. The
//! job works in steps; each step is a unit of work of its own that [`JobCtx::commit`] commits
//! together with the job's checkpoint, so a killed job goes on where its last step ended:
//!
//! ```ignore
//! async fn run(&self, job: &mut JobCtx) -> Result<Value> {
//!     let args: Args = job.args()?;
//!     let mut state: State = job.state()?.unwrap_or_default();
//!     while state.next < args.total {
//!         job.check()?;                              // cancelled?
//!         let mut tx = job.begin(&APPLY_STEP, None).await?;
//!         // … a step of at most limits::WRITE_SLICE_MS of writing; advances state.next …
//!         job.commit(tx, &state, state.next, args.total).await?;
//!     }
//!     Ok(json!({"rows": state.next}))
//! }
//! ```

mod ctx;
mod list;
mod runner;
mod store;

use async_trait::async_trait;
use serde_json::Value;

pub use ctx::JobCtx;
pub use list::JobView;
pub(crate) use list::routes;
pub use runner::{Runner, drain, drain_one};
pub use store::{find, unfinished};

use crate::problem::Result;

/// A kind of long work.
#[async_trait]
pub trait JobKind: Send + Sync {
    /// `slice.noun.verb`.
    fn kind(&self) -> &'static str;

    /// Does the work from its checkpoint to the end. Must be safe to run twice: a step that was
    /// committed is not done again, because its checkpoint was committed with it.
    async fn run(&self, job: &mut JobCtx) -> Result<Value>;
}

/// Wakes the runner when a job was enqueued.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bell(std::sync::Arc<tokio::sync::Notify>);

impl Bell {
    pub fn ring(&self) {
        self.0.notify_one();
    }

    pub async fn wait(&self, at_most: std::time::Duration) {
        let _ = tokio::time::timeout(at_most, self.0.notified()).await;
    }
}
