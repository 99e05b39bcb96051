//! Asking the checks of one purpose about families: the one road for a single family and for a
//! province, for this room's runs and for those of later rooms.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use kernel::DivisionCode;
use matching::delivery::{Collect, Delivery, Evidence, Tagged};
use matching::findings::{
    Compared, FamilyCase, FamilyFault, Finder, Finding, MemberCase, Outcome, SourceRow,
};
use matching::{PackedId, Unwatched};
use pack::model::{Purpose, Severity};
use pack::{CheckBook, Pack};
use platform::{Conn, Floor, Problem, Result};
use registry::{Family, PersonRef};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::delivery::shelf::{self, Held};
use crate::finding::store::{FindingCell, FindingRow};
use crate::link::known::{self, Known};
use crate::problems::{NOTHING, PURPOSE};
use crate::words;

/// A finding with whom it is about and the rows it rests on.
#[derive(Clone, Debug)]
pub struct Found {
    /// The household.
    pub household: Uuid,
    /// The member; none where it is about the household.
    pub person: Option<Uuid>,
    /// Where the household lives, 12 digits.
    pub division: String,
    /// Key of the check.
    pub check: String,
    /// `high`, `medium` or `low`.
    pub severity: &'static str,
    /// What it says, in Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// What to do, in Chinese and English.
    pub act: Option<(String, String)>,
    /// The clause that makes it one.
    pub cite: String,
    /// The oldest day of its sources.
    pub as_of: Option<NaiveDate>,
    /// The same for the same person, check and content of rows.
    pub fingerprint: String,
    /// The rows.
    pub evidence: Vec<FindingRow>,
}

/// A check that could not be answered; never taken for “nothing found”.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unanswered {
    /// The household.
    pub household: Uuid,
    /// The member; none where the check is about the household.
    pub person: Option<Uuid>,
    /// Key of the check.
    pub check: String,
}

/// What came of some families.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What was found, by family, check and member.
    pub found: Vec<Found>,
    /// What could not be told.
    pub unanswered: Vec<Unanswered>,
}

/// What a run is pinned to when it begins.
pub(crate) struct Pins {
    /// The deliveries.
    pub held: Vec<Held>,
    /// Rows of them that somebody gave to persons.
    pub known: Known,
}

/// The deliveries and checks of one purpose, opened for asking.
pub struct Comparing {
    ready: Arc<Ready>,
    /// Rows without a number that somebody gave to a person.
    known: Known,
}

/// What does not change from one question to the next.
struct Ready {
    purpose: Purpose,
    on: NaiveDate,
    pack: Pack,
    keys: matching::delivery::Keys,
    held: Vec<(Held, Delivery)>,
    /// Checks by county: thresholds differ by place.
    books: Mutex<BTreeMap<String, CheckBook>>,
}

/// What was opened last: families are asked about one after the other, and opening eleven deliveries
/// and compiling the checks takes longer than the answer.
static LAST: Mutex<Vec<(Opened, Arc<Ready>)>> = Mutex::new(Vec::new());
/// How many are kept: both purposes of an office and its neighbour's.
const KEPT: usize = 4;

/// By what an opened one is known again: folder, release, place, purpose, day and deliveries.
#[derive(Clone, PartialEq, Eq)]
struct Opened {
    folder: PathBuf,
    release: Uuid,
    place: DivisionCode,
    purpose: Purpose,
    on: NaiveDate,
    held: Vec<Held>,
}

impl std::fmt::Debug for Comparing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Comparing")
            .field("purpose", &self.ready.purpose)
            .field("deliveries", &self.ready.held.len())
            .finish_non_exhaustive()
    }
}

impl Comparing {
    /// Opens the deliveries in force for a place and purpose that its checks read. Sources that
    /// were not given for the purpose are not even opened.
    ///
    /// # Errors
    /// `verify.release.none`; `verify.run.no_delivery` where there is nothing to compare with; a
    /// damaged delivery.
    pub async fn open(
        floor: &Floor,
        conn: &Conn,
        place: &DivisionCode,
        purpose: Purpose,
        on: NaiveDate,
    ) -> Result<Comparing> {
        let release = words::release(floor, conn).await?;
        let held = shelf::in_force(conn, &release.pack, place, purpose, on).await?;
        let known = known::known(floor, conn, &held, floor.now()).await?;
        let wanted = Opened {
            folder: floor.data().to_owned(),
            release: release.id,
            place: *place,
            purpose,
            on,
            held: held.clone(),
        };
        let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let there = last()
            .iter()
            .find(|(opened, _)| *opened == wanted)
            .map(|(_, ready)| Arc::clone(ready));
        if let Some(ready) = there {
            return Ok(Comparing { ready, known });
        }
        let pins = Pins { held, known };
        let opened = Self::of(floor, release.pack, place, purpose, on, pins).await?;
        let mut all = last();
        all.truncate(KEPT - 1);
        all.insert(0, (wanted, Arc::clone(&opened.ready)));
        Ok(opened)
    }

