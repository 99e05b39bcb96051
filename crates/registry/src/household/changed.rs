//! What commands on a household answer.

use platform::{Answer, Problem, Result, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::held::Held;

/// A household after a command; its file is read anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = HouseholdChanged)]
pub struct Changed {
    /// The key.
    pub id: Uuid,
    /// Its public number.
    pub number: String,
    /// active or closed.
    pub status: String,
    /// For If-Match.
    pub version: i32,
}

impl Held {
    /// Commits and answers with the household's new version as entity tag.
    pub async fn finish(self, tx: Tx, status: u16) -> Result<Answer> {
        let changed = Changed {
            id: self.id,
            number: self.number,
            status: self.status,
            version: self.version,
        };
        tx.finish_versioned(status, &changed, self.version).await
    }
}

/// A reason as somebody gave it; every change of a household has one.
pub(crate) fn reason_of(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 500 {
        return Err(
            Problem::new(&platform::problem::kinds::REASON_MISSING).field(
                "/reason",
                "请填写原因，不超过 500 字",
                "Give the reason, at most 500 characters.",
            ),
        );
    }
    Ok(text.to_owned())
}
