//! What `audit verify` recomputes: every award with its terms and members, and every one-off grant.
//!
//! Awards that an opening decision made are compared in bulk, by the range of their serials; an
//! award that a later decision made or changed is compared by itself, whole, as that decision left
//! it: its rows since and until which approval. Together they leave no row of the three tables out.

use async_trait::async_trait;
use platform::audit::{RowDigest, Verifier};
use platform::db::{Conn, Sql};
use platform::{Problem, Result};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::apply::number;

/// The noun of an award in the audit record.
pub(crate) const AWARD: &str = "award";
/// The noun of a one-off grant in the audit record.
pub(crate) const ONE_OFF: &str = "one_off";
/// The noun of the awards that a slice of an opening decision made.
pub(crate) const OPENING: &str = "opening";

/// An award as the record keeps it: its own row, and all rows of its terms and members.
///
/// # Errors
/// When the database fails.
pub(crate) async fn award(conn: &Conn, id: Uuid) -> Result<Option<Value>> {
    let sql = Sql::new(
        "select number, programme, section, household, holder, division, class, status, from_month, \
         to_month, decision, since, version from award where id = ",
    )
    .bind(id);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let text = |at: usize| row.try_get_by_index::<String>(at);
    let key = |at: usize| row.try_get_by_index::<Uuid>(at);
    let month = |at: usize| row.try_get_by_index::<Option<i32>>(at);
    let mut state = json!({
        "number": text(0)?, "programme": text(1)?, "section": text(2)?, "household": key(3)?,
        "holder": key(4)?, "division": text(5)?, "class": text(6)?, "status": text(7)?,
        "from": month(8)?, "to": month(9)?, "decision": key(10)?,
        "since": row.try_get_by_index::<i64>(11)?, "version": row.try_get_by_index::<i32>(12)?,
    });
    let sql = Sql::new(
        "select from_month, since, to_month, until, facts, decision from award_terms where award = ",
    )
    .bind(id)
    .text(" order by from_month, since");
    let mut terms = Vec::new();
    for row in conn.rows(sql).await? {
        terms.push(json!({
            "from": row.try_get_by_index::<i32>(0)?,
            "since": row.try_get_by_index::<i64>(1)?,
            "to": row.try_get_by_index::<Option<i32>>(2)?,
            "until": row.try_get_by_index::<Option<i64>>(3)?,
            "facts": row.try_get_by_index::<String>(4)?,
            "decision": row.try_get_by_index::<Uuid>(5)?,
        }));
    }
    state["terms"] = Value::Array(terms);
    let sql = Sql::new(
        "select person, from_month, since, to_month, until, position from award_member where award = ",
    )
    .bind(id)
    .text(" order by person, from_month, since");
    let mut members = Vec::new();
    for row in conn.rows(sql).await? {
        members.push(json!({
            "person": row.try_get_by_index::<Uuid>(0)?,
            "from": row.try_get_by_index::<i32>(1)?,
            "since": row.try_get_by_index::<i64>(2)?,
            "to": row.try_get_by_index::<Option<i32>>(3)?,
            "until": row.try_get_by_index::<Option<i64>>(4)?,
            "position": row.try_get_by_index::<i32>(5)?,
        }));
    }
    state["members"] = Value::Array(members);
    Ok(Some(state))
}

/// A one-off grant as the record keeps it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn one_off(conn: &Conn, id: Uuid) -> Result<Option<Value>> {
    let sql = Sql::new(
        "select number, programme, section, household, person, payee, division, month, amount, cause, \
         facts, decision, since from one_off where id = ",
    )
    .bind(id);
    let Some(row) = conn.row(sql).await? else {
        return Ok(None);
    };
    let text = |at: usize| row.try_get_by_index::<String>(at);
    let key = |at: usize| row.try_get_by_index::<Uuid>(at);
    Ok(Some(json!({
        "number": text(0)?, "programme": text(1)?, "section": text(2)?, "household": key(3)?,
        "person": key(4)?, "payee": key(5)?, "division": text(6)?,
        "month": row.try_get_by_index::<i32>(7)?, "amount": row.try_get_by_index::<i64>(8)?,
        "cause": text(9)?, "facts": text(10)?, "decision": key(11)?,
        "since": row.try_get_by_index::<i64>(12)?,
    })))
}