    /// The same over files that a later room brought and keeps the digests of.
    ///
    /// # Errors
    /// As [`Comparing::open`]; a source that was not given for the purpose.
    pub async fn over(
        floor: &Floor,
        pack: Pack,
        place: &DivisionCode,
        purpose: Purpose,
        on: NaiveDate,
        held: Vec<Held>,
    ) -> Result<Comparing> {
        let pins = Pins {
            held,
            known: Known::new(),
        };
        Self::of(floor, pack, place, purpose, on, pins).await
    }

    /// The same over deliveries that are named: a run that goes on after a restart meets the
    /// ones it began with.
    ///
    /// # Errors
    /// As [`Comparing::open`].
    pub(crate) async fn of(
        floor: &Floor,
        pack: Pack,
        place: &DivisionCode,
        purpose: Purpose,
        on: NaiveDate,
        pins: Pins,
    ) -> Result<Comparing> {
        let (floor, place) = (floor.clone(), *place);
        let Pins { held, known } = pins;
        tokio::task::spawn_blocking(move || {
            let book = book(&pack, &place, on)?;
            let finder = Finder::new(&book, purpose);
            let read: BTreeSet<String> = finder.sources().into_iter().collect();
            let keys = shelf::keys(&floor);
            let shelf = shelf::shelf(&floor)?;
            let mut opened = Vec::new();
            for one in held.into_iter().filter(|h| read.contains(&h.source)) {
                let delivery = shelf
                    .delivery(&one.digest, &keys)
                    .map_err(|e| shelf::refused(&e))?;
                finder
                    .may_use(delivery.manifest())
                    .map_err(|e| shelf::refused(&e))?;
                opened.push((one, delivery));
            }
            if opened.is_empty() {
                return Err(Problem::new(&NOTHING));
            }
            drop(finder);
            let ready = Arc::new(Ready {
                purpose,
                on,
                pack,
                keys,
                held: opened,
                books: Mutex::new(BTreeMap::from([(county(place.as_str()), book)])),
            });
            Ok(Comparing { ready, known })
        })
        .await
        .map_err(Problem::internal)?
    }

    /// The deliveries that are compared with.
    pub fn held(&self) -> impl Iterator<Item = &Held> {
        self.ready.held.iter().map(|(held, _)| held)
    }

    /// Sources that the checks read and of which no delivery is in force: their checks cannot be
    /// answered.
    ///
    /// # Errors
    /// A place that the pack does not know.
    pub fn not_compared(&self, place: &DivisionCode) -> Result<Vec<String>> {
        let book = self.book(place.as_str())?;
        let mut wanted = Finder::new(&book, self.ready.purpose).sources();
        wanted.retain(|key| !self.ready.held.iter().any(|(h, _)| h.source == *key));
        Ok(wanted)
    }

    /// Asks about some families, on a thread for blocking work.
    ///
    /// # Errors
    /// A damaged delivery; facts that are not what the vocabulary says.
    pub async fn ask(
        self: &Arc<Self>,
        families: Vec<Family>,
        persons: BTreeMap<Uuid, PersonRef>,
    ) -> Result<Answers> {
        let this = Arc::clone(self);
        tokio::task::spawn_blocking(move || this.ask_now(&families, &persons))
            .await
            .map_err(Problem::internal)?
    }

