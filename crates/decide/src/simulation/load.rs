//! Reads an area: families as an assessment sees them, awards as a roll sees them.

use std::collections::BTreeMap;

use kernel::{DivisionCode, Month};
use pack::assess::{Assess, Shelf};
use pack::simulate::{HeldFacts, OnRecord, Population, Variation};
use pack::{CaseFacts, MemberFacts, Pack, Rules};
use platform::{Problem, Reader, Result};
use registry::Family;
use serde_json::{Map, Value};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::snapshot::{Key, Snapshot, Trials};
use crate::assessment::lines::lines;
use crate::award::{AwardInMonth, awards_of_households, last_seq};
use crate::problems::{SIMULATION_CHANGES, SIMULATION_LARGE, SIMULATION_PLACE};

/// Households that are read at a time.
const STEP: u64 = 2_000;
/// How many such parts wait to be taken in.
const AHEAD: usize = 2;
/// Most households of an area: about 1 KiB each stays in memory.
const MOST: usize = 300_000;

type Facts = Map<String, Value>;

/// Both sides of the comparison.
pub(crate) struct Sides {
    pub base: Pack,
    /// Another pack; changes come later, with each simulation.
    pub other: Option<Pack>,
}

/// Reads an area whole and computes the side as it stands: while the database is read for some
/// households, those before them are taken in.
///
/// # Errors
/// `decide.simulation.large`; when the database fails.
pub(crate) async fn load(reader: &Reader, sides: Sides, key: Key) -> Result<Snapshot> {
    let today = reader.ctx().floor().today();
    let month = Month::of(key.on);
    let scope = reader.scope().within(&key.place);
    let as_of = last_seq(reader.conn()).await?;
    let read_at = reader.ctx().floor().now();
    let (send, parts) = mpsc::channel::<Vec<Part>>(AHEAD);
    let base = sides.base.clone();
    let taken = tokio::task::spawn_blocking(move || build(&sides, &key, parts));
    let (mut after, mut count): (Option<(String, Uuid)>, usize) = (None, 0);
    loop {
        let from = after.as_ref().map(|(d, id)| (d.as_str(), *id));
        // Nobody knows the facts of a day to come.
        let day = key.on.min(today);
        let families = registry::stream_families(reader.conn(), &scope, day, from, STEP).await?;
        let Some(last) = families.last() else { break };
        after = Some((last.division.clone(), last.household));
        count += families.len();
        if count > MOST {
            return Err(Problem::new(&SIMULATION_LARGE));
        }
        let families: Vec<Family> = families
            .into_iter()
            .filter(|f| !f.members.is_empty())
            .collect();
        let ids: Vec<Uuid> = families.iter().map(|f| f.household).collect();
        let awards = awards_of_households(reader.conn(), &ids, month, as_of).await?;
        let lines = lines(reader.conn(), &base, &families, key.on).await?;
        let mut by_household: BTreeMap<Uuid, Vec<(String, AwardInMonth)>> = BTreeMap::new();
        for award in awards {
            by_household
                .entry(award.1.household)
                .or_default()
                .push(award);
        }
        let part = families.into_iter().zip(lines);
        let part = part.map(|(family, line)| Part {
            awards: by_household.remove(&family.household).unwrap_or_default(),
            people: line.people,
            line: line.text.into_bytes(),
            family,
        });
        if send.send(part.collect()).await.is_err() {
            // Whoever takes them in has stopped, and says why below.
            break;
        }
    }
    drop(send);
    let (population, households) = taken.await.map_err(Problem::internal)??;
    Ok(Snapshot {
        with_awards: population.with_awards(),
        population,
        households,
        read_at,
        trials: Trials::default(),
    })
}

/// A family with what it holds.
struct Part {
    family: Family,
    line: Vec<u8>,
    /// The members in the order of the line.
    people: Vec<Uuid>,
    awards: Vec<(String, AwardInMonth)>,
}

