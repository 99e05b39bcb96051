//! The job of a run: families step by step; a run that was stopped or killed goes on after the
//! last step that was committed, and comes to the same end.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use platform::{JobCtx, JobKind, NewTask, Problem, Result, Sql, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::compare::{Answers, Comparing, Pins};
use super::store::{self, NOUN, Row};
use crate::authz::{RUN_GET, RUN_STEP};
use crate::delivery::shelf::Held;
use crate::finding::settle;
use crate::link::known;
use crate::words;

/// The kind of job.
pub(crate) const KIND: &str = "verify.run.work";
/// Families of a step.
const STEP: u64 = 500;

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub run: Uuid,
}

/// How far it is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct State {
    /// Division and key of the last family.
    after: Option<(String, Uuid)>,
    totals: Totals,
    unanswered: BTreeMap<String, u64>,
}

/// What was counted so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Totals {
    pub households: u64,
    pub persons: u64,
    pub fresh: u64,
    pub known: u64,
    pub gone: u64,
}

/// The job.
pub(crate) struct Work;

#[async_trait]
impl JobKind for Work {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let ctx = job.ctx().clone();
        let mut state: State = job.state()?.unwrap_or_default();
        let reader = ctx.query(&RUN_GET).await?;
        let run = store::find(&ctx, reader.conn(), reader.scope(), args.run).await?;
        let release = policy::release(ctx.floor(), reader.conn(), run.release)
            .await?
            .ok_or_else(Problem::not_found)?;
        let total = count(reader.conn(), reader.scope(), &run).await?;
        let held: Vec<Held> = run.deliveries.iter().map(store::Pinned::held).collect();
        let known = known::known(ctx.floor(), reader.conn(), &held, run.created_at).await?;
        reader.finish().await?;
        job.progress(
            state.totals.households,
            total,
            Some(("逐户比对", "comparing family after family")),
        )
        .await?;
        let comparing = Comparing::of(
            ctx.floor(),
            release.pack,
            &run.division,
            words::purpose(&run.purpose)?,
            run.as_of,
            Pins { held, known },
        )
        .await?;
        let comparing = Arc::new(comparing);
        while step(job, &run, &comparing, &mut state, total).await? {
            fault::point("verify.run.step")?;
        }
        end(job, &run, &state).await
    }
}

/// Works on the next families; `false` where there are no more.
async fn step(
    job: &mut JobCtx,
    run: &Row,
    comparing: &Arc<Comparing>,
    state: &mut State,
    total: u64,
) -> Result<bool> {
    job.check()?;
    let ctx = job.ctx().clone();
    let mut reader = ctx.query(&RUN_GET).await?;
    let next = next(reader.conn(), reader.scope(), run, state.after.as_ref()).await?;
    let Some(last) = next.last().cloned() else {
        reader.finish().await?;
        return Ok(false);
    };
    let keys: Vec<Uuid> = next.iter().map(|(_, key)| *key).collect();
    let families = registry::families(reader.conn(), &keys, run.as_of).await?;
    let members = families.iter().flat_map(|f| &f.members).map(|m| m.person);
    let persons = registry::persons(reader.conn(), ctx.floor().vault(), members).await?;
    let digest = platform::audit::digest_ids(keys.iter());
    let filter = json!({"run": run.id, "purpose": run.purpose});
    reader.listed("household", &filter, keys.len() as u64, digest);
    reader.finish().await?;
    let persons_count: usize = families.iter().map(|f| f.members.len()).sum();
    let count = families.len() as u64;
    let asked: Answers = comparing.ask(families, persons).await?;
    for one in &asked.unanswered {
        *state.unanswered.entry(one.check.clone()).or_default() += 1;
    }
    let mut tx = job.begin(&RUN_STEP, None).await?;
    let changed = settle::settle(&mut tx, run, &keys, &asked).await?;
    state.after = Some(last);
    state.totals.households += count;
    state.totals.persons += persons_count as u64;
    state.totals.fresh += changed.fresh;
    state.totals.known += changed.known;
    state.totals.gone += changed.gone;
    let done = state.totals.households;
    settle::tell(&mut tx, run, &state.totals, &state.unanswered, None).await?;
    job.commit(tx, &*state, done, total.max(done)).await?;
    Ok(true)
}

/// The next families of a run, within what the asker may see today.
async fn next(
    conn: &platform::Conn,
    scope: &platform::Scope,
    run: &Row,
    after: Option<&(String, Uuid)>,
) -> Result<Vec<(String, Uuid)>> {
    let scope = scope.within(&run.division);
    if run.subjects != "listed" {
        let in_benefit = run.subjects == "in_benefit";
        return registry::households_by_benefit(conn, &scope, in_benefit, after, STEP).await;
    }
    let mut sql =
        Sql::new("select division, household from verify_run_household where run = ").bind(run.id);
    if let Some((_, key)) = after {
        sql = sql.text(" and household > ").bind(*key);
    }
    let sql = sql
        .text(" order by household limit ")
        .bind(i64::try_from(STEP).unwrap_or(i64::MAX));
    let rows = conn.rows(sql).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect()
}

async fn count(conn: &platform::Conn, scope: &platform::Scope, run: &Row) -> Result<u64> {
    if run.subjects != "listed" {
        let scope = scope.within(&run.division);
        return registry::count_by_benefit(conn, &scope, run.subjects == "in_benefit").await;
    }
    let sql = Sql::new("select count(*) from verify_run_household where run = ").bind(run.id);
    let n: i64 = conn.scalar(sql).await?.unwrap_or(0);
    Ok(u64::try_from(n).unwrap_or(0))
}

/// The run is over: whoever decides on findings gets a task.
async fn end(job: &mut JobCtx, run: &Row, state: &State) -> Result<Value> {
    let mut tx = job.begin(&RUN_STEP, None).await?;
    settle::tell(&mut tx, run, &state.totals, &state.unanswered, Some("done")).await?;
    if state.totals.fresh > 0 {
        let fresh = state.totals.fresh;
        let purpose = words::purpose_named(&run.purpose);
        tx.open_task(NewTask {
            kind: "verify.result.decide",
            title_zh: format!("核实{}新增结果{fresh}条", purpose.zh),
            title_en: format!("Decide on {fresh} new findings ({})", purpose.en),
            noun: NOUN,
            subject: run.id.to_string(),
            division: &run.division,
            section: None,
            permission: "verify.result.decide",
            not_for: None,
            role: None,
            holder: None,
            due: None,
        })
        .await?;
    }
    let done = state.totals.households;
    job.commit(tx, state, done, done).await?;
    Ok(json!({"run": run.id, "totals": state.totals}))
}
