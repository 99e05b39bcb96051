//! Errors of libraries become problems.

use sea_orm::{DbErr, RuntimeErr, SqlErr};

use super::{Problem, kinds};

impl From<DbErr> for Problem {
    fn from(e: DbErr) -> Self {
        match e.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => {
                return Problem::new(&kinds::CONFLICT).because(e);
            }
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => {
                return Problem::new(&kinds::CONFLICT).because(e);
            }
            _ => {}
        }
        if let DbErr::Exec(RuntimeErr::SqlxError(inner))
        | DbErr::Query(RuntimeErr::SqlxError(inner)) = &e
            && is_busy(inner)
        {
            return Problem::new(&kinds::BUSY).because(e);
        }
        match e {
            DbErr::RecordNotUpdated => Problem::new(&kinds::CONFLICT).because(e),
            DbErr::ConnectionAcquire(_) => Problem::new(&kinds::BUSY).because(e),
            other => Problem::internal(other),
        }
    }
}

impl From<sqlx::Error> for Problem {
    fn from(e: sqlx::Error) -> Self {
        match &e {
            sqlx::Error::PoolTimedOut => Problem::new(&kinds::BUSY).because(e),
            sqlx::Error::Database(db) if db.is_unique_violation() => {
                Problem::new(&kinds::CONFLICT).because(e)
            }
            inner if is_busy(inner) => Problem::new(&kinds::BUSY).because(e),
            _ => Problem::internal(e),
        }
    }
}

/// SQLITE_BUSY of another process; lock and serialisation failures of PostgreSQL.
fn is_busy(e: &sqlx::Error) -> bool {
    let Some(code) = e.as_database_error().and_then(|db| db.code()) else {
        return false;
    };
    matches!(
        code.as_ref(),
        "5" | "261" | "517" | "55P03" | "40001" | "40P01"
    )
}

impl From<serde_json::Error> for Problem {
    fn from(e: serde_json::Error) -> Self {
        Problem::internal(format!("JSON: {e}"))
    }
}

impl From<std::io::Error> for Problem {
    fn from(e: std::io::Error) -> Self {
        Problem::internal(format!("file: {e}"))
    }
}

impl From<sea_orm::TryGetError> for Problem {
    fn from(e: sea_orm::TryGetError) -> Self {
        Problem::from(DbErr::from(e))
    }
}
