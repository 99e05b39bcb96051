//! Totals, change list and digest: one walk over the finished lines.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use decide::Why;
use platform::audit::RowDigest;
use platform::db::Sql;
use platform::{Change, Ctx, JobCtx, Result, bulk};
use serde_json::json;
use uuid::Uuid;

use super::job::{Frame, Phase, State};
use super::rows;
use crate::authz::{ROLL_COMPUTE, ROLL_GET};
use crate::core::changes::{self, ChangeKind, PersonSum};
use crate::core::line::{Line, LineKind};
use crate::core::state::RollAct;
use crate::money;
use crate::repo;
use decide::steps::Steps;

/// Changes written in one step.
const CHANGES: usize = 2_000;

/// What the walk found.
pub(super) struct Survey {
    lines: i64,
    persons: i64,
    households: i64,
    amount: i64,
    recovery: i64,
    by_division: BTreeMap<Arc<str>, (i64, i64, i64)>,
    by_component: BTreeMap<Arc<str>, (i64, i64)>,
    changes: Vec<changes::Change>,
    reasons: BTreeMap<Uuid, Why>,
    digest: Option<RowDigest>,
}

/// Collects sums by person; lines come in the order of persons.
#[derive(Default)]
struct Sums(Vec<PersonSum>);

impl Sums {
    fn add(&mut self, line: &Line) {
        if line.key.kind != LineKind::Current {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.person == line.key.person => last.amount += line.amount,
            _ => self.0.push(PersonSum {
                person: line.key.person,
                household: line.household,
                award: line.source,
                division: line.division.clone(),
                amount: line.amount,
            }),
        }
    }
}

/// Walks this month's lines and, where there is one, last month's.
pub(super) async fn survey(ctx: &Ctx, frame: &Frame) -> Result<Survey> {
    let roll = &frame.roll;
    let reader = ctx.query(&ROLL_GET).await?;
    let mut now = Sums::default();
    let mut digest = RowDigest::default();
    let mut key = String::new();
    let (mut amount, mut recovery) = (0i64, 0i64);
    let mut households: HashSet<Uuid> = HashSet::new();
    let mut by_division: BTreeMap<Arc<str>, (i64, i64, i64)> = BTreeMap::new();
    let mut by_component: BTreeMap<Arc<str>, (i64, i64)> = BTreeMap::new();
    let (mut persons, mut last_person, mut last_in_component) = (0i64, None, BTreeMap::new());
    let count = {
        let (now, digest, key) = (&mut now, &mut digest, &mut key);
        let (households, by_division, by_component) =
            (&mut households, &mut by_division, &mut by_component);
        let (amount, recovery, persons) = (&mut amount, &mut recovery, &mut persons);
        let (last_person, last_in_component) = (&mut last_person, &mut last_in_component);
        rows::each(
            reader.conn(),
            &roll.programme,
            roll.month,
            &roll.place,
            move |line| {
                rows::digest(digest, &line, key);
                now.add(&line);
                let part = by_division.entry(line.division.clone()).or_default();
                let component = by_component.entry(line.key.component.clone()).or_default();
                if line.key.kind == LineKind::Recovery {
                    *recovery += line.amount;
                    return Ok(());
                }
                *amount += line.amount;
                part.2 += line.amount;
                component.1 += line.amount;
                if line.key.kind == LineKind::Current {
                    if *last_person != Some(line.key.person) {
                        *last_person = Some(line.key.person);
                        *persons += 1;
                        part.1 += 1;
                    }
                    if households.insert(line.household) {
                        part.0 += 1;
                    }
                    if last_in_component.insert(line.key.component.clone(), line.key.person)
                        != Some(line.key.person)
                    {
                        component.0 += 1;
                    }
                }
                Ok(())
            },
        )
        .await?
    };
    let previous = match frame.programme.once {
        true => None,
        false => {
            repo::roll_of(
                reader.conn(),
                &roll.programme,
                roll.month.prev(),
                &roll.place,
            )
            .await?
        }
    };
    let mut list = Vec::new();
    let mut reasons = BTreeMap::new();
    if let Some(previous) = previous {
        let mut last = Sums::default();
        let sums = &mut last;
        rows::each(
            reader.conn(),
            &roll.programme,
            previous.month,
            &roll.place,
            move |line| {
                sums.add(&line);
                Ok(())
            },
        )
        .await?;
        list = changes::compare(&last.0, &now.0);
        reasons = decide::reasons(
            reader.conn(),
            &roll.programme,
            previous.as_of,
            roll.as_of,
            roll.month,
        )
        .await?;
    }
    reader.finish().await?;
    Ok(Survey {
        lines: i64::try_from(count).unwrap_or(i64::MAX),
        persons,
        households: i64::try_from(households.len()).unwrap_or(i64::MAX),
        amount,
        recovery,
        by_division,
        by_component,
        changes: list,
        reasons,
        digest: Some(digest),
    })
}

