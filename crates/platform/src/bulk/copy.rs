//! COPY … FROM STDIN in text form.

use sea_orm::Value;
use sqlx::{Postgres, Transaction, postgres::PgConnection};

use crate::problem::{Problem, Result};

/// How much is gathered before it goes out.
const BUFFER: usize = 256 * 1024;

pub async fn copy_in(
    t: &mut Transaction<'static, Postgres>,
    table: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<Value>> + Send,
) -> Result<u64> {
    let conn: &mut PgConnection = t;
    let statement = format!("copy {table} ({}) from stdin", columns.join(", "));
    let mut copy = conn.copy_in_raw(&statement).await?;
    let mut buffer = Vec::with_capacity(BUFFER + 4096);
    for row in rows {
        for (i, value) in row.iter().enumerate() {
            if i > 0 {
                buffer.push(b'\t');
            }
            if let Err(problem) = write(&mut buffer, value) {
                copy.abort("a value cannot be written").await?;
                return Err(problem);
            }
        }
        buffer.push(b'\n');
        if buffer.len() >= BUFFER {
            copy.send(buffer.as_slice()).await?;
            buffer.clear();
        }
    }
    copy.send(buffer.as_slice()).await?;
    Ok(copy.finish().await?)
}

/// Writes one value in COPY's text form.
fn write(out: &mut Vec<u8>, value: &Value) -> Result<()> {
    let text = match value {
        Value::Bool(Some(b)) => if *b { "t" } else { "f" }.to_owned(),
        Value::TinyInt(Some(n)) => n.to_string(),
        Value::SmallInt(Some(n)) => n.to_string(),
        Value::Int(Some(n)) => n.to_string(),
        Value::BigInt(Some(n)) => n.to_string(),
        Value::TinyUnsigned(Some(n)) => n.to_string(),
        Value::SmallUnsigned(Some(n)) => n.to_string(),
        Value::Unsigned(Some(n)) => n.to_string(),
        Value::BigUnsigned(Some(n)) => n.to_string(),
        Value::String(Some(s)) => return text_of(out, s),
        Value::Char(Some(c)) => return text_of(out, &c.to_string()),
        Value::Json(Some(j)) => return text_of(out, &j.to_string()),
        Value::Bytes(Some(b)) => {
            out.extend_from_slice(b"\\\\x");
            out.extend_from_slice(crate::hash::hex(b).as_bytes());
            return Ok(());
        }
        Value::Uuid(Some(u)) => u.to_string(),
        Value::ChronoDate(Some(d)) => d.to_string(),
        Value::ChronoDateTimeUtc(Some(t)) => t.to_rfc3339(),
        Value::ChronoDateTime(Some(t)) => t.to_string(),
        Value::ChronoTime(Some(t)) => t.to_string(),
        other if *other == other.as_null() => {
            out.extend_from_slice(b"\\N");
            return Ok(());
        }
        other => return Err(Problem::internal(format!("COPY cannot carry {other:?}"))),
    };
    out.extend_from_slice(text.as_bytes());
    Ok(())
}

fn text_of(out: &mut Vec<u8>, text: &str) -> Result<()> {
    for b in text.bytes() {
        match b {
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            0 => return Err(Problem::internal("text with a NUL character")),
            _ => out.push(b),
        }
    }
    Ok(())
}
