//! Blocks worked on by all cores, with results in the order of the file.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use crate::error::MatchError;

/// What a long run asks of and tells its caller.
pub trait Watch: Sync {
    /// Asked between blocks; `true` stops the run with [`MatchError::Cancelled`].
    fn cancelled(&self) -> bool {
        false
    }

    /// Told after each block: how much is done, of how much, in bytes or rows.
    fn progress(&self, _done: u64, _total: u64) {}
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {}

/// Cores to use: all of them, at most eight, because the reader feeds no more.
pub(crate) fn cores() -> usize {
    thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8)
}

/// Results that may wait for an earlier one, for each worker; bounds the memory.
const AHEAD: u64 = 4;

struct Order<R, S> {
    next: u64,
    waiting: BTreeMap<u64, R>,
    sink: S,
    failed: Option<MatchError>,
}

/// Takes items from `feed`, works on them on all cores, and hands the results to `sink` in the
/// order in which the items came.
///
/// # Errors
/// The first error of feed or sink. No item is fed after it.
pub(crate) fn ordered<T, R, W, F, M, S>(feed: F, make: M, sink: S) -> Result<(), MatchError>
where
    T: Send,
    R: Send,
    F: FnMut() -> Result<Option<T>, MatchError> + Send,
    M: Fn() -> W + Sync,
    W: FnMut(T) -> R,
    S: FnMut(R) -> Result<(), MatchError> + Send,
{
    let workers = cores();
    let feed = Mutex::new((feed, 0u64, false));
    let order = Mutex::new(Order {
        next: 0,
        waiting: BTreeMap::new(),
        sink,
        failed: None,
    });
    let moved = Condvar::new();
    let run = || {
        let mut work = make();
        loop {
            let (number, item) = {
                let mut guard = feed.lock().unwrap_or_else(PoisonError::into_inner);
                let (next, count, over) = &mut *guard;
                if *over {
                    return;
                }
                match next() {
                    Ok(Some(item)) => {
                        *count += 1;
                        (*count - 1, item)
                    }
                    Ok(None) => {
                        *over = true;
                        return;
                    }
                    Err(fault) => {
                        *over = true;
                        let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
                        order.failed.get_or_insert(fault);
                        moved.notify_all();
                        return;
                    }
                }
            };
            let result = work(item);
            let mut state = order.lock().unwrap_or_else(PoisonError::into_inner);
            while number > state.next + AHEAD * workers as u64 && state.failed.is_none() {
                state = moved.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            state.waiting.insert(number, result);
            while state.failed.is_none() {
                let next = state.next;
                let Some(result) = state.waiting.remove(&next) else {
                    break;
                };
                if let Err(fault) = (state.sink)(result) {
                    state.failed = Some(fault);
                }
                state.next += 1;
            }
            moved.notify_all();
            if state.failed.is_some() {
                drop(state);
                feed.lock().unwrap_or_else(PoisonError::into_inner).2 = true;
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(run);
        }
        run();
    });
    let order = order.into_inner().unwrap_or_else(PoisonError::into_inner);
    order.failed.map_or(Ok(()), Err)
}
