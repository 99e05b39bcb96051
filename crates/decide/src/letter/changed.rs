//! What a notice of adjustment says: what an award gave and gives, since when, and what else
//! changed. Amounts are computed as the month's roll computes them.

use std::collections::BTreeMap;

use chrono::Datelike;
use flow::{Act, State, What};
use kernel::Month;
use platform::{Result, Sql, Tx};
use serde_json::Value;
use uuid::Uuid;

use crate::award::given_in;
use crate::case::act::Work;

type Texts = BTreeMap<String, String>;

/// The outcome that decided, as the procedure calls it, and where it stands among the events.
fn deciding(work: &Work) -> Option<(String, &str, &str)> {
    let events = &work.case.events;
    let decided = events
        .iter()
        .rposition(|e| matches!(e.what, What::Decided { .. }))?;
    outcome_before(work, decided)
}

/// The last outcome that was taken before an event: its name, its step and its key.
fn outcome_before(work: &Work, event: usize) -> Option<(String, &str, &str)> {
    work.case.events[..event]
        .iter()
        .rev()
        .find_map(|e| match &e.what {
            What::Acted {
                did: Act::Finish { step, outcome, .. },
            } => {
                let text = work.bureau.procedure.step(step)?;
                let taken = text.outcomes.iter().find(|o| o.key == *outcome)?;
                Some((taken.label.zh.clone(), step.as_str(), outcome.as_str()))
            }
            _ => None,
        })
}

/// The award that the case is about, ended ones included: the applicant's own where the
/// household has several, else the latest.
async fn award(tx: &Tx, work: &Work) -> Result<Option<Uuid>> {
    let sql = Sql::new("select id, holder from award where household = ")
        .bind(work.row.household)
        .text(" and programme = ")
        .bind(work.row.programme.as_str())
        .text(" order by from_month desc, id");
    let mut found: Vec<(Uuid, Uuid)> = Vec::new();
    for row in tx.conn().rows(sql).await? {
        found.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    let own = found
        .iter()
        .find(|(_, holder)| *holder == work.row.applicant);
    Ok(own.or(found.first()).map(|(id, _)| *id))
}

/// The texts of an adjustment: names as the templates have them, blank where there is nothing.
pub(super) async fn texts(tx: &Tx, work: &Work, state: &State, from: Month) -> Result<Texts> {
    let mut texts = Texts::new();
    let mut set = |name: &str, text: String| {
        texts.insert(name.to_owned(), text);
    };
    let names = [
        "原月金额",
        "调整后月金额",
        "不变月金额",
        "原保障人数",
        "调整后保障人数",
        "渐退月数",
        "渐退止",
        "新户主",
    ];
    for name in names {
        set(name, String::new());
    }
    let label = deciding(work)
        .map(|(label, _, _)| label)
        .unwrap_or_default();
    set("调整内容", label);
    let kind = work.bureau.procedure.kind.as_str();
    let decided = matches!(
        state.result.as_deref(),
        Some("raised" | "reduced" | "grace" | "changed" | "moved")
    );
    if !decided {
        return Ok(texts);
    }
    if kind == "head" {
        let head = work.people.get(&work.row.applicant);
        set("新户主", head.map(|p| p.name.clone()).unwrap_or_default());
    }
    if state.result.as_deref() == Some("grace")
        && let Some(months) = state.facts.get("渐退月数").and_then(months)
    {
        let last = from.plus(months - 1).first_day();
        set("渐退月数", months.to_string());
        set("渐退止", format!("{}年{}月", last.year(), last.month()));
    }
    let Some(award) = award(tx, work).await? else {
        return Ok(texts);
    };
    let place = (&work.row.division, work.row.programme.as_str());
    let before = given_in(tx.floor(), tx.conn(), place, award, from.prev()).await?;
    let after = given_in(tx.floor(), tx.conn(), place, award, from).await?;
    if let (Some(before), Some(after)) = (before, after) {
        if before.amount == after.amount {
            set("不变月金额", after.amount.to_string());
        } else {
            set("原月金额", before.amount.to_string());
            set("调整后月金额", after.amount.to_string());
        }
        if before.persons != after.persons {
            set("原保障人数", before.persons.to_string());
            set("调整后保障人数", after.persons.to_string());
        }
    } else if let Some(after) = after {
        set("不变月金额", after.amount.to_string());
    }
    Ok(texts)
}

fn months(value: &Value) -> Option<i32> {
    match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_i64().and_then(|n| i32::try_from(n).ok()),
    }
}

/// The texts of a notice that the family will be heard: what is proposed, on which grounds.
/// Day and place are left for the officer's pen.
pub(super) fn hearing(work: &Work, office: &str) -> Texts {
    let mut texts = Texts::new();
    let events = &work.case.events;
    let due = events.iter().rposition(
        |e| matches!(&e.what, What::Document { document } if document == "hearing_notice"),
    );
    let Some((label, step, _)) = due.and_then(|at| outcome_before(work, at)) else {
        return texts;
    };
    let said = events.iter().rev().find_map(|e| match &e.what {
        What::Acted {
            did:
                Act::Finish {
                    step: at,
                    reason,
                    facts,
                    ..
                },
        } if at == step => Some((reason.clone(), facts.clone())),
        _ => None,
    });
    let (reason, facts) = said.unwrap_or_default();
    let ground = facts
        .get("调整事由")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let parts: Vec<String> = [ground, reason, Some(work.bureau.procedure.cite.clone())]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    texts.insert("拟作决定".into(), label);
    texts.insert("事实和依据".into(), parts.join("；"));
    texts.insert("听取日期".into(), "　　　　年　　月　　日".into());
    texts.insert("地点".into(), office.to_owned());
    texts
}

/// What lies in the case, for the sheet with which a file is handed over.
pub(super) fn contents(work: &Work) -> Vec<Texts> {
    let mut rows: Vec<Texts> = Vec::new();
    let mut row = |title: String, day: String| {
        let cells = [("题名", title), ("形成日期", day), ("页次", String::new())];
        let cells = cells.map(|(k, v)| (k.to_owned(), v));
        rows.push(cells.into_iter().collect());
    };
    for form in crate::case::form::latest(&work.filed) {
        let text = work.bureau.form_of(&work.row, form);
        let title = text.map_or_else(|| form.form.clone(), |t| t.form.label.zh.clone());
        let day = form.at.with_timezone(&kernel::shanghai()).date_naive();
        row(title, day.to_string());
    }
    let state = State::of(&work.case);
    for ((key, _), now) in &state.papers {
        if let Some(paper) = work.bureau.procedure.paper(key) {
            row(paper.label.zh.clone(), now.on.to_string());
        }
    }
    rows
}
