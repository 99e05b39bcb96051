//! What the floor does for itself once a day: anchors, old answers, blobs that nobody names.

use std::time::Duration;

use tokio::task::JoinHandle;

use crate::{audit, files, floor::Floor, idempotency, problem::Result};

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Heads signed and exported.
    pub anchors: usize,
    /// Stored answers forgotten.
    pub answers: u64,
    /// Blobs taken away.
    pub blobs: u64,
}

/// One round; safe to run at any time and any number of times.
///
/// # Errors
/// When the database or the disk fails.
pub async fn round(floor: &Floor) -> Result<Round> {
    Ok(Round {
        anchors: audit::anchor_all(floor).await?.len(),
        answers: idempotency::purge(floor).await?,
        blobs: files::sweep(floor).await?,
    })
}

/// Does a round at the start and then once each day; the server keeps the handle and aborts it.
pub fn start(floor: &Floor) -> JoinHandle<()> {
    let floor = floor.clone();
    tokio::spawn(async move {
        let mut done = None;
        loop {
            let today = floor.today();
            if done != Some(today) {
                match round(&floor).await {
                    Ok(round) => {
                        tracing::info!(?round, "housekeeping");
                        done = Some(today);
                    }
                    Err(problem) => tracing::error!(cause = %problem, "housekeeping failed"),
                }
            }
            tokio::time::sleep(Duration::from_secs(600)).await;
        }
    })
}
