//! The packs that can be proposed, and the compiled packs of releases.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use pack::{Fault, Pack, Texts};
use platform::{Floor, Problem, Result};

use crate::calculator::Gate;

/// Where the texts of the next release come from: path and bytes.
type Source = dyn Fn() -> Vec<(String, Vec<u8>)> + Send + Sync;

/// On the floor as an extension: the source of texts, and compiled packs by digest.
pub struct Packs {
    source: Box<Source>,
    compiled: Mutex<BTreeMap<String, Pack>>,
    gate: Gate,
}

impl Packs {
    /// From the texts that the binary carries, or those of a folder.
    pub fn new(source: impl Fn() -> Vec<(String, Vec<u8>)> + Send + Sync + 'static) -> Self {
        Self {
            source: Box::new(source),
            compiled: Mutex::default(),
            gate: Gate::default(),
        }
    }

    /// Reads and checks the texts that would be proposed now.
    ///
    /// # Errors
    /// All faults.
    pub(crate) fn next(&self) -> Result<Pack, Vec<Fault>> {
        Pack::from_map((self.source)())
    }

    pub(crate) fn known(&self, digest: &str) -> Option<Pack> {
        self.locked().get(digest).cloned()
    }

    pub(crate) fn keep(&self, pack: &Pack) {
        self.locked().insert(pack.digest().to_owned(), pack.clone());
    }

    /// How often the calculator may answer.
    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }

    /// Forgets what was compiled, as a restart does.
    #[cfg(test)]
    pub(crate) fn forget(&self) {
        self.locked().clear();
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Pack>> {
        self.compiled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Packs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packs")
            .field("compiled", &self.locked().len())
            .finish_non_exhaustive()
    }
}

/// The packs on the floor.
pub(crate) fn packs(floor: &Floor) -> Result<Arc<Packs>> {
    floor
        .extension::<Packs>()
        .ok_or_else(|| Problem::internal("policy::Packs is not on the floor"))
}

/// Reads a release's archive, away from the threads that serve requests.
pub(crate) async fn compile(archive: Vec<u8>) -> Result<Pack> {
    let work = move || {
        let texts = Texts::from_archive(&archive).map_err(Problem::internal)?;
        Pack::load(texts).map_err(|faults| {
            // A release was without fault when it was approved: the engine must have changed.
            Problem::internal(pack::fault::render(&faults, pack::Tongue::Both))
        })
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Problem::internal)?
}
