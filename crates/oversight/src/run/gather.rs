//! The job of a run: the list is made from the records and frozen, compared, and what comes back
//! is taken over. Each phase goes on where its last step ended.

use async_trait::async_trait;
use platform::audit::RowDigest;
use platform::{Ctx, JobCtx, JobKind, Result, Sql, Tx, bulk};
use sea_orm::Value as Cell;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::compare;
use super::store::{self, Run};
use crate::authz::{RUN_GATHER, RUN_GET};
use crate::clue::intake;
use crate::subject::build::{ListKind, Walk};
use crate::words;

/// The kind of job.
pub(crate) const KIND: &str = "oversight.run.gather";

/// What the job works on.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Args {
    pub run: Uuid,
}

/// How far it is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    /// The last family on the list.
    after: Option<(String, Uuid)>,
    /// The list is whole.
    listed: bool,
    pub persons: u64,
    /// How far the comparing is.
    pub compared: compare::State,
}

/// The job.
pub(crate) struct Gather;

#[async_trait]
impl JobKind for Gather {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: Args = job.args()?;
        let mut state: State = job.state()?.unwrap_or_default();
        let ctx = job.ctx().clone();
        let reader = ctx.query(&RUN_GET).await?;
        let run = store::find(reader.conn(), reader.scope(), args.run).await?;
        reader.finish().await?;
        if !state.listed {
            list(job, &ctx, &run, &mut state).await?;
        }
        if state.persons == 0 {
            let (zh, _) = (crate::problems::NOBODY.zh, ());
            return end(job, &run, &state, "failed", Some(zh.to_owned())).await;
        }
        match compare::run(job, &run, &mut state).await {
            Ok(note) => end(job, &run, &state, "done", note).await,
            Err(problem) if problem.status() < 500 && !job.cancelled() => {
                let text = problem.details().map_or(problem.kind().zh, |(zh, _)| zh);
                let text = text.to_owned();
                end(job, &run, &state, "failed", Some(text)).await
            }
            Err(problem) => Err(problem),
        }
    }
}

/// Makes the list, part by part.
async fn list(job: &mut JobCtx, ctx: &Ctx, run: &Run, state: &mut State) -> Result<()> {
    job.progress(0, 0, Some(("生成名单", "making the list")))
        .await?;
    let kind = if run.purpose == "discovery" {
        ListKind::Gap
    } else {
        ListKind::InBenefit
    };
    let home = crate::place(&run.division)?;
    let reader = ctx.query(&RUN_GET).await?;
    let scope = reader.scope().within(&home);
    let pack = words::pack(ctx.floor(), reader.conn()).await?;
    let all: Vec<String> = pack.programmes().iter().map(|p| p.key.clone()).collect();
    let mut walk = Walk::begin(
        reader.conn(),
        kind,
        &scope,
        &run.programmes,
        &all,
        run.month,
    )
    .await?;
    walk.resume(state.after.clone());
    while let Some(part) = walk.next(reader.conn()).await? {
        job.check()?;
        let mut digest = RowDigest::default();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for subject in &part {
            let family = &subject.family;
            for member in &family.members {
                digest.add(&format!("{}/{}", family.household, member.person), &[]);
                rows.push(vec![
                    run.id.into(),
                    family.household.into(),
                    member.person.into(),
                    family.division.as_str().into(),
                ]);
            }
        }
        let mut tx = job.begin(&RUN_GATHER, None).await?;
        let columns = ["run", "household", "person", "division"];
        let written = bulk::insert(&mut tx, "run_subject", &columns, rows).await?;
        let subject = format!("{}/{}", run.id, state.persons);
        tx.record_bulk("run_subjects", subject, json!({"persons": written}), digest);
        state.persons += written;
        state.after = walk.last();
        let persons = state.persons;
        job.commit(tx, &*state, persons, 0).await?;
    }
    reader.finish().await?;
    state.listed = true;
    let mut tx = job.begin(&RUN_GATHER, None).await?;
    set_status(&mut tx, run, "comparing", None).await?;
    job.commit(tx, &*state, state.persons, 0).await?;
    Ok(())
}

async fn set_status(tx: &mut Tx, run: &Run, status: &str, note: Option<String>) -> Result<()> {
    let sql = Sql::new("update supervision_run set status = ")
        .bind(status)
        .text(", note = ")
        .bind(note)
        .text(", version = version + 1 where id = ")
        .bind(run.id);
    tx.conn().run(sql).await?;
    tx.about("supervision_run", run.id, &crate::place(&run.division)?);
    Ok(())
}

/// The run is over; visits of discovery become tasks of the townships.
async fn end(
    job: &mut JobCtx,
    run: &Run,
    state: &State,
    status: &str,
    note: Option<String>,
) -> Result<Value> {
    let mut tx = job.begin(&RUN_GATHER, None).await?;
    set_status(&mut tx, run, status, note).await?;
    if run.purpose == "discovery" && status == "done" {
        intake::visit_tasks(&mut tx, run).await?;
    }
    let persons = state.persons;
    job.commit(tx, state, persons, persons).await?;
    Ok(json!({"persons": persons, "status": status}))
}

/// Takes findings over, in one step of the job.
pub(crate) async fn take(
    job: &mut JobCtx,
    run: &Run,
    state: &State,
    found: Vec<intake::Found>,
    total: u64,
) -> Result<u64> {
    let pack = {
        let ctx = job.ctx().clone();
        let reader = ctx.query(&RUN_GET).await?;
        let pack = words::pack(ctx.floor(), reader.conn()).await?;
        reader.finish().await?;
        pack
    };
    let mut tx = job.begin(&RUN_GATHER, None).await?;
    let written = if run.purpose == "discovery" {
        intake::visits(&mut tx, &pack, run, found).await?
    } else {
        intake::clues(&mut tx, &pack, run, found).await?
    };
    tx.about("supervision_run", run.id, &crate::place(&run.division)?);
    let persons = state.persons;
    job.commit(tx, state, persons, total.max(persons)).await?;
    Ok(written)
}
