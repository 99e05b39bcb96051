//! The rows of the tables that a placed household becomes.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{DivisionCode, DivisionLevel, Month};
use platform::{Sql, Vault};
use sea_orm::Value;
use uuid::Uuid;

use super::draft::{AccountDraft, Facts};
use super::resolve::{Known, Outcome, Placed, system};
use crate::{facts, names};

/// Rows by table, in the order of the columns named in [`super::write`].
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub person: Vec<Vec<Value>>,
    pub name_key: Vec<Vec<Value>>,
    pub household: Vec<Vec<Value>>,
    /// Area of each new household, whose number is allotted when it is written.
    pub areas: Vec<String>,
    pub membership: Vec<Vec<Value>>,
    pub external: Vec<Vec<Value>>,
    pub circumstance: Vec<Vec<Value>>,
    /// Subject and digest of each circumstance, for the audit record.
    pub circumstance_digests: Vec<(Uuid, NaiveDate, i32, [u8; 32])>,
    pub account: Vec<Vec<Value>>,
    pub account_change: Vec<Vec<Value>>,
    /// Key and division of each account that a second person has to look at.
    pub waiting: Vec<(Uuid, String)>,
    pub digest: Vec<Vec<Value>>,
    pub entry: Vec<Vec<Value>>,
    pub entry_digests: Vec<(i64, [u8; 32])>,
    pub updates: Vec<Sql>,
    pub households: u64,
    pub persons: u64,
}

/// Keys for what a household brings in, allotted in the order of the file.
#[derive(Debug)]
pub(crate) struct Keys {
    pub household: Uuid,
    pub people: Vec<Uuid>,
    pub accounts: Vec<Uuid>,
}

impl Keys {
    pub fn allot(placed: &Placed, mut next: impl FnMut() -> Uuid) -> Self {
        let household = placed.household.unwrap_or_else(&mut next);
        let people = placed
            .people
            .iter()
            .map(|p| p.unwrap_or_else(&mut next))
            .collect();
        let accounts = placed.draft.entries.iter().map(|_| next()).collect();
        Self {
            household,
            people,
            accounts,
        }
    }
}

/// What all rows of an import share.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub import: Uuid,
    pub kind: String,
    pub as_of: NaiveDate,
    pub now: DateTime<Utc>,
    pub actor: Uuid,
    pub vault: Vault,
}

impl Frame {
    fn source(&self) -> String {
        format!("import:{}:{}", self.kind, self.import)
    }

    fn seal(&self, table: &str, column: &str, row: Uuid, plain: Option<&str>) -> Value {
        plain
            .filter(|p| !p.is_empty())
            .map(|p| self.vault.seal(table, column, row, p.as_bytes()))
            .into()
    }

