//! The same command sent twice is done once and answered alike.
//!
//! A command marked `idempotent` needs the header `Idempotency-Key`. The answer is sealed and
//! stored in the command's own transaction, unique per user, operation and key, with the SM3 of
//! the request. Sent again: the same answer. Another request under the key: 422. The first one
//! still running: 409. A command that failed leaves nothing, so its key may be used again.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    db::{Conn, Sql},
    floor::Floor,
    limits,
    problem::{Problem, Result, kinds},
};

/// An answer as it was sent: status and JSON.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The JSON body; `None` for an empty one.
    pub body: Option<String>,
    /// The entity tag, when the answer is a versioned resource.
    pub etag: Option<String>,
}

/// Marks an answer that was given before.
pub(crate) const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

impl Answer {
    /// A JSON answer.
    ///
    /// # Errors
    /// When the value cannot be written as JSON.
    pub fn json<T: Serialize>(status: u16, value: &T) -> Result<Self> {
        Ok(Self {
            status,
            body: Some(serde_json::to_string(value)?),
            etag: None,
        })
    }

    fn response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let has_body = self.body.is_some();
        let mut response = Response::new(self.body.map_or_else(Body::empty, Body::from));
        *response.status_mut() = status;
        if has_body {
            let json = HeaderValue::from_static("application/json");
            response.headers_mut().insert(header::CONTENT_TYPE, json);
        }
        if let Some(tag) = self.etag.and_then(|t| HeaderValue::try_from(t).ok()) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        self.response()
    }
}

/// The keys of commands that run in this process right now.
#[derive(Clone, Debug, Default)]
pub(crate) struct Running(Arc<Mutex<BTreeSet<Held>>>);

/// User, operation and key of a running command.
type Held = (Uuid, &'static str, String);

/// Holds a key while its command runs.
#[derive(Debug)]
pub(crate) struct Guard {
    running: Running,
    user: Uuid,
    operation: &'static str,
    pub key: String,
    pub digest: [u8; 32],
}

impl Drop for Guard {
    fn drop(&mut self) {
        let entry = (self.user, self.operation, self.key.clone());
        self.running
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .remove(&entry);
    }
}

impl Running {
    /// Claims a key, or says that its command still runs.
    pub fn claim(
        &self,
        user: Uuid,
        operation: &'static str,
        key: &str,
        digest: [u8; 32],
    ) -> Result<Guard> {
        let mut set = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if !set.insert((user, operation, key.to_owned())) {
            return Err(Problem::new(&kinds::KEY_RUNNING));
        }
        Ok(Guard {
            running: self.clone(),
            user,
            operation,
            key: key.to_owned(),
            digest,
        })
    }
}

fn row_key(guard: &Guard) -> String {
    format!("{}/{}/{}", guard.user, guard.operation, guard.key)
}

/// Answers from the store when the command was done before.
pub(crate) async fn look_up(floor: &Floor, conn: &Conn, guard: &Guard) -> Result<()> {
    let sql = Sql::new("select request_digest, answer from idempotency where actor = ")
        .bind(guard.user)
        .text(" and operation = ")
        .bind(guard.operation)
        .text(" and idempotency_key = ")
        .bind(guard.key.as_str());
    let Some(row) = conn.row(sql).await? else {
        return Ok(());
    };
    let digest: Vec<u8> = row.try_get_by_index(0)?;
    if digest != guard.digest {
        return Err(Problem::new(&kinds::KEY_REUSED));
    }
    let sealed: Vec<u8> = row.try_get_by_index(1)?;
    let plain = floor
        .vault()
        .open("idempotency", "answer", row_key(guard), &sealed)?;
    Err(Problem::replay(serde_json::from_slice(&plain)?))
}

/// Stores the answer in the command's transaction.
pub(crate) async fn store(
    floor: &Floor,
    conn: &Conn,
    guard: &Guard,
    answer: &Answer,
    at: DateTime<Utc>,
) -> Result<()> {
    let plain = serde_json::to_vec(answer)?;
    let sealed = floor
        .vault()
        .seal("idempotency", "answer", row_key(guard), &plain);
    let sql = Sql::with(
        "insert into idempotency (actor, operation, idempotency_key, request_digest, answer, at) \
         values (?, ?, ?, ?, ?, ?)",
        [
            guard.user.into(),
            guard.operation.into(),
            guard.key.as_str().into(),
            guard.digest.to_vec().into(),
            sealed.into(),
            at.into(),
        ],
    );
    conn.run(sql).await.map_err(|p| {
        if p.code() == kinds::CONFLICT.code {
            Problem::new(&kinds::KEY_RUNNING)
        } else {
            p
        }
    })?;
    Ok(())
}

/// Forgets answers older than the limit; housekeeping calls it daily. Answers how many.
///
/// # Errors
/// When the database fails.
pub async fn purge(floor: &Floor) -> Result<u64> {
    let before = floor.now() - Duration::days(limits::IDEMPOTENCY_DAYS);
    let conn = floor.db().write().await?;
    let n = conn
        .run(Sql::new("delete from idempotency where at < ").bind(before))
        .await?;
    conn.commit().await?;
    Ok(n)
}
