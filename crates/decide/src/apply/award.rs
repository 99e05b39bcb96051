//! One item, from its payload to the rows of its award.

use std::collections::BTreeMap;

use kernel::{DivisionCode, Month};
use platform::db::Sql;
use platform::{Change, Problem, Result, Tx, bulk};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::spans::{self, MemberLine, Rewrite, Row, TermsLine, months, rewrite};
use super::{allot, number};
use crate::audit;
use crate::item::Item;
use crate::model::{AwardAct, AwardStatus, DecisionKind};
use crate::problems;
use crate::steps::Steps;
use crate::terms::{Span, Timeline};

/// What applying needs to know of the decision.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub kind: DecisionKind,
    pub decision: Uuid,
    pub seq: i64,
    pub programme: String,
    pub section: String,
    /// First six digits of the county that allots numbers.
    pub area: String,
    pub year: i32,
    /// The fact that lists show as the class, if the programme has one.
    pub class: Option<String>,
}

struct Stored {
    status: AwardStatus,
    class: String,
    to: Option<Month>,
    version: i32,
}

/// What an item would make of its award.
struct Outcome {
    status: AwardStatus,
    terms: Rewrite<Map<String, Value>>,
    members: BTreeMap<Uuid, Rewrite<i32>>,
    class: String,
    to: Option<Month>,
    version: i32,
}

fn act(kind: DecisionKind) -> AwardAct {
    match kind {
        DecisionKind::Grace => AwardAct::Grace,
        DecisionKind::Stop => AwardAct::Stop,
        _ => AwardAct::Change,
    }
}

async fn stored(tx: &Tx, award: Uuid) -> Result<Stored> {
    let sql =
        Sql::new("select status, class, to_month, version from award where id = ").bind(award);
    let row = tx.conn().row(sql).await?.ok_or_else(Problem::not_found)?;
    let status: String = row.try_get_by_index(0)?;
    let to: Option<i32> = row.try_get_by_index(2)?;
    Ok(Stored {
        status: AwardStatus::read(&status).map_err(Problem::internal)?,
        class: row.try_get_by_index(1)?,
        to: to
            .map(Month::from_index)
            .transpose()
            .map_err(Problem::internal)?,
        version: row.try_get_by_index(3)?,
    })
}

