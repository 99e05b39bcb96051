//! The job that computes a roll: resumable to the same end at every step.
//!
//! Clear what an earlier draft left → lines from awards (or one-off grants) →
//! arrears and recovery → change list → totals and digest. Each step commits
//! with its checkpoint; a killed job goes on after the last one, and because a
//! roll reads awards “as of” the approval it was opened with, it ends at the
//! same lines.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::Month;
use pack::Rules;
use platform::db::Sql;
use platform::{Ctx, JobCtx, JobKind, Problem, Result, bulk, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::compute::Computed;
use super::{adjust, compute, finish, rows};
use crate::authz::{ROLL_COMPUTE, ROLL_GET};
use crate::core::line::{Line, LineKey, LineKind};
use crate::outside::world;
use crate::problems;
use crate::repo::{self, Roll};
use crate::trade::{self, Programme};

/// Which roll.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ComputeArgs {
    pub roll: Uuid,
}

/// How far the job is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct State {
    pub phase: Phase,
    /// Number of the last award done.
    pub after: String,
    /// Awards done, for progress.
    pub done: u64,
    /// Awards of the programme, for progress.
    pub total: u64,
    /// Place in the list of awards to adjust, or of changes to write.
    pub next: usize,
}

/// The phases in their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Phase {
    /// Take away what an earlier draft left.
    #[default]
    Clear,
    /// Lines for the month.
    Lines,
    /// Arrears and recovery for earlier months.
    Adjust,
    /// The change list.
    Changes,
    /// Totals, digest, draft.
    Finish,
    /// Nothing left.
    Done,
}

/// Awards read, computed and written in one step.
const AWARDS: i64 = 2_000;
/// Rows taken away in one step.
const CLEARED: i64 = 10_000;

/// `disburse.roll.compute`.
#[derive(Debug, Default)]
pub struct Compute;

/// What every step needs.
pub(crate) struct Frame {
    pub roll: Roll,
    pub rules: Rules,
    pub programme: Programme,
}

async fn frame(ctx: &Ctx, id: Uuid) -> Result<Frame> {
    let reader = ctx.query(&ROLL_GET).await?;
    let roll = repo::find_roll(reader.conn(), reader.scope(), id).await?;
    let floor = ctx.floor();
    let release = world(floor)
        .release(floor, reader.conn(), roll.release)
        .await?
        .ok_or_else(|| Problem::new(&problems::NO_RELEASE))?;
    let rules = trade::rules(&release, &roll.place, roll.month)?;
    let programme = trade::programme(&rules, &roll.programme)
        .ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    reader.finish().await?;
    Ok(Frame {
        roll,
        rules,
        programme,
    })
}

#[async_trait]
impl JobKind for Compute {
    fn kind(&self) -> &'static str {
        "disburse.roll.compute"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: ComputeArgs = job.args()?;
        let mut state: State = job.state()?.unwrap_or_default();
        let ctx = job.ctx().clone();
        let frame = Arc::new(frame(&ctx, args.roll).await?);
        let mut changes = None;
        let mut ahead = Ahead::default();
        while state.phase != Phase::Done {
            job.check()?;
            match state.phase {
                Phase::Clear => clear(job, &frame, &mut state).await?,
                Phase::Lines if frame.programme.once => one_offs(job, &frame, &mut state).await?,
                Phase::Lines => lines(job, &frame, &mut state, &mut ahead).await?,
                Phase::Adjust => adjust::step(job, &ctx, &frame, &mut state).await?,
                Phase::Changes | Phase::Finish => {
                    if changes.is_none() {
                        job.progress(
                            state.done,
                            state.total,
                            Some(("汇总与变动比对", "totals and changes")),
                        )
                        .await?;
                        changes = Some(finish::survey(&ctx, &frame).await?);
                    }
                    if let Some(survey) = &mut changes {
                        finish::step(job, &frame, survey, &mut state).await?;
                    }
                }
                Phase::Done => {}
            }
            fault::point("disburse.roll.step")?;
        }
        Ok(json!({"roll": args.roll, "awards": state.done}))
    }
}