    /// Adds the rows of one household. Call it for those that are new or changed.
    pub fn add(&self, rows: &mut Rows, placed: &Placed, keys: &Keys, known: &Known, slice: i32) {
        let draft = &placed.draft;
        let on_record = placed.household.and_then(|h| known.households.get(&h));
        let division = match (draft.division, on_record) {
            (Some(division), _) => division.as_str().to_owned(),
            (None, Some(h)) => h.division.clone(),
            (None, None) => return,
        };
        rows.households += 1;
        rows.persons += draft.people.iter().filter(|p| !p.implied).count() as u64;
        let labels = facts::labels(&draft.facts);
        let urban_rural = draft
            .facts
            .get("城乡")
            .and_then(|v| v.as_str())
            .map(str::to_owned);
        let joining = placed.people.iter().filter(|p| {
            p.is_none_or(|id| on_record.is_none_or(|h| !h.members.iter().any(|m| m.person == id)))
        });
        let joining = joining.count() as i32;
        match on_record {
            None => {
                let head = draft.head().map_or(keys.household, |i| keys.people[i]);
                let code = DivisionCode::parse(&division).ok();
                let area = code.and_then(|c| c.at(DivisionLevel::Township)).or(code);
                rows.areas
                    .push(area.map_or_else(|| division.clone(), |a| a.short().to_owned()));
                rows.household.push(vec![
                    keys.household.into(),
                    String::new().into(),
                    division.as_str().into(),
                    head.into(),
                    draft.address.clone().into(),
                    self.seal("household", "phone", keys.household, draft.phone.as_deref()),
                    urban_rural.into(),
                    labels.into(),
                    joining.into(),
                    "active".into(),
                    self.import.into(),
                    1_i32.into(),
                ]);
            }
            Some(old) => {
                let address = draft.address.clone().or_else(|| old.address.clone());
                let labels = if labels == "[]" {
                    old.labels.clone()
                } else {
                    labels
                };
                let urban_rural = urban_rural.or_else(|| old.urban_rural.clone());
                let mut sql = Sql::new("update household set division = ")
                    .bind(division.as_str())
                    .text(", address = ")
                    .bind(address)
                    .text(", urban_rural = ")
                    .bind(urban_rural)
                    .text(", labels = ")
                    .bind(labels)
                    .text(", size = ")
                    .bind(old.size + joining)
                    .text(", import = ")
                    .bind(self.import)
                    .text(", version = version + 1");
                if draft.phone.is_some() {
                    sql = sql.text(", phone = ").bind(self.seal(
                        "household",
                        "phone",
                        keys.household,
                        draft.phone.as_deref(),
                    ));
                }
                rows.updates
                    .push(sql.text(" where id = ").bind(keys.household));
                if old.division != division {
                    let moved = |table: &str, key: &str| {
                        Sql::new(format!("update {table} set division = "))
                            .bind(division.as_str())
                            .text(&format!(" where {key} in (select person from membership where to_date is null and household = "))
                            .bind(keys.household)
                            .text(")")
                    };
                    rows.updates.push(moved("person", "id"));
                    rows.updates.push(moved("account", "person"));
                }
            }
        }
        if let Some(number) = &draft.number
            && !known.external.contains_key(number)
        {
            rows.external.push(vec![
                system(&self.kind).into(),
                number.as_str().into(),
                keys.household.into(),
            ]);
        }
        rows.digest.push(vec![
            keys.household.into(),
            self.kind.as_str().into(),
            placed.digest.to_vec().into(),
            self.import.into(),
        ]);
        self.circumstance(
            rows,
            keys.household,
            "household",
            &draft.facts,
            known,
            slice,
        );
        self.people(rows, placed, keys, known, &division, slice);
        self.entries(rows, placed, keys, known, &division, slice);
    }

    fn people(
        &self,
        rows: &mut Rows,
        placed: &Placed,
        keys: &Keys,
        known: &Known,
        division: &str,
        slice: i32,
    ) {
        let on_record = placed.household.and_then(|h| known.households.get(&h));
        for (i, person) in placed.draft.people.iter().enumerate() {
            let id = keys.people[i];
            let index = placed.indexes[i].map(|k| k.to_vec());
            if placed.people[i].is_none() {
                let birth = person
                    .fact("出生日期")
                    .and_then(|d| d.parse::<NaiveDate>().ok());
                rows.person.push(vec![
                    id.into(),
                    person.name.as_str().into(),
                    self.seal(
                        "person",
                        "id_number",
                        id,
                        person.id.as_ref().map(kernel::IdNumber::as_str),
                    ),
                    index.clone().into(),
                    birth.into(),
                    person.fact("性别").map(str::to_owned).into(),
                    self.seal("person", "phone", id, person.phone.as_deref()),
                    self.seal("person", "card", id, person.card.as_deref()),
                    division.into(),
                    1_i32.into(),
                ]);
                for key in names::keys(&person.name) {
                    rows.name_key.push(vec![key.into(), id.into()]);
                }
            } else {
                self.update_person(rows, person, id, index, on_record);
            }
            let lives_here = on_record.is_some_and(|h| h.members.iter().any(|m| m.person == id));
            if !lives_here {
                rows.membership.push(vec![
                    keys.household.into(),
                    id.into(),
                    self.as_of.into(),
                    None::<NaiveDate>.into(),
                    person.fact("与户主关系").unwrap_or("其他").into(),
                ]);
            }
            if !person.implied || placed.people[i].is_none() {
                self.circumstance(rows, id, "person", &person.facts, known, slice);
            }
            if let Some(number) = &person.number {
                rows.external.push(vec![
                    format!("{}.person", self.kind).into(),
                    number.as_str().into(),
                    id.into(),
                ]);
            }
        }
    }

