//! Awards with the members and terms in force in a month, as known at an approval.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::Month;
use platform::db::{Conn, Sql};
use platform::{Problem, Result};
use serde_json::{Map, Value};
use uuid::Uuid;

/// An award in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardInMonth {
    /// Key.
    pub id: Uuid,
    /// Public number: the business key within its programme.
    pub number: String,
    /// The household it belongs to.
    pub household: Uuid,
    /// The person who holds it and is paid where the programme pays households.
    pub holder: Uuid,
    /// 12-digit division.
    pub division: Arc<str>,
    /// Covered persons, in their order within the award. Empty where the award
    /// covers nobody in that month.
    pub members: Vec<Uuid>,
    /// The facts that the decision states, by vocabulary names. `None` where
    /// the award is not in force in that month.
    pub facts: Option<Arc<Map<String, Value>>>,
    /// First month of the terms in force.
    pub terms_from: Option<Month>,
    /// The approval since which these terms are known.
    pub terms_since: Option<i64>,
}

const AWARD: &str = "select a.id, a.number, a.household, a.holder, a.division from award a where ";

/// How many awards of a programme exist as known at approval `as_of`: for progress.
///
/// # Errors
/// When the database fails.
pub async fn count_awards(conn: &Conn, programme: &str, as_of: i64) -> Result<i64> {
    let sql = Sql::new("select count(*) from award where programme = ")
        .bind(programme)
        .text(" and since <= ")
        .bind(as_of);
    Ok(conn.scalar(sql).await?.unwrap_or(0))
}

/// The next awards of a programme after a number, in the order of numbers,
/// with what holds in `month` as known at approval `as_of`. Awards that are not
/// in force in that month are among them, with empty members.
///
/// # Errors
/// When the database fails.
pub async fn awards_after(
    conn: &Conn,
    programme: &str,
    month: Month,
    as_of: i64,
    after: &str,
    limit: i64,
) -> Result<Vec<AwardInMonth>> {
    let chosen = Sql::new(AWARD)
        .text("a.programme = ")
        .bind(programme)
        .text(" and a.number > ")
        .bind(after)
        .text(" and a.since <= ")
        .bind(as_of)
        .text(" order by a.number limit ")
        .bind(limit);
    fill(conn, chosen, month, as_of).await
}

/// Some awards by key, with what holds in `month` as known at `as_of`, in the
/// order of numbers.
///
/// # Errors
/// When the database fails.
pub async fn awards_by_id(
    conn: &Conn,
    ids: &[Uuid],
    month: Month,
    as_of: i64,
) -> Result<Vec<AwardInMonth>> {
    let mut out = Vec::with_capacity(ids.len());
    for part in ids.chunks(500) {
        let chosen = Sql::new(AWARD)
            .text("a.id in ")
            .bind_all(part.iter().copied())
            .text(" order by a.number");
        out.extend(fill(conn, chosen, month, as_of).await?);
    }
    out.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(out)
}

/// The awards of some households in force in a month as known at `as_of`, with household and
/// programme, in the order of numbers.
///
/// # Errors
/// When the database fails.
pub(crate) async fn awards_of_households(
    conn: &Conn,
    households: &[Uuid],
    month: Month,
    as_of: i64,
) -> Result<Vec<(String, AwardInMonth)>> {
    let mut out = Vec::new();
    for part in households.chunks(500) {
        let mut programmes: BTreeMap<Uuid, String> = BTreeMap::new();
        let sql = Sql::new("select a.id, a.programme from award a where a.household in ")
            .bind_all(part.iter().copied())
            .text(" and a.since <= ")
            .bind(as_of);
        for row in conn.rows(sql).await? {
            programmes.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        let chosen = Sql::new(AWARD)
            .text("a.household in ")
            .bind_all(part.iter().copied())
            .text(" and a.since <= ")
            .bind(as_of);
        for award in fill(conn, chosen, month, as_of).await? {
            let in_force = award.facts.is_some() && !award.members.is_empty();
            if let Some(programme) = programmes.remove(&award.id).filter(|_| in_force) {
                out.push((programme, award));
            }
        }
    }
    out.sort_by(|a, b| a.1.number.cmp(&b.1.number));
    Ok(out)
}

/// The conditions under which a row of members or terms holds.
fn holds(alias: &str, month: Month, as_of: i64) -> Sql {
    Sql::new(format!(" {alias}.since <= "))
        .bind(as_of)
        .text(&format!(" and ({alias}.until is null or {alias}.until > "))
        .bind(as_of)
        .text(&format!(") and {alias}.from_month <= "))
        .bind(month.index())
        .text(&format!(
            " and ({alias}.to_month is null or {alias}.to_month >= "
        ))
        .bind(month.index())
        .text(")")
}

async fn fill(conn: &Conn, chosen: Sql, month: Month, as_of: i64) -> Result<Vec<AwardInMonth>> {
    let mut awards = Vec::new();
    let mut at: BTreeMap<Uuid, usize> = BTreeMap::new();
    let mut last: Arc<str> = Arc::from("");
    conn.for_each(chosen.clone(), |row| {
        let division: String = row.try_get_by_index(4)?;
        if *last != *division {
            last = Arc::from(division);
        }
        let award = AwardInMonth {
            id: row.try_get_by_index(0)?,
            number: row.try_get_by_index(1)?,
            household: row.try_get_by_index(2)?,
            holder: row.try_get_by_index(3)?,
            division: last.clone(),
            members: Vec::new(),
            facts: None,
            terms_from: None,
            terms_since: None,
        };
        at.insert(award.id, awards.len());
        awards.push(award);
        Ok(())
    })
    .await?;
    let from_chosen = |select: &str, alias: &str, order: &str| {
        Sql::new(format!("{select} from ("))
            .push(chosen.clone())
            .text(&format!(
                ") c join award_{alias} {alias} on {alias}.award = c.id where"
            ))
            .push(holds(alias, month, as_of))
            .text(order)
    };
    let mut terms_of: BTreeMap<String, Arc<Map<String, Value>>> = BTreeMap::new();
    let terms = from_chosen(
        "select terms.award, terms.from_month, terms.since, terms.facts",
        "terms",
        "",
    );
    conn.for_each(terms, |row| {
        let text: String = row.try_get_by_index(3)?;
        let facts = match terms_of.get(&text) {
            Some(facts) => facts.clone(),
            None => {
                let facts: Arc<Map<String, Value>> = Arc::new(serde_json::from_str(&text)?);
                if terms_of.len() < 4096 {
                    terms_of.insert(text, facts.clone());
                }
                facts
            }
        };
        let from = Month::from_index(row.try_get_by_index(1)?).map_err(Problem::internal)?;
        if let Some(i) = at.get(&row.try_get_by_index(0)?) {
            let award: &mut AwardInMonth = &mut awards[*i];
            award.facts = Some(facts);
            award.terms_from = Some(from);
            award.terms_since = Some(row.try_get_by_index(2)?);
        }
        Ok(())
    })
    .await?;
    let members = from_chosen(
        "select member.award, member.person",
        "member",
        " order by member.award, member.position, member.person",
    );
    conn.for_each(members, |row| {
        if let Some(i) = at.get(&row.try_get_by_index(0)?) {
            let award: &mut AwardInMonth = &mut awards[*i];
            if award.facts.is_some() {
                award.members.push(row.try_get_by_index(1)?);
            }
        }
        Ok(())
    })
    .await?;
    Ok(awards)
}