async fn clear(job: &mut JobCtx, frame: &Frame, state: &mut State) -> Result<()> {
    let mut tx = job.begin(&ROLL_COMPUTE, None).await?;
    let roll = &frame.roll;
    let chosen = Sql::new("select l.person from line l where ")
        .push(rows::of_roll("l", &roll.programme, roll.month, &roll.place))
        .text(" order by l.person limit ")
        .bind(CLEARED);
    let people = tx.conn().rows(chosen).await?;
    if let Some(last) = people.last() {
        let last: Uuid = last.try_get_by_index(0)?;
        let (low, high) = roll.place.range();
        let sql = Sql::new("delete from line where programme = ")
            .bind(roll.programme.as_str())
            .text(" and month = ")
            .bind(roll.month.index())
            .text(" and person <= ")
            .bind(last)
            .text(" and division >= ")
            .bind(low)
            .text(" and division < ")
            .bind(high);
        bulk::execute(&mut tx, sql).await?;
    } else {
        for table in ["roll_division", "roll_component", "roll_gap"] {
            bulk::execute(
                &mut tx,
                Sql::new(format!("delete from {table} where roll = ")).bind(roll.id),
            )
            .await?;
        }
        let (low, high) = roll.place.range();
        let sql = Sql::new("delete from roll_change where programme = ")
            .bind(roll.programme.as_str())
            .text(" and month = ")
            .bind(roll.month.index())
            .text(" and division >= ")
            .bind(low)
            .text(" and division < ")
            .bind(high);
        bulk::execute(&mut tx, sql).await?;
        state.phase = Phase::Lines;
        let total = decide::count_awards(tx.conn(), &roll.programme, roll.as_of).await?;
        state.total = u64::try_from(total).unwrap_or(0);
    }
    job.commit(tx, state, state.done, state.total).await?;
    Ok(())
}

pub(super) fn refuse_missing(parameters: &[String], month: Month) -> Result<()> {
    if parameters.is_empty() {
        return Ok(());
    }
    let names = parameters.join("、");
    Err(Problem::new(&problems::NO_PARAMETERS).detail(
        format!("{month}缺少：{names}。"),
        format!("Without a value in {month}: {names}."),
    ))
}

/// Some awards with what they give.
struct Block {
    awards: usize,
    /// Number of the last of them; none when there are no more.
    last: Option<String>,
    computed: Computed,
}

/// Reads and computes the awards that come after a number.
async fn block(ctx: Ctx, frame: Arc<Frame>, after: String) -> Result<Block> {
    let (roll, floor) = (&frame.roll, ctx.floor().clone());
    let reader = ctx.query(&ROLL_GET).await?;
    let awards = decide::awards_after(
        reader.conn(),
        &roll.programme,
        roll.month,
        roll.as_of,
        &after,
        AWARDS,
    )
    .await?;
    let families = world(&floor)
        .facts(
            &floor,
            reader.conn(),
            &awards,
            roll.month.last_day(),
            roll.prepared_at,
        )
        .await?;
    reader.finish().await?;
    let work = Arc::clone(&frame);
    tokio::task::spawn_blocking(move || {
        let computed = compute::compute(
            &work.rules,
            &work.programme,
            work.roll.month,
            &awards,
            &families,
        )?;
        Ok(Block {
            awards: awards.len(),
            last: awards.last().map(|award| award.number.clone()),
            computed,
        })
    })
    .await
    .map_err(Problem::internal)?
}

/// The block that is read and computed while the one before it is written. A roll reads awards as
/// of the approval it was opened with, so that what is written meanwhile changes nothing.
#[derive(Default)]
struct Ahead(Option<JoinHandle<Result<Block>>>);

impl Ahead {
    fn begin(&mut self, ctx: &Ctx, frame: &Arc<Frame>, after: &str) {
        let task = block(ctx.clone(), Arc::clone(frame), after.to_owned());
        self.0 = Some(tokio::spawn(task));
    }

