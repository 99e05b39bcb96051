//! Paying's questions, answered by policy and registry.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use decide::AwardInMonth;
use kernel::{DivisionCode, Month};
use platform::db::Conn;
use platform::{Floor, Problem, Result, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::outside::{AccountRef, FamilyFacts, OpenAccount, PersonCard, Release, World};

/// The answerer of the running system.
pub(crate) struct Real;

fn release(found: policy::InForce) -> Release {
    Release {
        id: found.id,
        version: found.version,
        digest: found.digest,
        pack: found.pack,
    }
}

/// Facts are texts that repeat: the same text is read once.
#[derive(Default)]
struct Facts(BTreeMap<String, Arc<Map<String, Value>>>);

impl Facts {
    fn read(&mut self, text: &str) -> Result<Arc<Map<String, Value>>> {
        if let Some(known) = self.0.get(text) {
            return Ok(known.clone());
        }
        let facts: Arc<Map<String, Value>> = Arc::new(serde_json::from_str(text)?);
        if self.0.len() < 10_000 {
            self.0.insert(text.to_owned(), facts.clone());
        }
        Ok(facts)
    }
}

#[async_trait]
impl World for Real {
    async fn release_on(
        &self,
        floor: &Floor,
        conn: &Conn,
        month: Month,
    ) -> Result<Option<Release>> {
        Ok(policy::release_on(floor, conn, month.last_day())
            .await?
            .map(release))
    }

    async fn release(&self, floor: &Floor, conn: &Conn, id: Uuid) -> Result<Option<Release>> {
        Ok(policy::release(floor, conn, id).await?.map(release))
    }

    async fn facts(
        &self,
        _: &Floor,
        conn: &Conn,
        awards: &[AwardInMonth],
        on: NaiveDate,
        known: DateTime<Utc>,
    ) -> Result<Vec<FamilyFacts>> {
        let mut households: Vec<Uuid> = awards
            .iter()
            .filter(|award| award.facts.is_some())
            .map(|award| award.household)
            .collect();
        households.sort_unstable();
        households.dedup();
        let families = registry::families_known(conn, &households, on, Some(known)).await?;
        let at: BTreeMap<Uuid, &registry::Family> = families
            .iter()
            .map(|family| (family.household, family))
            .collect();
        let mut facts = Facts::default();
        let nothing: Arc<Map<String, Value>> = Arc::default();
        awards
            .iter()
            .map(|award| {
                let Some(family) = at.get(&award.household) else {
                    let members = award.members.iter().map(|_| nothing.clone()).collect();
                    return Ok(FamilyFacts {
                        household: nothing.clone(),
                        members,
                        source: String::new(),
                    });
                };
                let mut members = Vec::with_capacity(family.members.len());
                for person in &award.members {
                    let member = family
                        .members
                        .iter()
                        .find(|member| member.person == *person);
                    members.push(
                        member.map_or_else(
                            || Ok(nothing.clone()),
                            |member| facts.read(&member.facts),
                        )?,
                    );
                }
                for member in family
                    .members
                    .iter()
                    .filter(|member| !award.members.contains(&member.person))
                {
                    members.push(facts.read(&member.facts)?);
                }
                let source = format!("家庭信息（户编号{}，截至{on}）", family.number);
                Ok(FamilyFacts {
                    household: facts.read(&family.facts)?,
                    members,
                    source,
                })
            })
            .collect()
    }

    async fn accounts(
        &self,
        floor: &Floor,
        conn: &Conn,
        payees: &[Uuid],
        month: Month,
    ) -> Result<BTreeMap<Uuid, AccountRef>> {
        let found =
            registry::accounts_as_of(conn, floor.vault(), payees.iter().copied(), month).await?;
        Ok(found
            .into_iter()
            .map(|(payee, account)| {
                (
                    payee,
                    AccountRef {
                        id: account.id,
                        bank: account.bank,
                    },
                )
            })
            .collect())
    }

    async fn open_accounts(
        &self,
        floor: &Floor,
        conn: &Conn,
        accounts: &[(Uuid, Uuid)],
        month: Month,
    ) -> Result<BTreeMap<Uuid, OpenAccount>> {
        let vault = floor.vault();
        let persons =
            registry::persons(conn, vault, accounts.iter().map(|(payee, _)| *payee)).await?;
        let mut latest =
            registry::accounts_as_of(conn, vault, accounts.iter().map(|(payee, _)| *payee), month)
                .await?;
        let mut out = BTreeMap::new();
        for (payee, account) in accounts {
            // The account may have changed since the payment was gathered: the payment's own counts.
            let found = match latest.remove(payee).filter(|found| found.id == *account) {
                Some(found) => Some(found),
                None => registry::open_account(conn, vault, *account).await?,
            };
            let Some(found) = found else { continue };
            let person = persons.get(payee);
            out.insert(
                *account,
                OpenAccount {
                    holder: found.holder,
                    number: found.number.as_str().to_owned(),
                    bank: found.bank,
                    name: person.map(|person| person.name.clone()).unwrap_or_default(),
                    id_number: person
                        .and_then(|person| person.id_number)
                        .map(|id| id.as_str().to_owned())
                        .unwrap_or_default(),
                },
            );
        }
        Ok(out)
    }

    async fn people(
        &self,
        floor: &Floor,
        conn: &Conn,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, PersonCard>> {
        let found = registry::persons(conn, floor.vault(), persons.iter().copied()).await?;
        Ok(found
            .into_iter()
            .map(|(id, person)| {
                (
                    id,
                    PersonCard {
                        id_number: person.masked().unwrap_or_default(),
                        name: person.name,
                    },
                )
            })
            .collect())
    }

    async fn household(
        &self,
        floor: &Floor,
        conn: &Conn,
        household: Uuid,
    ) -> Result<Option<(DivisionCode, Vec<Uuid>)>> {
        let Some(family) = registry::family(conn, household, floor.today()).await? else {
            return Ok(None);
        };
        let division = DivisionCode::parse(&family.division).map_err(Problem::internal)?;
        Ok(Some((
            division,
            family
                .members
                .into_iter()
                .map(|member| member.person)
                .collect(),
        )))
    }

    async fn told(&self, tx: &mut Tx, programme: &str, amounts: &[(Uuid, i64)]) -> Result<()> {
        registry::set_amounts(tx, programme, amounts).await
    }
}
