//! The job table.

use chrono::Duration;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::list::JobView;
use crate::{
    db::{Conn, Sql},
    floor::Floor,
    limits,
    problem::{Problem, Result, kinds},
    tx::Tx,
};

impl Tx {
    /// Enqueues a job that starts when this unit of work has committed. Answers its id.
    ///
    /// # Errors
    /// When no such kind is registered.
    pub async fn enqueue<A: Serialize>(&mut self, kind: &'static str, args: &A) -> Result<Uuid> {
        self.enqueue_for(kind, None, args).await
    }

    /// Enqueues a job unless one of the same kind and key waits or runs.
    ///
    /// # Errors
    /// `platform.conflict` when there is one; the unit of work must then be dropped.
    pub async fn enqueue_once<A: Serialize>(
        &mut self,
        kind: &'static str,
        key: &str,
        args: &A,
    ) -> Result<Uuid> {
        self.enqueue_for(kind, Some(key), args).await
    }

    async fn enqueue_for<A: Serialize>(
        &mut self,
        kind: &'static str,
        dedup: Option<&str>,
        args: &A,
    ) -> Result<Uuid> {
        let floor = self.floor().clone();
        if floor.job_kind(kind).is_none() {
            return Err(Problem::internal(format!(
                "no job kind {kind} is registered"
            )));
        }
        let id = floor.new_id();
        let now = floor.now();
        let sealed = floor
            .vault()
            .seal("job", "args", id, &serde_json::to_vec(args)?);
        let actor = self.ctx().actor();
        let sql = Sql::with(
            "insert into job (id, kind, status, args, done, total, actor, actor_name, \
             organisation, dedup, cancel, attempts, created_at, updated_at) \
             values (?, ?, 'queued', ?, 0, 0, ?, ?, ?, ?, ?, 0, ?, ?)",
            [
                id.into(),
                kind.into(),
                sealed.into(),
                actor.user.into(),
                actor.name.as_str().into(),
                actor.organisation.into(),
                dedup.into(),
                false.into(),
                now.into(),
                now.into(),
            ],
        );
        self.conn().run(sql).await?;
        self.ring = true;
        Ok(id)
    }
}

/// A job that the runner has claimed.
pub(super) struct Claimed {
    pub id: Uuid,
    pub kind: String,
    /// Sealed; opened by the run, so that a broken one fails its own job and no other.
    pub args: Vec<u8>,
    pub state: Option<Vec<u8>>,
    pub actor: Uuid,
    pub organisation: Uuid,
    pub done: i64,
    pub total: i64,
    pub attempts: i32,
}

impl Claimed {
    pub fn open(&self, floor: &Floor) -> Result<(Value, Option<Value>)> {
        let open = |column: &str, sealed: &[u8]| -> Result<Value> {
            Ok(serde_json::from_slice(
                &floor.vault().open("job", column, self.id, sealed)?,
            )?)
        };
        let state = self
            .state
            .as_deref()
            .map(|sealed| open("state", sealed))
            .transpose()?;
        Ok((open("args", &self.args)?, state))
    }
}

/// Claims the oldest job that waits, or whose runner gave no sign of life for the lease's time.
pub(super) async fn claim(floor: &Floor, owner: Uuid) -> Result<Option<Claimed>> {
    let now = floor.now();
    // A look through the snapshot first: an idle runner does not touch the writer.
    let waiting = Sql::new(
        "select id from job where status = 'queued' or (status = 'running' and lease_until < ",
    )
    .bind(now)
    .text(") order by created_at, id limit 1");
    let conn = floor.db().read().await?;
    if conn.row(waiting.clone()).await?.is_none() {
        return Ok(None);
    }
    drop(conn);
    let conn = floor.db().write().await?;
    let Some(id) = conn.scalar::<Uuid>(waiting).await? else {
        return Ok(None);
    };
    let sql =
        Sql::new("update job set status = 'running', attempts = attempts + 1, lease_owner = ")
            .bind(owner)
            .text(", lease_until = ")
            .bind(now + Duration::seconds(limits::JOB_LEASE_SECONDS))
            .text(", updated_at = ")
            .bind(now)
            .text(" where id = ")
            .bind(id)
            .text(" returning kind, args, state, actor, organisation, done, total, attempts");
    let row = conn
        .row(sql)
        .await?
        .ok_or_else(|| Problem::internal("the claimed job vanished"))?;
    let claimed = Claimed {
        id,
        kind: row.try_get_by_index(0)?,
        args: row.try_get_by_index(1)?,
        state: row.try_get_by_index(2)?,
        actor: row.try_get_by_index(3)?,
        organisation: row.try_get_by_index(4)?,
        done: row.try_get_by_index(5)?,
        total: row.try_get_by_index(6)?,
        attempts: row.try_get_by_index(7)?,
    };
    conn.commit().await?;
    Ok(Some(claimed))
}

