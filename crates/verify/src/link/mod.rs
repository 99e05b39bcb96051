//! Rows without a good identity number: likely pairs with persons on record, a queue in which
//! somebody decides, and what was decided, which the next runs use. Nothing is merged by itself.

pub(crate) mod candidates;
pub(crate) mod decide;
pub(crate) mod known;
pub(crate) mod list;
pub(crate) mod start;
pub(crate) mod store;
pub(crate) mod work;

use pack::model::{Purpose, SourceKind};
use platform::{Result, Tx};
use uuid::Uuid;

use crate::delivery::store::Row;

/// The lists of persons that rows of a source may be laid beside: those in benefit where it was
/// given for supervision, the others where it was given for discovery. A source that was given
/// for the family of a case only is never laid beside everybody.
pub(crate) fn lists(kind: &SourceKind) -> Vec<bool> {
    [(Purpose::Supervision, true), (Purpose::Discovery, false)]
        .into_iter()
        .filter(|(purpose, _)| kind.ground(*purpose).is_some())
        .map(|(_, in_benefit)| in_benefit)
        .collect()
}

/// Whether a kept delivery has rows that might be linked.
pub(crate) fn wanted(kind: &SourceKind, row: &Row, rejected: &[(String, u64)]) -> bool {
    let named = row.mapping.contains_key(crate::delivery::columns::NAME);
    named && !lists(kind).is_empty() && rejected.iter().any(|(code, _)| code.starts_with("id_"))
}

/// Begins the linking of a delivery in the unit of work that asks for it. Answers the job.
pub(crate) async fn enqueue(tx: &mut Tx, delivery: Uuid) -> Result<Uuid> {
    tx.enqueue(work::KIND, &work::Args { delivery }).await
}
