//! Reports: what the platform found about a household, source by source.
//!
//! A finding is a clue and no verdict (民发〔2021〕57号 第十八条): the family may object, somebody
//! looks again and says whether it stands. A report is read whole from a file that may answer
//! several requests, or not at all.

pub(crate) mod fetch;
pub(crate) mod file;
pub(crate) mod finding;
pub(crate) mod get;
pub(crate) mod paper;
pub(crate) mod plan;
pub(crate) mod read;

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Conn, Floor, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problems::FINDING_STATE;

/// The noun of a report in the audit chain and the access log.
pub(crate) const NOUN: &str = "verification_report";
/// The noun of a finding.
pub(crate) const LINE: &str = "verification_line";

/// Told once a report of a case is in, or a finding of it was decided on.
#[derive(Clone, Copy, Debug)]
pub struct Reported {
    /// The case.
    pub case: Uuid,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// Nothing was found; there is nothing to decide.
    Nothing,
    /// Found; nobody has decided.
    Open,
    /// The family objects; the recheck is due.
    Objected,
    /// It is so.
    Stands,
    /// It is not so, or does not matter.
    Cleared,
}

impl FindingState {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Nothing, "nothing", ""),
        (Self::Open, "open", "待认定"),
        (Self::Objected, "objected", "有异议，待复查"),
        (Self::Stands, "stands", "属实"),
        (Self::Cleared, "cleared", "不属实或不影响认定"),
    ];

    pub(crate) fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(s, ..)| *s == self)
            .map_or("", |(_, word, _)| word)
    }

    pub(crate) fn zh(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(s, ..)| *s == self)
            .map_or("", |(.., zh)| zh)
    }

    pub(crate) fn parse(word: &str) -> Result<Self> {
        let found = Self::ALL.iter().find(|(_, w, _)| *w == word);
        found
            .map(|(state, ..)| *state)
            .ok_or_else(|| Problem::internal("a finding in an unknown state"))
    }

    /// The next state. A decision may be objected to, and then is taken anew.
    pub(crate) fn then(self, next: Self) -> Result<Self> {
        use FindingState as S;
        match (self, next) {
            (S::Open | S::Stands, S::Objected)
            | (S::Open | S::Objected, S::Stands | S::Cleared) => Ok(next),
            _ => Err(Problem::new(&FINDING_STATE)),
        }
    }
}

/// A line of a report with what became of it. No `Debug`: details are sealed.
#[derive(Clone, Serialize, utoipa::ToSchema)]
#[schema(as = VerificationFinding)]
pub(crate) struct LineView {
    /// Key.
    pub id: Uuid,
    /// The person.
    pub person: Uuid,
    /// Key of the source.
    pub source: String,
    /// Whether something was found.
    pub found: bool,
    /// What.
    pub details: String,
    /// Where it stands.
    pub state: FindingState,
    /// What the family said.
    pub objection: Option<String>,
    /// When.
    pub objected_on: Option<NaiveDate>,
    /// What was decided, and why.
    pub outcome: Option<String>,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// Version.
    pub version: i32,
    #[serde(skip)]
    pub objected_by: Option<Uuid>,
}

/// The lines of a report in their order.
pub(crate) async fn lines(floor: &Floor, conn: &Conn, condition: Sql) -> Result<Vec<LineView>> {
    let sql = Sql::new(
        "select l.id, l.person, l.source, l.found, l.details, l.state, l.objection, l.objected_on, \
         l.outcome, l.decided_on, l.version, l.objected_by from verification_line l where ",
    )
    .push(condition)
    .text(" order by l.report, l.seq");
    let vault = floor.vault();
    let mut found = Vec::new();
    for row in conn.rows(sql).await? {
        let id: Uuid = row.try_get_by_index(0)?;
        let details: Vec<u8> = row.try_get_by_index(4)?;
        let state: String = row.try_get_by_index(5)?;
        let objection: Option<Vec<u8>> = row.try_get_by_index(6)?;
        let outcome: Option<Vec<u8>> = row.try_get_by_index(8)?;
        let open = |column, sealed: Option<Vec<u8>>| {
            sealed
                .map(|s| vault.open_text(LINE, column, id, &s))
                .transpose()
        };
        found.push(LineView {
            id,
            person: row.try_get_by_index(1)?,
            source: row.try_get_by_index(2)?,
            found: row.try_get_by_index(3)?,
            details: vault.open_text(LINE, "details", id, &details)?,
            state: FindingState::parse(&state)?,
            objection: open("objection", objection)?,
            objected_on: row.try_get_by_index(7)?,
            outcome: open("outcome", outcome)?,
            decided_on: row.try_get_by_index(9)?,
            version: row.try_get_by_index(10)?,
            objected_by: row.try_get_by_index(11)?,
        });
    }
    Ok(found)
}

/// A report's own row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub request: Uuid,
    pub number: String,
    pub reported_on: NaiveDate,
    pub read_at: DateTime<Utc>,
    pub found: i32,
}

/// A report, where one's own office may see it.
pub(crate) async fn find(
    ctx: &platform::Ctx,
    conn: &Conn,
    scope: &platform::Scope,
    id: Uuid,
) -> Result<Row> {
    let sql = Sql::new(
        "select p.id, p.request, p.number, p.reported_on, p.read_at, p.found \
         from verification_report p join verification_request r on r.id = p.request where ",
    )
    .push(crate::request::mine(ctx, scope))
    .text(" and p.id = ")
    .bind(id);
    let row = conn.row(sql).await?.ok_or_else(Problem::not_found)?;
    Ok(Row {
        id: row.try_get_by_index(0)?,
        request: row.try_get_by_index(1)?,
        number: row.try_get_by_index(2)?,
        reported_on: row.try_get_by_index(3)?,
        read_at: row.try_get_by_index(4)?,
        found: row.try_get_by_index(5)?,
    })
}

#[cfg(test)]
mod tests {
    use super::FindingState as S;

    #[test]
    fn what_was_not_found_is_never_decided_on_and_what_was_cleared_stays_so() {
        for next in S::ALL.map(|(state, ..)| state) {
            assert!(S::Nothing.then(next).is_err());
            assert!(S::Cleared.then(next).is_err());
        }
        assert!(S::Open.then(S::Objected).is_ok() && S::Objected.then(S::Cleared).is_ok());
        assert!(S::Stands.then(S::Objected).is_ok() && S::Objected.then(S::Objected).is_err());
    }
}