/// Writes some changes, or the end.
pub(super) async fn step(
    job: &mut JobCtx,
    frame: &Frame,
    survey: &mut Survey,
    state: &mut State,
) -> Result<()> {
    let roll = &frame.roll;
    let mut tx = job.begin(&ROLL_COMPUTE, None).await?;
    if state.phase == Phase::Changes {
        let part: Vec<&changes::Change> = survey
            .changes
            .iter()
            .skip(state.next)
            .take(CHANGES)
            .collect();
        state.next += part.len();
        if part.is_empty() {
            state.phase = Phase::Finish;
        }
        let values: Vec<Vec<sea_orm::Value>> = part
            .into_iter()
            .map(|change| row(roll, survey, change))
            .collect();
        let columns = [
            "programme",
            "month",
            "person",
            "kind",
            "household",
            "award",
            "division",
            "before",
            "after",
            "reason",
            "decision",
        ];
        bulk::insert(&mut tx, "roll_change", &columns, values).await?;
        job.commit(tx, state, state.done, state.total).await?;
        return Ok(());
    }
    let stored = repo::roll_of(tx.conn(), &roll.programme, roll.month, &roll.place).await?;
    let stored = stored.ok_or_else(platform::Problem::conflict)?;
    let to = stored
        .status
        .take(RollAct::Finish)
        .map_err(|e| super::refused(&e))?;
    let divisions: Vec<Vec<sea_orm::Value>> = survey
        .by_division
        .iter()
        .map(|(division, (households, persons, amount))| {
            vec![
                roll.id.into(),
                division.as_ref().into(),
                (*households).into(),
                (*persons).into(),
                (*amount).into(),
            ]
        })
        .collect();
    bulk::insert(
        &mut tx,
        "roll_division",
        &["roll", "division", "households", "persons", "amount"],
        divisions,
    )
    .await?;
    let components: Vec<Vec<sea_orm::Value>> = survey
        .by_component
        .iter()
        .map(|(component, (persons, amount))| {
            vec![
                roll.id.into(),
                component.as_ref().into(),
                (*persons).into(),
                (*amount).into(),
            ]
        })
        .collect();
    bulk::insert(
        &mut tx,
        "roll_component",
        &["roll", "component", "persons", "amount"],
        components,
    )
    .await?;
    let parts: i64 = survey.by_division.values().map(|part| part.2).sum();
    money::equal(
        "名册合计与乡村合计",
        "roll and its divisions",
        survey.amount,
        parts,
    )?;
    let parts: i64 = survey.by_component.values().map(|part| part.1).sum();
    money::equal(
        "名册合计与分项合计",
        "roll and its components",
        survey.amount,
        parts,
    )?;
    let unresolved: Option<i64> = tx
        .conn()
        .scalar(Sql::new("select count(*) from roll_gap where roll = ").bind(roll.id))
        .await?;
    let of = |kind| {
        i64::try_from(
            survey
                .changes
                .iter()
                .filter(|change| change.kind == kind)
                .count(),
        )
        .unwrap_or(0)
    };
    let digest = survey.digest.take().unwrap_or_default();
    let and = Sql::with(
        ", households = ?, persons = ?, lines = ?, amount = ?, recovery = ?, unresolved = ?, new = ?, stopped = ?, raised = ?, \
         lowered = ?, moved = ?, digest = ?, computed = computed + 1",
        [
            survey.households.into(),
            survey.persons.into(),
            survey.lines.into(),
            survey.amount.into(),
            survey.recovery.into(),
            unresolved.unwrap_or(0).into(),
            of(ChangeKind::New).into(),
            of(ChangeKind::Stopped).into(),
            of(ChangeKind::Raised).into(),
            of(ChangeKind::Lowered).into(),
            of(ChangeKind::Moved).into(),
            digest.digest().to_vec().into(),
        ],
    );
    repo::move_roll(tx.conn(), &stored, to, and).await?;
    let totals = json!({"amount": survey.amount, "recovery": survey.recovery, "persons": survey.persons, "households": survey.households});
    tx.record_bulk("roll_lines", roll.id, totals.clone(), digest);
    tx.record(Change::updated(
        "roll",
        roll.id,
        &roll.place,
        &json!({"status": stored.status.word()}),
        &json!({"status": to.word(), "totals": totals}),
    ));
    state.phase = Phase::Done;
    job.commit(tx, state, state.done, state.total.max(state.done))
        .await?;
    Ok(())
}

fn row(roll: &repo::Roll, survey: &Survey, change: &changes::Change) -> Vec<sea_orm::Value> {
    let why = survey.reasons.get(&change.award);
    let reason = why.map_or_else(
        || without_decision(change.kind).to_owned(),
        |why| why.reason.clone(),
    );
    vec![
        roll.programme.as_str().into(),
        roll.month.index().into(),
        change.person.into(),
        change.kind.word().into(),
        change.household.into(),
        change.award.into(),
        change.division.as_ref().into(),
        change.before.into(),
        change.after.into(),
        reason.into(),
        why.map(|why| why.decision).into(),
    ]
}

/// What to say where no decision changed the award.
const fn without_decision(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Raised | ChangeKind::Lowered => "标准或家庭情况变化",
        ChangeKind::Moved => "户籍或住所迁移",
        ChangeKind::New => "待遇开始",
        ChangeKind::Stopped => "待遇到期",
    }
}
