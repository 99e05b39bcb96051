//! What `audit verify` recomputes of household verification: each consent, request and finding as
//! the chain keeps it. None of it needs a key, because names and details are sealed beside it.

use async_trait::async_trait;
use chrono::NaiveDate;
use platform::audit::Verifier;
use platform::{Conn, Result, Sql};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{consent, report, request};

/// A consent.
#[derive(Debug)]
pub(crate) struct Consents;

/// A request.
#[derive(Debug)]
pub(crate) struct Requests;

/// A finding, once somebody objected to it or decided on it.
#[derive(Debug)]
pub(crate) struct Findings;

async fn row(conn: &Conn, sql: &str, subject: &str) -> Result<Option<sea_orm::QueryResult>> {
    match Uuid::parse_str(subject) {
        Ok(id) => conn.row(Sql::new(sql).bind(id)).await,
        Err(_) => Ok(None),
    }
}

async fn keys(conn: &Conn, sql: &str) -> Result<Option<Vec<String>>> {
    let rows = conn.rows(Sql::new(sql)).await?;
    let ids = rows
        .iter()
        .map(|row| Ok(row.try_get_by_index::<Uuid>(0)?.to_string()));
    ids.collect::<Result<Vec<_>>>().map(Some)
}

#[async_trait]
impl Verifier for Consents {
    fn noun(&self) -> &'static str {
        consent::NOUN
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        let sql = "select case_id, person, purpose, items, agreed, valid_from, valid_to, source, \
                   withdrawn_on, version from consent where id = ";
        let Some(row) = row(conn, sql, subject).await? else {
            return Ok(None);
        };
        let items: String = row.try_get_by_index(3)?;
        let items: Value = serde_json::from_str(&items)?;
        Ok(Some(json!({
            "case": row.try_get_by_index::<Uuid>(0)?, "person": row.try_get_by_index::<Uuid>(1)?,
            "purpose": row.try_get_by_index::<String>(2)?, "items": items,
            "agreed": row.try_get_by_index::<bool>(4)?,
            "from": row.try_get_by_index::<NaiveDate>(5)?,
            "to": row.try_get_by_index::<Option<NaiveDate>>(6)?,
            "source": row.try_get_by_index::<String>(7)?,
            "withdrawn_on": row.try_get_by_index::<Option<NaiveDate>>(8)?,
            "version": row.try_get_by_index::<i32>(9)?,
        })))
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        keys(conn, "select id from consent").await
    }
}

#[async_trait]
impl Verifier for Requests {
    fn noun(&self) -> &'static str {
        request::NOUN
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        let sql = "select number, case_id, status, persons, due, batch, version \
                   from verification_request where id = ";
        let Some(row) = row(conn, sql, subject).await? else {
            return Ok(None);
        };
        Ok(Some(json!({
            "number": row.try_get_by_index::<String>(0)?,
            "case": row.try_get_by_index::<Uuid>(1)?,
            "status": row.try_get_by_index::<String>(2)?,
            "persons": row.try_get_by_index::<i32>(3)?,
            "due": row.try_get_by_index::<Option<NaiveDate>>(4)?,
            "batch": row.try_get_by_index::<Option<Uuid>>(5)?,
            "version": row.try_get_by_index::<i32>(6)?,
        })))
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        keys(conn, "select id from verification_request").await
    }
}

#[async_trait]
impl Verifier for Findings {
    fn noun(&self) -> &'static str {
        report::LINE
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        let sql = "select source, state, objected_on, decided_on, version \
                   from verification_line where id = ";
        let Some(row) = row(conn, sql, subject).await? else {
            return Ok(None);
        };
        Ok(Some(json!({
            "source": row.try_get_by_index::<String>(0)?,
            "state": row.try_get_by_index::<String>(1)?,
            "objected_on": row.try_get_by_index::<Option<NaiveDate>>(2)?,
            "decided_on": row.try_get_by_index::<Option<NaiveDate>>(3)?,
            "version": row.try_get_by_index::<i32>(4)?,
        })))
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        // A line that nobody touched stands in the report's entry, by the digest of its file.
        keys(conn, "select id from verification_line where version > 1").await
    }
}