    /// A person on record: a number that was missing is added, phone and card are renewed.
    fn update_person(
        &self,
        rows: &mut Rows,
        person: &super::draft::PersonDraft,
        id: Uuid,
        index: Option<Vec<u8>>,
        on_record: Option<&super::resolve::KnownHousehold>,
    ) {
        let without_id =
            on_record.is_some_and(|h| h.members.iter().any(|m| m.person == id && !m.has_id));
        let mut set = Sql::new("update person set version = version + 1");
        let mut any = false;
        if let (Some(number), Some(index), true) = (person.id, index, without_id) {
            set = set
                .text(", id_number = ")
                .bind(self.seal("person", "id_number", id, Some(number.as_str())))
                .text(", id_index = ")
                .bind(index)
                .text(", birth = ")
                .bind(number.birth());
            any = true;
        }
        for (column, value) in [("phone", &person.phone), ("card", &person.card)] {
            if let Some(value) = value {
                set = set.text(&format!(", {column} = ")).bind(self.seal(
                    "person",
                    column,
                    id,
                    Some(value),
                ));
                any = true;
            }
        }
        if any {
            rows.updates.push(set.text(" where id = ").bind(id));
        }
    }

    fn circumstance(
        &self,
        rows: &mut Rows,
        subject: Uuid,
        kind: &str,
        said: &Facts,
        known: &Known,
        slice: i32,
    ) {
        let source = self.source();
        let old = known.latest.get(&subject);
        let (facts, sources) = match old {
            None => (said.clone(), BTreeMap::new()),
            Some(old) => {
                let mut merged = old.facts.clone();
                let mut sources = BTreeMap::new();
                for (name, value) in said {
                    merged.insert(name.clone(), value.clone());
                }
                if merged == old.facts {
                    return;
                }
                for (name, value) in &merged {
                    // What was known before, and is said to be the same or not said at all,
                    // keeps the source that said it first.
                    if old.facts.get(name) == Some(value) {
                        let first = old.sources.get(name).unwrap_or(&old.source);
                        sources.insert(name.clone(), first.clone());
                    }
                }
                (merged, sources)
            }
        };
        let valid_from = old.map_or(self.as_of, |o| o.valid_from.max(self.as_of));
        let version = old
            .filter(|o| o.valid_from == valid_from)
            .map_or(1, |o| o.version + 1);
        let text = serde_json::to_string(&facts).unwrap_or_default();
        let digest = platform::hash::sm3(&[text.as_bytes()]);
        rows.circumstance_digests
            .push((subject, valid_from, version, digest));
        let sources =
            (!sources.is_empty()).then(|| serde_json::to_string(&sources).unwrap_or_default());
        rows.circumstance.push(facts::row(
            facts::Key {
                subject,
                valid_from,
                version,
                kind,
            },
            self.now,
            &source,
            sources,
            digest,
            &facts,
            text,
            Some((self.import, slice)),
        ));
    }

