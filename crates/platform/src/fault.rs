//! Planted instants at which tests make the process fail or die.
//!
//! `fault::point("slice.what")?` costs one atomic load when nothing is armed. Armed by the
//! environment, `DOUDI_FAULT=name:nth:kill` or `name:nth:error`, or by the test kit with [`arm`].
//! `kill` aborts the process on the spot: no destructor runs, as with SIGKILL.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, Once,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::problem::{Problem, Result, kinds};

/// What happens at an armed point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The point answers an error.
    Error,
    /// The process aborts.
    Kill,
}

static ARMED: AtomicBool = AtomicBool::new(false);
static READ_ENV: Once = Once::new();
static POINTS: Mutex<BTreeMap<String, (u64, Action)>> = Mutex::new(BTreeMap::new());

fn points() -> std::sync::MutexGuard<'static, BTreeMap<String, (u64, Action)>> {
    POINTS
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Arms a point: at its `nth` passing (1 is the next) the action happens, once.
pub fn arm(name: &str, nth: u64, action: Action) {
    points().insert(name.to_owned(), (nth.max(1), action));
    ARMED.store(true, Ordering::SeqCst);
}

/// Disarms all points.
pub fn disarm() {
    points().clear();
    ARMED.store(false, Ordering::SeqCst);
}

fn read_env() {
    let Ok(text) = std::env::var("DOUDI_FAULT") else {
        return;
    };
    for part in text.split(',') {
        let mut fields = part.split(':');
        let (Some(name), Some(nth)) = (fields.next(), fields.next()) else {
            continue;
        };
        let action = if fields.next() == Some("error") {
            Action::Error
        } else {
            Action::Kill
        };
        if let Ok(nth) = nth.parse() {
            arm(name, nth, action);
        }
    }
}

/// A named instant. Name it `slice.noun.instant`.
///
/// # Errors
/// `platform.fault` when the point is armed with [`Action::Error`] and its turn has come.
pub fn point(name: &str) -> Result<()> {
    READ_ENV.call_once(read_env);
    if !ARMED.load(Ordering::Relaxed) {
        return Ok(());
    }
    let mut points = points();
    let Some((left, action)) = points.get_mut(name) else {
        return Ok(());
    };
    *left -= 1;
    if *left > 0 {
        return Ok(());
    }
    let action = *action;
    points.remove(name);
    match action {
        Action::Error => Err(Problem::new(&kinds::FAULT).because(name)),
        Action::Kill => std::process::abort(),
    }
}
