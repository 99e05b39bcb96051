//! What rosters say of awards, for the room that decides on them.

use kernel::{DivisionCode, Money, Month};
use platform::{Conn, Problem, Result, Sql};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// A member that an entry covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryMember {
    /// The person.
    pub person: Uuid,
}

/// A roster's claim of one award.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RosterEntry {
    /// The import.
    pub import: Uuid,
    /// Its place in the import; rising in the order of the file.
    pub seq: i64,
    /// The household.
    pub household: Uuid,
    /// The holder: the person an award for a person is for, else the head.
    pub person: Uuid,
    /// The household's division.
    pub division: DivisionCode,
    /// The programme's key.
    pub programme: String,
    /// Whether the award is for the person (else for the household).
    pub for_person: bool,
    /// The class, where the programme has classes.
    pub class: Option<String>,
    /// First month.
    pub from_month: Month,
    /// Last month, where it has ended.
    pub to_month: Option<Month>,
    /// Number of the certificate.
    pub number: Option<String>,
    /// The monthly amount that the old system paid, to compare.
    pub amount: Option<Money>,
    /// The monthly top-up that it paid, to compare.
    pub top_up: Option<Money>,
    /// Why it was given.
    pub reason: Option<String>,
    /// The account that came with it, where it is the first of the payee.
    pub account: Option<Uuid>,
    /// Members covered.
    pub members: Vec<EntryMember>,
    /// The facts that a decision states, by vocabulary name.
    pub facts: Map<String, Value>,
}

const SELECT: &str = "select import, seq, household, person, division, programme, unit, class, \
    from_month, to_month, number, amount, top_up, reason, account, members, facts \
    from roster_entry where import = ";

/// The entries of an import after one of them (`None`: from the first), at most `limit`.
///
/// # Errors
/// When the database fails.
pub async fn stream_entries(
    conn: &Conn,
    import: Uuid,
    after: Option<i64>,
    limit: u64,
) -> Result<Vec<RosterEntry>> {
    let sql = Sql::new(SELECT)
        .bind(import)
        .text(" and seq > ")
        .bind(after.unwrap_or(-1))
        .text(" order by seq limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX));
    conn.rows(sql).await?.iter().map(entry).collect()
}

/// All entries of an import; for imports whose size is known to be small.
///
/// # Errors
/// When the database fails.
pub async fn entries_of(conn: &Conn, import: Uuid) -> Result<Vec<RosterEntry>> {
    stream_entries(conn, import, None, u64::MAX).await
}

fn entry(row: &sea_orm::QueryResult) -> Result<RosterEntry> {
    let stored = |what: &str| Problem::internal(format!("a roster entry: {what}"));
    let division: String = row.try_get_by_index(4)?;
    let unit: String = row.try_get_by_index(6)?;
    let from: String = row.try_get_by_index(8)?;
    let to: Option<String> = row.try_get_by_index(9)?;
    let amount: Option<i64> = row.try_get_by_index(11)?;
    let top_up: Option<i64> = row.try_get_by_index(12)?;
    let members: String = row.try_get_by_index(15)?;
    let facts: String = row.try_get_by_index(16)?;
    let members: Vec<Uuid> = serde_json::from_str(&members)?;
    Ok(RosterEntry {
        import: row.try_get_by_index(0)?,
        seq: row.try_get_by_index(1)?,
        household: row.try_get_by_index(2)?,
        person: row.try_get_by_index(3)?,
        division: DivisionCode::parse(&division).map_err(|_| stored("division"))?,
        programme: row.try_get_by_index(5)?,
        for_person: unit == "person",
        class: row.try_get_by_index(7)?,
        from_month: Month::parse(&from).map_err(|_| stored("month"))?,
        to_month: to
            .map(|m| Month::parse(&m))
            .transpose()
            .map_err(|_| stored("month"))?,
        number: row.try_get_by_index(10)?,
        amount: amount.map(Money::from_fen),
        top_up: top_up.map(Money::from_fen),
        reason: row.try_get_by_index(13)?,
        account: row.try_get_by_index(14)?,
        members: members
            .into_iter()
            .map(|person| EntryMember { person })
            .collect(),
        facts: serde_json::from_str(&facts)?,
    })
}