async fn keys(conn: &Conn, sql: &str) -> Result<Vec<String>> {
    let mut keys = Vec::new();
    conn.for_each(sql.into(), |row| {
        keys.push(row.try_get_by_index::<Uuid>(0)?.to_string());
        Ok(())
    })
    .await?;
    Ok(keys)
}

/// Awards that a decision after the opening made or changed, each as that decision left it.
#[derive(Debug, Default)]
pub struct Awards;

#[async_trait]
impl Verifier for Awards {
    fn noun(&self) -> &'static str {
        AWARD
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        match Uuid::parse_str(subject) {
            Ok(id) => award(conn, id).await,
            Err(_) => Ok(None),
        }
    }

    /// An opened award that says of itself that it was changed must have been changed by somebody.
    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        let sql = "select a.id from award a where a.version > 1 or not exists \
                   (select 1 from decision d where d.id = a.decision and d.kind = 'opening') order by a.id";
        keys(conn, sql).await.map(Some)
    }
}

/// One-off grants.
#[derive(Debug, Default)]
pub struct OneOffs;

#[async_trait]
impl Verifier for OneOffs {
    fn noun(&self) -> &'static str {
        ONE_OFF
    }

    async fn current(&self, conn: &Conn, subject: &str) -> Result<Option<Value>> {
        match Uuid::parse_str(subject) {
            Ok(id) => one_off(conn, id).await,
            Err(_) => Ok(None),
        }
    }

    async fn subjects(&self, conn: &Conn) -> Result<Option<Vec<String>>> {
        keys(conn, "select id from one_off order by id")
            .await
            .map(Some)
    }
}

/// What never changes of an award that an opening decision made.
pub(crate) struct Opening<'a> {
    pub id: Uuid,
    pub household: Uuid,
    pub holder: Uuid,
    pub division: &'a str,
    pub from: i32,
    pub to: Option<i32>,
    pub facts: &'a str,
    /// Covered persons in their order.
    pub members: &'a [Uuid],
    /// Whether a later decision changed it; one that none changed holds as it was opened.
    pub changed: bool,
    /// Whether its rows are marked as replaced.
    pub replaced: bool,
}

impl Opening<'_> {
    /// Puts the award into the digest over its slice.
    pub fn add(&self, number: &str, rows: &mut RowDigest) {
        let to = self.to.unwrap_or(-1).to_be_bytes();
        let members: Vec<u8> = self.members.iter().flat_map(|m| *m.as_bytes()).collect();
        // Replaced by nobody: the rows were marked by hand.
        let amiss: &[u8] = if self.replaced && !self.changed {
            &[1]
        } else {
            &[]
        };
        rows.add(
            number,
            &[
                self.id.as_bytes(),
                self.household.as_bytes(),
                self.holder.as_bytes(),
                self.division.as_bytes(),
                &self.from.to_be_bytes(),
                &to,
                self.facts.as_bytes(),
                &members,
                amiss,
            ],
        );
    }
}

/// Awards of an opening decision, by the range of their serials.
#[derive(Debug, Default)]
pub struct Opened;

/// An award with the rows that its opening wrote.
struct Found {
    number: String,
    id: Uuid,
    household: Uuid,
    holder: Uuid,
    division: String,
    from: i32,
    to: Option<i32>,
    facts: String,
    members: Vec<Uuid>,
    changed: bool,
    replaced: bool,
}

