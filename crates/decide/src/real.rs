//! Deciding's questions, answered by policy and registry.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use kernel::{DivisionCode, Month};
use pack::model::AwardUnit;
use platform::db::Conn;
use platform::{Floor, Problem, Result, Tx};
use uuid::Uuid;

use crate::outside::{Covered, HouseholdRef, ProgrammeInfo, RosterAward, RosterTotals, World};

/// The answerer of the running system.
pub(crate) struct Real;

/// Roster entries read in one go while adding up.
const CHUNK: u64 = 5_000;

/// Reads a programme off a pack: what decisions on it may say.
///
/// Public for answerers of tests, which know the same packs.
#[must_use]
pub fn programme_of(
    pack: &pack::Pack,
    place: &DivisionCode,
    key: &str,
    month: Month,
) -> Option<ProgrammeInfo> {
    let rules = pack.rules_of(place, month).ok()?;
    let programme = rules.programme(key)?;
    let mut excludes: BTreeSet<String> = programme
        .yields
        .iter()
        .map(|before| before.programme.clone())
        .collect();
    for other in pack.programmes_at(place, month.last_day()) {
        if other.yields.iter().any(|before| before.programme == key) {
            excludes.insert(other.key.clone());
        }
    }
    Some(ProgrammeInfo {
        key: programme.key.clone(),
        zh: programme.label.zh.clone(),
        en: programme.label.en.clone(),
        section: programme.section.clone(),
        for_household: programme.unit == AwardUnit::Household,
        class: programme.class.clone(),
        terms: programme.terms.clone(),
        excludes: excludes.into_iter().collect(),
        once: !programme.components.is_empty()
            && programme.components.iter().all(|component| component.once),
    })
}

#[async_trait]
impl World for Real {
    async fn programme(
        &self,
        floor: &Floor,
        conn: &Conn,
        place: &DivisionCode,
        key: &str,
        month: Month,
    ) -> Result<Option<(Uuid, ProgrammeInfo)>> {
        let Some(release) = policy::release_on(floor, conn, month.last_day()).await? else {
            return Ok(None);
        };
        Ok(programme_of(&release.pack, place, key, month).map(|info| (release.id, info)))
    }

    async fn households(
        &self,
        floor: &Floor,
        conn: &Conn,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, HouseholdRef>> {
        let families = registry::families(conn, ids, floor.today()).await?;
        families
            .into_iter()
            .map(|family| {
                let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
                let members = family.members.iter().map(|member| member.person).collect();
                Ok((
                    family.household,
                    HouseholdRef {
                        division,
                        head: Some(family.head),
                        members,
                    },
                ))
            })
            .collect()
    }

    async fn names(
        &self,
        floor: &Floor,
        conn: &Conn,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, String>> {
        let found = registry::persons(conn, floor.vault(), persons.iter().copied()).await?;
        Ok(found
            .into_iter()
            .map(|(id, person)| (id, person.name))
            .collect())
    }

    async fn roster(&self, _: &Floor, conn: &Conn, import: Uuid) -> Result<Vec<RosterTotals>> {
        let mut found: BTreeMap<String, (RosterTotals, BTreeSet<Uuid>)> = BTreeMap::new();
        let mut after = None;
        loop {
            let part = registry::stream_entries(conn, import, after, CHUNK).await?;
            let Some(last) = part.last() else { break };
            after = Some(last.seq);
            for entry in &part {
                let (totals, households) = found.entry(entry.programme.clone()).or_default();
                totals.awards += 1;
                totals.persons += i64::try_from(entry.members.len().max(1)).unwrap_or(0);
                households.insert(entry.household);
                totals.divisions.insert(entry.division);
                for amount in [entry.amount, entry.top_up].into_iter().flatten() {
                    totals.amount = totals
                        .amount
                        .checked_add(amount)
                        .map_err(Problem::internal)?;
                }
            }
        }
        Ok(found
            .into_iter()
            .map(|(programme, (totals, households))| RosterTotals {
                programme,
                households: i64::try_from(households.len()).unwrap_or(i64::MAX),
                ..totals
            })
            .collect())
    }

    async fn roster_after(
        &self,
        _: &Floor,
        conn: &Conn,
        import: Uuid,
        after: i64,
        limit: i64,
    ) -> Result<Vec<RosterAward>> {
        let limit = u64::try_from(limit).unwrap_or(0);
        let entries = registry::stream_entries(conn, import, Some(after), limit).await?;
        Ok(entries
            .into_iter()
            .map(|entry| {
                let mut members: Vec<Uuid> =
                    entry.members.iter().map(|member| member.person).collect();
                if members.is_empty() {
                    members.push(entry.person);
                }
                RosterAward {
                    position: entry.seq,
                    programme: entry.programme,
                    household: entry.household,
                    division: entry.division.as_str().to_owned(),
                    holder: entry.person,
                    members,
                    facts: entry.facts,
                    from: Some(entry.from_month),
                    to: entry.to_month,
                }
            })
            .collect())
    }

    async fn told(&self, tx: &mut Tx, covered: Vec<Covered>) -> Result<()> {
        let benefits: Vec<registry::Benefit> = covered
            .into_iter()
            .map(|covered| registry::Benefit {
                household: covered.household,
                programme: covered.programme,
                class: covered.class,
                covered: covered.covered,
            })
            .collect();
        registry::set_benefits(tx, &benefits).await
    }
}
