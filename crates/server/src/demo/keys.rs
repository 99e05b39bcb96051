//! The demonstration's own bookkeeping: which record is which synthetic person.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use kernel::Month;
use platform::{Ctx, Operation, Sql};
use synth::{County, model::PersonKey};
use uuid::Uuid;

use super::house::House;

const LOOK_UP: Operation = Operation::query(
    "server.demo.look_up",
    "server.demo.look_up",
    "演示核对",
    "Look up the demonstration's records",
);

/// Keys of persons, households and awards.
pub struct Keys {
    persons: BTreeMap<Vec<u8>, (Uuid, Uuid)>,
    awards: BTreeMap<(String, Uuid), Uuid>,
    members: BTreeMap<Uuid, Vec<Uuid>>,
    paid: BTreeSet<Uuid>,
}

impl Keys {
    /// Reads them as they stand in a month.
    pub async fn read(house: &House, month: Month) -> anyhow::Result<Self> {
        let system = Ctx::system(&house.floor, Uuid::nil(), "demo");
        let reader = system.query(&LOOK_UP).await?;
        let mut keys = Self {
            persons: BTreeMap::new(),
            awards: BTreeMap::new(),
            members: BTreeMap::new(),
            paid: BTreeSet::new(),
        };
        let sql = Sql::new(
            "select p.id_index, p.id, m.household from person p \
             join membership m on m.person = p.id where m.to_date is null and p.id_index is not null",
        );
        reader
            .conn()
            .for_each(sql, |row| {
                let pair = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
                keys.persons.insert(row.try_get_by_index(0)?, pair);
                Ok(())
            })
            .await?;
        // The newest award of a person in a programme is the one that changes.
        let sql = Sql::new(
            "select a.programme, m.person, a.id from award a \
             join award_member m on m.award = a.id where m.until is null and m.from_month <= ",
        )
        .bind(month.index())
        .text(" and (m.to_month is null or m.to_month >= ")
        .bind(month.index())
        .text(") order by a.since, a.number, m.position");
        reader
            .conn()
            .for_each(sql, |row| {
                let (programme, person): (String, Uuid) =
                    (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
                let award: Uuid = row.try_get_by_index(2)?;
                keys.awards.insert((programme, person), award);
                keys.members.entry(award).or_default().push(person);
                Ok(())
            })
            .await?;
        let sql = Sql::new("select distinct person from account");
        reader
            .conn()
            .for_each(sql, |row| {
                keys.paid.insert(row.try_get_by_index(0)?);
                Ok(())
            })
            .await?;
        reader.finish().await?;
        Ok(keys)
    }

    /// A synthetic person's key and household.
    pub fn person(
        &self,
        house: &House,
        county: &County,
        person: PersonKey,
    ) -> anyhow::Result<(Uuid, Uuid)> {
        let number = &county.person(person).id_number;
        let index = house.floor.vault().index("id_number", number.as_str());
        self.persons
            .get(index.as_slice())
            .copied()
            .with_context(|| format!("nobody has the number {}", number.masked()))
    }

    /// The award of a person in a programme.
    pub fn award(&self, programme: &str, person: Uuid) -> anyhow::Result<Uuid> {
        self.awards
            .get(&(programme.to_owned(), person))
            .copied()
            .with_context(|| format!("the person holds no award of {programme}"))
    }

    /// Whether a payee's account is known.
    pub fn has_account(&self, person: Uuid) -> bool {
        self.paid.contains(&person)
    }

    /// Whom an award covers now.
    pub fn members(&self, award: Uuid) -> &[Uuid] {
        self.members.get(&award).map_or(&[], Vec::as_slice)
    }
}
