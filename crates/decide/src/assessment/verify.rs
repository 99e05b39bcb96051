//! What `audit verify` recomputes of an assessment.

use async_trait::async_trait;
use platform::audit::Verifier;
use platform::{Conn, Result, Sql};
use serde_json::Value;
use uuid::Uuid;

use super::{NOUN, store};

/// Assessments, by the digest over what is sealed.
#[derive(Debug)]
pub struct Assessments;

#[async_trait]
impl Verifier for Assessments {
    fn noun(&self) -> &'static str {
        NOUN
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        match Uuid::parse_str(subject) {
            Ok(id) => store::recorded(conn, id).await,
            Err(_) => Ok(None),
        }
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        let rows = conn.rows(Sql::new("select id from assessment")).await?;
        let ids = rows
            .iter()
            .map(|row| Ok(row.try_get_by_index::<Uuid>(0)?.to_string()));
        ids.collect::<Result<Vec<_>>>().map(Some)
    }
}
