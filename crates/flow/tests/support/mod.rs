//! A small procedure with a clock that stops, lists, joins and a way back.
#![allow(dead_code, clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate, Utc};
use flow::{
    Act, Actor, AfterPublicity, Capacity, Case, CaseFact, Condition, Desk, Doer, Extension, Facts,
    Grant, Label, Lamps, Limit, LimitFrom, Mark, Opening, Outcome, Parts, Party, Pause, Procedure,
    Publicity, Request, Step, Timeout, Total, Unit,
};
use kernel::{DivisionCode, DivisionLevel, WorkingDays};

pub fn label(text: &str) -> Label {
    Label::new(text, text)
}

pub fn doer(role: &str) -> Doer {
    let level = match role {
        "system" | "applicant" => None,
        "county" => Some(DivisionLevel::County),
        _ => Some(DivisionLevel::Township),
    };
    Doer {
        role: role.into(),
        level,
        delegated: false,
        elsewhere: false,
        when: None,
        mark: Mark(1),
    }
}

pub fn condition(formula: &str) -> Condition {
    Condition {
        formula: formula.into(),
        label: Some(label("不符合")),
        mark: Mark(9),
    }
}

pub fn outcome(key: &str, opens: &[&str]) -> Outcome {
    Outcome {
        key: key.into(),
        label: label(key),
        needs: vec![],
        reason: false,
        light: false,
        once: false,
        automatic: false,
        stays: false,
        after: AfterPublicity::Whatever,
        accepts: false,
        asks: vec![],
        sets: vec![],
        opens: opens.iter().map(|s| (*s).into()).collect(),
        reopens: vec![],
        starts: vec![],
        stops: vec![],
        result: None,
        closes: opens.is_empty(),
        documents: vec![],
        follows: vec![],
        cite: "第一条".into(),
        mark: Mark(2),
    }
}

pub fn step(key: &str, who: &[&str], outcomes: Vec<Outcome>) -> Step {
    Step {
        key: key.into(),
        label: label(key),
        first: false,
        after: vec![],
        when: None,
        otherwise: vec![],
        who: who.iter().map(|r| doer(r)).collect(),
        other_than: vec![],
        forms: vec![],
        papers: vec![],
        signatures: vec![],
        publicity: None,
        limit: None,
        outcomes,
        cite: "第一条".into(),
        mark: Mark(3),
    }
}

/// apply → publicity → decide → closed.
pub fn parts() -> Parts {
    let mut apply = step("apply", &["clerk"], vec![outcome("accept", &["publicity"])]);
    apply.first = true;
    apply.outcomes[0].starts = vec!["total".into()];
    apply.outcomes[0].accepts = true;
    let mut quiet = outcome("quiet", &["decide"]);
    quiet.after = AfterPublicity::Quiet;
    let mut publicity = step("publicity", &["clerk", "system"], vec![quiet]);
    publicity.publicity = Some(Publicity {
        days: 7,
        place: "village".into(),
        shows: vec!["申请人姓名".into()],
        photo: false,
        cite: "第十九条".into(),
        mark: Mark(4),
    });
    let mut decide = step("decide", &["county"], vec![outcome("grant", &[])]);
    decide.outcomes[0].stops = vec!["total".into()];
    decide.outcomes[0].result = Some("granted".into());
    let mut late = outcome("lapse", &[]);
    late.reason = true;
    late.needs = vec![condition("受理日期 < 今日")];
    decide.outcomes.push(late);
    decide.who.push(doer("system"));
    decide.limit = Some(Limit {
        key: "decide".into(),
        days: 10,
        unit: Unit::WorkingDays,
        from: LimitFrom::Opened,
        lamps: None,
        timeout: Some(Timeout::Outcome("lapse".into())),
        cite: "第二十条".into(),
        mark: Mark(5),
    });
    Parts {
        key: "aid".into(),
        label: label("救助"),
        programme: "aid".into(),
        kind: "application".into(),
        rules: "RS2026".into(),
        from: date("2026-07-01"),
        to: None,
        cite: "文件一".into(),
        never_public: false,
        lamps: Lamps { yellow: 3, red: 1 },
        facts: vec![CaseFact {
            name: "人数".into(),
            en: "Persons".into(),
            ty: formula::Type::Number(formula::Unit::COUNT),
            absent: None,
            propose: None,
            mark: Mark(6),
        }],
        papers: vec![],
        steps: vec![apply, publicity, decide],
        totals: vec![Total {
            key: "total".into(),
            label: label("全程"),
            days: 30,
            unit: Unit::WorkingDays,
            delegated: Some(20),
            lamps: None,
            timeout: Some(Timeout::Escalate("county".into())),
            cite: "第二十二条".into(),
            mark: Mark(7),
        }],
        extensions: vec![Extension {
            key: "special".into(),
            label: label("特殊情况"),
            total: "total".into(),
            days: 45,
            who: vec![doer("clerk")],
            needs: None,
            cite: "第二十二条".into(),
            mark: Mark(8),
        }],
        pauses: vec![Pause {
            key: "recheck".into(),
            label: label("复查"),
            during: vec!["publicity".into(), "decide".into()],
            who: vec![doer("clerk")],
            at_most: Some((10, Unit::WorkingDays)),
            cite: "第十八条".into(),
            mark: Mark(10),
        }],
        anywhere: vec![],
    }
}

pub fn load(parts: Parts) -> Procedure {
    Procedure::load(parts, &[]).unwrap()
}

pub fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

pub fn desk(procedure: &Procedure) -> Desk<'_> {
    Desk {
        procedure,
        calendar: WorkingDays::embedded(),
        delegations: &[],
    }
}

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Nine in the morning in Shanghai.
pub fn on(day: &str) -> DateTime<Utc> {
    date(day).and_hms_opt(1, 0, 0).unwrap().and_utc()
}

pub fn officer(role: &str) -> Actor {
    let division = if role == "county" {
        "620521"
    } else {
        "620521100"
    };
    Actor::Officer {
        user: format!("u-{role}"),
        grants: vec![Grant {
            role: role.into(),
            division: code(division),
            from: date("2020-01-01"),
            to: None,
        }],
    }
}

pub fn opening() -> Opening {
    Opening {
        procedure: "aid".into(),
        rules: "RS2026".into(),
        division: code("620521100201"),
        other: None,
        parties: vec![Party {
            person: "p1".into(),
            capacity: Capacity::Applicant,
        }],
    }
}

pub fn begin(desk: &Desk<'_>, day: &str) -> Case {
    desk.open(opening(), &officer("clerk"), &Facts::new(), on(day))
        .unwrap()
}

pub fn finish(step: &str, outcome: &str) -> Act {
    Act::Finish {
        step: step.into(),
        outcome: outcome.into(),
        reason: Some("理由".into()),
        facts: Facts::new(),
    }
}

pub fn act(
    desk: &Desk<'_>,
    case: &mut Case,
    role: &str,
    act: Act,
    day: &str,
) -> Result<(), flow::RefusalKind> {
    let actor = if role == "system" {
        Actor::System
    } else {
        officer(role)
    };
    let events = desk
        .act(case, &Request::from(act), &actor, &Facts::new(), on(day))
        .map_err(|refusal| refusal.kind)?;
    case.events.extend(events);
    Ok(())
}
