//! Who is told when a lamp turns: a task for the role that may act, once for each limit, the day
//! it began and what is said. What is no longer so is closed by the same way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use flow::{Deadline, Lamp, State, Timeout};
use platform::tasks::NewTask;
use platform::{Result, Sql, Tx, bulk};
use uuid::Uuid;

use super::NOUN;
use super::act::Work;
use crate::authz::CASE_GET;

/// What is said to whom about a limit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    deadline: String,
    since: NaiveDate,
    /// `yellow:ROLE`, `red:ROLE`, `late:ROLE`.
    mark: String,
}

struct Told {
    task: Uuid,
    over: bool,
}

/// Opens and closes the tasks of a case as its clocks stand.
pub(super) async fn tell(tx: &mut Tx, work: &Work) -> Result<()> {
    let told = told(tx, work.row.id).await?;
    let wanted = wanted(tx, work);
    let still: BTreeSet<&Key> = wanted.iter().map(|(key, _)| key).collect();
    for (key, was) in &told {
        if !was.over && !still.contains(key) {
            tx.close_task(was.task).await?;
            mark(tx, work.row.id, key, was.task, true).await?;
        }
    }
    for (key, deadline) in &wanted {
        if told.get(key).is_some_and(|was| !was.over) {
            continue;
        }
        let task = open(tx, work, key, deadline).await?;
        mark(tx, work.row.id, key, task, false).await?;
    }
    Ok(())
}

async fn told(tx: &Tx, case: Uuid) -> Result<BTreeMap<Key, Told>> {
    let sql =
        Sql::new("select deadline, since, mark, task, over from case_notice where case_id = ")
            .bind(case);
    let mut found = BTreeMap::new();
    for row in tx.conn().rows(sql).await? {
        let key = Key {
            deadline: row.try_get_by_index(0)?,
            since: row.try_get_by_index(1)?,
            mark: row.try_get_by_index(2)?,
        };
        let was = Told {
            task: row.try_get_by_index(3)?,
            over: row.try_get_by_index(4)?,
        };
        found.insert(key, was);
    }
    Ok(found)
}

async fn mark(tx: &mut Tx, case: Uuid, key: &Key, task: Uuid, over: bool) -> Result<()> {
    let row = vec![
        case.into(),
        key.deadline.as_str().into(),
        key.since.into(),
        key.mark.as_str().into(),
        task.into(),
        tx.floor().now().into(),
        over.into(),
    ];
    let columns = [
        "case_id", "deadline", "since", "mark", "task", "told_at", "over",
    ];
    let at = ["case_id", "deadline", "since", "mark"];
    bulk::upsert(tx, "case_notice", &columns, &at, [row]).await?;
    Ok(())
}

/// What is to be said today.
fn wanted(tx: &Tx, work: &Work) -> Vec<(Key, Deadline)> {
    let state = State::of(&work.case);
    if state.closed.is_some() {
        return Vec::new();
    }
    let clock = work.bureau.desk().clock(&work.case, tx.floor().now());
    let mut found = Vec::new();
    for deadline in clock.deadlines.into_iter().filter(|d| d.met.is_none()) {
        let colour = match deadline.lamp {
            Lamp::Green => continue,
            Lamp::Yellow => "yellow",
            Lamp::Red => "red",
        };
        let mut said: BTreeSet<String> = roles(work, &state, &deadline, tx.floor().today())
            .into_iter()
            .map(|role| format!("{colour}:{role}"))
            .collect();
        if deadline.left.is_some_and(|left| left < 0)
            && let Some(Timeout::Escalate(role)) = &deadline.timeout
        {
            said.insert(format!("late:{role}"));
        }
        for mark in said {
            let key = Key {
                deadline: deadline.key.clone(),
                since: deadline.from,
                mark,
            };
            found.push((key, deadline.clone()));
        }
    }
    found
}

/// The roles on which a limit waits: those of its step, or of the open steps for a total.
fn roles(work: &Work, state: &State, deadline: &Deadline, today: NaiveDate) -> BTreeSet<String> {
    let desk = work.bureau.desk();
    let delegated = desk.delegated(&work.case, today);
    let waits = desk
        .procedure
        .steps
        .iter()
        .filter(|s| match &deadline.step {
            Some(step) => s.key == *step,
            None => state.status(&s.key) == flow::Status::Open,
        });
    waits
        .flat_map(|s| &s.who)
        .filter(|doer| !doer.delegated || delegated)
        .filter(|doer| doer.role != "system" && doer.role != "applicant")
        .map(|doer| doer.role.clone())
        .collect()
}

async fn open(tx: &mut Tx, work: &Work, key: &Key, deadline: &Deadline) -> Result<Uuid> {
    let (colour, role) = key.mark.split_once(':').unwrap_or((&key.mark, ""));
    let (zh, en) = match colour {
        "late" => ("已逾期，请督办", "late; see to it"),
        "red" if deadline.left.is_some_and(|left| left < 0) => ("已逾期", "late"),
        "red" => ("期限今日届满", "ends today"),
        _ => ("期限将至", "ends soon"),
    };
    let procedure = &work.bureau.procedure.label;
    let number = work.row.number.as_deref().unwrap_or_default();
    let state = State::of(&work.case);
    let handler = deadline
        .step
        .as_ref()
        .and_then(|step| state.steps.get(step)?.handler.clone())
        .filter(|_| colour != "late");
    let due = match deadline.due {
        flow::Due::On(day) => Some(day),
        _ => None,
    };
    let place = work
        .bureau
        .procedure
        .step(deadline.step.as_deref().unwrap_or_default())
        .filter(|step| step.who.iter().any(|doer| doer.elsewhere))
        .and(work.row.opening.other)
        .unwrap_or(work.row.division);
    let section = Some(work.row.section.as_str()).filter(|s| !s.is_empty());
    tx.open_task(NewTask {
        kind: "decide.case.act",
        title_zh: format!("{} {number}：{}，{zh}", procedure.zh, deadline.label.zh),
        title_en: format!("{} {number}: {}, {en}", procedure.en, deadline.label.en),
        noun: NOUN,
        subject: work.row.id.to_string(),
        division: &place,
        section,
        permission: CASE_GET.permission,
        not_for: None,
        role: Some(role),
        holder: handler.and_then(|user| user.parse().ok()),
        due,
    })
    .await
}