    fn ask_now(&self, families: &[Family], persons: &BTreeMap<Uuid, PersonRef>) -> Result<Answers> {
        let (mut ids, mut at) = (Vec::new(), BTreeMap::new());
        for member in families.iter().flat_map(|f| &f.members) {
            let number = persons.get(&member.person).and_then(|p| p.id_number);
            if let Some(number) = number {
                at.entry(member.person).or_insert_with(|| {
                    ids.push(PackedId::new(&number));
                    (ids.len() - 1) as u32
                });
            }
        }
        let hits = self.hits(&ids)?;
        let mut asked = Answers::default();
        let mut books: BTreeMap<String, CheckBook> = BTreeMap::new();
        for family in families {
            let county = county(&family.division);
            if let Entry::Vacant(missing) = books.entry(county) {
                missing.insert(self.book(&family.division)?);
            }
        }
        let mut finders: BTreeMap<&str, Finder<'_>> = books
            .iter()
            .map(|(county, book)| (county.as_str(), Finder::new(book, self.ready.purpose)))
            .collect();
        for family in families {
            if let Some(finder) = finders.get_mut(county(&family.division).as_str()) {
                self.family(finder, family, &hits, &at, &mut asked)?;
            }
        }
        Ok(asked)
    }

    /// The rows of each delivery about the people, by place in the list.
    fn hits(&self, ids: &[PackedId]) -> Result<Vec<Vec<(u32, SourceRow)>>> {
        let people = Tagged::new(ids, &self.ready.keys);
        let mut all = Vec::new();
        for (_, delivery) in &self.ready.held {
            let mut rows = Vec::new();
            if ids.len() <= FEW {
                let mut keep = Keep::default();
                delivery
                    .look_up(&people, &mut keep)
                    .map_err(|e| shelf::refused(&e))?;
                rows = keep.0;
            } else {
                let sink = |_, found: Keep| {
                    rows.extend(found.0);
                    Ok(())
                };
                delivery
                    .find(&people, 0, Keep::default, sink, &Unwatched)
                    .map_err(|e| shelf::refused(&e))?;
            }
            rows.sort_by_key(|(subject, row)| (*subject, row.row));
            all.push(rows);
        }
        Ok(all)
    }

    fn book(&self, division: &str) -> Result<CheckBook> {
        let mut books = self
            .ready
            .books
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let county = county(division);
        if let Some(book) = books.get(&county) {
            return Ok(book.clone());
        }
        let made = book(&self.ready.pack, &words::place(division)?, self.ready.on)?;
        books.insert(county, made.clone());
        Ok(made)
    }

    fn family(
        &self,
        finder: &mut Finder<'_>,
        family: &Family,
        hits: &[Vec<(u32, SourceRow)>],
        at: &BTreeMap<Uuid, u32>,
        asked: &mut Answers,
    ) -> Result<()> {
        let household: Map<String, Json> = serde_json::from_str(&family.facts)?;
        let key = family.household.to_string();
        let mut members: Vec<(String, Map<String, Json>)> = Vec::new();
        for member in &family.members {
            let mut facts: Map<String, Json> = serde_json::from_str(&member.facts)?;
            facts
                .entry("姓名")
                .or_insert_with(|| Json::String(member.name.clone()));
            members.push((member.person.to_string(), facts));
        }
        let sources = self.ready.held.iter().zip(hits);
        let case = FamilyCase {
            key: &key,
            household: Some(&household),
            members: members
                .iter()
                .map(|(key, facts)| MemberCase { key, facts })
                .collect(),
            sources: sources
                .filter_map(|((held, delivery), rows)| {
                    let mut own = rows_of(rows, family, at);
                    self.linked(held, delivery, family, &mut own);
                    // A list without numbers says nothing of a family until somebody finds it there.
                    let silent = delivery.manifest().kept == 0 && own.is_empty();
                    (!silent).then(|| Compared {
                        digest: &held.digest,
                        manifest: delivery.manifest(),
                        rows: own,
                    })
                })
                .collect(),
        };
        let outcome = finder.family(&case).map_err(|fault| match fault {
            FamilyFault::Purpose(error) => {
                use kernel::Bilingual as _;
                Problem::new(&PURPOSE).detail(error.zh(), error.en())
            }
            FamilyFault::Facts(faults) => {
                Problem::internal(format!("{} facts cannot be used", faults.len()))
            }
        })?;
        self.taken(family, &case, outcome, asked);
        Ok(())
    }

    /// Adds the rows that somebody gave to members of a family.
    fn linked(&self, held: &Held, delivery: &Delivery, family: &Family, rows: &mut Vec<SourceRow>) {
        for (place, member) in family.members.iter().enumerate() {
            let given = self.known.get(&(held.id, member.person));
            rows.extend(given.into_iter().flatten().map(|one| {
                SourceRow {
                    member: place,
                    row: one.row,
                    cells: delivery
                        .manifest()
                        .cells
                        .iter()
                        .map(|name| one.cells.get(name).cloned().unwrap_or_default())
                        .collect(),
                }
            }));
        }
    }