fn build(
    sides: &Sides,
    key: &Key,
    mut parts: mpsc::Receiver<Vec<Part>>,
) -> Result<(Population, Vec<Uuid>)> {
    let month = Month::of(key.on);
    let rules = |place: &DivisionCode| -> Result<Rules> {
        let found = sides.base.rules_for_case(place, key.on, month);
        found.map_err(|_| Problem::new(&SIMULATION_PLACE))
    };
    let variation = match &sides.other {
        Some(pack) => Variation::Pack(pack.clone()),
        None => Variation::Changes(Vec::new()),
    };
    let own = rules(&key.place)?;
    let mut population = Population::new(&own, key.place, variation);
    let mut households: Vec<Uuid> = Vec::new();
    let work = Assess {
        pack: sides.base.clone(),
        place: key.place,
        on: key.on,
        programmes: Vec::new(),
        explain: false,
    };
    let shelf = Shelf::default();
    let mut at: BTreeMap<String, Rules> = BTreeMap::new();
    while let Some(part) = parts.blocking_recv() {
        households.extend(part.iter().map(|p| p.family.household));
        let read: Vec<Known> = part.iter().map(Known::of).collect::<Result<_>>()?;
        let mut all: Vec<OnRecord<'_>> = Vec::with_capacity(part.len());
        for (part, known) in part.iter().zip(&read) {
            let division = &part.family.division;
            let code = DivisionCode::parse(division).map_err(Problem::internal)?;
            // Households of one village follow each other and share its rules.
            let own = match at.get(division) {
                Some(own) => own.clone(),
                None => {
                    let own = rules(&code)?;
                    at.insert(division.clone(), own.clone());
                    own
                }
            };
            all.push(known.on_record(part, code, own));
        }
        population
            .add_on_record(&work, &shelf, &all)
            .map_err(|faults| {
                faults
                    .into_iter()
                    .fold(Problem::new(&SIMULATION_CHANGES), |p, f| {
                        p.field("/release", f.zh, f.en)
                    })
            })?;
    }
    population.settle();
    Ok((population, households))
}

/// The facts of a family, read.
struct Known {
    household: Facts,
    members: BTreeMap<Uuid, Facts>,
    nothing: Facts,
}

impl Known {
    fn of(part: &Part) -> Result<Known> {
        if part.awards.is_empty() {
            return Ok(Known {
                household: Facts::new(),
                members: BTreeMap::new(),
                nothing: Facts::new(),
            });
        }
        let members = part.family.members.iter().map(|m| {
            let facts: Facts = serde_json::from_str(&m.facts)?;
            Ok((m.person, facts))
        });
        Ok(Known {
            household: serde_json::from_str(&part.family.facts)?,
            members: members.collect::<Result<_>>()?,
            nothing: Facts::new(),
        })
    }

    fn on_record<'a>(
        &'a self,
        part: &'a Part,
        division: DivisionCode,
        rules: Rules,
    ) -> OnRecord<'a> {
        let held = part.awards.iter().filter_map(|(programme, award)| {
            let terms = award.facts.as_deref()?;
            Some(self.held(part, programme, award, terms))
        });
        OnRecord {
            division,
            rules,
            line: part.line.clone(),
            persons: part.people.len(),
            held: held.collect(),
        }
    }

    /// The case of an award as the roll sees it: covered persons first, in their order, then
    /// whoever else lives with them.
    fn held<'a>(
        &'a self,
        part: &'a Part,
        programme: &'a str,
        award: &AwardInMonth,
        terms: &'a Facts,
    ) -> HeldFacts<'a> {
        let others = part.family.members.iter().map(|m| m.person);
        let others = others.filter(|p| !award.members.contains(p));
        let order: Vec<Uuid> = award.members.iter().copied().chain(others).collect();
        let members = order.iter().enumerate().map(|(n, person)| MemberFacts {
            facts: self.members.get(person).unwrap_or(&self.nothing),
            terms: None,
            covered: n < award.members.len(),
        });
        let place = |person: &Uuid| {
            let found = part.people.iter().position(|p| p == person);
            found.unwrap_or(part.people.len())
        };
        HeldFacts {
            programme,
            facts: CaseFacts {
                household: &self.household,
                members: members.collect(),
                supporters: None,
                award: terms,
            },
            members: order.iter().map(place).collect(),
        }
    }
}
