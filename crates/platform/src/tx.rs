//! The unit of work: nothing commits without its audit entry.

use kernel::DivisionCode;
use sea_orm::{EntityTrait, QueryFilter, Select, UpdateMany};
use serde::Serialize;
use serde_json::Value;

use crate::{
    audit::{self, Bulk, Committed, Draft, RowDigest},
    change::Change,
    ctx::Ctx,
    db::{Conn, Sql},
    fault,
    idempotency::{self, Answer, Guard},
    limits,
    operation::Operation,
    problem::{Problem, Result},
    scope::{Scope, ScopedEntity},
};

/// An open command. [`Tx::commit`] appends one audit entry to the chain of the actor's
/// organisation in the same transaction; dropping it rolls everything back.
pub struct Tx {
    ctx: Ctx,
    operation: &'static Operation,
    reason: Option<String>,
    scope: Scope,
    conn: Option<Conn>,
    guard: Option<Guard>,
    changes: Vec<Change>,
    bulks: Vec<Bulk>,
    about: Option<(String, String, Option<String>)>,
    answer: Option<Answer>,
    since: tokio::time::Instant,
    pub(crate) ring: bool,
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx")
            .field("operation", &self.operation.id)
            .finish_non_exhaustive()
    }
}

/// Where a unit of work stood before a part of it that may be taken back.
#[must_use = "a part is kept or taken back"]
#[derive(Debug)]
pub struct Mark {
    changes: usize,
    bulks: usize,
    about: Option<(String, String, Option<String>)>,
    ring: bool,
}

const OPEN: &str = "the transaction is there until commit takes it";

impl Tx {
    pub(crate) fn new(
        ctx: Ctx,
        operation: &'static Operation,
        reason: Option<&str>,
        scope: Scope,
        conn: Conn,
        guard: Option<Guard>,
    ) -> Self {
        ctx.write_opened();
        Self {
            ctx,
            operation,
            reason: reason.map(str::to_owned),
            scope,
            conn: Some(conn),
            guard,
            changes: Vec::new(),
            bulks: Vec::new(),
            about: None,
            answer: None,
            since: tokio::time::Instant::now(),
            ring: false,
        }
    }

    /// The context.
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// The operation that runs.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The open transaction.
    pub fn conn(&self) -> &Conn {
        self.conn.as_ref().expect(OPEN)
    }

    pub(crate) fn conn_mut(&mut self) -> &mut Conn {
        self.conn.as_mut().expect(OPEN)
    }

    /// Where this operation is allowed.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// A query with the scope on it.
    pub fn find<E: ScopedEntity>(&self) -> Select<E> {
        self.scope.find::<E>()
    }

    /// A set-based update with the scope on it.
    pub fn update<E: ScopedEntity>(&self) -> UpdateMany<E> {
        <E as EntityTrait>::update_many().filter(self.scope.condition::<E>())
    }

    /// Checks that a division lies in the scope.
    ///
    /// # Errors
    /// `platform.not_found`.
    pub fn require(&self, division: &DivisionCode) -> Result<()> {
        if self.scope.contains(division) {
            Ok(())
        } else {
            Err(Problem::not_found())
        }
    }

    /// As [`Tx::require`] for a row that belongs to a section.
    ///
    /// # Errors
    /// `platform.not_found`.
    pub fn require_in(&self, division: &DivisionCode, section: &str) -> Result<()> {
        if self.scope.contains_in(division, section) {
            Ok(())
        } else {
            Err(Problem::not_found())
        }
    }

    /// The scope of another operation or permission, for checks inside this command.
    pub fn scope_of(&self, permission: &str) -> Scope {
        self.ctx.rights().scope(permission)
    }

