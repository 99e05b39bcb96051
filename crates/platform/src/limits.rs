//! The limits of the floor, each with its reason. Nothing grows without one.

use std::time::Duration;

/// Connections that read at the same time.
pub const READERS: u32 = 8;
/// How long a command waits for the one writer before it answers “busy”.
pub const WRITER_WAIT: Duration = Duration::from_secs(15);
/// How long a query waits for a reading connection.
pub const READER_WAIT: Duration = Duration::from_secs(15);
/// How long SQLite waits for another process that writes.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest page of a list.
pub const PAGE_MAX: u64 = 200;
/// The page length when the caller names none.
pub const PAGE_DEFAULT: u64 = 20;
/// The largest body of an ordinary request, in bytes.
pub const BODY_MAX: usize = 2 * 1024 * 1024;
/// The largest upload, in bytes.
pub const UPLOAD_MAX: usize = 128 * 1024 * 1024;
/// How long an ordinary request may run.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);
/// How long an upload may run.
pub const UPLOAD_TIMEOUT: Duration = Duration::from_secs(600);
/// The longest idempotency key, in characters.
pub const IDEMPOTENCY_KEY_MAX: usize = 128;
/// How many days an answer is kept for repeats: longer than an offline phone stays away.
pub const IDEMPOTENCY_DAYS: i64 = 40;
/// How long a job's lease lasts without a sign of life, in seconds.
pub const JOB_LEASE_SECONDS: i64 = 30;
/// How often a job is tried again after its process died.
pub const JOB_ATTEMPTS: i32 = 20;
/// Jobs that run at the same time in one process.
pub const JOBS_AT_ONCE: usize = 2;
/// How long one step of a job should hold the write lock, in milliseconds.
pub const WRITE_SLICE_MS: u64 = 50;
/// The size of one sealed chunk of a stored file, in bytes.
pub const FILE_CHUNK: usize = 1024 * 1024;
/// The largest change set kept with one command, in bytes; larger ones are bulk commands.
pub const CHANGE_SET_MAX: usize = 8 * 1024 * 1024;
/// How many errors one problem document lists.
pub const PROBLEM_ERRORS_MAX: usize = 200;
/// How many working days before its due date a task turns yellow.
pub const TASK_YELLOW_DAYS: u32 = 3;
