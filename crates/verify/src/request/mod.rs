//! Requests: a household is to be verified at the upper platform.
//!
//! `decide` asks for the family of a case ([`ask`]); the verification officer sends what waits as
//! one batch, and the report that comes back answers it. One request of a case is on its way at a
//! time. Only the office that asked and the township office of the case see it.

pub(crate) mod ask;
pub(crate) mod batch;
pub(crate) mod cancel;
pub(crate) mod file;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod send;

use ::platform::{Conn, Floor, Problem, Result, Scope, Sql, tasks::Lamp};
use chrono::{DateTime, NaiveDate, Utc};
use directory::{DivisionRef, division_names};
use kernel::DivisionCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::consent::{Capacity, ConsentPurpose};
use crate::problems::REQUEST_STATE;

/// The noun of a request in the audit chain and the access log.
pub(crate) const NOUN: &str = "verification_request";

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// Waits to be sent.
    Ready,
    /// At the platform.
    Sent,
    /// The report is in.
    Answered,
    /// Not wanted any more, or a consent was withdrawn.
    Cancelled,
}

impl RequestStatus {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Ready, "ready"),
        (Self::Sent, "sent"),
        (Self::Answered, "answered"),
        (Self::Cancelled, "cancelled"),
    ];

    /// The word that tables keep.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(s, _)| *s == self)
            .map_or("", |(_, word)| word)
    }

    pub(crate) fn parse(word: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(_, w)| *w == word);
        found
            .map(|(status, _)| *status)
            .ok_or_else(|| Problem::internal("a request in an unknown state"))
    }

    /// The next state.
    pub(crate) fn then(self, next: Self) -> Result<Self> {
        use RequestStatus as S;
        match (self, next) {
            (S::Ready, S::Sent | S::Cancelled) | (S::Sent, S::Answered | S::Cancelled) => Ok(next),
            _ => Err(Problem::new(&REQUEST_STATE)),
        }
    }
}

/// A request.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationRequest)]
pub struct RequestView {
    /// Key.
    pub id: Uuid,
    /// Its number, which the report names.
    pub number: String,
    /// Where the family lives.
    #[schema(value_type = Object)]
    pub division: DivisionRef,
    /// The case.
    pub case: Uuid,
    /// Receipt number of the case.
    pub case_number: Option<String>,
    /// Key of the programme.
    pub programme: String,
    /// What it is asked for.
    pub purpose: ConsentPurpose,
    /// Name of the applicant.
    pub applicant: String,
    /// How many people are queried.
    pub persons: i32,
    /// How many of the family cannot be, because they have no identity number.
    pub without_number: i32,
    /// Where it stands.
    pub status: RequestStatus,
    /// The day by which the platform is to answer.
    pub due: Option<NaiveDate>,
    /// How near that is.
    pub lamp: Lamp,
    /// The day it was asked for.
    pub asked_on: NaiveDate,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// The batch it went with.
    pub batch: Option<Uuid>,
    /// When the report came.
    pub answered_at: Option<DateTime<Utc>>,
    /// The report.
    pub report: Option<Uuid>,
    /// How many lines of the report found something.
    pub found: Option<i32>,
    /// Version.
    pub version: i32,
}

impl RequestView {
    pub(crate) fn place(&self) -> Result<DivisionCode> {
        DivisionCode::parse(&self.division.code).map_err(Problem::internal)
    }

    /// What the audit chain keeps: no name.
    pub(crate) fn recorded(&self) -> serde_json::Value {
        serde_json::json!({
            "number": self.number, "case": self.case, "status": self.status,
            "persons": self.persons, "due": self.due, "batch": self.batch,
            "version": self.version,
        })
    }
}

const COLUMNS: &str = "select r.id, r.number, r.division, r.case_id, r.case_number, r.programme, r.purpose, \
     r.applicant, r.persons, r.without_number, r.status, r.due, r.asked_on, r.sent_at, r.batch, \
     r.answered_at, p.id, p.found, r.version \
     from verification_request r left join verification_report p on p.request = r.id where ";

/// What one may see: requests of one's area that one's own office asked for, or whose case one's
/// own township office works on.
pub(crate) fn mine(ctx: &::platform::Ctx, scope: &Scope) -> Sql {
    Sql::new("(")
        .push(scope.sql_in("r.division", Some("r.section")))
        .text(") and ")
        .push(own(ctx))
}

/// What one's own office asked for, or its township works on.
fn own(ctx: &::platform::Ctx) -> Sql {
    let actor = ctx.actor();
    Sql::new("(r.office = ")
        .bind(actor.organisation)
        .text(" or r.township = ")
        .bind(actor.division.as_str())
        .text(")")
}