/// Stores checkpoint and progress; answers whether the job was told to stop.
///
/// # Errors
/// When the lease went to another runner: then this one must stop at once.
pub(super) async fn checkpoint(
    floor: &Floor,
    conn: &Conn,
    id: Uuid,
    owner: Uuid,
    state: &Value,
    done: i64,
    total: i64,
) -> Result<bool> {
    let now = floor.now();
    let sealed = floor
        .vault()
        .seal("job", "state", id, &serde_json::to_vec(state)?);
    let sql = Sql::new("update job set state = ")
        .bind(sealed)
        .text(", done = ")
        .bind(done)
        .text(", total = ")
        .bind(total)
        .text(", lease_until = ")
        .bind(now + Duration::seconds(limits::JOB_LEASE_SECONDS))
        .text(", updated_at = ")
        .bind(now)
        .text(" where status = 'running' and id = ")
        .bind(id)
        .text(" and lease_owner = ")
        .bind(owner)
        .text(" returning cancel");
    let cancel: Option<bool> = conn.scalar(sql).await?;
    cancel.ok_or_else(|| Problem::conflict().because("the job was taken over by another runner"))
}

/// A sign of life with progress; answers whether the job was told to stop.
pub(super) async fn beat(
    floor: &Floor,
    id: Uuid,
    owner: Uuid,
    progress: Option<(i64, i64)>,
    stage: Option<(&str, &str)>,
) -> Result<bool> {
    let now = floor.now();
    let mut sql = Sql::new("update job set lease_until = ")
        .bind(now + Duration::seconds(limits::JOB_LEASE_SECONDS))
        .text(", updated_at = ")
        .bind(now);
    if let Some((done, total)) = progress {
        sql = sql
            .text(", done = ")
            .bind(done)
            .text(", total = ")
            .bind(total);
    }
    if let Some((zh, en)) = stage {
        sql = sql
            .text(", stage_zh = ")
            .bind(zh)
            .text(", stage_en = ")
            .bind(en);
    }
    let sql = sql
        .text(" where status = 'running' and id = ")
        .bind(id)
        .text(" and lease_owner = ")
        .bind(owner)
        .text(" returning cancel");
    let conn = floor.db().write().await?;
    let cancel: Option<bool> = conn.scalar(sql).await?;
    conn.commit().await?;
    Ok(cancel.unwrap_or(true))
}

/// Writes the end of a job.
pub(super) async fn close(floor: &Floor, id: Uuid, owner: Uuid, end: Result<Value>) -> Result<()> {
    let now = floor.now();
    if matches!(&end, Err(problem) if problem.code() == kinds::BUSY.code) {
        // The database had no time for it; that is no fault of the job. Its attempts are counted.
        return wait_again(floor, id, owner).await;
    }
    let (status, result, error) = match end {
        Ok(value) => ("done", Some(value.to_string()), None),
        Err(problem) => {
            let cancelled = problem.code() == kinds::JOB_CANCELLED.code;
            if !cancelled {
                tracing::error!(job = %id, code = problem.code(), cause = %problem, "job failed");
            }
            let body = problem.body(crate::http::Locale::Zh, Some(&id.to_string()));
            let status = if cancelled { "cancelled" } else { "failed" };
            (status, None, Some(serde_json::to_string(&body)?))
        }
    };
    let sql = Sql::new("update job set status = ")
        .bind(status)
        .text(", result = ")
        .bind(result)
        .text(", error = ")
        .bind(error)
        .text(", lease_owner = null, lease_until = null, finished_at = ")
        .bind(now)
        .text(", updated_at = ")
        .bind(now)
        .text(" where status = 'running' and id = ")
        .bind(id)
        .text(" and lease_owner = ")
        .bind(owner);
    let conn = floor.db().write().await?;
    conn.run(sql).await?;
    conn.commit().await?;
    Ok(())
}

/// Puts one job back into the queue, to go on from its checkpoint.
async fn wait_again(floor: &Floor, id: Uuid, owner: Uuid) -> Result<()> {
    let sql = Sql::new(
        "update job set status = 'queued', lease_owner = null, lease_until = null \
         where status = 'running' and id = ",
    )
    .bind(id)
    .text(" and lease_owner = ")
    .bind(owner);
    let conn = floor.db().write().await?;
    conn.run(sql).await?;
    conn.commit().await?;
    Ok(())
}

/// Puts the jobs of stopped workers back into the queue.
pub(super) async fn release(floor: &Floor, owners: &[Uuid]) -> Result<u64> {
    let sql = Sql::new(
        "update job set status = 'queued', attempts = attempts - 1, lease_owner = null, \
         lease_until = null where status = 'running' and lease_owner in ",
    )
    .bind_all(owners.iter().copied());
    let conn = floor.db().write().await?;
    let n = conn.run(sql).await?;
    conn.commit().await?;
    Ok(n)
}

/// Puts jobs of dead runners back into the queue. Only when it is certain that no other process
/// works on this database.
pub(super) async fn release_all(floor: &Floor) -> Result<u64> {
    let conn = floor.db().write().await?;
    let n = conn
        .run(
            "update job set status = 'queued', lease_owner = null, lease_until = null \
             where status = 'running'"
                .into(),
        )
        .await?;
    conn.commit().await?;
    Ok(n)
}

/// One job.
///
/// # Errors
/// When the database fails.
pub async fn find(conn: &Conn, id: Uuid) -> Result<Option<JobView>> {
    let sql = Sql::new(format!("{} where id = ", super::list::SELECT)).bind(id);
    conn.row(sql).await?.map(super::list::view).transpose()
}

/// How many jobs wait or run.
///
/// # Errors
/// When the database fails.
pub async fn unfinished(floor: &Floor) -> Result<i64> {
    let conn = floor.db().read().await?;
    let sql = "select count(*) from job where status in ('queued', 'running')";
    Ok(conn.scalar(sql.into()).await?.unwrap_or(0))
}
