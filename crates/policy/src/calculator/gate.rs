//! How often the calculator answers: nobody signs in, so nobody can be told apart for sure, and
//! the office's own work must not wait for it.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};

/// Answers that may be given at once before it begins to count.
const BURST: i64 = 60;
/// What one answer costs, in milliseconds of the clock: ten a second in the long run. A
/// household takes a few milliseconds of one core.
const COST: i64 = 100;

/// A bucket of milliseconds that fills by the clock.
#[derive(Debug)]
pub(crate) struct Gate(Mutex<(i64, Option<DateTime<Utc>>)>);

impl Default for Gate {
    fn default() -> Self {
        Self(Mutex::new((BURST * COST, None)))
    }
}

impl Gate {
    /// Whether one more may pass now.
    pub fn passes(&self, now: DateTime<Utc>) -> bool {
        let mut bucket = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut left, last) = *bucket;
        if let Some(last) = last {
            let gone = (now - last).num_milliseconds().clamp(0, BURST * COST);
            left = (left + gone).min(BURST * COST);
        }
        let passes = left >= COST;
        if passes {
            left -= COST;
        }
        *bucket = (left, Some(now));
        passes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, TimeZone};

    #[test]
    fn a_burst_passes_and_then_ten_a_second() {
        let gate = Gate::default();
        let start = Utc.with_ymd_and_hms(2022, 10, 1, 0, 0, 0).unwrap();
        let passed = (0..200).filter(|_| gate.passes(start)).count();
        assert_eq!(passed, 60);
        assert!(!gate.passes(start + TimeDelta::milliseconds(50)));
        let later = start + TimeDelta::seconds(2);
        let passed = (0..200).filter(|_| gate.passes(later)).count();
        assert_eq!(passed, 20);
        // A clock that was set back opens nothing.
        assert!(!gate.passes(start));
    }
}