/// The class that lists show: the fact of the award that the programme names.
pub(crate) fn class_of(class: Option<&str>, facts: &Map<String, Value>) -> String {
    match class.and_then(|name| facts.get(name)) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

async fn outcome(tx: &Tx, frame: &Frame, award: Uuid, item: &Item) -> Result<Outcome> {
    let now = stored(tx, award).await?;
    let status = now.status.take(act(frame.kind)).map_err(|refused| {
        Problem::new(&problems::AWARD_STATE).detail(
            format!("待遇当前为“{}”。", now.status),
            format!("The award is {}.", refused.state),
        )
    })?;
    let old_terms = spans::terms(tx, award).await?;
    let old_members = spans::members(tx, award).await?;
    let (mut terms, mut members) = (old_terms.clone(), old_members.clone());
    let mut to = now.to;
    match frame.kind {
        DecisionKind::Stop => {
            let last = item.from.prev();
            end(&mut terms, &mut members, last)?;
            to = Some(last);
        }
        _ => {
            change(&mut terms, &mut members, item)?;
            if let Some(last) = item.to {
                if last < item.from {
                    return Err(months(&crate::terms::TimelineError::Backwards(
                        item.from, last,
                    )));
                }
                end(&mut terms, &mut members, last)?;
                to = Some(last);
            }
        }
    }
    let latest = terms.spans().last().map(|(_, row)| row.value.clone());
    let class = latest.map_or(now.class, |facts| class_of(frame.class.as_deref(), &facts));
    let mut changed = BTreeMap::new();
    for (person, line) in &members {
        let empty = Timeline::default();
        let change = rewrite(old_members.get(person).unwrap_or(&empty), line);
        if !change.replaced.is_empty() || !change.written.is_empty() {
            changed.insert(*person, change);
        }
    }
    Ok(Outcome {
        status,
        terms: rewrite(&old_terms, &terms),
        members: changed,
        class,
        to,
        version: now.version,
    })
}

/// Rows of the present change carry no approval yet; this marks them.
const FRESH: i64 = -1;

fn change(
    terms: &mut TermsLine,
    members: &mut BTreeMap<Uuid, MemberLine>,
    item: &Item,
) -> Result<()> {
    if let Some(facts) = &item.facts {
        let mut all = terms
            .at(item.from)
            .map(|row| row.value.clone())
            .unwrap_or_default();
        for (name, value) in facts {
            if value.is_null() {
                all.remove(name);
            } else {
                all.insert(name.clone(), value.clone());
            }
        }
        terms
            .set_from(
                item.from,
                Row {
                    since: FRESH,
                    value: all,
                },
            )
            .map_err(|e| months(&e))?;
    } else if terms.at(item.from).is_none() {
        return Err(Problem::new(&problems::MONTHS).detail(
            format!("待遇在{}不在享。", item.from),
            format!("The award is not in force in {}.", item.from),
        ));
    }
    if let Some(wanted) = &item.members {
        let end = terms.spans().last().and_then(|(span, _)| span.to);
        for (person, line) in members.iter_mut() {
            if !wanted.contains(person) {
                let starts_later = line
                    .spans()
                    .first()
                    .is_some_and(|(span, _)| span.from >= item.from);
                if starts_later {
                    *line = Timeline::default();
                } else if line
                    .spans()
                    .last()
                    .is_some_and(|(span, _)| span.to.is_none_or(|to| to >= item.from))
                {
                    line.end_with(item.from.prev()).map_err(|e| months(&e))?;
                }
            }
        }
        for (position, person) in (0..).zip(wanted) {
            let line = members.entry(*person).or_default();
            if line.at(item.from).is_none() {
                let mut spans = line.spans().to_vec();
                spans.retain(|(span, _)| span.from < item.from);
                spans.push((
                    Span {
                        from: item.from,
                        to: end,
                    },
                    Row {
                        since: FRESH,
                        value: position,
                    },
                ));
                *line = Timeline::new(spans).map_err(|e| months(&e))?;
            }
        }
    }
    Ok(())
}

fn end(terms: &mut TermsLine, members: &mut BTreeMap<Uuid, MemberLine>, last: Month) -> Result<()> {
    terms.end_with(last).map_err(|e| months(&e))?;
    for line in members.values_mut() {
        let open = line
            .spans()
            .last()
            .is_some_and(|(span, _)| span.to.is_none_or(|to| to > last));
        if open
            && line
                .spans()
                .first()
                .is_some_and(|(span, _)| span.from > last)
        {
            *line = Timeline::default();
        } else if open {
            line.end_with(last).map_err(|e| months(&e))?;
        }
    }
    Ok(())
}

/// Checks that an item could be applied now, changing nothing.
pub(crate) async fn dry_run(tx: &Tx, frame: &Frame, item: &Item) -> Result<()> {
    match item.award {
        Some(award) => outcome(tx, frame, award, item).await.map(|_| ()),
        None => Ok(()),
    }
}

/// Applies one item and records what its award or grant was before and is now, whole, so that
/// `audit verify` can compare it.
pub(crate) async fn apply(tx: &mut Tx, frame: &Frame, item: &Item) -> Result<()> {
    let place = DivisionCode::parse(&item.division).map_err(Problem::internal)?;
    let before = match item.award {
        Some(award) => audit::award(tx.conn(), award).await?,
        None => None,
    };
    let id = write(tx, frame, item).await?;
    let change = if frame.kind == DecisionKind::OneOff {
        Change::created(
            audit::ONE_OFF,
            id,
            &place,
            &audit::one_off(tx.conn(), id).await?,
        )
    } else {
        let after = audit::award(tx.conn(), id).await?;
        match before {
            None => Change::created(audit::AWARD, id, &place, &after),
            Some(before) => Change::updated(audit::AWARD, id, &place, &before, &after),
        }
    };
    tx.record(change);
    Ok(())
}

/// Writes what an item says. Answers the award or grant it made or changed.
async fn write(tx: &mut Tx, frame: &Frame, item: &Item) -> Result<Uuid> {
    match (frame.kind, item.award) {
        (DecisionKind::OneOff, _) => one_off(tx, frame, item).await,
        (_, None) => start(tx, frame, item).await,
        (_, Some(award)) => {
            let outcome = outcome(tx, frame, award, item).await?;
            spans::store_terms(tx, award, frame.seq, frame.decision, outcome.terms).await?;
            for (person, change) in outcome.members {
                spans::store_member(tx, award, person, frame.seq, change).await?;
            }
            let sql = Sql::with(
                "update award set status = ?, class = ?, to_month = ?, version = version + 1 where id = ? and version = ?",
                [
                    outcome.status.word().into(),
                    outcome.class.into(),
                    outcome.to.map(Month::index).into(),
                    award.into(),
                    outcome.version.into(),
                ],
            );
            if tx.conn().run(sql).await? != 1 {
                return Err(Problem::conflict());
            }
            if frame.kind == DecisionKind::Change {
                belong(tx, award, item).await?;
            }
            Ok(award)
        }
    }
}

/// A change may bring an award to another holder, and with its household to another place.
async fn belong(tx: &Tx, award: Uuid, item: &Item) -> Result<()> {
    let origin = Sql::new(
        "insert into award_origin (award, holder, division) select a.id, a.holder, a.division \
         from award a where not exists (select 1 from award_origin o where o.award = a.id) and a.id = ",
    );
    tx.conn().run(origin.bind(award)).await?;
    let mut sql = Sql::new("update award set division = ").bind(item.division.as_str());
    if let Some(holder) = item.holder {
        sql = sql.text(", holder = ").bind(holder);
    }
    tx.conn().run(sql.text(" where id = ").bind(award)).await?;
    Ok(())
}

async fn start(tx: &mut Tx, frame: &Frame, item: &Item) -> Result<Uuid> {
    let award = tx.floor().new_id();
    let serial = allot(tx, &frame.area, &frame.programme, frame.year, 1).await?;
    let facts = item.facts.clone().unwrap_or_default();
    let members = item.members.clone().unwrap_or_default();
    let holder = item
        .holder
        .or(members.first().copied())
        .ok_or_else(|| Problem::internal("a start without a holder"))?;
    let to: sea_orm::Value = item.to.map(Month::index).into();
    tx.conn()
        .run(Sql::with(
            "insert into award (id, number, programme, section, household, holder, division, class, status, \
             from_month, to_month, decision, since, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            [
                award.into(),
                number(&frame.area, frame.year, serial).into(),
                frame.programme.as_str().into(),
                frame.section.as_str().into(),
                item.household.into(),
                holder.into(),
                item.division.as_str().into(),
                class_of(frame.class.as_deref(), &facts).into(),
                AwardStatus::Active.word().into(),
                item.from.index().into(),
                to.clone(),
                frame.decision.into(),
                frame.seq.into(),
            ],
        ))
        .await?;
    tx.conn()
        .run(Sql::with(
            "insert into award_terms (award, from_month, since, to_month, facts, decision) values (?, ?, ?, ?, ?, ?)",
            [
                award.into(),
                item.from.index().into(),
                frame.seq.into(),
                to.clone(),
                platform::hash::canonical(&Value::Object(facts)).into(),
                frame.decision.into(),
            ],
        ))
        .await?;
    let rows: Vec<Vec<sea_orm::Value>> = (0i32..)
        .zip(&members)
        .map(|(position, person)| {
            vec![
                award.into(),
                (*person).into(),
                item.from.index().into(),
                frame.seq.into(),
                to.clone(),
                position.into(),
            ]
        })
        .collect();
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
        rows,
    )
    .await?;
    Ok(award)
}

async fn one_off(tx: &mut Tx, frame: &Frame, item: &Item) -> Result<Uuid> {
    let id = tx.floor().new_id();
    let serial = allot(tx, &frame.area, &frame.programme, frame.year, 1).await?;
    let missing = || Problem::internal("a one-off grant without person or amount");
    let payee = item.holder.ok_or_else(missing)?;
    let person = item
        .members
        .as_ref()
        .and_then(|m| m.first().copied())
        .unwrap_or(payee);
    let facts = Value::Object(item.facts.clone().unwrap_or_default());
    tx.conn()
        .run(Sql::with(
            "insert into one_off (id, number, programme, section, household, person, payee, division, month, amount, \
             cause, facts, decision, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id.into(),
                number(&frame.area, frame.year, serial).into(),
                frame.programme.as_str().into(),
                frame.section.as_str().into(),
                item.household.into(),
                person.into(),
                payee.into(),
                item.division.as_str().into(),
                item.from.index().into(),
                item.amount.ok_or_else(missing)?.fen().into(),
                item.cause.as_str().into(),
                platform::hash::canonical(&facts).into(),
                frame.decision.into(),
                frame.seq.into(),
            ],
        ))
        .await?;
    Ok(id)
}