    fn entries(
        &self,
        rows: &mut Rows,
        placed: &Placed,
        keys: &Keys,
        known: &Known,
        division: &str,
        slice: i32,
    ) {
        let draft = &placed.draft;
        let mut given: BTreeMap<Uuid, Uuid> = BTreeMap::new();
        for (i, entry) in draft.entries.iter().enumerate() {
            let payee = match entry.person {
                Some(p) => keys.people[p],
                None => match placed.household.and_then(|h| known.households.get(&h)) {
                    Some(h) => h.head,
                    None => draft.head().map_or(keys.household, |h| keys.people[h]),
                },
            };
            let account = entry.account.as_ref().and_then(|account| {
                if let Some(done) = given.get(&payee) {
                    return Some(*done);
                }
                let id = self.account(
                    rows,
                    account,
                    keys.accounts[i],
                    payee,
                    keys.household,
                    known,
                    division,
                    entry.from,
                );
                given.extend(id.map(|id| (payee, id)));
                id
            });
            let members: Vec<Uuid> = entry.covered.iter().map(|p| keys.people[*p]).collect();
            let members = serde_json::to_string(&members).unwrap_or_default();
            let facts = serde_json::to_string(&entry.facts).unwrap_or_default();
            let seq = i64::from(draft.seq) << 16 | i as i64;
            let digest = platform::hash::sm3_framed([
                entry.programme.as_bytes(),
                entry.class.as_deref().unwrap_or("").as_bytes(),
                entry.from.to_string().as_bytes(),
                members.as_bytes(),
                facts.as_bytes(),
            ]);
            rows.entry_digests.push((seq, digest));
            rows.entry.push(vec![
                self.import.into(),
                seq.into(),
                slice.into(),
                keys.household.into(),
                payee.into(),
                division.into(),
                entry.programme.as_str().into(),
                if entry.person.is_some() {
                    "person"
                } else {
                    "household"
                }
                .into(),
                entry.class.clone().into(),
                entry.from.to_string().into(),
                entry.to.map(|m| m.to_string()).into(),
                entry.number.clone().into(),
                entry.amount.map(|m| m.fen()).into(),
                entry.top_up.map(|m| m.fen()).into(),
                entry.reason.clone().into(),
                account.into(),
                members.into(),
                facts.into(),
            ]);
        }
    }

    /// A first account is taken over with the roster; another one than that in use becomes
    /// a change that a second person has to approve.
    #[allow(clippy::too_many_arguments)]
    fn account(
        &self,
        rows: &mut Rows,
        account: &AccountDraft,
        id: Uuid,
        payee: Uuid,
        household: Uuid,
        known: &Known,
        division: &str,
        from: Month,
    ) -> Option<Uuid> {
        let number = account.number.as_str();
        let index = self.vault.index("account", number).to_vec();
        let tail = number[number.len().saturating_sub(4)..].to_owned();
        match known.accounts.get(&payee) {
            Some(used) if *used == index => None,
            Some(_) if known.waiting.contains(&payee) => None,
            Some(_) => {
                rows.waiting.push((id, division.to_owned()));
                rows.account_change.push(vec![
                    id.into(),
                    payee.into(),
                    household.into(),
                    division.into(),
                    account.bank.as_str().into(),
                    self.vault
                        .seal("account", "holder", id, account.holder.as_bytes())
                        .into(),
                    self.vault
                        .seal("account", "number", id, number.as_bytes())
                        .into(),
                    index.into(),
                    tail.into(),
                    "名册中的账户与登记的不同".into(),
                    "proposed".into(),
                    self.actor.into(),
                    self.now.into(),
                    self.import.into(),
                ]);
                None
            }
            None => {
                rows.account.push(vec![
                    id.into(),
                    payee.into(),
                    household.into(),
                    division.into(),
                    account.bank.as_str().into(),
                    self.vault
                        .seal("account", "holder", id, account.holder.as_bytes())
                        .into(),
                    self.vault
                        .seal("account", "number", id, number.as_bytes())
                        .into(),
                    index.into(),
                    tail.into(),
                    Month::of(self.as_of).min(from).to_string().into(),
                    self.actor.into(),
                    None::<Uuid>.into(),
                    self.import.into(),
                ]);
                Some(id)
            }
        }
    }
}

/// Whether a placed household is to be written.
pub(crate) fn writes(placed: &Placed) -> bool {
    matches!(placed.outcome, Outcome::New | Outcome::Changed)
}
