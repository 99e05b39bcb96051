//! How sessions behave; set in the configuration file.

use chrono::Duration;
use platform::Floor;

use crate::password::Hasher;

/// Limits of sessions and sign-in (GB/T 22239-2019, 8.1.4.1: lock-out and time-out).
#[derive(Clone, Debug)]
pub struct Settings {
    /// A session ends when nothing was asked for so long.
    pub idle: Duration,
    /// A session ends so long after sign-in, whatever is done.
    pub whole: Duration,
    /// So many wrong passwords in a row lock the account …
    pub failures: i32,
    /// … for so long.
    pub lock: Duration,
    /// Whether the cookie is sent over TLS only; set it where a TLS proxy stands in front.
    pub secure_cookie: bool,
    /// How passwords are hashed.
    pub hasher: Hasher,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            idle: Duration::minutes(30),
            whole: Duration::hours(12),
            failures: 5,
            lock: Duration::minutes(15),
            secure_cookie: false,
            hasher: Hasher::for_service(),
        }
    }
}

impl Settings {
    /// Those of the floor, or the usual ones.
    pub fn of(floor: &Floor) -> std::sync::Arc<Self> {
        floor.extension::<Self>().unwrap_or_default()
    }
}
