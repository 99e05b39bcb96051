//! What the register knows of the people in a part of an import, and which household each
//! drafted household is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use kernel::DivisionCode;
use platform::{Conn, Result, Scope, Sql, Vault};
use sea_orm::Value;
use uuid::Uuid;

use super::draft::{Draft, Facts, PersonDraft};

/// Values of one statement.
const CHUNK: usize = 800;

/// A person on record.
#[derive(Clone, Debug)]
pub(crate) struct KnownPerson {
    pub id: Uuid,
    pub name: String,
    pub household: Option<Uuid>,
}

/// A member on record.
#[derive(Clone, Debug)]
pub(crate) struct KnownMember {
    pub person: Uuid,
    pub name: String,
    pub birth: Option<NaiveDate>,
    pub has_id: bool,
}

/// A household on record.
#[derive(Clone, Debug)]
pub(crate) struct KnownHousehold {
    pub division: String,
    pub head: Uuid,
    pub address: Option<String>,
    pub urban_rural: Option<String>,
    pub labels: String,
    pub size: i32,
    pub members: Vec<KnownMember>,
}

/// The newest version of circumstances.
#[derive(Clone, Debug)]
pub(crate) struct Latest {
    pub valid_from: NaiveDate,
    pub version: i32,
    pub source: String,
    pub sources: BTreeMap<String, String>,
    pub facts: Facts,
}

/// What is on record for a part.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub people: HashMap<[u8; 16], KnownPerson>,
    pub households: HashMap<Uuid, KnownHousehold>,
    pub external: HashMap<String, Uuid>,
    pub digests: HashMap<Uuid, Vec<u8>>,
    pub latest: HashMap<Uuid, Latest>,
    /// Account in use by person: its index.
    pub accounts: HashMap<Uuid, Vec<u8>>,
    /// Persons with an account change that waits.
    pub waiting: BTreeSet<Uuid>,
}

/// The key of an identity number.
pub(crate) fn id_index(vault: &Vault, person: &PersonDraft) -> Option<[u8; 16]> {
    person.id.map(|id| vault.index("id_number", id.as_str()))
}

async fn each<V: Into<Value> + Clone>(
    conn: &Conn,
    before: &str,
    keys: &[V],
    after: &str,
    mut take: impl FnMut(&sea_orm::QueryResult) -> Result<()>,
) -> Result<()> {
    for part in keys.chunks(CHUNK) {
        let sql = Sql::new(before).bind_all(part.iter().cloned()).text(after);
        for row in conn.rows(sql).await? {
            take(&row)?;
        }
    }
    Ok(())
}

/// The number system of a kind of import.
pub(crate) fn system(kind: &str) -> String {
    format!("{kind}.household")
}

