//! Runs the migrations of all slices.

use std::collections::BTreeSet;

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::ddl;
use crate::problem::Problem;

struct SqlMigration {
    name: &'static str,
    statements: Vec<&'static str>,
}

/// A migration made of statements, each written with the type names of [`ddl`].
///
/// ```ignore
/// pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
///     vec![migration("registry_0001_household", &[
///         "create table household (id {uuid} primary key, division {text} not null, version {i32} not null)",
///         "create index household_division on household (division)",
///     ])]
/// }
/// ```
/// Names are `<slice>_<number>_<what>` and never change; a migration that was applied once is
/// never edited, a further one follows it.
pub fn migration(name: &'static str, statements: &[&'static str]) -> Box<dyn MigrationTrait> {
    Box::new(SqlMigration {
        name,
        statements: statements.to_vec(),
    })
}

impl MigrationName for SqlMigration {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for SqlMigration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        for text in &self.statements {
            conn.execute_unprepared(&ddl(manager.get_database_backend(), text))
                .await?;
        }
        Ok(())
    }
}

/// Applies what is missing in one transaction.
pub(super) async fn run(
    db: DatabaseConnection,
    list: &[Box<dyn MigrationTrait>],
) -> Result<usize, Problem> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = db.begin_with_options(options).await?;
    let backend = tx.get_database_backend();
    if backend == sea_orm::DbBackend::Postgres {
        tx.execute_unprepared(super::PG_WRITER_LOCK).await?;
    }
    tx.execute_unprepared(&ddl(
        backend,
        "create table if not exists schema_migration (name {text} primary key, position {i32} not null)",
    ))
    .await?;
    let known = tx
        .query_all_raw(Statement::from_string(
            backend,
            "select name from schema_migration",
        ))
        .await?;
    let applied = known
        .iter()
        .map(|row| row.try_get_by_index::<String>(0))
        .collect::<Result<BTreeSet<_>, _>>()?;
    let mut names = BTreeSet::new();
    let mut done = 0;
    for migration in list {
        let name = migration.name().to_owned();
        if !names.insert(name.clone()) {
            return Err(Problem::internal(format!(
                "two migrations are called {name}"
            )));
        }
        if applied.contains(&name) {
            continue;
        }
        migration
            .up(&SchemaManager::new(&tx))
            .await
            .map_err(|e| Problem::internal(format!("migration {name}: {e}")))?;
        let position = i32::try_from(applied.len() + done).unwrap_or(i32::MAX);
        tx.execute_raw(Statement::from_sql_and_values(
            backend,
            if backend == sea_orm::DbBackend::Postgres {
                "insert into schema_migration (name, position) values ($1, $2)"
            } else {
                "insert into schema_migration (name, position) values (?, ?)"
            },
            [name.into(), position.into()],
        ))
        .await?;
        done += 1;
    }
    if let Some(stranger) = applied.difference(&names).next() {
        return Err(Problem::internal(format!(
            "the database was made by a newer version: it knows the migration {stranger}"
        )));
    }
    tx.commit().await?;
    Ok(done)
}
