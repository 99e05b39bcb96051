use std::fmt::Debug;
use std::sync::Mutex;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};

/// The offset of Asia/Shanghai, UTC+8 without daylight saving (since 1992).
pub fn shanghai() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours are a valid offset")
}

/// Where the present moment comes from. Nothing else in the house may ask for it.
pub trait Clock: Send + Sync + Debug {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// The present calendar day in Asia/Shanghai.
    fn today(&self) -> NaiveDate {
        self.now().with_timezone(&shanghai()).date_naive()
    }
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that may ask the machine"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is set or advanced: for tests and for the demonstration,
/// whose files must not depend on the day they are made.
#[derive(Debug)]
pub struct MockClock(Mutex<DateTime<Utc>>);

impl MockClock {
    /// A clock that stands at the given instant.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(now))
    }

    /// A clock that stands at nine in the morning, Shanghai time, of the given day.
    pub fn on(day: NaiveDate) -> Self {
        Self::new(morning(day))
    }

    /// Puts the clock to the given instant.
    pub fn set(&self, now: DateTime<Utc>) {
        *self.lock() = now;
    }

    /// Puts the clock to nine in the morning, Shanghai time, of the given day.
    pub fn set_day(&self, day: NaiveDate) {
        self.set(morning(day));
    }

    /// Moves the clock on.
    pub fn advance(&self, by: Duration) {
        let mut now = self.lock();
        *now += by;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, DateTime<Utc>> {
        // A panic elsewhere cannot leave an instant half written.
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(1, 0, 0)
        .expect("one o'clock exists every day in UTC")
        .and_utc()
}

impl Clock for MockClock {
    fn now(&self) -> DateTime<Utc> {
        *self.lock()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_the_day_in_shanghai() {
        let late = DateTime::parse_from_rfc3339("2022-10-24T16:30:00Z")
            .unwrap()
            .to_utc();
        let clock = MockClock::new(late);
        assert_eq!(clock.today().to_string(), "2022-10-25");
        clock.advance(Duration::hours(-1));
        assert_eq!(clock.today().to_string(), "2022-10-24");
        clock.set_day(NaiveDate::from_ymd_opt(2022, 1, 1).unwrap());
        assert_eq!(clock.now().to_rfc3339(), "2022-01-01T01:00:00+00:00");
    }
}
