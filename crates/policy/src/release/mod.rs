//! Releases of packs.

pub(crate) mod amend;
pub(crate) mod approve;
pub(crate) mod check;
pub(crate) mod checks;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod paper;
pub(crate) mod propose;
pub(crate) mod reject;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{UserRef, user_names};
use platform::{Conn, Problem, Result, Tx};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    entity::release::Model,
    facade::in_force,
    problems,
    repo::{self, APPROVED, Head, PROPOSED},
};

/// Where a release stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseStatus {
    /// It waits for a second person.
    Proposed,
    /// It counts today, or will from its date on.
    InForce,
    /// A later one has taken its place.
    Superseded,
    /// A second person said no.
    Rejected,
}

/// A release.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Release {
    /// Its key.
    pub id: Uuid,
    /// Its number.
    pub version: String,
    /// SM3 digest of its texts (GB/T 32905), 64 hexadecimal digits.
    pub digest: String,
    /// The first day on which it counts.
    pub from: NaiveDate,
    /// Where it stands today.
    pub status: ReleaseStatus,
    /// Who proposed it.
    pub proposed_by: UserRef,
    /// Who approved or rejected it.
    pub approved_by: Option<UserRef>,
    /// When it was proposed.
    pub created_at: DateTime<Utc>,
    /// Faults of its texts; a pack with faults is not stored, so there are none.
    pub faults: Vec<String>,
}

/// What the audit chain records of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Recorded {
    version: i32,
    pub digest: String,
    from: NaiveDate,
    status: String,
    proposed_by: Uuid,
    decided_by: Option<Uuid>,
}

impl Recorded {
    pub fn of(row: &Model) -> Recorded {
        Recorded {
            version: row.version,
            digest: row.digest.clone(),
            from: row.valid_from,
            status: row.status.clone(),
            proposed_by: row.proposed_by,
            decided_by: row.decided_by,
        }
    }
}

/// Shows releases as they stand on a day.
pub(crate) async fn show(conn: &Conn, heads: Vec<Head>, today: NaiveDate) -> Result<Vec<Release>> {
    let approved = repo::approved(conn).await?;
    let mut people: Vec<Uuid> = heads.iter().map(|h| h.proposed_by).collect();
    people.extend(heads.iter().filter_map(|h| h.decided_by));
    let names = user_names(conn, people).await?;
    Ok(heads
        .into_iter()
        .map(|head| Release {
            id: head.id,
            version: head.version.to_string(),
            status: status(&head, &approved, today),
            digest: head.digest,
            from: head.valid_from,
            proposed_by: names.get(head.proposed_by),
            approved_by: head.decided_by.map(|id| names.get(id)),
            created_at: head.created_at,
            faults: Vec::new(),
        })
        .collect())
}

/// A later release takes the place of an earlier one from its own date on; one
/// whose date is still to come waits in force unless a later one covers it.
fn status(head: &Head, approved: &[Head], today: NaiveDate) -> ReleaseStatus {
    match head.status.as_str() {
        PROPOSED => ReleaseStatus::Proposed,
        APPROVED => {
            let day = head.valid_from.max(today);
            let counts = in_force(approved, day).is_some_and(|now| now.id == head.id);
            if counts {
                ReleaseStatus::InForce
            } else {
                ReleaseStatus::Superseded
            }
        }
        _ => ReleaseStatus::Rejected,
    }
}

/// Decides a proposed release by a person other than the one who proposed it.
pub(crate) async fn decide(tx: &mut Tx, id: Uuid, status: &str) -> Result<Release> {
    let row = repo::whole(tx.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    if row.status != PROPOSED {
        return Err(Problem::new(&problems::STATE));
    }
    let actor = tx.ctx().actor().user;
    if row.proposed_by == actor {
        return Err(Problem::new(&problems::SAME_PERSON));
    }
    if status == APPROVED {
        let (floor, conn, from) = (tx.floor(), tx.conn(), row.valid_from);
        match paper::base_of(conn, id).await? {
            Some(base) => paper::takes_nothing_back(conn, base, from).await?,
            None => paper::keeps_what_counts(floor, conn, id, &row.digest, from).await?,
        }
    }
    let before = Recorded::of(&row);
    let now = tx.floor().now();
    let mut change = row.into_active_model();
    change.status = Set(status.to_owned());
    change.decided_by = Set(Some(actor));
    change.decided_at = Set(Some(now));
    let row = change.update(tx.conn()).await?;
    let after = Recorded::of(&row);
    tx.record(platform::Change::updated(
        crate::verify::NOUN,
        id,
        None,
        &before,
        &after,
    ));
    tx.close_tasks(crate::verify::NOUN, id).await?;
    one(tx, id).await
}

/// Shows one release inside a unit of work.
pub(crate) async fn one(tx: &Tx, id: Uuid) -> Result<Release> {
    let head = repo::head(tx.conn(), id)
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(show(tx.conn(), vec![head], tx.floor().today())
        .await?
        .remove(0))
}
