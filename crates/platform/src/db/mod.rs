//! The database: SQLite in a file (the default) or PostgreSQL by URL, behind one type.

mod conn;
mod ddl;
mod migrate;
mod sql;
#[cfg(test)]
mod tests;

use std::{path::PathBuf, str::FromStr, sync::Arc};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend};
use sea_orm_migration::MigrationTrait;
use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

pub use conn::Conn;
pub(crate) use conn::Inner;
pub use ddl::ddl;
pub use migrate::migration;
pub use sql::Sql;

use crate::{
    limits,
    problem::{Problem, kinds},
};

/// Where the data lies.
#[derive(Clone, Debug)]
pub enum DbConfig {
    /// One file of the embedded database.
    Sqlite(PathBuf),
    /// `postgres://user@host/name`.
    Postgres(String),
}

impl DbConfig {
    /// `postgres://…` or a path of a file.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Postgres(text.to_owned())
        } else {
            Self::Sqlite(PathBuf::from(text.trim_start_matches("sqlite://")))
        }
    }
}

/// The open database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    inner: Arc<Pools>,
}

#[derive(Debug)]
enum Pools {
    /// SQLite allows one writer: one connection owns writing, the others only read snapshots.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    /// Writers queue for a pool of their own, so that readers never keep them out.
    Postgres { writer: PgPool, readers: PgPool },
}

/// Serialises commands on PostgreSQL as SQLite does by nature, so that both databases show the
/// same behaviour and a check made in a command still holds when it commits.
const PG_WRITER_LOCK: &str = "select pg_advisory_xact_lock(7017269)";

fn sqlite_options(path: &std::path::Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(limits::BUSY_TIMEOUT)
        .foreign_keys(true)
        .pragma("temp_store", "memory")
        .pragma("cache_size", "-16384")
        .pragma("mmap_size", "268435456")
        .statement_cache_capacity(256)
}

impl Db {
    /// Opens the database, creating the SQLite file where there is none. Does not migrate.
    pub async fn open(config: &DbConfig) -> Result<Self, Problem> {
        let pools = match config {
            DbConfig::Sqlite(path) => {
                let writer = SqlitePoolOptions::new()
                    .max_connections(1)
                    .min_connections(1)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .acquire_timeout(limits::WRITER_WAIT)
                    .connect_with(sqlite_options(path).pragma("cache_size", "-65536"))
                    .await?;
                let readers = SqlitePoolOptions::new()
                    .max_connections(limits::READERS)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .acquire_timeout(limits::READER_WAIT)
                    .connect_with(sqlite_options(path).pragma("query_only", "on"))
                    .await?;
                Pools::Sqlite { writer, readers }
            }
            DbConfig::Postgres(url) => {
                let options = PgConnectOptions::from_str(url)?
                    .options([("lock_timeout", "20s"), ("timezone", "UTC")])
                    .application_name("doudi");
                let writer = PgPoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(limits::WRITER_WAIT)
                    .connect_with(options.clone())
                    .await?;
                let readers = PgPoolOptions::new()
                    .max_connections(limits::READERS)
                    .acquire_timeout(limits::READER_WAIT)
                    .connect_with(options)
                    .await?;
                Pools::Postgres { writer, readers }
            }
        };
        Ok(Self {
            inner: Arc::new(pools),
        })
    }

    /// Which database this is.
    pub fn backend(&self) -> DbBackend {
        match &*self.inner {
            Pools::Sqlite { .. } => DbBackend::Sqlite,
            Pools::Postgres { .. } => DbBackend::Postgres,
        }
    }

    /// Applies the migrations that are not applied yet, all or none, in the order given.
    pub async fn migrate(&self, list: &[Box<dyn MigrationTrait>]) -> Result<usize, Problem> {
        migrate::run(self.seaorm(), list).await
    }

    fn seaorm(&self) -> DatabaseConnection {
        match &*self.inner {
            Pools::Sqlite { writer, .. } => DatabaseConnection::from(writer.clone()),
            Pools::Postgres { writer, .. } => DatabaseConnection::from(writer.clone()),
        }
    }

    /// Opens a snapshot for reading: all its statements see the same state.
    pub(crate) async fn read(&self) -> Result<Conn, Problem> {
        Ok(Conn::new(match &*self.inner {
            Pools::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Pools::Postgres { readers, .. } => Inner::Postgres(
                readers
                    .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        }))
    }

    /// Opens the one writing transaction, waiting for the writer before it.
    pub(crate) async fn write(&self) -> Result<Conn, Problem> {
        match &*self.inner {
            Pools::Sqlite { writer, .. } => {
                let t = writer.begin_with("BEGIN IMMEDIATE").await.map_err(busy)?;
                Ok(Conn::new(Inner::Sqlite(t)))
            }
            Pools::Postgres { writer, .. } => {
                let conn = Conn::new(Inner::Postgres(writer.begin().await.map_err(busy)?));
                conn.execute_unprepared(PG_WRITER_LOCK).await?;
                Ok(conn)
            }
        }
    }

    /// Merges the write-ahead log into the file and releases it; other databases need nothing.
    pub async fn checkpoint(&self) -> Result<(), Problem> {
        if let Pools::Sqlite { writer, .. } = &*self.inner {
            sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                .execute(writer)
                .await?;
        }
        Ok(())
    }

    /// Writes a whole and consistent copy of the embedded database to a new file while others
    /// go on working. PostgreSQL brings its own tools for this (`pg_dump`).
    ///
    /// # Errors
    /// When the file exists already or cannot be written, or the database is PostgreSQL.
    pub async fn backup(&self, to: &std::path::Path) -> Result<(), Problem> {
        let Pools::Sqlite { writer, .. } = &*self.inner else {
            return Err(Problem::internal("back PostgreSQL up with pg_dump"));
        };
        let path = to
            .to_str()
            .ok_or_else(|| Problem::internal("the path is not UTF-8"))?;
        sqlx::query("vacuum into ?")
            .bind(path)
            .execute(writer)
            .await?;
        std::fs::File::open(to)?.sync_all()?;
        Ok(())
    }

    /// Lets the database gather the statistics that its planner needs; call it after a bulk load.
    pub async fn analyze(&self) -> Result<(), Problem> {
        match &*self.inner {
            Pools::Sqlite { writer, .. } => {
                sqlx::raw_sql("PRAGMA optimize=0x10002")
                    .execute(writer)
                    .await?;
            }
            Pools::Postgres { writer, .. } => {
                sqlx::raw_sql("ANALYZE").execute(writer).await?;
            }
        }
        Ok(())
    }

    /// Closes all connections, after those in use have come back.
    pub async fn close(&self) {
        match &*self.inner {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
        }
    }
}

fn busy(e: sqlx::Error) -> Problem {
    match e {
        sqlx::Error::PoolTimedOut => Problem::new(&kinds::BUSY),
        other => other.into(),
    }
}
