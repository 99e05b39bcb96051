//! Rows of members and terms that know since and until which approval they hold.

use std::collections::BTreeMap;

use kernel::Month;
use platform::db::Sql;
use platform::{Problem, Result, Tx, bulk};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::problems;
use crate::terms::{Span, Timeline, TimelineError};

/// A stored row: its span, the approval it is known since, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row<T> {
    pub since: i64,
    pub value: T,
}

/// What a change does to the rows of one timeline.
#[derive(Debug, Default)]
pub(crate) struct Rewrite<T> {
    /// Rows replaced: first month and approval.
    pub replaced: Vec<(Month, i64)>,
    /// Rows to write.
    pub written: Vec<(Span, T)>,
}

pub(crate) type TermsLine = Timeline<Row<Map<String, Value>>>;
pub(crate) type MemberLine = Timeline<Row<i32>>;

pub(crate) fn months(error: &TimelineError) -> Problem {
    let (zh, en) = match error {
        TimelineError::BeforeStart(given, start) => (
            format!("{given}早于待遇的起始月{start}。"),
            format!("{given} lies before {start}, the first month of the award."),
        ),
        TimelineError::AfterEnd(given, end) => (
            format!("待遇已于{end}结束，不能从{given}起变更。"),
            format!("The award ended with {end}; it cannot change from {given} on."),
        ),
        TimelineError::Overlap(month) => (
            format!("{month}有两条相互矛盾的记录。"),
            format!("Two rows contradict each other in {month}."),
        ),
        TimelineError::Backwards(from, to) => (
            format!("截止月{to}早于起始月{from}。"),
            format!("The last month {to} lies before the first, {from}."),
        ),
    };
    Problem::new(&problems::MONTHS).detail(zh, en)
}

/// The rows of the terms of an award that hold now.
pub(crate) async fn terms(tx: &Tx, award: Uuid) -> Result<TermsLine> {
    let sql = Sql::new("select from_month, to_month, since, facts from award_terms where until is null and award = ").bind(award);
    let mut spans = Vec::new();
    for row in tx.conn().rows(sql).await? {
        let text: String = row.try_get_by_index(3)?;
        let value = Row {
            since: row.try_get_by_index(2)?,
            value: serde_json::from_str(&text)?,
        };
        spans.push((
            span(row.try_get_by_index(0)?, row.try_get_by_index(1)?)?,
            value,
        ));
    }
    Timeline::new(spans).map_err(Problem::internal)
}

/// The rows of the members of an award that hold now, by person.
pub(crate) async fn members(tx: &Tx, award: Uuid) -> Result<BTreeMap<Uuid, MemberLine>> {
    let sql = Sql::new("select person, from_month, to_month, since, position from award_member where until is null and award = ")
        .bind(award);
    let mut spans: BTreeMap<Uuid, Vec<(Span, Row<i32>)>> = BTreeMap::new();
    for row in tx.conn().rows(sql).await? {
        let value = Row {
            since: row.try_get_by_index(3)?,
            value: row.try_get_by_index(4)?,
        };
        let span = span(row.try_get_by_index(1)?, row.try_get_by_index(2)?)?;
        spans
            .entry(row.try_get_by_index(0)?)
            .or_default()
            .push((span, value));
    }
    spans
        .into_iter()
        .map(|(person, spans)| Ok((person, Timeline::new(spans).map_err(Problem::internal)?)))
        .collect()
}

fn span(from: i32, to: Option<i32>) -> Result<Span> {
    let month = |index| Month::from_index(index).map_err(Problem::internal);
    Ok(Span {
        from: month(from)?,
        to: to.map(month).transpose()?,
    })
}

/// Turns an edit of a timeline into rows to mark and rows to write.
pub(crate) fn rewrite<T: Clone>(before: &Timeline<Row<T>>, after: &Timeline<Row<T>>) -> Rewrite<T> {
    let mut out = Rewrite {
        replaced: Vec::new(),
        written: Vec::new(),
    };
    for (span, row) in before.spans() {
        let kept = after
            .spans()
            .iter()
            .any(|(now, it)| now == span && it.since == row.since);
        if !kept {
            out.replaced.push((span.from, row.since));
        }
    }
    for (span, row) in after.spans() {
        let was = before
            .spans()
            .iter()
            .any(|(then, it)| then == span && it.since == row.since);
        if !was {
            out.written.push((*span, row.value.clone()));
        }
    }
    out
}

/// Writes a rewrite of the terms.
pub(crate) async fn store_terms(
    tx: &mut Tx,
    award: Uuid,
    seq: i64,
    decision: Uuid,
    change: Rewrite<Map<String, Value>>,
) -> Result<()> {
    for (from, since) in change.replaced {
        mark(tx, "award_terms", award, None, from, since, seq).await?;
    }
    let rows: Vec<Vec<sea_orm::Value>> = change
        .written
        .into_iter()
        .map(|(span, facts)| {
            vec![
                award.into(),
                span.from.index().into(),
                seq.into(),
                span.to.map(Month::index).into(),
                platform::hash::canonical(&Value::Object(facts)).into(),
                decision.into(),
            ]
        })
        .collect();
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
        rows,
    )
    .await?;
    Ok(())
}

/// Writes a rewrite of one member.
pub(crate) async fn store_member(
    tx: &mut Tx,
    award: Uuid,
    person: Uuid,
    seq: i64,
    change: Rewrite<i32>,
) -> Result<()> {
    for (from, since) in change.replaced {
        mark(tx, "award_member", award, Some(person), from, since, seq).await?;
    }
    let rows: Vec<Vec<sea_orm::Value>> = change
        .written
        .into_iter()
        .map(|(span, position)| {
            vec![
                award.into(),
                person.into(),
                span.from.index().into(),
                seq.into(),
                span.to.map(Month::index).into(),
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
    Ok(())
}

async fn mark(
    tx: &Tx,
    table: &str,
    award: Uuid,
    person: Option<Uuid>,
    from: Month,
    since: i64,
    seq: i64,
) -> Result<()> {
    let mut sql = Sql::new(format!("update {table} set until = "))
        .bind(seq)
        .text(" where until is null and award = ")
        .bind(award)
        .text(" and from_month = ")
        .bind(from.index())
        .text(" and since = ")
        .bind(since);
    if let Some(person) = person {
        sql = sql.text(" and person = ").bind(person);
    }
    match tx.conn().run(sql).await? {
        1 => Ok(()),
        _ => Err(Problem::conflict()),
    }
}