    /// Names what the command is about; without it the first change says so.
    pub fn about<'a>(
        &mut self,
        noun: &str,
        id: impl std::fmt::Display,
        division: impl Into<Option<&'a DivisionCode>>,
    ) {
        let division = division.into().map(|d| d.as_str().to_owned());
        self.about = Some((noun.to_owned(), id.to_string(), division));
    }

    /// Sets the reason when it is known only after the unit of work began.
    pub fn because(&mut self, reason: &str) {
        self.reason = Some(reason.to_owned());
    }

    /// Puts a change into the change set.
    pub fn record(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Records a bulk write as one: what (`"roll_lines"`), of which subject (the roll's id),
    /// totals as JSON, and the digest over its rows in business-key order. `audit verify`
    /// recomputes the digest through the noun's [`crate::audit::Verifier`].
    pub fn record_bulk(
        &mut self,
        noun: &str,
        subject: impl std::fmt::Display,
        totals: Value,
        rows: RowDigest,
    ) {
        self.bulks
            .push(Bulk::new(noun, subject.to_string(), totals, rows));
    }

    /// The answer that a repeat of this command gets. Commands with an idempotency key must set
    /// it before they commit; [`Tx::finish`] does both.
    ///
    /// # Errors
    /// When the value cannot be written as JSON.
    pub fn answer<T: Serialize>(&mut self, status: u16, value: &T) -> Result<()> {
        self.answer = Some(Answer::json(status, value)?);
        Ok(())
    }

    /// An empty answer (204).
    pub fn answer_empty(&mut self) {
        self.answer = Some(Answer {
            status: 204,
            body: None,
            etag: None,
        });
    }

    /// Sets the answer, commits, and gives the answer to send: the usual end of a command that
    /// came over HTTP.
    ///
    /// ```ignore
    /// tx.finish(201, &household).await      // Result<Answer>, an axum response
    /// ```
    ///
    /// # Errors
    /// As [`Tx::commit`].
    pub async fn finish<T: Serialize>(mut self, status: u16, value: &T) -> Result<Answer> {
        let answer = Answer::json(status, value)?;
        self.answer = Some(answer.clone());
        self.commit().await?;
        Ok(answer)
    }

    /// As [`Tx::finish`], with the resource's version as entity tag.
    ///
    /// # Errors
    /// As [`Tx::commit`].
    pub async fn finish_versioned<T: Serialize>(
        mut self,
        status: u16,
        value: &T,
        version: i32,
    ) -> Result<Answer> {
        let mut answer = Answer::json(status, value)?;
        answer.etag = Some(format!("\"{version}\""));
        self.answer = Some(answer.clone());
        self.commit().await?;
        Ok(answer)
    }

    /// Tells what happened to the slices that asked to be told; their work belongs to this unit.
    ///
    /// # Errors
    /// The first error of a handler; the unit of work must then be dropped.
    pub async fn event<E: Send + Sync + 'static>(&mut self, event: &E) -> Result<()> {
        let floor = self.ctx.floor().clone();
        for handler in floor.parts().handlers.of::<E>() {
            handler.handle(self, event).await?;
        }
        Ok(())
    }

    /// The next number of a gap-free series (area + programme + year), allotted in this
    /// transaction: rolled back with it, so no number is ever missing. Starts at 1.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn serial(&mut self, area: &str, programme: &str, year: i32) -> Result<i64> {
        let sql = Sql::with(
            "insert into serial (area, programme, year, last) values (?, ?, ?, 1) \
             on conflict (area, programme, year) do update set last = serial.last + 1 returning last",
            [area.into(), programme.into(), year.into()],
        );
        let last = self.conn().scalar::<i64>(sql).await?;
        last.ok_or_else(|| Problem::internal("the serial table answered nothing"))
    }

    /// As [`Tx::serial`], for a number of rows at once: answers the first of `count` numbers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn serials(
        &mut self,
        area: &str,
        programme: &str,
        year: i32,
        count: i64,
    ) -> Result<i64> {
        let sql = Sql::with(
            "insert into serial (area, programme, year, last) values (?, ?, ?, ?) \
             on conflict (area, programme, year) do update set last = serial.last + excluded.last \
             returning last",
            [area.into(), programme.into(), year.into(), count.into()],
        );
        let last = self.conn().scalar::<i64>(sql).await?;
        last.map(|last| last - count + 1)
            .ok_or_else(|| Problem::internal("the serial table answered nothing"))
    }

    /// Commits with the audit entry. The only way to commit.
    ///
    /// # Errors
    /// When the entry cannot be written or the database refuses; nothing is changed then.
    pub async fn commit(mut self) -> Result<Committed> {
        let floor = self.ctx.floor().clone();
        let at = floor.now();
        let draft = Draft {
            at,
            actor: self.ctx.actor().clone(),
            operation: self.operation.id,
            reason: self.reason.take(),
            about: self.about.take(),
            changes: std::mem::take(&mut self.changes),
            bulks: std::mem::take(&mut self.bulks),
            request: self.ctx.request_id().to_owned(),
        };
        fault::point("platform.commit.before_audit")?;
        let committed = audit::append(&floor, self.conn(), draft).await?;
        if let Some(guard) = &self.guard {
            let answer = self.answer.take().ok_or_else(|| {
                Problem::internal(format!(
                    "{} has an idempotency key but no answer; use tx.finish or tx.answer",
                    self.operation.id
                ))
            })?;
            idempotency::store(&floor, self.conn(), guard, &answer, at).await?;
        }
        fault::point("platform.commit.before_commit")?;
        self.conn.take().expect(OPEN).commit().await?;
        fault::point("platform.commit.after_commit")?;
        let held = self.since.elapsed().as_millis();
        if held > u128::from(limits::WRITE_SLICE_MS) {
            tracing::debug!(operation = self.operation.id, held_ms = %held, "the write lock was held long");
        }
        if self.ring {
            floor.parts().bell.ring();
        }
        Ok(committed)
    }

    /// Begins a part of the unit of work that may be taken back by itself: one case of many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark(&mut self) -> Result<Mark> {
        self.conn().border("savepoint part").await?;
        Ok(Mark {
            changes: self.changes.len(),
            bulks: self.bulks.len(),
            about: self.about.clone(),
            ring: self.ring,
        })
    }

    /// Keeps the part since a mark.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep(&mut self, _: Mark) -> Result<()> {
        Ok(self.conn().border("release savepoint part").await?)
    }

    /// Takes back the part since a mark: its rows, and what it put into the change set.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_back(&mut self, mark: Mark) -> Result<()> {
        self.conn().border("rollback to savepoint part").await?;
        self.conn().border("release savepoint part").await?;
        self.changes.truncate(mark.changes);
        self.bulks.truncate(mark.bulks);
        (self.about, self.ring) = (mark.about, mark.ring);
        Ok(())
    }

    /// Rolls back and waits for it; dropping does the same without waiting.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rollback(mut self) -> Result<()> {
        self.conn.take().expect(OPEN).rollback().await?;
        Ok(())
    }

    /// The floor, as a shorthand.
    pub fn floor(&self) -> &crate::floor::Floor {
        self.ctx.floor()
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        self.ctx.write_closed();
    }
}

/// A write that is no act of anybody and means nothing to the trade: a session's last use, a
/// counter of wrong passwords. It has no audit entry, so it must never touch data of people,
/// money, rights or decisions; the tidy test knows who may call it.
#[derive(Debug)]
pub struct Technical {
    conn: Conn,
}

impl Technical {
    /// The open transaction.
    pub fn conn(&self) -> &Conn {
        &self.conn
    }

    /// Commits; dropping rolls back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn commit(self) -> Result<()> {
        Ok(self.conn.commit().await?)
    }
}

impl crate::floor::Floor {
    /// Opens a [`Technical`] write.
    ///
    /// # Errors
    /// `platform.busy` when the writer cannot be had.
    pub async fn technical(&self) -> Result<Technical> {
        Ok(Technical {
            conn: self.db().write().await?,
        })
    }

    /// A snapshot for work before anybody is known: sign-in, health, start-up. Not for people's
    /// data other than the accounts themselves.
    ///
    /// # Errors
    /// When the database is not reachable.
    pub async fn snapshot(&self) -> Result<Conn> {
        self.db().read().await
    }
}
