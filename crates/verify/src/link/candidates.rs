//! Persons on record that a row without a number may be about.

use std::collections::BTreeMap;

use kernel::codes::Sex;
use matching::delivery::Loose;
use matching::link::{Bounds, Record, Scheme, link};
use matching::{MatchError, Watch};
use platform::{Conn, Problem, Result, Scope, Vault};
use uuid::Uuid;

/// Persons of one linking; more is a matter for one township after the other.
const MOST: usize = 600_000;
/// Households that are read at once.
const PART: u64 = 500;
/// Pairs of one row that somebody looks at.
const OF_EACH: usize = 5;

/// A person on record.
#[derive(Clone, Debug)]
pub(crate) struct Ours {
    pub person: Uuid,
    pub household: Uuid,
    pub division: String,
    pub record: Record,
}

/// A pair that somebody looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Place of the row.
    pub row: usize,
    /// Place of the person.
    pub ours: usize,
    /// Ten-thousandths.
    pub likelihood: i32,
    /// Hundredths of a bit.
    pub score: i32,
    /// Level and hundredths of a bit of each field.
    pub fields: Vec<Option<(u8, i32)>>,
}

/// The persons of a place, in benefit or not, as the scheme compares them.
pub(crate) async fn ours(
    conn: &Conn,
    vault: &Vault,
    scope: &Scope,
    lists: &[bool],
    on: chrono::NaiveDate,
) -> Result<Vec<Ours>> {
    let mut all = Vec::new();
    for in_benefit in lists {
        let mut after: Option<(String, Uuid)> = None;
        loop {
            let next =
                registry::households_by_benefit(conn, scope, *in_benefit, after.as_ref(), PART)
                    .await?;
            let Some(last) = next.last().cloned() else {
                break;
            };
            let keys: Vec<Uuid> = next.iter().map(|(_, key)| *key).collect();
            all.extend(part(conn, vault, &keys, on).await?);
            if all.len() > MOST {
                return Err(Problem::invalid().detail(
                    "范围内人员过多，请分乡镇接收这份数据",
                    "There are too many persons in the area; take the delivery in township by township",
                ));
            }
            after = Some(last);
        }
    }
    // By key, so that the same data give the same pairs in the same order.
    all.sort_by_key(|one| (one.person, one.household));
    Ok(all)
}

pub(crate) async fn part(
    conn: &Conn,
    vault: &Vault,
    keys: &[Uuid],
    on: chrono::NaiveDate,
) -> Result<Vec<Ours>> {
    let families = registry::families(conn, keys, on).await?;
    let members = families.iter().flat_map(|f| &f.members).map(|m| m.person);
    let persons = registry::persons(conn, vault, members).await?;
    let addresses = registry::addresses(conn, keys).await?;
    let mut found = Vec::new();
    for family in &families {
        let address = addresses.get(&family.household).cloned();
        for member in &family.members {
            let number = persons.get(&member.person).and_then(|p| p.id_number);
            found.push(Ours {
                person: member.person,
                household: family.household,
                division: family.division.clone(),
                record: vec![
                    member.name.clone(),
                    number.map_or_else(String::new, |n| n.as_str().to_owned()),
                    number.map_or_else(String::new, |n| n.birth().to_string()),
                    number.map_or_else(String::new, |n| sex(n.sex()).to_owned()),
                    address.clone().unwrap_or_default(),
                    member.relation.clone(),
                ],
            });
        }
    }
    Ok(found)
}

fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "男",
        Sex::Female => "女",
    }
}

/// The pairs of rows and persons that somebody looks at. Blocks: call it on a thread for work.
///
/// # Errors
/// When the caller stops.
pub(crate) fn pairs(
    rows: &[Loose],
    ours: &[Ours],
    watch: &dyn Watch,
) -> std::result::Result<Vec<Pair>, MatchError> {
    let theirs: Vec<Record> = rows.iter().map(Loose::record).collect();
    let records: Vec<Record> = ours.iter().map(|o| o.record.clone()).collect();
    let links = link(&Scheme::chinese(), &theirs, Some(&records), 0.0, watch)?;
    let queue = links.queue(Bounds::default(), OF_EACH);
    let mut pairs: Vec<Pair> = queue
        .into_iter()
        .map(|one| Pair {
            row: one.left as usize,
            ours: one.right as usize,
            likelihood: one.likelihood(),
            score: one.score(),
            fields: one
                .levels
                .iter()
                .zip(links.parts(one))
                .map(|(level, bits)| level.zip(bits))
                .collect(),
        })
        .collect();
    pairs.sort_by_key(|p| (p.row, std::cmp::Reverse(p.score), p.ours));
    // A person who lives in two households on record stands once beside a row.
    let mut seen: BTreeMap<(usize, Uuid), ()> = BTreeMap::new();
    pairs.retain(|p| seen.insert((p.row, ours[p.ours].person), ()).is_none());
    Ok(pairs)
}
