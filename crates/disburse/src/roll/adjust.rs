//! Arrears and recovery: awards whose past was changed since the last month
//! was closed, recomputed month by month.

use std::collections::BTreeMap;
use std::sync::Arc;

use decide::AwardInMonth;
use kernel::Month;
use platform::db::{Conn, Sql};
use platform::{Ctx, JobCtx, Problem, Result};
use uuid::Uuid;

use super::job::{Frame, Phase, State, refuse_missing};
use super::{compute, rows};
use crate::authz::{ROLL_COMPUTE, ROLL_GET};
use crate::core::adjust::{Due, adjustments};
use crate::core::line::{Line, LineKey, LineKind};
use crate::outside::world;
use crate::problems;
use crate::repo::{self, Roll};
use crate::trade;

/// Awards recomputed in one step.
const AT_ONCE: usize = 200;

/// Lines of an award that were entitled for a month, by what they are for.
struct Entitled {
    sums: BTreeMap<Due, i64>,
    /// Where the lines of a person went: household, payee, division, class.
    told: BTreeMap<Uuid, (Uuid, Uuid, Arc<str>, Arc<str>)>,
}

async fn entitled(
    conn: &Conn,
    roll: &Roll,
    month: Month,
    awards: &[Uuid],
) -> Result<BTreeMap<Uuid, Entitled>> {
    let mut out: BTreeMap<Uuid, Entitled> = BTreeMap::new();
    let mut texts = rows::Texts::default();
    // Persons ever covered by the awards lead to the lines through their key.
    let persons = decide::persons_of(conn, awards).await?;
    let sql = Sql::new(format!("select {} from roll r join line l on l.programme = r.programme and l.month = r.month and l.person in ", rows::LINE))
        .bind_all(persons)
        .text(" where r.status = 'locked' and r.programme = ")
        .bind(roll.programme.as_str())
        .text(" and r.place = ")
        .bind(roll.place.as_str())
        .text(" and r.month >= ")
        .bind(month.index())
        .text(" and r.month < ")
        .bind(roll.month.index())
        .text(" and l.for_month = ")
        .bind(month.index())
        .text(" and l.source in ")
        .bind_all(awards.iter().copied());
    conn.for_each(sql, |row| {
        let line = rows::line(&row, &mut texts)?;
        let entry = out.entry(line.source).or_insert_with(|| Entitled {
            sums: BTreeMap::new(),
            told: BTreeMap::new(),
        });
        *entry
            .sums
            .entry((line.key.person, line.key.component.clone(), month))
            .or_default() += line.signed();
        entry.told.insert(
            line.key.person,
            (line.household, line.payee, line.division, line.class),
        );
        Ok(())
    })
    .await?;
    Ok(out)
}

/// The awards to look at, with the month from which.
async fn candidates(conn: &Conn, roll: &Roll) -> Result<Vec<(Uuid, Month)>> {
    let since = repo::last_locked(conn, &roll.programme, &roll.place).await?;
    let after = since.as_ref().map_or(0, |locked| locked.as_of);
    let mut out: BTreeMap<Uuid, Month> = BTreeMap::new();
    if since.is_some() {
        for changed in
            decide::changed_awards(conn, &roll.programme, after, roll.as_of, roll.month).await?
        {
            out.insert(changed.award, changed.from);
        }
    }
    if let Some(from) = roll.arrears_from {
        // A standard raised for months already paid: every award is looked at.
        let mut number = String::new();
        loop {
            let part = decide::awards_after(
                conn,
                &roll.programme,
                roll.month,
                roll.as_of,
                &number,
                5_000,
            )
            .await?;
            let Some(last) = part.last() else { break };
            number.clone_from(&last.number);
            for award in part {
                out.entry(award.id)
                    .and_modify(|month| *month = (*month).min(from))
                    .or_insert(from);
            }
        }
    }
    Ok(out.into_iter().collect())
}

