//! What `audit verify` recomputes: the lines of rolls and the payments of
//! batches. A row changed by hand is named.

use async_trait::async_trait;
use platform::audit::{RowDigest, Verifier};
use platform::db::{Conn, Sql};
use platform::{Problem, Result};
use uuid::Uuid;

use crate::batch_payments;
use crate::repo;
use crate::roll::rows;

fn key(subject: &str) -> Result<Uuid> {
    Uuid::parse_str(subject).map_err(Problem::internal)
}

/// The lines of a roll.
#[derive(Debug, Default)]
pub struct Lines;

#[async_trait]
impl Verifier for Lines {
    fn noun(&self) -> &'static str {
        "roll_lines"
    }

    async fn rows(&self, conn: &Conn, subject: &str, digest: &mut RowDigest) -> Result<()> {
        let sql =
            Sql::new("select programme, month, place from roll where id = ").bind(key(subject)?);
        let Some(row) = conn.row(sql).await? else {
            return Ok(());
        };
        let programme: String = row.try_get_by_index(0)?;
        let month = repo::month(row.try_get_by_index(1)?)?;
        let place = repo::place(&row.try_get_by_index::<String>(2)?)?;
        let mut text = String::new();
        rows::each(conn, &programme, month, &place, |line| {
            rows::digest(digest, &line, &mut text);
            Ok(())
        })
        .await?;
        Ok(())
    }
}

/// The payments of a batch.
#[derive(Debug, Default)]
pub struct Payments;

#[async_trait]
impl Verifier for Payments {
    fn noun(&self) -> &'static str {
        "batch_payments"
    }

    async fn rows(&self, conn: &Conn, subject: &str, digest: &mut RowDigest) -> Result<()> {
        batch_payments(conn, key(subject)?, digest).await
    }
}
