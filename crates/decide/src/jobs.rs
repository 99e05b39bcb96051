//! Writing the awards of a large decision, slice by slice.

use async_trait::async_trait;
use kernel::{DivisionCode, Month};
use platform::audit::RowDigest;
use platform::db::Sql;
use platform::{Change, JobCtx, JobKind, Problem, Result, Tx, bulk, fault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::apply::{Frame, allot, apply, class_of, number, tell};
use crate::audit::{self, Opening};
use crate::authz::DECISION_APPLY;
use crate::decision::frame;
use crate::model::{AwardStatus, DecisionAct, DecisionKind};
use crate::outside::{RosterAward, world};
use crate::repo;
use crate::steps::Steps;

pub use crate::gap::export::Export;
pub use crate::gap::scan_job::Scan;
pub use crate::simulation::export::Export as SimulationExport;

/// What the job is to write.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ApplyArgs {
    /// The approved decision.
    pub decision: Uuid,
}

/// How far it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct State {
    /// Position after the last roster award, or the next item.
    next: i64,
    /// Awards written.
    done: i64,
    /// Persons covered.
    persons: i64,
    /// Whether the decision was finished.
    finished: bool,
}

/// Roster awards written in one step: about the 50 ms that a step may hold the writer.
const ROSTER_STEP: i64 = 2_000;
/// Items written in one step.
const ITEM_STEP: i64 = 50;

/// `decide.decision.apply`.
#[derive(Debug, Default)]
pub struct Apply;

#[async_trait]
impl JobKind for Apply {
    fn kind(&self) -> &'static str {
        "decide.decision.apply"
    }

    async fn run(&self, job: &mut JobCtx) -> Result<Value> {
        let args: ApplyArgs = job.args()?;
        let mut state: State = job.state()?.unwrap_or(State {
            next: -1,
            ..State::default()
        });
        while !state.finished {
            job.check()?;
            let mut tx = job.begin(&DECISION_APPLY, None).await?;
            let scope = tx.scope().clone();
            let decision = repo::find(tx.conn(), &scope, args.decision).await?;
            let frame = frame(&tx, &decision).await?;
            let written = match decision.kind {
                DecisionKind::Opening => {
                    roster_step(
                        &mut tx,
                        &frame,
                        decision.effective,
                        decision.import,
                        &mut state,
                    )
                    .await?
                }
                _ => item_step(&mut tx, &frame, &mut state).await?,
            };
            fault::point("decide.apply.step")?;
            if written == 0 {
                let status = decision
                    .status
                    .take(DecisionAct::Finish)
                    .map_err(|e| crate::refused(&e))?;
                let sql = Sql::new("update decision set status = ")
                    .bind(status.word())
                    .text(", version = version + 1 where id = ")
                    .bind(decision.id)
                    .text(" and version = ")
                    .bind(decision.version);
                if tx.conn().run(sql).await? != 1 {
                    return Err(Problem::conflict());
                }
                let place = DivisionCode::parse(&decision.division).map_err(Problem::internal)?;
                let (before, after) = (
                    json!({"status": decision.status.word()}),
                    json!({"status": status.word()}),
                );
                tx.record(Change::updated(
                    "decision",
                    decision.id,
                    &place,
                    &before,
                    &after,
                ));
                state.finished = true;
            }
            let done = u64::try_from(state.done).unwrap_or(0);
            let total = u64::try_from(decision.counts.0).unwrap_or(0);
            job.commit(tx, &state, done, total).await?;
        }
        Ok(json!({"awards": state.done, "persons": state.persons}))
    }
}

async fn item_step(tx: &mut Tx, frame: &Frame, state: &mut State) -> Result<usize> {
    let from = i32::try_from(state.next.max(0)).map_err(Problem::internal)?;
    let items = repo::items(tx.conn(), frame.decision, from, ITEM_STEP).await?;
    for (seq, item) in &items {
        apply(tx, frame, item).await?;
        state.next = i64::from(*seq) + 1;
        state.done += 1;
    }
    let households: Vec<Uuid> = items.iter().map(|(_, item)| item.household).collect();
    if frame.kind != DecisionKind::OneOff {
        tell(tx, &frame.programme, households).await?;
    }
    Ok(items.len())
}

