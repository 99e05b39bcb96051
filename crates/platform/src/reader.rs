//! Reading: a snapshot with the scope on it, and the access log behind it.

use kernel::DivisionCode;
use sea_orm::Select;
use serde::Serialize;

use crate::{
    access::{Note, Opened},
    ctx::Ctx,
    db::Conn,
    operation::Operation,
    problem::{Problem, Result},
    scope::{Scope, ScopedEntity},
};

/// A snapshot of the database for one query.
///
/// Operations marked `personal` must call [`Reader::finish`] before they answer: the entry of the
/// access log is then durable. The HTTP layer turns a successful answer of an unfinished personal
/// reader into an error, so nothing personal leaves unrecorded.
#[derive(Debug)]
pub struct Reader {
    ctx: Ctx,
    operation: &'static Operation,
    scope: Scope,
    conn: Option<Conn>,
    notes: Vec<Note>,
    finished: bool,
}

impl Reader {
    pub(crate) fn new(ctx: Ctx, operation: &'static Operation, scope: Scope, conn: Conn) -> Self {
        if operation.personal {
            ctx.request().reading_started();
        }
        Self {
            ctx,
            operation,
            scope,
            conn: Some(conn),
            notes: Vec::new(),
            finished: false,
        }
    }

    /// The context.
    pub fn ctx(&self) -> &Ctx {
        &self.ctx
    }

    /// Where this operation is allowed.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// The snapshot, for tables that do not concern people and for raw SQL that uses
    /// `reader.scope().sql("h.division")`.
    pub fn conn(&self) -> &Conn {
        self.conn
            .as_ref()
            .expect("the snapshot is there until finish takes it")
    }

    /// A query with the scope on it: the only way to people's rows through SeaORM.
    pub fn find<E: ScopedEntity>(&self) -> Select<E> {
        self.scope.find::<E>()
    }

    /// Checks that a division lies in the scope.
    ///
    /// # Errors
    /// `platform.not_found`: who may not see it does not learn that it exists.
    pub fn require(&self, division: &DivisionCode) -> Result<()> {
        if self.scope.contains(division) {
            Ok(())
        } else {
            Err(Problem::not_found())
        }
    }

    /// As [`Reader::require`] for a row that belongs to a section.
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

    /// Notes that one subject's file was opened (`"household"`, its id, its division).
    pub fn opened(
        &mut self,
        noun: &'static str,
        id: impl std::fmt::Display,
        division: &DivisionCode,
    ) {
        self.notes.push(Note::Opened(Opened {
            noun,
            subject: id.to_string(),
            division: division.as_str().to_owned(),
        }));
    }

    /// Notes a list, search or export: the filter, how many rows were shown, and the digest of
    /// their ids (see [`crate::audit::digest_ids`]).
    pub fn listed<F: Serialize>(
        &mut self,
        noun: &'static str,
        filter: &F,
        count: u64,
        digest: [u8; 32],
    ) {
        let filter = serde_json::to_string(filter).unwrap_or_default();
        self.notes.push(Note::Listed {
            noun,
            filter,
            count,
            digest,
        });
    }

    /// Ends the snapshot and makes the access-log entries durable.
    ///
    /// # Errors
    /// When the log cannot be written: then the answer must not be given.
    pub async fn finish(mut self) -> Result<()> {
        // The connection goes back before the wait: whoever writes the log may need it.
        if let Some(conn) = self.conn.take() {
            conn.rollback().await?;
        }
        if self.operation.personal || !self.notes.is_empty() {
            if self.ctx.is_writing() {
                return Err(Problem::internal(format!(
                    "{} finishes reading while a unit of work of the same context is open; \
                     finish first, or read through the unit of work",
                    self.operation.id
                )));
            }
            let notes = std::mem::take(&mut self.notes);
            crate::access::append(&self.ctx, self.operation, notes).await?;
        }
        self.finished = true;
        Ok(())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if self.operation.personal && self.finished {
            self.ctx.request().reading_finished();
        }
    }
}