impl Known {
    /// Loads what is on record for the drafts of a part.
    pub async fn load(
        conn: &Conn,
        kind: &str,
        drafts: &[Draft],
        indexes: &[Vec<Option<[u8; 16]>>],
        heads: &[Option<[u8; 16]>],
    ) -> Result<Self> {
        let mut known = Self::default();
        let mut keys: Vec<Vec<u8>> = indexes
            .iter()
            .flatten()
            .chain(heads)
            .flatten()
            .map(|k| k.to_vec())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let people = "select p.id_index, p.id, p.name, m.household from person p \
            left join membership m on m.person = p.id and m.to_date is null where p.id_index in ";
        each(conn, people, &keys, "", |row| {
            let index: Vec<u8> = row.try_get_by_index(0)?;
            if let Ok(index) = <[u8; 16]>::try_from(index) {
                known.people.insert(
                    index,
                    KnownPerson {
                        id: row.try_get_by_index(1)?,
                        name: row.try_get_by_index(2)?,
                        household: row.try_get_by_index(3)?,
                    },
                );
            }
            Ok(())
        })
        .await?;
        let system = system(kind);
        let mut numbers: Vec<String> = drafts.iter().filter_map(|d| d.number.clone()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for part in numbers.chunks(CHUNK) {
            let sql = Sql::new("select number, subject from external_number where system = ")
                .bind(system.as_str())
                .text(" and number in ")
                .bind_all(part.iter().map(String::as_str));
            for row in conn.rows(sql).await? {
                known
                    .external
                    .insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            }
        }
        let mut households: Vec<Uuid> = known
            .people
            .values()
            .filter_map(|p| p.household)
            .chain(known.external.values().copied())
            .collect();
        households.sort_unstable();
        households.dedup();
        if !households.is_empty() {
            known.load_households(conn, kind, &households).await?;
        }
        known.load_people(conn, &households).await?;
        Ok(known)
    }

    async fn load_households(&mut self, conn: &Conn, kind: &str, ids: &[Uuid]) -> Result<()> {
        let columns = "select id, division, head, address, urban_rural, labels, size from household where id in ";
        each(conn, columns, ids, "", |row| {
            self.households.insert(
                row.try_get_by_index(0)?,
                KnownHousehold {
                    division: row.try_get_by_index(1)?,
                    head: row.try_get_by_index(2)?,
                    address: row.try_get_by_index(3)?,
                    urban_rural: row.try_get_by_index(4)?,
                    labels: row.try_get_by_index(5)?,
                    size: row.try_get_by_index(6)?,
                    members: Vec::new(),
                },
            );
            Ok(())
        })
        .await?;
        let members = "select m.household, p.id, p.name, p.birth, p.id_index is not null from membership m \
            join person p on p.id = m.person where m.to_date is null and m.household in ";
        each(conn, members, ids, "", |row| {
            let household: Uuid = row.try_get_by_index(0)?;
            if let Some(known) = self.households.get_mut(&household) {
                known.members.push(KnownMember {
                    person: row.try_get_by_index(1)?,
                    name: row.try_get_by_index(2)?,
                    birth: row.try_get_by_index(3)?,
                    has_id: row.try_get_by_index(4)?,
                });
            }
            Ok(())
        })
        .await?;
        for part in ids.chunks(CHUNK) {
            let sql = Sql::new("select household, digest from import_digest where kind = ")
                .bind(kind)
                .text(" and household in ")
                .bind_all(part.iter().copied());
            for row in conn.rows(sql).await? {
                self.digests
                    .insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            }
        }
        Ok(())
    }

    async fn load_people(&mut self, conn: &Conn, households: &[Uuid]) -> Result<()> {
        let mut subjects: Vec<Uuid> = self.people.values().map(|p| p.id).collect();
        subjects.extend(
            self.households
                .values()
                .flat_map(|h| h.members.iter().map(|m| m.person)),
        );
        subjects.sort_unstable();
        subjects.dedup();
        let people = subjects.clone();
        subjects.extend_from_slice(households);
        let versions = "select subject, valid_from, version, source, sources, facts from circumstance where subject in ";
        each(
            conn,
            versions,
            &subjects,
            " order by subject, valid_from, version",
            |row| {
                let facts: String = row.try_get_by_index(5)?;
                let sources: Option<String> = row.try_get_by_index(4)?;
                let sources = match sources {
                    Some(text) => serde_json::from_str(&text)?,
                    None => BTreeMap::new(),
                };
                // Later versions come later and replace earlier ones.
                self.latest.insert(
                    row.try_get_by_index(0)?,
                    Latest {
                        valid_from: row.try_get_by_index(1)?,
                        version: row.try_get_by_index(2)?,
                        source: row.try_get_by_index(3)?,
                        sources,
                        facts: serde_json::from_str(&facts)?,
                    },
                );
                Ok(())
            },
        )
        .await?;
        let accounts = "select person, number_index from account where person in ";
        each(
            conn,
            accounts,
            &people,
            " order by person, valid_from, id",
            |row| {
                self.accounts
                    .insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
                Ok(())
            },
        )
        .await?;
        let waiting = "select person from account_change where status = 'proposed' and person in ";
        each(conn, waiting, &people, "", |row| {
            self.waiting.insert(row.try_get_by_index(0)?);
            Ok(())
        })
        .await
    }
}

/// What becomes of a drafted household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    New,
    Changed,
    Same,
    Wrong,
}

/// A drafted household with its place in the register.
#[derive(Debug)]
pub(crate) struct Placed {
    pub draft: Draft,
    pub outcome: Outcome,
    pub digest: [u8; 32],
    /// The household on record.
    pub household: Option<Uuid>,
    /// Persons on record, by their place in the draft.
    pub people: Vec<Option<Uuid>>,
    pub indexes: Vec<Option<[u8; 16]>>,
}