#[async_trait]
impl Verifier for Opened {
    fn noun(&self) -> &'static str {
        OPENING
    }

    async fn rows(&self, conn: &Conn, subject: &str, rows: &mut RowDigest) -> Result<()> {
        let mut parts = subject.split('/');
        let broken = || Problem::internal("the subject of an opening is decision/first/end");
        let decision = parts
            .next()
            .and_then(|id| Uuid::parse_str(id).ok())
            .ok_or_else(broken)?;
        let mut serial = || {
            parts
                .next()
                .and_then(|n| n.parse::<i64>().ok())
                .ok_or_else(broken)
        };
        let (first, end) = (serial()?, serial()?);
        let head =
            Sql::new("select division, effective_month from decision where id = ").bind(decision);
        let Some(row) = conn.row(head).await? else {
            return Ok(());
        };
        let division: String = row.try_get_by_index(0)?;
        let month =
            kernel::Month::from_index(row.try_get_by_index(1)?).map_err(Problem::internal)?;
        let area = division.get(..6).ok_or_else(broken)?;
        for award in opened(conn, decision, area, month.year(), first..end).await? {
            Opening {
                id: award.id,
                household: award.household,
                holder: award.holder,
                division: &award.division,
                from: award.from,
                to: award.to,
                facts: &award.facts,
                members: &award.members,
                changed: award.changed,
                replaced: award.replaced,
            }
            .add(&award.number, rows);
        }
        Ok(())
    }
}

/// The awards of an opening between two serials, in the order of their numbers, each with the
/// rows that the opening wrote. Class, status and last month of the award's own row are copies
/// for lists: where nothing changed the award since, they must agree with its terms. A change may
/// have brought it to another holder or place; whose and where it was stands in `award_origin`.
async fn opened(
    conn: &Conn,
    decision: Uuid,
    area: &str,
    year: i32,
    serials: std::ops::Range<i64>,
) -> Result<Vec<Found>> {
    let between = |sql: Sql| {
        sql.bind(decision)
            .text(" and a.number >= ")
            .bind(number(area, year, serials.start))
            .text(" and a.number < ")
            .bind(number(area, year, serials.end))
    };
    let sql = between(Sql::new(
        "select a.number, a.id, a.household, coalesce(o.holder, a.holder), \
         coalesce(o.division, a.division), a.from_month, t.to_month, t.facts, \
         case when a.version > 1 then 1 else 0 end, case when t.until is not null or a.version = 1 and \
         (a.status <> 'active' or coalesce(a.to_month, -1) <> coalesce(t.to_month, -1)) then 1 else 0 end \
         from award a join award_terms t on t.award = a.id and t.since = a.since and t.from_month = a.from_month \
         left join award_origin o on o.award = a.id and a.version > 1 where a.decision = ",
    ))
    .text(" order by a.number");
    let mut found: Vec<Found> = Vec::new();
    conn.for_each(sql, |row| {
        found.push(Found {
            number: row.try_get_by_index(0)?,
            id: row.try_get_by_index(1)?,
            household: row.try_get_by_index(2)?,
            holder: row.try_get_by_index(3)?,
            division: row.try_get_by_index(4)?,
            from: row.try_get_by_index(5)?,
            to: row.try_get_by_index(6)?,
            facts: row.try_get_by_index(7)?,
            members: Vec::new(),
            changed: row.try_get_by_index::<i32>(8)? == 1,
            replaced: row.try_get_by_index::<i32>(9)? == 1,
        });
        Ok(())
    })
    .await?;
    let at: std::collections::BTreeMap<Uuid, usize> = found
        .iter()
        .enumerate()
        .map(|(i, award)| (award.id, i))
        .collect();
    let sql = between(Sql::new(
        "select m.award, m.person, case when m.until is null then 0 else 1 end from award a \
         join award_member m on m.award = a.id and m.since = a.since where a.decision = ",
    ))
    .text(" order by m.award, m.position, m.person");
    conn.for_each(sql, |row| {
        if let Some(at) = at.get(&row.try_get_by_index(0)?) {
            found[*at].members.push(row.try_get_by_index(1)?);
            found[*at].replaced |= row.try_get_by_index::<i32>(2)? == 1;
        }
        Ok(())
    })
    .await?;
    Ok(found)
}
