//! Mass writes: prepared multi-row statements on SQLite, COPY on PostgreSQL; never row by row
//! through ORM models.
//!
//! ```ignore
//! let rows = lines.iter().map(|l| vec![l.month.into(), l.person.into(), l.fen.into()]);
//! bulk::insert(&mut tx, "line", &["month", "person", "fen"], rows).await?;
//! bulk::execute(&mut tx, Sql::new("update line set batch = ").bind(id).text(" where …")).await?;
//! tx.record_bulk("line", roll, json!({"fen": total}), digest);
//! ```

mod copy;

use sea_orm::Value;

use crate::{
    db::{Conn, Inner, Sql},
    problem::Result,
    tx::Tx,
};

/// SQLite takes 32,766 values a statement; a statement is prepared once for each row count, so
/// few counts are used.
const VALUES_MAX: usize = 8_000;

/// Inserts rows; each has one value for each column, in the columns' order. Streams: the rows are
/// taken from the iterator as they go out. Answers how many.
///
/// # Errors
/// A broken key is a conflict; the unit of work must then be dropped.
pub async fn insert<I>(tx: &mut Tx, table: &str, columns: &[&str], rows: I) -> Result<u64>
where
    I: IntoIterator<Item = Vec<Value>>,
    I::IntoIter: Send,
{
    let conn = tx.conn_mut();
    if conn.is_sqlite() {
        return insert_rows(conn, table, columns, rows, "").await;
    }
    match conn.driver() {
        Inner::Postgres(t) => copy::copy_in(t, table, columns, rows.into_iter()).await,
        Inner::Sqlite(_) => unreachable!("asked above"),
    }
}

/// Inserts rows or, where the key exists already, sets the other columns. Answers how many rows
/// were inserted or set.
///
/// # Errors
/// When the database refuses.
pub async fn upsert<I>(
    tx: &mut Tx,
    table: &str,
    columns: &[&str],
    key: &[&str],
    rows: I,
) -> Result<u64>
where
    I: IntoIterator<Item = Vec<Value>>,
    I::IntoIter: Send,
{
    let tail = conflict_clause(columns, key);
    let conn = tx.conn_mut();
    if conn.is_sqlite() {
        return insert_rows(conn, table, columns, rows, &tail).await;
    }
    let staging = format!("staging_{table}");
    let list = columns.join(", ");
    conn.run(Sql::new(format!(
        "create temporary table {staging} on commit drop as select {list} from {table} with no data"
    )))
    .await?;
    if let Inner::Postgres(t) = conn.driver() {
        copy::copy_in(t, &staging, columns, rows.into_iter()).await?;
    }
    let n = conn
        .run(Sql::new(format!(
            "insert into {table} ({list}) select {list} from {staging}{tail}"
        )))
        .await?;
    conn.run(Sql::new(format!("drop table {staging}"))).await?;
    Ok(n)
}

fn conflict_clause(columns: &[&str], key: &[&str]) -> String {
    let set: Vec<String> = columns
        .iter()
        .filter(|c| !key.contains(c))
        .map(|c| format!("{c} = excluded.{c}"))
        .collect();
    if set.is_empty() {
        format!(" on conflict ({}) do nothing", key.join(", "))
    } else {
        format!(
            " on conflict ({}) do update set {}",
            key.join(", "),
            set.join(", ")
        )
    }
}

/// Runs a set-based statement. Answers how many rows it touched.
///
/// # Errors
/// When the database refuses.
pub async fn execute(tx: &mut Tx, sql: Sql) -> Result<u64> {
    tx.conn().run(sql).await
}

/// Multi-row inserts; used for small numbers on both databases and for any on SQLite.
pub(crate) async fn insert_rows<I>(
    conn: &Conn,
    table: &str,
    columns: &[&str],
    rows: I,
    tail: &str,
) -> Result<u64>
where
    I: IntoIterator<Item = Vec<Value>>,
    I::IntoIter: Send,
{
    let per_statement = (VALUES_MAX / columns.len().max(1)).clamp(1, 1_000);
    let mut rows = rows.into_iter();
    let mut full = String::new();
    let mut count = 0;
    loop {
        let mut values = Vec::with_capacity(per_statement * columns.len());
        let mut n = 0;
        for row in rows.by_ref().take(per_statement) {
            debug_assert_eq!(
                row.len(),
                columns.len(),
                "a row of {table} has the wrong length"
            );
            values.extend(row);
            n += 1;
        }
        if n == 0 {
            return Ok(count);
        }
        let text = if n == per_statement {
            if full.is_empty() {
                full = statement(table, columns, n, tail);
            }
            full.clone()
        } else {
            statement(table, columns, n, tail)
        };
        count += conn.run(Sql::with(text, values)).await?;
    }
}

fn statement(table: &str, columns: &[&str], rows: usize, tail: &str) -> String {
    let one = format!("({})", vec!["?"; columns.len()].join(", "));
    let all = vec![one.as_str(); rows].join(", ");
    format!(
        "insert into {table} ({}) values {all}{tail}",
        columns.join(", ")
    )
}
