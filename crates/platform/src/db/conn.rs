//! One open transaction on either database, seen by SeaORM as a connection.

use std::sync::Arc;

use async_trait::async_trait;
use futures::TryStreamExt;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement, Values,
};
use sea_query_sqlx::SqlxValues;
use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};
use tokio::sync::Mutex;

use super::Sql;
use crate::problem::Problem;

/// An open transaction. SeaORM statements run on it (`entity.all(conn)`), and so do raw ones
/// built with [`Sql`]. It cannot be committed by a slice: only `Tx::commit` does that.
pub struct Conn {
    backend: DbBackend,
    inner: Mutex<Inner>,
}

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl std::fmt::Debug for Conn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conn")
            .field("backend", &self.backend)
            .finish_non_exhaustive()
    }
}

fn exec_error(e: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(Arc::new(e)))
}

fn query_error(e: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(Arc::new(e)))
}

/// The borders of the transaction belong to the unit of work.
fn allowed(sql: &str) -> Result<(), DbErr> {
    const BORDERS: [&str; 7] = [
        "begin",
        "commit",
        "end",
        "rollback",
        "savepoint",
        "release",
        "attach",
    ];
    let first = sql
        .trim_start()
        .split(|c: char| !c.is_ascii_alphabetic())
        .next();
    let first = first.unwrap_or_default().to_ascii_lowercase();
    if BORDERS.contains(&first.as_str()) {
        return Err(DbErr::Custom(format!(
            "{first}: the unit of work alone begins and ends"
        )));
    }
    Ok(())
}

fn bound(values: Option<Values>) -> SqlxValues {
    SqlxValues(values.unwrap_or(Values(Vec::new())))
}

impl Conn {
    pub(crate) fn new(inner: Inner) -> Self {
        let backend = match &inner {
            Inner::Sqlite(_) => DbBackend::Sqlite,
            Inner::Postgres(_) => DbBackend::Postgres,
        };
        Self {
            backend,
            inner: Mutex::new(inner),
        }
    }

    /// Exclusive access to the driver's own transaction, for COPY and the like.
    pub(crate) fn driver(&mut self) -> &mut Inner {
        self.inner.get_mut()
    }

    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        match self.inner.into_inner() {
            Inner::Sqlite(t) => t.commit().await.map_err(exec_error),
            Inner::Postgres(t) => t.commit().await.map_err(exec_error),
        }
    }

    pub(crate) async fn rollback(self) -> Result<(), DbErr> {
        match self.inner.into_inner() {
            Inner::Sqlite(t) => t.rollback().await.map_err(exec_error),
            Inner::Postgres(t) => t.rollback().await.map_err(exec_error),
        }
    }

    /// Runs a statement about the borders inside the transaction, which `execute` refuses.
    pub(crate) async fn border(&self, sql: &'static str) -> Result<(), DbErr> {
        match &mut *self.inner.lock().await {
            Inner::Sqlite(t) => sqlx::query(sql).execute(&mut **t).await.map(|_| ()),
            Inner::Postgres(t) => sqlx::query(sql).execute(&mut **t).await.map(|_| ()),
        }
        .map_err(exec_error)
    }

    /// True on the embedded database.
    pub fn is_sqlite(&self) -> bool {
        self.backend == DbBackend::Sqlite
    }

    /// Runs a statement and answers the number of rows it touched.
    pub async fn run(&self, sql: Sql) -> Result<u64, Problem> {
        Ok(self
            .execute_raw(sql.statement(self.backend))
            .await?
            .rows_affected())
    }

    /// All rows of a query. For results whose size nobody bounds use [`Conn::for_each`].
    pub async fn rows(&self, sql: Sql) -> Result<Vec<QueryResult>, Problem> {
        Ok(self.query_all_raw(sql.statement(self.backend)).await?)
    }

    /// The first row of a query, if there is one.
    pub async fn row(&self, sql: Sql) -> Result<Option<QueryResult>, Problem> {
        Ok(self.query_one_raw(sql.statement(self.backend)).await?)
    }

    /// The first column of the first row.
    pub async fn scalar<T: sea_orm::TryGetable>(&self, sql: Sql) -> Result<Option<T>, Problem> {
        match self.row(sql).await? {
            Some(row) => Ok(Some(row.try_get_by_index(0)?)),
            None => Ok(None),
        }
    }

    /// Walks a result row by row in bounded memory; stops at the first error of `each`.
    /// `each` must not run statements on the same connection: it is busy with this one.
    pub async fn for_each<F>(&self, sql: Sql, mut each: F) -> Result<u64, Problem>
    where
        F: FnMut(QueryResult) -> Result<(), Problem> + Send,
    {
        let stmt = sql.statement(self.backend);
        let mut inner = self.inner.lock().await;
        let mut count = 0;
        match &mut *inner {
            Inner::Sqlite(t) => {
                let query = sqlx::query_with(AssertSqlSafe(stmt.sql), bound(stmt.values));
                let mut rows = query.fetch(&mut **t);
                while let Some(row) = rows.try_next().await.map_err(query_error)? {
                    each(row.into())?;
                    count += 1;
                }
            }
            Inner::Postgres(t) => {
                let query = sqlx::query_with(AssertSqlSafe(stmt.sql), bound(stmt.values));
                let mut rows = query.fetch(&mut **t);
                while let Some(row) = rows.try_next().await.map_err(query_error)? {
                    each(row.into())?;
                    count += 1;
                }
            }
        }
        Ok(count)
    }
}

#[async_trait]
impl ConnectionTrait for Conn {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        allowed(&stmt.sql)?;
        let sql = AssertSqlSafe(stmt.sql);
        match &mut *self.inner.lock().await {
            Inner::Sqlite(t) => sqlx::query_with(sql, bound(stmt.values))
                .execute(&mut **t)
                .await
                .map(Into::into)
                .map_err(exec_error),
            Inner::Postgres(t) => sqlx::query_with(sql, bound(stmt.values))
                .execute(&mut **t)
                .await
                .map(Into::into)
                .map_err(exec_error),
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        allowed(sql)?;
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match &mut *self.inner.lock().await {
            Inner::Sqlite(t) => sql
                .execute(&mut **t)
                .await
                .map(Into::into)
                .map_err(exec_error),
            Inner::Postgres(t) => sql
                .execute(&mut **t)
                .await
                .map(Into::into)
                .map_err(exec_error),
        }
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        let sql = AssertSqlSafe(stmt.sql);
        match &mut *self.inner.lock().await {
            Inner::Sqlite(t) => sqlx::query_with(sql, bound(stmt.values))
                .fetch_optional(&mut **t)
                .await
                .map(|row| row.map(Into::into))
                .map_err(query_error),
            Inner::Postgres(t) => sqlx::query_with(sql, bound(stmt.values))
                .fetch_optional(&mut **t)
                .await
                .map(|row| row.map(Into::into))
                .map_err(query_error),
        }
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let sql = AssertSqlSafe(stmt.sql);
        match &mut *self.inner.lock().await {
            Inner::Sqlite(t) => sqlx::query_with(sql, bound(stmt.values))
                .fetch_all(&mut **t)
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect())
                .map_err(query_error),
            Inner::Postgres(t) => sqlx::query_with(sql, bound(stmt.values))
                .fetch_all(&mut **t)
                .await
                .map(|rows| rows.into_iter().map(Into::into).collect())
                .map_err(query_error),
        }
    }
}
