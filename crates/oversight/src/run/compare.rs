//! Comparing the list of a run with its files: the checks of the pack over family after family.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kernel::DivisionCode;
use matching::PackedId;
use matching::findings::{
    Compared, FamilyCase, FamilyFault, Finder, MemberCase, Outcome, SourceRow,
};
use pack::model::{Purpose, Severity};
use pack::{CheckBook, Pack};
use platform::{Conn, Ctx, JobCtx, Problem, Result, Sql};
use registry::{Family, PersonRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::deliveries::{self, Hits};
use super::gather;
use super::store::Run;
use crate::authz::{RUN_GATHER, RUN_GET};
use crate::clue::intake::Found;
use crate::words;

/// Families that are asked about in one step.
const STEP: i64 = 1_000;

/// How far the comparing is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    /// The last household asked about.
    after: Option<Uuid>,
    households: u64,
    /// Checks that could not be answered: how often.
    unanswered: BTreeMap<String, u64>,
}

/// Compares the list of a run. Answers what could not be told.
pub(crate) async fn run(
    job: &mut JobCtx,
    run: &Run,
    state: &mut gather::State,
) -> Result<Option<String>> {
    let ctx = job.ctx().clone();
    let reader = ctx.query(&RUN_GET).await?;
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let people = people(&ctx, reader.conn(), run.id).await?;
    reader.finish().await?;
    take_in(job, run, &pack).await?;
    job.progress(0, people.len() as u64, Some(("比对", "comparing")))
        .await?;
    let files = deliveries::of_run(&ctx, run.id).await?;
    let digests = files.into_iter().filter_map(|f| f.delivery).collect();
    let ids = Arc::new(people.ids);
    let hits = deliveries::find(ctx.floor(), digests, ids).await?;
    let asking = Arc::new(Asking {
        purpose: if run.purpose == "discovery" {
            Purpose::Discovery
        } else {
            Purpose::Supervision
        },
        day: run.month.last_day(),
        pack,
        hits,
        at: people.at,
    });
    loop {
        job.check()?;
        let reader = ctx.query(&RUN_GET).await?;
        let part = families(reader.conn(), run, state.compared.after, asking.day).await?;
        let persons = persons(&ctx, reader.conn(), &part).await?;
        reader.finish().await?;
        let Some(last) = part.last().map(|family| family.household) else {
            break;
        };
        let count = part.len() as u64;
        let asked = Arc::clone(&asking);
        let (found, unanswered) = tokio::task::spawn_blocking(move || asked.ask(&part, &persons))
            .await
            .map_err(Problem::internal)??;
        for check in unanswered {
            *state.compared.unanswered.entry(check).or_default() += 1;
        }
        state.compared.after = Some(last);
        state.compared.households += count;
        let snapshot = state.clone();
        gather::take(job, run, &snapshot, found, ids_len(&asking)).await?;
    }
    Ok(note(&asking, &state.compared, run))
}

fn ids_len(asking: &Asking) -> u64 {
    asking.at.len() as u64
}

/// Takes in what was not taken in yet; each file is a step of its own.
async fn take_in(job: &mut JobCtx, run: &Run, pack: &Pack) -> Result<()> {
    let ctx = job.ctx().clone();
    let files = deliveries::of_run(&ctx, run.id).await?;
    let total = files.len() as u64;
    for (n, file) in files.into_iter().enumerate() {
        if file.delivery.is_some() {
            continue;
        }
        job.check()?;
        job.progress(n as u64, total, Some(("读取比对数据", "reading the files")))
            .await?;
        let taken = deliveries::take_in(&ctx, pack, &file).await?;
        let mut tx = job.begin(&RUN_GATHER, None).await?;
        let sql = Sql::with(
            "update run_source set delivery = ?, records = ?, rejected = ? where run = ? and source = ?",
            [
                taken.delivery.as_str().into(),
                i64::try_from(taken.records).unwrap_or(i64::MAX).into(),
                i64::try_from(taken.rejected).unwrap_or(i64::MAX).into(),
                run.id.into(),
                file.source.as_str().into(),
            ],
        );
        tx.conn().run(sql).await?;
        let division = crate::place(&run.division)?;
        let what =
            json!({"source": file.source, "delivery": taken.delivery, "records": taken.records});
        let subject = format!("{}/{}", run.id, file.source);
        tx.record(platform::Change::created(
            "run_source",
            subject,
            &division,
            &what,
        ));
        let state: Json = job.state()?.unwrap_or_default();
        job.commit(tx, &state, n as u64 + 1, total).await?;
    }
    Ok(())
}

