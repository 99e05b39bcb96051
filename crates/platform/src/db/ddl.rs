//! Table definitions that are written once for both databases.

use sea_orm::DbBackend;

/// Fills the type names of one database into a statement of DDL. Known names:
/// `{uuid} {blob} {text} {instant} {date} {bool} {i32} {i64} {json}` and `{clustered}`, which
/// stands after the closing parenthesis of a mass table and keeps its rows in primary-key order
/// on SQLite (`WITHOUT ROWID`).
///
/// Money is `{i64}` in fen; a month is `{text}` (`2022-10`) or `{i32}`; `{json}` is read and
/// written as SeaORM's `Json`. A document whose bytes must stay as written (a digest covers it) is
/// `{text}`.
pub fn ddl(backend: DbBackend, text: &str) -> String {
    let sqlite: [(&str, &str); 10] = [
        ("{uuid}", "BLOB"),
        ("{blob}", "BLOB"),
        ("{text}", "TEXT"),
        ("{instant}", "TEXT"),
        ("{date}", "DATE"),
        ("{bool}", "BOOLEAN"),
        ("{i32}", "INTEGER"),
        ("{i64}", "BIGINT"),
        ("{json}", "TEXT"),
        ("{clustered}", "WITHOUT ROWID"),
    ];
    let postgres: [(&str, &str); 10] = [
        ("{uuid}", "uuid"),
        ("{blob}", "bytea"),
        ("{text}", "text COLLATE \"C\""),
        ("{instant}", "timestamptz"),
        ("{date}", "date"),
        ("{bool}", "boolean"),
        ("{i32}", "integer"),
        ("{i64}", "bigint"),
        ("{json}", "json"),
        ("{clustered}", ""),
    ];
    let names = if backend == DbBackend::Postgres {
        postgres
    } else {
        sqlite
    };
    names
        .iter()
        .fold(text.to_owned(), |sql, (name, real)| sql.replace(name, real))
}
