//! Referrals: a matter that another department decides goes there with a receipt, a day by which
//! an answer is due, the answer, and the word to the citizen (R-180 … R-184).

pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod steps;

use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, division_names};
use kernel::DivisionCode;
use platform::{Conn, Floor, Problem, Result, Sql, Vault, tasks::Lamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problems::REFERRAL_STATE;

/// The noun of a referral in the audit chain and the access log.
const NOUN: &str = "referral";

/// Where a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReferralStatus {
    /// On its way.
    Sent,
    /// The department has it.
    Received,
    /// The department answered.
    Answered,
    /// The citizen was told.
    Told,
}

impl ReferralStatus {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Sent, "sent"),
        (Self::Received, "received"),
        (Self::Answered, "answered"),
        (Self::Told, "told"),
    ];

    fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(s, _)| *s == self)
            .map_or("", |(_, word)| word)
    }

    fn parse(word: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(_, w)| *w == word);
        found
            .map(|(s, _)| *s)
            .ok_or_else(|| Problem::internal("a referral in an unknown state"))
    }

    /// The next state. A department that answers at once need not sign for it first.
    fn then(self, next: Self) -> Result<Self> {
        use ReferralStatus as S;
        match (self, next) {
            (S::Sent, S::Received)
            | (S::Sent | S::Received, S::Answered)
            | (S::Answered, S::Told) => Ok(next),
            _ => Err(Problem::new(&REFERRAL_STATE)),
        }
    }
}

/// A referral.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Referral {
    pub id: Uuid,
    /// Township, year and serial.
    pub number: String,
    pub division: DivisionRef,
    /// Key of the matter.
    pub matter: String,
    /// The department.
    pub department: String,
    /// The household, where it is on record.
    pub household: Option<Uuid>,
    /// The submission it came from.
    pub submission: Option<Uuid>,
    /// Who it is about and what is asked.
    pub about: String,
    /// By when an answer is due.
    pub due: NaiveDate,
    /// How near that is.
    pub lamp: Lamp,
    pub status: ReferralStatus,
    pub opened_at: DateTime<Utc>,
    pub received_at: Option<DateTime<Utc>>,
    /// Who signed for it at the department.
    pub received_by: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    /// Whether the department grants it.
    pub accepted: Option<bool>,
    pub answer: Option<String>,
    pub told_at: Option<DateTime<Utc>>,
    /// How the citizen was told.
    pub told_how: Option<String>,
    pub version: i32,
}

const COLUMNS: &str = "select r.id, r.number, r.division, r.matter, r.department, r.household, \
    r.submission, r.about, r.due, r.status, r.opened_at, r.received_at, r.received_by, \
    r.answered_at, r.accepted, r.answer, r.told_at, r.told_how, r.version from referral r where ";

/// The referrals that a condition leaves, in an order of its own.
async fn all(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<Referral>> {
    let rows = conn.rows(Sql::new(COLUMNS).push(condition)).await?;
    let codes = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(2))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let places = division_names(conn, codes.clone()).await?;
    let today = floor.today();
    rows.iter()
        .zip(codes)
        .map(|(row, code)| read(floor.vault(), row, places.get(&code), today))
        .collect()
}

fn read(
    vault: &Vault,
    row: &sea_orm::QueryResult,
    division: DivisionRef,
    today: NaiveDate,
) -> Result<Referral> {
    let id: Uuid = row.try_get_by_index(0)?;
    let about: Vec<u8> = row.try_get_by_index(7)?;
    let answer: Option<Vec<u8>> = row.try_get_by_index(15)?;
    let status: String = row.try_get_by_index(9)?;
    let status = ReferralStatus::parse(&status)?;
    let due: NaiveDate = row.try_get_by_index(8)?;
    let waits = matches!(status, ReferralStatus::Sent | ReferralStatus::Received);
    Ok(Referral {
        id,
        number: row.try_get_by_index(1)?,
        division,
        matter: row.try_get_by_index(3)?,
        department: row.try_get_by_index(4)?,
        household: row.try_get_by_index(5)?,
        submission: row.try_get_by_index(6)?,
        about: vault.open_text(NOUN, "about", id, &about)?,
        due,
        lamp: platform::tasks::lamp(waits.then_some(due), today),
        status,
        opened_at: row.try_get_by_index(10)?,
        received_at: row.try_get_by_index(11)?,
        received_by: row.try_get_by_index(12)?,
        answered_at: row.try_get_by_index(13)?,
        accepted: row.try_get_by_index(14)?,
        answer: answer
            .map(|a| vault.open_text(NOUN, "answer", id, &a))
            .transpose()?,
        told_at: row.try_get_by_index(16)?,
        told_how: row.try_get_by_index(17)?,
        version: row.try_get_by_index(18)?,
    })
}

impl Referral {
    fn code(&self) -> Result<DivisionCode> {
        DivisionCode::parse(&self.division.code).map_err(Problem::internal)
    }

    /// What the audit chain records: states and days, not what was written.
    fn recorded(&self) -> serde_json::Value {
        serde_json::json!({
            "status": self.status, "matter": self.matter, "department": self.department,
            "due": self.due, "accepted": self.accepted, "version": self.version,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ReferralStatus as S;

    #[test]
    fn a_referral_goes_forward_only() {
        let all = [S::Sent, S::Received, S::Answered, S::Told];
        let possible: Vec<(S, S)> = all
            .iter()
            .flat_map(|a| all.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a.then(*b).is_ok())
            .collect();
        assert_eq!(
            possible,
            [
                (S::Sent, S::Received),
                (S::Sent, S::Answered),
                (S::Received, S::Answered),
                (S::Answered, S::Told)
            ]
        );
    }
}
