//! Pages that the archive writes itself: the course of a case, its signatures, its calculation.

use chrono::{DateTime, FixedOffset, Utc};
use directory::UserNames;
use flow::{Capacity, Signer, State};
use kernel::Money;
use paper::{Block, Body, Grid, Letter, Style};
use serde_json::Value;
use uuid::Uuid;

use crate::case::act::Work;
use crate::case::history;
use crate::model::DecisionKind;

/// A day and time as clocks at the office showed it.
pub(super) fn time(at: DateTime<Utc>) -> String {
    local(at).format("%Y-%m-%d %H:%M").to_string()
}

/// The day of it.
pub(super) fn day(at: DateTime<Utc>) -> String {
    local(at).format("%Y-%m-%d").to_string()
}

fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    const EAST: i32 = 8 * 3600;
    match FixedOffset::east_opt(EAST) {
        Some(zone) => at.with_timezone(&zone),
        None => at.fixed_offset(),
    }
}

/// A line of a page.
pub(super) fn line(style: Style, text: impl Into<String>) -> Block {
    Block {
        when: None,
        body: Body::Text(style, text.into()),
    }
}

/// A table of a page.
pub(super) fn table(widths: &[u32], head: &[&str], rows: Vec<Vec<String>>) -> Block {
    Block {
        when: None,
        body: Body::Grid(Grid {
            widths: widths.to_vec(),
            head: head.iter().map(|h| (*h).to_owned()).collect(),
            rows,
            each: None,
        }),
    }
}

fn capacity(one: Capacity) -> &'static str {
    match one {
        Capacity::Applicant => "申请人",
        Capacity::Member => "家庭成员",
        Capacity::Supporter => "赡养抚养扶养义务人",
        Capacity::Agent => "代理人",
        Capacity::Guardian => "监护人",
    }
}

/// What a decision does.
pub(super) fn kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Opening => "期初确认",
        DecisionKind::Start => "新增",
        DecisionKind::Change => "变更",
        DecisionKind::Grace => "渐退",
        DecisionKind::Stop => "停发",
        DecisionKind::OneOff => "一次性救助",
    }
}

/// Who a signature names.
pub(super) fn signer(work: &Work, names: &UserNames, signer: &Signer) -> String {
    match signer {
        Signer::Officer(key) => user(names, key),
        Signer::Party(key) => person(work, key),
    }
}

/// The name of an officer.
pub(super) fn user(names: &UserNames, key: &str) -> String {
    let id = key.parse::<Uuid>().ok();
    id.map_or("系统".to_owned(), |id| names.get(id).name)
}

/// The name of a person of the case.
pub(super) fn person(work: &Work, key: &str) -> String {
    let id = key.parse::<Uuid>().ok();
    let found = id.and_then(|id| work.people.get(&id));
    found.map(|p| p.name.clone()).unwrap_or_default()
}

/// What the case was about and how it went.
pub(super) fn course(work: &Work, state: &State, names: &UserNames) -> Letter {
    let row = &work.row;
    let procedure = &work.bureau.procedure;
    let parties = row.opening.parties.iter().map(|p| {
        let who = p
            .person
            .parse::<Uuid>()
            .ok()
            .and_then(|id| work.people.get(&id));
        vec![
            capacity(p.capacity).to_owned(),
            who.map(|w| w.name.clone()).unwrap_or_default(),
            who.and_then(|w| w.masked()).unwrap_or_default(),
        ]
    });
    let result = state.result.as_deref();
    let facts = [
        ("受理编号", row.number.clone().unwrap_or_default()),
        ("办理程序", procedure.label.zh.clone()),
        ("依据", procedure.cite.clone()),
        ("提出日期", day(row.opened_at)),
        (
            "受理日期",
            state.accepted.map(|d| d.to_string()).unwrap_or_default(),
        ),
        (
            "办理结果",
            match (result, state.closed.is_some()) {
                (Some(key), _) => outcome(procedure, key),
                (None, true) => "已办结".to_owned(),
                (None, false) => "正在办理".to_owned(),
            },
        ),
    ];
    let facts = facts.map(|(label, text)| vec![label.to_owned(), text]);
    let events = work.case.events.iter().filter_map(|event| {
        let (zh, _, reason) = history::said(procedure, event)?;
        Some(vec![
            time(event.at),
            user(names, &event.by),
            zh,
            reason.unwrap_or_default(),
        ])
    });
    Letter {
        blocks: vec![
            line(Style::Title, procedure.label.zh.clone()),
            table(&[1, 4], &[], facts.to_vec()),
            line(Style::Heading, "当事人"),
            table(
                &[2, 2, 3],
                &["身份", "姓名", "公民身份号码"],
                parties.collect(),
            ),
            line(Style::Heading, "办理经过"),
            table(
                &[4, 3, 6, 6],
                &["时间", "经办", "事项", "理由和意见"],
                events.collect(),
            ),
        ],
    }
}

/// The result in words: the outcome of the procedure that gives it.
fn outcome(procedure: &flow::Procedure, key: &str) -> String {
    let steps = procedure.steps.iter().flat_map(|s| &s.outcomes);
    let found = steps.into_iter().find(|o| o.result.as_deref() == Some(key));
    found.map_or(key.to_owned(), |o| o.label.zh.clone())
}

/// What was established and what the rules make of it.
pub(super) fn calculation(work: &Work, state: &State) -> Letter {
    let said = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(if *yes { "是" } else { "否" }.to_owned()),
        _ => None,
    };
    let facts = state.facts.iter();
    let facts = facts.filter_map(|(name, value)| Some(vec![name.clone(), said(value)?]));
    let mut blocks = vec![
        line(Style::Title, "认定与计算"),
        line(Style::Heading, "本案认定的情况"),
        table(&[3, 4], &["事项", "认定"], facts.collect()),
    ];
    let own = work.assessment.all.iter();
    let own: Vec<_> = own.filter(|a| a.programme == work.row.programme).collect();
    if !own.is_empty() && state.closed.is_none() {
        blocks.push(line(Style::Heading, "按在册情况测算（制作档案之日）"));
        let rows = own.iter().map(|a| {
            vec![
                a.verdict.clone(),
                a.monthly.map(|m: Money| m.to_string()).unwrap_or_default(),
                a.zh.join("；"),
                a.cites.join("；"),
            ]
        });
        blocks.push(table(
            &[2, 2, 7, 5],
            &["结论", "元/月", "计算", "依据"],
            rows.collect(),
        ));
    }
    Letter { blocks }
}