/// Finds the household and the persons of each draft on record; what cannot be is a fault.
pub(crate) fn place(
    mut draft: Draft,
    indexes: Vec<Option<[u8; 16]>>,
    head: Option<[u8; 16]>,
    known: &Known,
    scope: &Scope,
) -> Placed {
    let household = if draft.faults.is_empty() {
        find_household(&mut draft, &indexes, head, known)
    } else {
        None
    };
    let mut people = vec![None; draft.people.len()];
    if draft.faults.is_empty() {
        match household.and_then(|h| known.households.get(&h)) {
            Some(on_record) => {
                if let Ok(division) = DivisionCode::parse(&on_record.division)
                    && !scope.contains(&division)
                {
                    draft.fault_whole(
                        "这一户已在其他地区登记，请与县级联系",
                        "This household is on record elsewhere; ask the county.",
                    );
                }
            }
            None if draft.division.is_none() => draft.fault_whole(
                "缺少乡镇和村，无法登记这一户",
                "Township and village are missing, so this household cannot be recorded.",
            ),
            None => {}
        }
        find_people(&mut draft, &indexes, household, known, &mut people);
    }
    let digest = draft.digest();
    let outcome = match household {
        _ if !draft.faults.is_empty() => Outcome::Wrong,
        None => Outcome::New,
        Some(h)
            if known
                .digests
                .get(&h)
                .is_some_and(|d| d.as_slice() == digest) =>
        {
            Outcome::Same
        }
        Some(_) => Outcome::Changed,
    };
    Placed {
        draft,
        outcome,
        digest,
        household,
        people,
        indexes,
    }
}

fn find_household(
    draft: &mut Draft,
    indexes: &[Option<[u8; 16]>],
    head: Option<[u8; 16]>,
    known: &Known,
) -> Option<Uuid> {
    let by_number = draft
        .number
        .as_ref()
        .and_then(|n| known.external.get(n))
        .copied();
    let of = |index: &Option<[u8; 16]>| {
        index
            .and_then(|i| known.people.get(&i))
            .and_then(|p| p.household)
    };
    let head = head.or_else(|| draft.head().and_then(|i| indexes[i]));
    let by_head = of(&head);
    if let (Some(a), Some(b)) = (by_number, by_head)
        && a != b
    {
        draft.fault_whole(
            "户编号已属于另一户，与户主的登记不符",
            "The household number belongs to another household than the head does.",
        );
        return None;
    }
    by_number
        .or(by_head)
        .or_else(|| indexes.iter().find_map(of))
}

fn find_people(
    draft: &mut Draft,
    indexes: &[Option<[u8; 16]>],
    household: Option<Uuid>,
    known: &Known,
    people: &mut [Option<Uuid>],
) {
    let members = household
        .and_then(|h| known.households.get(&h))
        .map_or(&[][..], |h| &h.members[..]);
    let mut faults = Vec::new();
    let mut taken: BTreeSet<Uuid> = BTreeSet::new();
    for (i, person) in draft.people.iter().enumerate() {
        let at = (person.position, person.row);
        if let Some(on_record) = indexes[i].and_then(|k| known.people.get(&k)) {
            if on_record.name != person.name {
                faults.push((
                    at,
                    "姓名",
                    (
                        "该身份证号已登记在另一个姓名下，请核对".to_owned(),
                        "This ID number is on record under another name; check both.".to_owned(),
                    ),
                ));
            }
            if on_record.household.is_some() && on_record.household != household {
                faults.push((
                    at,
                    "公民身份号码",
                    (
                        "该人已登记在另一户".to_owned(),
                        "This person is on record in another household.".to_owned(),
                    ),
                ));
            }
            people[i] = Some(on_record.id);
            taken.insert(on_record.id);
            continue;
        }
        // A person without a number, or whose number was not known yet, is known by name and
        // birth within the family.
        let birth = person
            .fact("出生日期")
            .and_then(|d| d.parse::<NaiveDate>().ok());
        let found = members.iter().find(|m| {
            !taken.contains(&m.person)
                && m.name == person.name
                && (person.id.is_none() || !m.has_id)
                && (m.birth.is_none() || birth.is_none() || m.birth == birth)
        });
        if let Some(member) = found {
            people[i] = Some(member.person);
            taken.insert(member.person);
        }
    }
    for (at, column, words) in faults {
        draft.fault(at, column, words);
    }
}
