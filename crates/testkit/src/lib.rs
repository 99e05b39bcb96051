//! What tests stand on: a fresh database each, a clock that stands still, keys that repeat, actors
//! with rights, requests over the whole router, and planted faults.
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_clerk_adds_a_household() {
//!     let app = TestApp::builder()
//!         .floor(|f| f.operations(registry::OPERATIONS).migrations(registry::migrations()))
//!         .routes(registry::routes().into())                    // served under /api/v1
//!         .role("county_clerk", &["registry.*"])
//!         .build().await;
//!     let clerk = app.user("county_clerk", "620521");
//!     let answer = app.post(&clerk, "/households", json!({"division": "620521101201"})).await;
//!     assert_eq!(answer.status, 201, "{answer}");
//!     app.run_jobs().await;
//! }
//! ```
//!
//! The same test runs on PostgreSQL when `DOUDI_TEST_PG=postgres://user@host:port/postgres` is
//! set: each app gets a database made from a template that is migrated once per build. Dropping
//! the app fails the test when jobs wait or run. The room depends on the floor only; slices'
//! fixtures belong to their tests.

mod app;
mod auth;
mod database;
mod request;

pub use app::{TestApp, TestAppBuilder};
pub use auth::{TestAuth, User};
pub use platform::fault;
pub use request::{Answered, Send};