async fn roster_step(
    tx: &mut Tx,
    frame: &Frame,
    from: Month,
    import: Option<Uuid>,
    state: &mut State,
) -> Result<usize> {
    let import =
        import.ok_or_else(|| Problem::internal("an opening decision without an import"))?;
    let floor = tx.floor().clone();
    let part = world(&floor)
        .roster_after(&floor, tx.conn(), import, state.next, ROSTER_STEP)
        .await?;
    let Some(last) = part.last() else {
        return Ok(0);
    };
    state.next = last.position;
    let mut digest = RowDigest::default();
    let (mut awards, mut terms, mut members) = (Vec::new(), Vec::new(), Vec::new());
    // One decision opens one programme of the roster; what the source says ended before it would
    // begin here is no award of ours.
    let part: Vec<&RosterAward> = part
        .iter()
        .filter(|entry| entry.programme == frame.programme)
        .filter(|entry| {
            entry
                .to
                .is_none_or(|to| to >= entry.from.map_or(from, |since| since.max(from)))
        })
        .collect();
    if part.is_empty() {
        return Ok(1);
    }
    let count = i64::try_from(part.len()).unwrap_or(i64::MAX);
    let first = allot(tx, &frame.area, &frame.programme, frame.year, count).await?;
    for (serial, entry) in (first..).zip(part.iter().copied()) {
        let id = floor.new_id();
        let number = number(&frame.area, frame.year, serial);
        let facts = platform::hash::canonical(&Value::Object(entry.facts.clone()));
        let start = entry.from.map_or(from, |since| since.max(from));
        Opening {
            id,
            household: entry.household,
            holder: entry.holder,
            division: entry.division.as_str(),
            from: start.index(),
            to: entry.to.map(Month::index),
            facts: &facts,
            members: &entry.members,
            changed: false,
            replaced: false,
        }
        .add(&number, &mut digest);
        let to: sea_orm::Value = entry.to.map(Month::index).into();
        awards.push(award_row(frame, start, entry, id, &number));
        terms.push(vec![
            id.into(),
            start.index().into(),
            frame.seq.into(),
            to.clone(),
            facts.into(),
            frame.decision.into(),
        ]);
        for (position, person) in (0i32..).zip(&entry.members) {
            members.push(vec![
                id.into(),
                (*person).into(),
                start.index().into(),
                frame.seq.into(),
                to.clone(),
                position.into(),
            ]);
        }
    }
    state.done += count;
    state.persons += i64::try_from(members.len()).unwrap_or(0);
    let persons = members.len();
    let columns = [
        "id",
        "number",
        "programme",
        "section",
        "household",
        "holder",
        "division",
        "class",
        "status",
        "from_month",
        "to_month",
        "decision",
        "since",
        "version",
    ];
    bulk::insert(tx, "award", &columns, awards).await?;
    bulk::insert(
        tx,
        "award_terms",
        &[
            "award",
            "from_month",
            "since",
            "to_month",
            "facts",
            "decision",
        ],
        terms,
    )
    .await?;
    bulk::insert(
        tx,
        "award_member",
        &[
            "award",
            "person",
            "from_month",
            "since",
            "to_month",
            "position",
        ],
        members,
    )
    .await?;
    tell(
        tx,
        &frame.programme,
        part.iter().map(|entry| entry.household),
    )
    .await?;
    let subject = format!("{}/{first}/{}", frame.decision, first + count);
    tx.record_bulk(
        audit::OPENING,
        subject,
        json!({"awards": part.len(), "persons": persons}),
        digest,
    );
    Ok(part.len().max(1))
}

fn award_row(
    frame: &Frame,
    from: Month,
    entry: &RosterAward,
    id: Uuid,
    number: &str,
) -> Vec<sea_orm::Value> {
    vec![
        id.into(),
        number.into(),
        frame.programme.as_str().into(),
        frame.section.as_str().into(),
        entry.household.into(),
        entry.holder.into(),
        entry.division.as_str().into(),
        class_of(frame.class.as_deref(), &entry.facts).into(),
        AwardStatus::Active.word().into(),
        from.index().into(),
        entry.to.map(Month::index).into(),
        frame.decision.into(),
        frame.seq.into(),
        1i32.into(),
    ]
}
