//! What an award gives in a month: the figure that letters name and case pages show.

use std::sync::Arc;

use kernel::{DivisionCode, Money, Month};
use pack::{CaseFacts, MemberFacts};
use platform::db::Conn;
use platform::{Floor, Problem, Result};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{awards_by_id, last_seq};

/// What an award gives in a month, and to how many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    /// 元/月, all components together.
    pub amount: Money,
    /// The people covered.
    pub persons: usize,
}

/// Computes an award for a month by the rules and circumstances of that month, as they are known
/// now: the way the month's roll will compute it. None where it is not in force then, or the
/// rules cannot tell its amount.
///
/// # Errors
/// When the database fails.
pub(crate) async fn given_in(
    floor: &Floor,
    conn: &Conn,
    (place, programme): (&DivisionCode, &str),
    award: Uuid,
    month: Month,
) -> Result<Option<Given>> {
    let as_of = last_seq(conn).await?;
    let found = awards_by_id(conn, &[award], month, as_of).await?;
    let Some(award) = found.into_iter().next() else {
        return Ok(None);
    };
    let Some(terms) = award.facts else {
        return Ok(None);
    };
    let to = Terms {
        household: award.household,
        members: award.members,
        facts: terms,
    };
    would_give(floor, conn, (place, programme), to, month).await
}

/// To whom an award goes, and on what terms.
pub(crate) struct Terms {
    /// The household.
    pub household: Uuid,
    /// The people covered.
    pub members: Vec<Uuid>,
    /// The terms by name.
    pub facts: Arc<Map<String, Value>>,
}

/// As [`given_in`], of an award that nobody has given yet.
///
/// # Errors
/// When the database fails.
pub(crate) async fn would_give(
    floor: &Floor,
    conn: &Conn,
    (place, programme): (&DivisionCode, &str),
    to: Terms,
    month: Month,
) -> Result<Option<Given>> {
    if to.members.is_empty() {
        return Ok(None);
    }
    let terms = to.facts;
    let families = registry::families(conn, &[to.household], month.last_day()).await?;
    let (Some(family), Some(release)) = (
        families.into_iter().next(),
        policy::release_on(floor, conn, month.last_day()).await?,
    ) else {
        return Ok(None);
    };
    let household = map(&family.facts)?;
    let mut members = Vec::with_capacity(family.members.len());
    let at = |person: &Uuid| family.members.iter().find(|m| m.person == *person);
    for person in &to.members {
        members.push(at(person).map_or_else(|| Ok(Map::new()), |m| map(&m.facts))?);
    }
    let covered = members.len();
    let others = family.members.iter();
    for other in others.filter(|m| !to.members.contains(&m.person)) {
        members.push(map(&other.facts)?);
    }
    let (place, programme) = (*place, programme.to_owned());
    // Compiling a place's rules the first time takes a moment.
    let computed = tokio::task::spawn_blocking(move || {
        let rules = release.pack.rules_of(&place, month).ok()?;
        let facts = CaseFacts {
            household: &household,
            members: members
                .iter()
                .enumerate()
                .map(|(n, facts)| MemberFacts {
                    facts,
                    terms: None,
                    covered: n < covered,
                })
                .collect(),
            supporters: None,
            award: &terms,
        };
        let case = rules.facts_for(&programme, &facts).ok()?.ok()?;
        let mut engine = rules.engine();
        let computed = engine.compute(&programme, &case).ok()?;
        let lines = computed.lines.iter().filter(|l| l.member < covered);
        let fen: i64 = lines.map(|l| l.amount.fen()).sum();
        computed.payable().then_some(Money::from_fen(fen))
    })
    .await
    .map_err(Problem::internal)?;
    Ok(computed.map(|amount| Given {
        amount,
        persons: covered,
    }))
}

fn map(text: &str) -> Result<Map<String, Value>> {
    Ok(serde_json::from_str(text)?)
}