/// The people of a list who have a number: each at one place.
struct People {
    ids: Vec<PackedId>,
    /// Person → place among the numbers.
    at: BTreeMap<Uuid, u32>,
}

impl People {
    fn len(&self) -> usize {
        self.ids.len()
    }
}

async fn people(ctx: &Ctx, conn: &Conn, run: Uuid) -> Result<People> {
    let mut keys: Vec<Uuid> = Vec::new();
    let sql = Sql::new("select person from run_subject where run = ").bind(run);
    conn.for_each(sql, |row| {
        keys.push(row.try_get_by_index(0)?);
        Ok(())
    })
    .await?;
    let found = registry::persons(conn, ctx.floor().vault(), keys).await?;
    let mut people = People {
        ids: Vec::new(),
        at: BTreeMap::new(),
    };
    for (key, person) in found {
        if let Some(number) = person.id_number {
            people.at.insert(key, people.ids.len() as u32);
            people.ids.push(PackedId::new(&number));
        }
    }
    Ok(people)
}

/// The next families of the list, as they were in the month.
async fn families(
    conn: &Conn,
    run: &Run,
    after: Option<Uuid>,
    day: chrono::NaiveDate,
) -> Result<Vec<Family>> {
    let mut sql = Sql::new("select distinct household from run_subject where run = ").bind(run.id);
    if let Some(after) = after {
        sql = sql.text(" and household > ").bind(after);
    }
    let sql = sql.text(" order by household limit ").bind(STEP);
    let mut keys: Vec<Uuid> = Vec::new();
    for row in conn.rows(sql).await? {
        keys.push(row.try_get_by_index(0)?);
    }
    registry::families(conn, &keys, day).await
}

async fn persons(ctx: &Ctx, conn: &Conn, part: &[Family]) -> Result<BTreeMap<Uuid, PersonRef>> {
    let keys: Vec<Uuid> = part
        .iter()
        .flat_map(|family| family.members.iter().map(|member| member.person))
        .collect();
    registry::persons(conn, ctx.floor().vault(), keys).await
}

/// All that asking needs, shared with the thread that asks.
struct Asking {
    purpose: Purpose,
    day: chrono::NaiveDate,
    pack: Pack,
    hits: Vec<Hits>,
    at: BTreeMap<Uuid, u32>,
}

type Asked = (Vec<Found>, Vec<String>);

impl Asking {
    /// Asks all checks of some families; findings, and keys of checks without an answer.
    fn ask(&self, families: &[Family], persons: &BTreeMap<Uuid, PersonRef>) -> Result<Asked> {
        let mut books: BTreeMap<String, CheckBook> = BTreeMap::new();
        for family in families {
            let county = family.division[..6].to_owned();
            if let std::collections::btree_map::Entry::Vacant(slot) = books.entry(county) {
                let place = crate::place(&family.division)?;
                let book = self.pack.checks(&place, self.day);
                slot.insert(book.map_err(Problem::internal)?);
            }
        }
        let mut finders: BTreeMap<&str, Finder<'_>> = books
            .iter()
            .map(|(county, book)| (county.as_str(), Finder::new(book, self.purpose)))
            .collect();
        let (mut found, mut unanswered) = (Vec::new(), Vec::new());
        for family in families {
            let Some(finder) = finders.get_mut(&family.division[..6]) else {
                continue;
            };
            let outcome = self.family(finder, family)?;
            unanswered.extend(outcome.unanswered.into_iter().map(|u| u.check));
            for finding in outcome.findings {
                found.push(taken(family, persons, finding));
            }
        }
        Ok((found, unanswered))
    }