/// One step: some awards, all their closed months.
pub(super) async fn step(
    job: &mut JobCtx,
    ctx: &Ctx,
    frame: &Frame,
    state: &mut State,
) -> Result<()> {
    let roll = &frame.roll;
    let reader = ctx.query(&ROLL_GET).await?;
    let all = candidates(reader.conn(), roll).await?;
    let part: Vec<(Uuid, Month)> = all.iter().skip(state.next).take(AT_ONCE).copied().collect();
    let mut lines = Vec::new();
    if let Some(first) = part.iter().map(|(_, from)| *from).min() {
        for closed in repo::locked(
            reader.conn(),
            &roll.programme,
            &roll.place,
            first,
            roll.month.prev(),
        )
        .await?
        {
            let touched: Vec<Uuid> = part
                .iter()
                .filter(|(_, from)| *from <= closed.month)
                .map(|(id, _)| *id)
                .collect();
            lines.extend(month(ctx, reader.conn(), frame, closed.month, &touched).await?);
        }
    }
    reader.finish().await?;
    let mut tx = job.begin(&ROLL_COMPUTE, None).await?;
    state.next += part.len();
    if part.is_empty() {
        state.phase = Phase::Changes;
        state.next = 0;
    }
    rows::write(&mut tx, &roll.programme, roll.month, lines).await?;
    job.commit(tx, state, state.done, state.total).await?;
    Ok(())
}

/// What one closed month should have been for some awards, less what it was.
async fn month(
    ctx: &Ctx,
    conn: &Conn,
    frame: &Frame,
    month: Month,
    touched: &[Uuid],
) -> Result<Vec<Line>> {
    let (roll, floor) = (&frame.roll, ctx.floor());
    // The standard of that month, by the release in force now: a raise that
    // comes late is paid from the month it holds for.
    let (_, rules, programme) =
        trade::open(floor, conn, &roll.place, &roll.programme, month).await?;
    let awards: Vec<AwardInMonth> = decide::awards_by_id(conn, touched, month, roll.as_of).await?;
    let families = world(floor)
        .facts(floor, conn, &awards, month.last_day(), roll.prepared_at)
        .await?;
    let computed = compute::compute(&rules, &programme, month, &awards, &families)?;
    refuse_missing(&computed.missing_parameters, month)?;
    let mut was = entitled(conn, roll, month, touched).await?;
    let mut is: BTreeMap<Uuid, BTreeMap<Due, i64>> = BTreeMap::new();
    let mut told: BTreeMap<(Uuid, Uuid), Line> = BTreeMap::new();
    for line in computed.lines {
        *is.entry(line.source)
            .or_default()
            .entry((line.key.person, line.key.component.clone(), month))
            .or_default() += line.signed();
        told.insert((line.source, line.key.person), line);
    }
    let unknown: Vec<Uuid> = computed.gaps.iter().map(|gap| gap.award).collect();
    let mut out = Vec::new();
    for award in touched.iter().filter(|award| !unknown.contains(award)) {
        let before = was.remove(award);
        let empty = BTreeMap::new();
        let sums = before.as_ref().map_or(&empty, |entitled| &entitled.sums);
        let now = is.remove(award).unwrap_or_default();
        for adjustment in
            adjustments(sums, &now).map_err(|e| Problem::new(&problems::UNEQUAL).because(e))?
        {
            let (person, component, for_month) = adjustment.due;
            let known = told.get(&(*award, person));
            let earlier = before
                .as_ref()
                .and_then(|entitled| entitled.told.get(&person));
            let place = match (known, earlier) {
                (Some(line), _) => (
                    line.household,
                    line.payee,
                    line.division.clone(),
                    line.class.clone(),
                ),
                (None, Some(earlier)) => earlier.clone(),
                (None, None) => return Err(Problem::internal("an adjustment of nothing")),
            };
            out.push(Line {
                key: LineKey {
                    person,
                    component,
                    kind: adjustment.kind,
                    for_month,
                    seq: 0,
                },
                household: place.0,
                source: *award,
                payee: place.1,
                division: place.2,
                class: place.3,
                amount: adjustment.amount,
            });
        }
    }
    debug_assert!(out.iter().all(|line| line.key.kind != LineKind::Current));
    Ok(out)
}
