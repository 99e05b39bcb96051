//! Bank accounts of payees. A first account comes with a roster that two people decide on;
//! from then on a change needs a second person and holds from the day it is approved.

pub(crate) mod as_of;
pub(crate) mod changes;
pub(crate) mod decide;
pub(crate) mod list;
pub(crate) mod propose;

use chrono::{DateTime, Utc};
use directory::{
    DivisionNames, DivisionRef, Named, UserNames, UserRef, division_names, user_names,
};
use platform::{Conn, Ctx, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::catalogue::bank_shown;

/// The state of a proposed account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeStatus {
    /// Waits for a second person.
    Proposed,
    /// In use.
    Approved,
    /// Refused.
    Rejected,
}

impl ChangeStatus {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        match text {
            "approved" => Self::Approved,
            "rejected" => Self::Rejected,
            _ => Self::Proposed,
        }
    }
}

/// An account in use, masked.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct AccountView {
    /// The key.
    pub id: Uuid,
    /// The payee.
    pub person: PayeeView,
    /// The bank.
    pub bank: Named,
    /// The holder's name.
    pub holder: String,
    /// The last four digits.
    pub account: String,
    /// The first month.
    pub valid_from: String,
    /// Whether a later one has taken its place.
    pub current: bool,
}

/// A payee by key and name.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct PayeeView {
    /// The person.
    pub id: Uuid,
    /// The name.
    pub name: String,
}

/// A proposed account, masked.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ChangeView {
    pub id: Uuid,
    pub person: PayeeView,
    pub household_id: Uuid,
    pub division: DivisionRef,
    pub bank: Named,
    pub holder: String,
    /// The last four digits.
    pub account: String,
    pub reason: String,
    pub status: ChangeStatus,
    pub proposed_by: UserRef,
    pub proposed_at: DateTime<Utc>,
    pub decided_by: Option<UserRef>,
    pub opinion: Option<String>,
}

pub(crate) const CHANGE: &str = "select c.id, c.person, p.name, c.household, c.division, c.bank, c.holder, \
    c.tail, c.reason, c.status, c.proposed_by, c.proposed_at, c.decided_by, c.opinion \
    from account_change c join person p on p.id = c.person where ";

pub(crate) fn stars(tail: &str) -> String {
    format!("****{tail}")
}

/// Rows of a query over [`CHANGE`] for clients.
pub(crate) async fn change_views(ctx: &Ctx, conn: &Conn, sql: Sql) -> Result<Vec<ChangeView>> {
    let rows = conn.rows(sql).await?;
    let mut divisions: Vec<String> = Vec::new();
    let mut users: Vec<Uuid> = Vec::new();
    for row in &rows {
        divisions.push(row.try_get_by_index(4)?);
        users.push(row.try_get_by_index(10)?);
        users.extend(row.try_get_by_index::<Option<Uuid>>(12)?);
    }
    let divisions: DivisionNames = division_names(conn, divisions).await?;
    let users: UserNames = user_names(conn, users).await?;
    let mut views = Vec::new();
    for row in &rows {
        let id: Uuid = row.try_get_by_index(0)?;
        let holder: Vec<u8> = row.try_get_by_index(6)?;
        let division: String = row.try_get_by_index(4)?;
        let tail: String = row.try_get_by_index(7)?;
        let status: String = row.try_get_by_index(9)?;
        views.push(ChangeView {
            id,
            person: PayeeView {
                id: row.try_get_by_index(1)?,
                name: row.try_get_by_index(2)?,
            },
            household_id: row.try_get_by_index(3)?,
            division: divisions.get(&division),
            bank: bank_shown(ctx.floor(), &row.try_get_by_index::<String>(5)?),
            holder: ctx
                .floor()
                .vault()
                .open_text("account", "holder", id, &holder)?,
            account: stars(&tail),
            reason: row.try_get_by_index(8)?,
            status: ChangeStatus::parse(&status),
            proposed_by: users.get(row.try_get_by_index(10)?),
            proposed_at: row.try_get_by_index(11)?,
            decided_by: row
                .try_get_by_index::<Option<Uuid>>(12)?
                .map(|u| users.get(u)),
            opinion: row.try_get_by_index(13)?,
        });
    }
    Ok(views)
}
