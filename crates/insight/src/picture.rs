//! Who is in benefit in a month and who lives where on a day, read once and counted many times.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::NaiveDate;
use kernel::{DivisionCode, Month};
use pack::Pack;
use platform::{Conn, Result, Scope, Sql};
use serde_json::{Map, Value};
use uuid::Uuid;

/// How many awards are read at a time.
const PAGE: i64 = 2_000;

/// An award in payment.
#[derive(Debug, Clone)]
pub(crate) struct Holding {
    pub programme: String,
    pub number: String,
    pub award: Uuid,
    pub household: Uuid,
    pub division: Arc<str>,
    pub members: Vec<Uuid>,
    pub facts: Arc<Map<String, Value>>,
}

impl Holding {
    /// The word of a fact of the award; empty where it is not stated.
    pub fn word(&self, fact: &str) -> &str {
        self.facts
            .get(fact)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// A household as figures see it.
#[derive(Debug, Clone, Default)]
pub(crate) struct House {
    /// 防返贫类型, where it stands in a list.
    pub list: Option<String>,
    /// Its members on the day.
    pub size: usize,
}

/// Households and persons, always together.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Count {
    households: BTreeSet<Uuid>,
    persons: BTreeSet<Uuid>,
}

impl Count {
    /// Adds an award: its household and those it covers.
    pub fn add(&mut self, holding: &Holding) {
        self.households.insert(holding.household);
        self.persons.extend(&holding.members);
    }

    /// Counts some awards.
    pub fn of<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Self {
        let mut count = Self::default();
        for holding in holdings {
            count.add(holding);
        }
        count
    }

    pub fn households(&self) -> usize {
        self.households.len()
    }

    pub fn persons(&self) -> usize {
        self.persons.len()
    }

    pub fn house_ids(&self) -> &BTreeSet<Uuid> {
        &self.households
    }

    pub fn person_ids(&self) -> &BTreeSet<Uuid> {
        &self.persons
    }
}

/// The awards of one programme in force in a month, within a scope, in the order of numbers.
///
/// # Errors
/// When the database fails.
pub(crate) async fn holdings(
    conn: &Conn,
    scope: &Scope,
    programme: &str,
    month: Month,
) -> Result<Vec<Holding>> {
    let as_of = decide::last_seq(conn).await?;
    let mut found = Vec::new();
    let mut after = String::new();
    let mut seen: BTreeMap<Arc<str>, bool> = BTreeMap::new();
    loop {
        let page = decide::awards_after(conn, programme, month, as_of, &after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after.clone_from(&last.number);
        let full = page.len() as i64 == PAGE;
        for award in page {
            let Some(facts) = award.facts.filter(|_| !award.members.is_empty()) else {
                continue;
            };
            let inside = *seen.entry(award.division.clone()).or_insert_with(|| {
                DivisionCode::parse(&award.division).is_ok_and(|code| scope.contains(&code))
            });
            if inside {
                found.push(Holding {
                    programme: programme.to_owned(),
                    number: award.number,
                    award: award.id,
                    household: award.household,
                    division: award.division,
                    members: award.members,
                    facts,
                });
            }
        }
        if !full {
            return Ok(found);
        }
    }
}

/// All that the figures of a day count.
#[derive(Debug, Default)]
pub(crate) struct Picture {
    pub houses: BTreeMap<Uuid, House>,
    pub holdings: Vec<Holding>,
    /// Persons with a certified disability.
    pub disabled: BTreeSet<Uuid>,
}

impl Picture {
    /// Reads the day: awards of the day's month, households and members of the day.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn on(conn: &Conn, scope: &Scope, pack: &Pack, day: NaiveDate) -> Result<Self> {
        let month = Month::of(day);
        let mut picture = Self {
            houses: houses(conn, scope, day).await?,
            ..Self::default()
        };
        for programme in pack.programmes() {
            picture
                .holdings
                .extend(holdings(conn, scope, &programme.key, month).await?);
        }
        picture.disabled = disabled(conn, scope, day).await?;
        Ok(picture)
    }

    /// The awards of a programme.
    pub fn of<'a>(&'a self, programme: &'a str) -> impl Iterator<Item = &'a Holding> {
        self.holdings
            .iter()
            .filter(move |holding| holding.programme == programme)
    }
}

async fn houses(conn: &Conn, scope: &Scope, day: NaiveDate) -> Result<BTreeMap<Uuid, House>> {
    let sql = Sql::new(
        "select h.id, h.labels, count(m.person) from household h \
         left join membership m on m.household = h.id and m.from_date <= ",
    )
    .bind(day)
    .text(" and (m.to_date is null or m.to_date >= ")
    .bind(day)
    .text(") where ")
    .push(scope.sql("h.division"))
    .text(" group by h.id, h.labels");
    let mut houses = BTreeMap::new();
    conn.for_each(sql, |row| {
        let labels: String = row.try_get_by_index(1)?;
        let labels: Vec<String> = serde_json::from_str(&labels)?;
        let size: i64 = row.try_get_by_index(2)?;
        houses.insert(
            row.try_get_by_index(0)?,
            House {
                list: labels
                    .into_iter()
                    .find(|label| super::figures::LISTS.contains(&label.as_str())),
                size: usize::try_from(size).unwrap_or(0),
            },
        );
        Ok(())
    })
    .await?;
    Ok(houses)
}

/// Persons whose latest circumstances name a disability.
async fn disabled(conn: &Conn, scope: &Scope, day: NaiveDate) -> Result<BTreeSet<Uuid>> {
    let sql = Sql::new(
        "select c.subject, c.disability_kind from circumstance c \
         join person p on p.id = c.subject where c.valid_from <= ",
    )
    .bind(day)
    .text(" and ")
    .push(scope.sql("p.division"))
    .text(" order by c.subject, c.valid_from, c.version");
    let mut found = BTreeSet::new();
    conn.for_each(sql, |row| {
        let subject: Uuid = row.try_get_by_index(0)?;
        let kind: Option<String> = row.try_get_by_index(1)?;
        // The last version of a person counts.
        if kind.is_some_and(|kind| !kind.is_empty() && kind != "无") {
            found.insert(subject);
        } else {
            found.remove(&subject);
        }
        Ok(())
    })
    .await?;
    Ok(found)
}