    /// Whether a row of a finding was given to the member by a person.
    fn by_hand(&self, delivery: &str, row: u32, person: Option<Uuid>) -> bool {
        let held = self.ready.held.iter().find(|(h, _)| h.digest == delivery);
        let given = held
            .zip(person)
            .and_then(|((h, _), p)| self.known.get(&(h.id, p)));
        given.is_some_and(|rows| rows.iter().any(|r| r.row == row))
    }

    fn taken(&self, family: &Family, case: &FamilyCase<'_>, outcome: Outcome, asked: &mut Answers) {
        let person = |member: Option<usize>| {
            member
                .and_then(|at| family.members.get(at))
                .map(|member| member.person)
        };
        for one in outcome.unanswered {
            asked.unanswered.push(Unanswered {
                household: family.household,
                person: person(one.member),
                check: one.check,
            });
        }
        for finding in outcome.findings {
            let evidence = self.evidence(family, case, &finding);
            asked.found.push(Found {
                household: family.household,
                person: person(finding.member),
                division: family.division.clone(),
                severity: severity(finding.severity),
                check: finding.check,
                zh: finding.zh,
                en: finding.en,
                act: finding.act,
                cite: finding.cite,
                as_of: finding.as_of,
                fingerprint: finding.fingerprint,
                evidence,
            });
        }
    }

    /// The rows of a finding with what they say, sensitive cells marked.
    fn evidence(
        &self,
        family: &Family,
        case: &FamilyCase<'_>,
        finding: &Finding,
    ) -> Vec<FindingRow> {
        let mut views = Vec::new();
        for row in &finding.evidence {
            let compared = case.sources.iter().find(|c| c.digest == row.delivery);
            let cells = compared.and_then(|c| {
                let found = c.rows.iter();
                let mut found = found.filter(|r| r.row == row.row && r.member == row.member);
                Some((c.manifest, found.next()?))
            });
            let kind = self
                .ready
                .pack
                .sources()
                .iter()
                .find(|s| s.key == row.source);
            let cells = cells.map_or_else(Vec::new, |(manifest, found)| {
                let pairs = manifest.cells.iter().zip(&found.cells);
                pairs
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(name, value)| {
                        let field = kind.and_then(|k| k.fields.iter().find(|f| f.name == *name));
                        FindingCell {
                            zh: name.clone(),
                            en: field.map_or_else(|| "Name".to_owned(), |f| f.en.clone()),
                            value: value.clone(),
                            sensitive: field.is_some_and(|f| f.sensitive),
                        }
                    })
                    .collect()
            });
            let named = words::source(&self.ready.pack, &row.source);
            let person = family.members.get(row.member).map(|m| m.person);
            views.push(FindingRow {
                linked: self.by_hand(&row.delivery, row.row, person),
                source: named,
                delivery: row.delivery.clone(),
                as_of: row.as_of,
                row: row.row,
                person,
                name_differs: row.name_differs,
                cells,
            });
        }
        views
    }
}

/// People below which each is looked up instead of merging.
const FEW: usize = 32;

#[derive(Default)]
struct Keep(Vec<(u32, SourceRow)>);

impl Collect for Keep {
    fn take(&mut self, hit: &Evidence<'_>) {
        self.0.push((hit.subject, SourceRow::of(hit)));
    }
}

fn county(division: &str) -> String {
    division.chars().take(6).collect()
}

/// The word of a severity.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}

/// The checks of a place on a day.
pub(crate) fn book(pack: &Pack, place: &DivisionCode, on: NaiveDate) -> Result<CheckBook> {
    pack.checks(place, on).map_err(|_| {
        Problem::invalid().field(
            "/division",
            "政策包没有这个地方的规则",
            "The policy pack has no rules for this place.",
        )
    })
}

/// The rows of a delivery about the members of a family, by place of the member.
fn rows_of(rows: &[(u32, SourceRow)], family: &Family, at: &BTreeMap<Uuid, u32>) -> Vec<SourceRow> {
    let mut found = Vec::new();
    for (place, member) in family.members.iter().enumerate() {
        let Some(subject) = at.get(&member.person) else {
            continue;
        };
        let from = rows.partition_point(|(other, _)| other < subject);
        let own = rows[from..].iter().take_while(|(s, _)| s == subject);
        found.extend(own.map(|(_, row)| SourceRow {
            member: place,
            ..row.clone()
        }));
    }
    found
}
