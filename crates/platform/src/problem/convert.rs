//! Errors of libraries become problems.

use std::io::ErrorKind;

use sea_orm::{DbErr, RuntimeErr, SqlErr};

use super::{Problem, ProblemKind, kinds};

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
            && let Some(kind) = told(inner)
        {
            return Problem::new(kind).because(e);
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
            inner => match told(inner) {
                Some(kind) => Problem::new(kind).because(e),
                None => Problem::internal(e),
            },
        }
    }
}

/// What the database itself says: SQLITE_BUSY of another process, lock and serialisation failures
/// of PostgreSQL; SQLITE_FULL, disk_full of PostgreSQL.
fn told(e: &sqlx::Error) -> Option<&'static ProblemKind> {
    let code = e.as_database_error().and_then(|db| db.code())?;
    match code.as_ref() {
        "5" | "261" | "517" | "55P03" | "40001" | "40P01" => Some(&kinds::BUSY),
        "13" | "53100" => Some(&kinds::DISK_FULL),
        _ => None,
    }
}

impl From<serde_json::Error> for Problem {
    fn from(e: serde_json::Error) -> Self {
        Problem::internal(format!("JSON: {e}"))
    }
}

impl From<std::io::Error> for Problem {
    fn from(e: std::io::Error) -> Self {
        match e.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Problem::new(&kinds::DISK_FULL),
            _ => Problem::new(&kinds::INTERNAL),
        }
        .because(format_args!("file: {e}"))
    }
}

impl From<sea_orm::TryGetError> for Problem {
    fn from(e: sea_orm::TryGetError) -> Self {
        Problem::from(DbErr::from(e))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::Problem;

    #[test]
    fn a_full_disk_says_so_and_other_faults_of_files_say_nothing() {
        let full = Problem::from(Error::from(ErrorKind::StorageFull));
        assert_eq!((full.code(), full.status()), ("platform.disk_full", 507));
        let quota = Problem::from(Error::from(ErrorKind::QuotaExceeded));
        assert_eq!(quota.code(), "platform.disk_full");
        let other = Problem::from(Error::from(ErrorKind::PermissionDenied));
        assert_eq!(other.code(), "platform.internal");
    }
}
