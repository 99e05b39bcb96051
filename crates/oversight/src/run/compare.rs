//! Comparing the list of a run with its files: the checks of the pack over family after family.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::DivisionCode;
use pack::Pack;
use pack::model::Purpose;
use platform::{Conn, Ctx, JobCtx, Result, Sql};
use registry::{Family, PersonRef};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use uuid::Uuid;
use verify::{Comparing, Held};

use super::deliveries;
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
    reader.finish().await?;
    let place = crate::place(&run.division)?;
    take_in(job, run, &pack, &place).await?;
    let total = state.persons;
    job.progress(0, total, Some(("比对", "comparing"))).await?;
    let files = deliveries::of_run(&ctx, run.id).await?.into_iter();
    let held = files.filter_map(|file| {
        Some(Held {
            id: Uuid::nil(),
            source: file.source,
            as_of: file.as_of,
            digest: file.delivery?,
        })
    });
    let purpose = if run.purpose == "discovery" {
        Purpose::Discovery
    } else {
        Purpose::Supervision
    };
    let (day, held) = (run.month.last_day(), held.collect());
    let comparing = Comparing::over(ctx.floor(), pack.clone(), &place, purpose, day, held).await?;
    let comparing = Arc::new(comparing);
    loop {
        job.check()?;
        let reader = ctx.query(&RUN_GET).await?;
        let part = families(reader.conn(), run, state.compared.after, day).await?;
        let persons = persons(&ctx, reader.conn(), &part).await?;
        reader.finish().await?;
        let Some(last) = part.last().map(|family| family.household) else {
            break;
        };
        state.compared.households += part.len() as u64;
        let heads: BTreeMap<Uuid, Uuid> = part.iter().map(|f| (f.household, f.head)).collect();
        let asked = comparing.ask(part, persons.clone()).await?;
        for one in asked.unanswered {
            *state.compared.unanswered.entry(one.check).or_default() += 1;
        }
        let found = asked.found.into_iter();
        let found = found.map(|one| taken(one, &heads, &persons)).collect();
        state.compared.after = Some(last);
        let snapshot = state.clone();
        gather::take(job, run, &snapshot, found, total).await?;
    }
    let missing = comparing.not_compared(&place)?;
    Ok(note(&pack, &missing, &state.compared))
}

/// Takes in what was not taken in yet; each file is a step of its own.
async fn take_in(job: &mut JobCtx, run: &Run, pack: &Pack, place: &DivisionCode) -> Result<()> {
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
        let taken = deliveries::take_in(&ctx, pack, place, &file).await?;
        let mut tx = job.begin(&RUN_GATHER, None).await?;
        let sql = Sql::with(
            "update run_source set delivery = ?, records = ?, rejected = ? where run = ? and source = ?",
            [
                taken.digest.as_str().into(),
                i64::try_from(taken.records).unwrap_or(i64::MAX).into(),
                i64::try_from(taken.rejected).unwrap_or(i64::MAX).into(),
                run.id.into(),
                file.source.as_str().into(),
            ],
        );
        tx.conn().run(sql).await?;
        let what =
            json!({"source": file.source, "delivery": taken.digest, "records": taken.records});
        let subject = format!("{}/{}", run.id, file.source);
        tx.record(platform::Change::created(
            "run_source",
            subject,
            place,
            &what,
        ));
        let state: Json = job.state()?.unwrap_or_default();
        job.commit(tx, &state, n as u64 + 1, total).await?;
    }
    Ok(())
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

/// A finding as it becomes a clue or a visit.
fn taken(
    one: verify::Found,
    heads: &BTreeMap<Uuid, Uuid>,
    persons: &BTreeMap<Uuid, PersonRef>,
) -> Found {
    let shown = one.person.or_else(|| heads.get(&one.household).copied());
    let person = shown.and_then(|key| persons.get(&key));
    let evidence = one.evidence.iter().map(|row| {
        json!({"source": row.source.key, "delivery": row.delivery,
            "row": row.row, "as_of": row.as_of, "name_differs": row.name_differs})
    });
    Found {
        household: Some(one.household),
        person: one.person,
        name: person.map(|p| p.name.clone()).unwrap_or_default(),
        id_number: person
            .and_then(|p| p.id_number)
            .map(|n| n.as_str().to_owned()),
        evidence: evidence.collect(),
        division: one.division,
        severity: one.severity.to_owned(),
        check: one.check,
        zh: one.zh,
        en: one.en,
        act: one.act,
        cite: one.cite,
        as_of: one.as_of,
        fingerprint: one.fingerprint,
    }
}

/// What could not be told: never taken for “nothing found”.
fn note(pack: &Pack, missing: &[String], state: &State) -> Option<String> {
    let sources = pack.sources();
    let name = |key: &String| {
        let source = sources.iter().find(|s| s.key == *key);
        source.map_or_else(|| key.clone(), |s| s.label.zh.clone())
    };
    let mut parts = Vec::new();
    if !missing.is_empty() {
        let names: Vec<String> = missing.iter().map(name).collect();
        parts.push(format!("未比对的来源：{}", names.join("、")));
    }
    for (check, times) in &state.unanswered {
        let known = pack.finding_checks().iter().find(|c| c.key == *check);
        // A check whose source was not compared is named with the source already.
        let whole = known.filter(|c| c.sources.iter().all(|s| !missing.contains(s)));
        if let Some(known) = whole {
            parts.push(format!("“{}”有{times}例缺少事实，不能判断", known.label.zh));
        }
    }
    (!parts.is_empty()).then(|| parts.join("；"))
}