    fn family(&self, finder: &mut Finder<'_>, family: &Family) -> Result<Outcome> {
        let household = object(&family.facts)?;
        let key = family.household.to_string();
        let mut members: Vec<(String, Map<String, Json>)> = Vec::new();
        for member in &family.members {
            let mut facts = object(&member.facts)?;
            facts
                .entry("姓名")
                .or_insert_with(|| Json::String(member.name.clone()));
            members.push((member.person.to_string(), facts));
        }
        let case = FamilyCase {
            key: &key,
            household: Some(&household),
            members: members
                .iter()
                .map(|(key, facts)| MemberCase { key, facts })
                .collect(),
            sources: self
                .hits
                .iter()
                .map(|hits| Compared {
                    digest: &hits.digest,
                    manifest: &hits.manifest,
                    rows: self.rows_of(hits, family),
                })
                .collect(),
        };
        finder.family(&case).map_err(|fault| match fault {
            FamilyFault::Purpose(error) => Problem::new(&crate::problems::PURPOSE).because(error),
            FamilyFault::Facts(faults) => Problem::internal(format!("{} facts", faults.len())),
        })
    }

    /// The rows of a delivery about the members of a family, by place of the member.
    fn rows_of(&self, hits: &Hits, family: &Family) -> Vec<SourceRow> {
        let mut rows = Vec::new();
        for (place, member) in family.members.iter().enumerate() {
            let Some(subject) = self.at.get(&member.person) else {
                continue;
            };
            let from = hits.rows.partition_point(|(other, _)| other < subject);
            for (_, row) in hits.rows[from..].iter().take_while(|(s, _)| s == subject) {
                rows.push(SourceRow {
                    member: place,
                    ..row.clone()
                });
            }
        }
        rows
    }
}

fn object(text: &str) -> Result<Map<String, Json>> {
    Ok(serde_json::from_str(text)?)
}

/// A finding as it becomes a clue or a visit.
fn taken(
    family: &Family,
    persons: &BTreeMap<Uuid, PersonRef>,
    finding: matching::findings::Finding,
) -> Found {
    let member = finding.member.and_then(|at| family.members.get(at));
    let shown = member.map_or(family.head, |member| member.person);
    let person = persons.get(&shown);
    let evidence: Vec<Json> = finding
        .evidence
        .iter()
        .map(|row| {
            json!({"source": row.source, "delivery": row.delivery,
                "row": row.row, "as_of": row.as_of, "name_differs": row.name_differs})
        })
        .collect();
    Found {
        household: Some(family.household),
        person: member.map(|member| member.person),
        name: person.map(|p| p.name.clone()).unwrap_or_default(),
        id_number: person
            .and_then(|p| p.id_number)
            .map(|n| n.as_str().to_owned()),
        division: family.division.clone(),
        severity: match finding.severity {
            Severity::High => "high",
            Severity::Medium => "medium",
            Severity::Low => "low",
        }
        .to_owned(),
        check: finding.check,
        zh: finding.zh,
        en: finding.en,
        act: finding.act,
        cite: finding.cite,
        as_of: finding.as_of,
        evidence: Json::Array(evidence),
        fingerprint: finding.fingerprint,
    }
}

/// What could not be told: never taken for “nothing found”.
fn note(asking: &Asking, state: &State, run: &Run) -> Option<String> {
    let place = DivisionCode::parse(&run.division).ok()?;
    let book = asking.pack.checks(&place, asking.day).ok()?;
    let compared: BTreeSet<&str> = asking
        .hits
        .iter()
        .map(|h| h.manifest.source.as_str())
        .collect();
    let wanted = Finder::new(&book, asking.purpose).sources();
    let sources = asking.pack.sources();
    let name = |key: &String| {
        let source = sources.iter().find(|s| s.key == *key);
        source.map_or_else(|| key.clone(), |s| s.label.zh.clone())
    };
    let missing: Vec<String> = wanted
        .iter()
        .filter(|key| !compared.contains(key.as_str()))
        .map(name)
        .collect();
    let mut parts = Vec::new();
    if !missing.is_empty() {
        parts.push(format!("未比对的来源：{}", missing.join("、")));
    }
    let answered = asking.pack.finding_checks();
    for (check, times) in &state.unanswered {
        let known = answered.iter().find(|c| c.key == *check);
        // A check whose source was not compared is named with the source already.
        let whole = known.is_some_and(|c| c.sources.iter().all(|s| compared.contains(s.as_str())));
        if let Some(known) = known.filter(|_| whole) {
            parts.push(format!("“{}”有{times}例缺少事实，不能判断", known.label.zh));
        }
    }
    (!parts.is_empty()).then(|| parts.join("；"))
}
