//! `audit verify` of releases.

use async_trait::async_trait;
use pack::Texts;
use platform::{Conn, Result, audit::Verifier};
use serde_json::Value;
use uuid::Uuid;

use crate::{release::Recorded, repo};

/// Recomputes what the audit chain says of releases: a changed text shows as another digest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Releases;

/// The noun of changes.
pub(crate) const NOUN: &str = "release";

#[async_trait]
impl Verifier for Releases {
    fn noun(&self) -> &'static str {
        NOUN
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        let Ok(id) = Uuid::parse_str(subject) else {
            return Ok(None);
        };
        let Some(row) = repo::whole(conn, id).await? else {
            return Ok(None);
        };
        let digest = Texts::from_archive(&row.archive).map(|texts| texts.digest());
        let mut recorded = Recorded::of(&row);
        recorded.digest = digest.unwrap_or_default();
        Ok(serde_json::to_value(recorded).ok())
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        Ok(Some(
            repo::ids(conn).await?.iter().map(Uuid::to_string).collect(),
        ))
    }
}
