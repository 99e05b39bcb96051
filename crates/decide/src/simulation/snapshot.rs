//! Areas in memory: facts without names, and the side as it stands already computed.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use kernel::DivisionCode;
use pack::simulate::{Change, Changed, Outcome, Population};
use platform::Result;
use tokio::sync::OnceCell;
use uuid::Uuid;

/// Areas that are kept at once.
const KEPT: usize = 4;
/// How long an area counts as fresh, in minutes.
const MINUTES: i64 = 10;

/// Which area, day and rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub place: DivisionCode,
    pub on: NaiveDate,
    pub release: Uuid,
    /// The release compared with.
    pub against: Option<Uuid>,
}

/// The households of an area as both sides need them.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub population: Population,
    /// The households by their place in the population.
    pub households: Vec<Uuid>,
    /// Whether anybody holds an award there: else whoever qualifies is paid.
    pub with_awards: bool,
    /// When the records were read.
    pub read_at: DateTime<Utc>,
    /// What was computed last: the page asks for the figures and for the families of the same trial
    /// at the same time.
    pub trials: Trials,
}

/// A trial on an area: its changes and the programmes asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trial {
    pub changes: Vec<Change>,
    pub programmes: Vec<String>,
}

/// What came of a trial, and the changes as they were understood.
pub(crate) type Computed = Arc<(Outcome, Vec<Changed>)>;

/// Trials that are kept for an area.
const TRIALS: usize = 4;

/// The trials of an area that were computed last.
#[derive(Debug, Default)]
pub(crate) struct Trials(Mutex<Vec<(Trial, Arc<OnceCell<Computed>>)>>);

impl Trials {
    /// What came of a trial, or as `compute` does it; several who ask at once wait for one.
    pub(crate) async fn get(
        &self,
        trial: Trial,
        compute: impl AsyncFnOnce() -> Result<Computed>,
    ) -> Result<Computed> {
        let cell = {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let found = kept.iter().find(|(known, _)| *known == trial);
            match found {
                Some((_, cell)) => Arc::clone(cell),
                None => {
                    let cell = Arc::new(OnceCell::new());
                    kept.insert(0, (trial, Arc::clone(&cell)));
                    kept.truncate(TRIALS);
                    cell
                }
            }
        };
        let computed = cell.get_or_try_init(async || compute().await);
        computed.await.cloned()
    }
}

type Cell = Arc<OnceCell<Arc<Snapshot>>>;

/// On the floor as an extension: the areas that were read last.
#[derive(Debug, Default)]
pub struct Simulations {
    kept: Mutex<Vec<(Key, DateTime<Utc>, Cell)>>,
}

impl Simulations {
    /// The area in memory, or as `load` reads it; several who ask at once wait for one reading.
    pub(crate) async fn get(
        &self,
        key: Key,
        now: DateTime<Utc>,
        fresh: bool,
        load: impl AsyncFnOnce() -> Result<Snapshot>,
    ) -> Result<Arc<Snapshot>> {
        let cell = self.cell(key, now, fresh);
        let loaded = cell.get_or_try_init(async || load().await.map(Arc::new));
        loaded.await.cloned()
    }

    fn cell(&self, key: Key, now: DateTime<Utc>, fresh: bool) -> Cell {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let old = |since: DateTime<Utc>| now - since >= Duration::minutes(MINUTES);
        // One that is still being read is fresh enough for everybody.
        kept.retain(|(_, since, cell)| !(cell.initialized() && old(*since)));
        if fresh {
            kept.retain(|(k, _, cell)| *k != key || !cell.initialized());
        }
        let found = kept.iter().position(|(k, ..)| *k == key);
        let entry = match found {
            Some(at) => kept.remove(at),
            None => (key, now, Cell::default()),
        };
        let cell = entry.2.clone();
        kept.push(entry);
        if kept.len() > KEPT {
            kept.remove(0);
        }
        cell
    }
}
