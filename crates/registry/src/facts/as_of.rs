//! Families as they were on a day, in bulk.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use platform::{Conn, Result, Scope, Sql};
use uuid::Uuid;

/// Values of one statement.
const CHUNK: usize = 800;

/// A member with what was known about the person on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: Uuid,
    /// The name.
    pub name: String,
    /// Relation to the head, GB/T 4761, in Chinese.
    pub relation: String,
    /// Facts by vocabulary name, canonical JSON; `{}` when nothing was known.
    pub facts: String,
}

/// A household with its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// The household.
    pub household: Uuid,
    /// Its public number.
    pub number: String,
    /// Its division, 12 digits.
    pub division: String,
    /// The head.
    pub head: Uuid,
    /// Facts by vocabulary name, canonical JSON.
    pub facts: String,
    /// Members on that day, in the order of their keys.
    pub members: Vec<Member>,
}

/// Some households as of a day, in the order of their keys. Checks no scope: the caller names
/// households that it may see.
///
/// # Errors
/// When the database fails.
pub async fn families(conn: &Conn, households: &[Uuid], as_of: NaiveDate) -> Result<Vec<Family>> {
    families_known(conn, households, as_of, None).await
}

/// As [`families`], with the facts that were on record at an instant: what was recorded later
/// about that day does not change what was computed before.
///
/// # Errors
/// When the database fails.
pub async fn families_known(
    conn: &Conn,
    households: &[Uuid],
    as_of: NaiveDate,
    known: Option<DateTime<Utc>>,
) -> Result<Vec<Family>> {
    let mut found: Vec<Family> = Vec::with_capacity(households.len());
    for part in households.chunks(CHUNK) {
        let sql = Sql::new("select id, number, division, head from household where id in ")
            .bind_all(part.iter().copied())
            .text(" order by id");
        for row in conn.rows(sql).await? {
            found.push(frame(&row)?);
        }
    }
    fill(conn, &mut found, as_of, known).await?;
    Ok(found)
}

/// One household as of a day.
///
/// # Errors
/// When the database fails.
pub async fn family(conn: &Conn, household: Uuid, as_of: NaiveDate) -> Result<Option<Family>> {
    Ok(families(conn, &[household], as_of).await?.pop())
}

/// Households of a scope in the order of division and key, after one of them; at most `limit`.
/// Walk a county by handing the last family's division and key in again.
///
/// # Errors
/// When the database fails.
pub async fn stream_families(
    conn: &Conn,
    scope: &Scope,
    as_of: NaiveDate,
    after: Option<(&str, Uuid)>,
    limit: u64,
) -> Result<Vec<Family>> {
    let mut sql = Sql::new("select id, number, division, head from household h where ")
        .push(scope.sql("h.division"));
    if let Some((division, id)) = after {
        sql = sql
            .text(" and (h.division, h.id) > (")
            .bind(division)
            .text(", ")
            .bind(id)
            .text(")");
    }
    let sql = sql
        .text(" order by h.division, h.id limit ")
        .bind(i64::try_from(limit).unwrap_or(i64::MAX));
    let mut found = conn
        .rows(sql)
        .await?
        .iter()
        .map(frame)
        .collect::<Result<Vec<_>>>()?;
    fill(conn, &mut found, as_of, None).await?;
    Ok(found)
}

fn frame(row: &sea_orm::QueryResult) -> Result<Family> {
    Ok(Family {
        household: row.try_get_by_index(0)?,
        number: row.try_get_by_index(1)?,
        division: row.try_get_by_index(2)?,
        head: row.try_get_by_index(3)?,
        facts: String::new(),
        members: Vec::new(),
    })
}

async fn fill(
    conn: &Conn,
    families: &mut [Family],
    as_of: NaiveDate,
    known: Option<DateTime<Utc>>,
) -> Result<()> {
    let at: BTreeMap<Uuid, usize> = families
        .iter()
        .enumerate()
        .map(|(i, f)| (f.household, i))
        .collect();
    let ids: Vec<Uuid> = at.keys().copied().collect();
    for part in ids.chunks(CHUNK) {
        let sql = Sql::new(
            "select m.household, m.person, p.name, m.relation from membership m \
             join person p on p.id = m.person where m.household in ",
        )
        .bind_all(part.iter().copied())
        .text(" and m.from_date <= ")
        .bind(as_of)
        .text(" and (m.to_date is null or m.to_date >= ")
        .bind(as_of)
        .text(") order by m.household, m.person");
        for row in conn.rows(sql).await? {
            let household: Uuid = row.try_get_by_index(0)?;
            families[at[&household]].members.push(Member {
                person: row.try_get_by_index(1)?,
                name: row.try_get_by_index(2)?,
                relation: row.try_get_by_index(3)?,
                facts: String::new(),
            });
        }
    }
    let subjects = families
        .iter()
        .flat_map(|f| std::iter::once(f.household).chain(f.members.iter().map(|m| m.person)));
    let facts = facts_known(conn, subjects.collect(), as_of, known).await?;
    let of = |id: &Uuid| facts.get(id).cloned().unwrap_or_else(|| "{}".to_owned());
    for family in families {
        family.facts = of(&family.household);
        for member in &mut family.members {
            member.facts = of(&member.person);
        }
    }
    Ok(())
}

/// The facts of some subjects as of a day.
pub(crate) async fn facts(
    conn: &Conn,
    subjects: Vec<Uuid>,
    as_of: NaiveDate,
) -> Result<BTreeMap<Uuid, String>> {
    facts_known(conn, subjects, as_of, None).await
}

async fn facts_known(
    conn: &Conn,
    mut subjects: Vec<Uuid>,
    as_of: NaiveDate,
    known: Option<DateTime<Utc>>,
) -> Result<BTreeMap<Uuid, String>> {
    subjects.sort_unstable();
    subjects.dedup();
    let mut found = BTreeMap::new();
    for part in subjects.chunks(CHUNK) {
        let sql = Sql::new("select subject, facts from circumstance where subject in ")
            .bind_all(part.iter().copied())
            .text(" and valid_from <= ")
            .bind(as_of);
        let sql = match known {
            Some(known) => sql.text(" and recorded_at <= ").bind(known),
            None => sql,
        };
        let sql = sql.text(" order by subject, valid_from, version");
        for row in conn.rows(sql).await? {
            // Later versions replace earlier ones.
            found.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
    }
    Ok(found)
}