    async fn take(&mut self, ctx: &Ctx, frame: &Arc<Frame>, after: &str) -> Result<Block> {
        match self.0.take() {
            Some(begun) => begun.await.map_err(Problem::internal)?,
            None => block(ctx.clone(), Arc::clone(frame), after.to_owned()).await,
        }
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Some(begun) = &self.0 {
            begun.abort();
        }
    }
}

async fn lines(
    job: &mut JobCtx,
    frame: &Arc<Frame>,
    state: &mut State,
    ahead: &mut Ahead,
) -> Result<()> {
    let (roll, ctx) = (&frame.roll, job.ctx().clone());
    let block = ahead.take(&ctx, frame, &state.after).await?;
    if let Some(last) = &block.last {
        ahead.begin(&ctx, frame, last);
    }
    let computed = block.computed;
    refuse_missing(&computed.missing_parameters, roll.month)?;
    let mut tx = job.begin(&ROLL_COMPUTE, None).await?;
    match block.last {
        Some(last) => {
            state.after = last;
            state.done += u64::try_from(block.awards).unwrap_or(0);
        }
        None => {
            state.phase = Phase::Adjust;
            state.next = 0;
        }
    }
    rows::write(
        &mut tx,
        &roll.programme,
        roll.month,
        inside(roll, computed.lines),
    )
    .await?;
    let gaps = computed
        .gaps
        .into_iter()
        .filter(|gap| within(roll, &gap.division))
        .map(|gap| {
            vec![
                roll.id.into(),
                gap.award.into(),
                gap.household.into(),
                gap.division.as_ref().into(),
                gap.missing.chars().take(400).collect::<String>().into(),
            ]
        });
    let gaps: Vec<Vec<sea_orm::Value>> = gaps.collect();
    bulk::insert(
        &mut tx,
        "roll_gap",
        &["roll", "award", "household", "division", "missing"],
        gaps,
    )
    .await?;
    job.commit(tx, state, state.done, state.total).await?;
    Ok(())
}

fn within(roll: &Roll, division: &str) -> bool {
    let (low, high) = roll.place.range();
    low.as_str() <= division && division < high.as_str()
}

fn inside(roll: &Roll, lines: Vec<Line>) -> Vec<Line> {
    lines
        .into_iter()
        .filter(|line| within(roll, &line.division))
        .collect()
}

/// Sums granted once: the decision names the amount, the pack the component.
async fn one_offs(job: &mut JobCtx, frame: &Frame, state: &mut State) -> Result<()> {
    let roll = &frame.roll;
    let mut tx = job.begin(&ROLL_COMPUTE, None).await?;
    let component = frame
        .programme
        .components
        .first()
        .ok_or_else(|| Problem::new(&problems::PROGRAMME))?;
    let component: std::sync::Arc<str> = std::sync::Arc::from(component.key.as_str());
    let grants = decide::one_offs_of(tx.conn(), &roll.programme, roll.month, roll.as_of).await?;
    let mut seqs: std::collections::BTreeMap<Uuid, i32> = std::collections::BTreeMap::new();
    let mut lines = Vec::with_capacity(grants.len());
    for grant in grants {
        let seq = seqs
            .entry(grant.person)
            .and_modify(|n| *n += 1)
            .or_insert(0);
        lines.push(Line {
            key: LineKey {
                person: grant.person,
                component: component.clone(),
                kind: LineKind::Current,
                for_month: roll.month,
                seq: *seq,
            },
            household: grant.household,
            source: grant.id,
            payee: grant.payee,
            division: grant.division.into(),
            class: grant.cause.into(),
            amount: grant.amount,
        });
    }
    state.done = u64::try_from(lines.len()).unwrap_or(0);
    state.total = state.done;
    rows::write(&mut tx, &roll.programme, roll.month, inside(roll, lines)).await?;
    state.phase = Phase::Changes;
    state.next = 0;
    job.commit(tx, state, state.done, state.total).await?;
    Ok(())
}