/// The requests that a condition leaves, in an order of its own.
pub(crate) async fn all(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<RequestView>> {
    let rows = conn.rows(Sql::new(COLUMNS).push(condition)).await?;
    let codes = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(2))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let applicants = rows
        .iter()
        .map(|row| row.try_get_by_index::<Uuid>(7))
        .collect::<std::result::Result<Vec<_>, _>>()?;
    let places = division_names(conn, codes.clone()).await?;
    let people = registry::persons(conn, floor.vault(), applicants.clone()).await?;
    let today = floor.today();
    let name = |id: &Uuid| people.get(id).map(|p| p.name.clone()).unwrap_or_default();
    rows.iter()
        .zip(codes)
        .zip(applicants)
        .map(|((row, code), applicant)| read(row, places.get(&code), name(&applicant), today))
        .collect()
}

fn read(
    row: &sea_orm::QueryResult,
    division: DivisionRef,
    applicant: String,
    today: NaiveDate,
) -> Result<RequestView> {
    let purpose: String = row.try_get_by_index(6)?;
    let status: String = row.try_get_by_index(10)?;
    let status = RequestStatus::parse(&status)?;
    let due: Option<NaiveDate> = row.try_get_by_index(11)?;
    let waits = due.filter(|_| status == RequestStatus::Sent);
    Ok(RequestView {
        id: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        division,
        case: row.try_get_by_index(3)?,
        case_number: row.try_get_by_index(4)?,
        programme: row.try_get_by_index(5)?,
        purpose: ConsentPurpose::read(&purpose)
            .ok_or_else(|| Problem::internal("a request for an unknown purpose"))?,
        applicant,
        persons: row.try_get_by_index(8)?,
        without_number: row.try_get_by_index(9)?,
        status,
        due,
        lamp: ::platform::tasks::lamp(waits, today),
        asked_on: row.try_get_by_index(12)?,
        sent_at: row.try_get_by_index(13)?,
        batch: row.try_get_by_index(14)?,
        answered_at: row.try_get_by_index(15)?,
        report: row.try_get_by_index(16)?,
        found: row.try_get_by_index(17)?,
        version: row.try_get_by_index(18)?,
    })
}

/// The requests of a case that one's own office may see, the last first. The caller names a case
/// within its scope.
///
/// # Errors
/// When the database fails.
pub async fn latest(ctx: &::platform::Ctx, conn: &Conn, case: Uuid) -> Result<Vec<RequestView>> {
    let condition = Sql::new("r.case_id = ")
        .bind(case)
        .text(" and ")
        .push(own(ctx))
        .text(" order by r.asked_at desc, r.id desc");
    all(ctx.floor(), conn, condition).await
}

/// Somebody of a request, with name and number opened. No `Debug`: it must not be logged.
#[derive(Clone)]
pub(crate) struct Subject {
    pub request: Uuid,
    pub seq: i32,
    pub person: Uuid,
    pub capacity: Capacity,
    pub consent: Uuid,
    pub name: String,
    pub id_number: String,
}

pub(crate) fn subject_place(request: Uuid, seq: i32) -> Vec<u8> {
    [request.as_bytes().as_slice(), &seq.to_be_bytes()].concat()
}

/// The people of some requests, in the order of their places.
pub(crate) async fn subjects(
    floor: &Floor,
    conn: &Conn,
    requests: &[Uuid],
) -> Result<Vec<Subject>> {
    let mut found = Vec::new();
    for part in requests.chunks(500) {
        let sql = Sql::new(
            "select request, seq, person, capacity, consent, name, id_number \
             from verification_subject where request in ",
        )
        .bind_all(part.iter().copied())
        .text(" order by request, seq");
        for row in conn.rows(sql).await? {
            let (request, seq) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let at = subject_place(request, seq);
            let capacity: String = row.try_get_by_index(3)?;
            let (name, number): (Vec<u8>, Vec<u8>) =
                (row.try_get_by_index(5)?, row.try_get_by_index(6)?);
            let open = |column, sealed: &[u8]| {
                floor
                    .vault()
                    .open_text("verification_subject", column, &at, sealed)
            };
            found.push(Subject {
                request,
                seq,
                person: row.try_get_by_index(2)?,
                capacity: Capacity::read(&capacity)?,
                consent: row.try_get_by_index(4)?,
                name: open("name", &name)?,
                id_number: open("id_number", &number)?,
            });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::RequestStatus as S;

    #[test]
    fn a_request_goes_forward_only_and_ends_once() {
        let all = S::ALL.map(|(status, _)| status);
        let possible: Vec<(S, S)> = all
            .iter()
            .flat_map(|a| all.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a.then(*b).is_ok())
            .collect();
        assert_eq!(
            possible,
            [
                (S::Ready, S::Sent),
                (S::Ready, S::Cancelled),
                (S::Sent, S::Answered),
                (S::Sent, S::Cancelled)
            ]
        );
    }
}
