//! Procedures: loaded for every rule set, all faults gathered.

use super::names::known_or;
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{LevelId, Only, ProcedureText};
use crate::pack::Data;
use crate::procedures::{parameters, resolve};
use flow::Mark;
use flow::check::FaultKind as From;
use flow::{LimitFrom, Procedure, Timeout};
use std::collections::BTreeSet;

/// Checks procedures, local limits, delegations and the facts of cases.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    let before = faults.len();
    let mut named: BTreeSet<String> = BTreeSet::new();
    for text in &data.procedures {
        sets(data, text, faults);
        roles(data, text, faults);
        every(data, text, faults);
        for rules in &text.rule_sets {
            let parts = resolve(data, text, rules, text.level, rules.from);
            for outcome in parts.steps.iter().flat_map(|s| &s.outcomes) {
                named.extend(outcome.asks.iter().cloned());
                named.extend(outcome.sets.iter().map(|(name, _)| name.clone()));
            }
            let limits = parts.steps.iter().filter_map(|s| s.limit.as_ref());
            named.extend(limits.filter_map(|l| match &l.from {
                LimitFrom::Fact(name) => Some(name.clone()),
                _ => None,
            }));
            let given = parameters(data, text.level, rules.from);
            match Procedure::load(parts, &given) {
                Ok(procedure) => {
                    let facts = procedure.conditions().facts();
                    named.extend(facts.into_iter().map(str::to_owned));
                }
                Err(found) => {
                    for fault in found {
                        let spot = spot(data, fault.mark, text.spot);
                        let words = Words::new(
                            format!("程序“{}”（{}）：{}", text.key, rules.key, fault.zh),
                            format!("procedure “{}” ({}): {}", text.key, rules.key, fault.en),
                        )
                        .mend(fault.mend_zh, fault.mend_en);
                        faults.add(kind(fault.kind), spot, words);
                    }
                }
            }
        }
    }
    local(data, faults);
    if faults.len() == before {
        for fact in data.case_facts.iter().filter(|f| !named.contains(&f.name)) {
            let words = Words::new(
                format!("没有程序使用案件情况“{}”", fact.name),
                format!("no procedure uses the fact “{}” of cases", fact.name),
            );
            faults.add(
                FaultKind::Unused,
                spot(data, fact.mark, Spot::default()),
                words,
            );
        }
    }
}

fn spot(data: &Data, mark: Mark, otherwise: Spot) -> Spot {
    let index = (mark.0 as usize).checked_sub(1);
    index
        .and_then(|n| data.marks.get(n))
        .copied()
        .unwrap_or(otherwise)
}

fn kind(kind: From) -> FaultKind {
    match kind {
        From::UnknownName => FaultKind::UnknownName,
        From::NameTwice => FaultKind::NameTwice,
        From::Missing => FaultKind::MissingKey,
        From::Odd => FaultKind::Value,
        From::Unreachable => FaultKind::Unreachable,
        From::DeadEnd => FaultKind::DeadEnd,
        From::Cycle => FaultKind::Cycle,
        From::Formula(kind) => super::formulas::kind(kind),
    }
}

/// Rule sets: one for each day, and no others named.
fn sets(data: &Data, text: &ProcedureText, faults: &mut Faults<'_>) {
    for (n, set) in text.rule_sets.iter().enumerate() {
        if set.to.is_some_and(|to| to < set.from) {
            let words = Words::new("起始日期晚于终止日期", "the range ends before it begins");
            faults.add(FaultKind::Dates, set.spot, words);
        }
        for other in &text.rule_sets[n + 1..] {
            if set.key == other.key {
                crate::read::twice(&other.key, other.spot, faults);
            }
            let apart = set.to.is_some_and(|to| to < other.from)
                || other.to.is_some_and(|to| to < set.from);
            if !apart {
                let words = Words::new(
                    format!("规则“{}”与“{}”的日期重叠", set.key, other.key),
                    format!("the rule sets “{}” and “{}” share days", set.key, other.key),
                );
                faults.add(FaultKind::Overlap, other.spot, words);
            }
        }
    }
    let at = |mark: Mark| spot(data, mark, text.spot);
    let mut only: Vec<(&[String], Spot)> = Vec::new();
    fn marked<'o, T>(
        list: &'o [Only<T>],
        mark: impl Fn(&'o T) -> Spot,
    ) -> impl Iterator<Item = (&'o [String], Spot)> {
        list.iter().map(move |o| (&o.only[..], mark(&o.part)))
    }
    only.extend(marked(&text.papers, |p| at(p.mark)));
    only.extend(marked(&text.totals, |p| at(p.mark)));
    only.extend(marked(&text.extensions, |p| at(p.mark)));
    only.extend(marked(&text.pauses, |p| at(p.mark)));
    only.extend(marked(&text.anywhere, |p| at(p.mark)));
    only.extend(marked(&text.steps, |p| at(p.step.mark)));
    for step in text.steps.iter().map(|s| &s.part) {
        only.extend(marked(&step.who, |p| at(p.mark)));
        only.extend(marked(&step.forms, |p| at(p.mark)));
        only.extend(marked(&step.papers, |_| at(step.step.mark)));
        only.extend(marked(&step.signatures, |p| at(p.mark)));
        only.extend(marked(&step.publicity, |p| at(p.mark)));
        only.extend(marked(&step.limits, |p| at(p.mark)));
        only.extend(marked(&step.outcomes, |p| at(p.mark)));
    }
    for (keys, spot) in only {
        for key in keys {
            let known = text.rule_sets.iter().map(|r| r.key.as_str());
            known_or(("规则", "rule set"), key, spot, known, faults);
        }
    }
    let chain = data.chain(text.level);
    let known = data
        .programmes
        .iter()
        .filter(|p| chain.contains(&p.level))
        .map(|p| p.key.as_str());
    known_or(
        ("项目", "programme"),
        &text.programme,
        text.spot,
        known,
        faults,
    );
}

/// A recheck says how often it is due, by names that the pack knows; nothing else does.
fn every(data: &Data, text: &ProcedureText, faults: &mut Faults<'_>) {
    let Some(every) = &text.every else {
        if text.kind == "recheck" {
            let words = Words::new(
                format!("复核程序“{}”没有写明多久复核一次", text.key),
                format!(
                    "the recheck “{}” does not say how often it is due",
                    text.key
                ),
            )
            .mend(
                "写上 every: {months: …, class: …}",
                "write every: {months: …, class: …}",
            );
            faults.add(FaultKind::MissingKey, text.spot, words);
        }
        return;
    };
    if text.kind != "recheck" {
        let words = Words::new("只有复核程序可以写 every", "only a recheck has every");
        faults.add(FaultKind::Value, every.spot, words);
    }
    let variables = || data.programmes.iter().flat_map(|p| &p.variables);
    let names = || variables().map(|v| v.name.as_str());
    let parameters = data.parameters.iter().map(|p| p.name.as_str());
    let months = names().chain(parameters);
    known_or(
        ("变量或参数", "variable or parameter"),
        &every.months,
        every.spot,
        months,
        faults,
    );
    if let Some(class) = &every.class {
        known_or(("变量", "variable"), class, every.spot, names(), faults);
    }
}

fn roles(data: &Data, text: &ProcedureText, faults: &mut Faults<'_>) {
    let known = || data.roles.iter().map(|r| r.key.as_str());
    let mut role = |key: &str, spot: Spot| {
        if !matches!(key, "system" | "applicant") {
            known_or(("角色", "role"), key, spot, known(), faults);
        }
    };
    for step in text.steps.iter().map(|s| &s.part) {
        for doer in &step.who {
            role(&doer.part.role, spot(data, doer.part.mark, text.spot));
        }
        for slot in step.signatures.iter().map(|s| &s.part) {
            if let flow::SignBy::Officer(keys) = &slot.by {
                for key in keys {
                    role(key, spot(data, slot.mark, text.spot));
                }
            }
        }
        for limit in step.limits.iter().map(|l| &l.part) {
            if let Some(Timeout::Escalate(key)) = &limit.timeout {
                role(key, spot(data, limit.mark, text.spot));
            }
        }
    }
    for total in text.totals.iter().map(|t| &t.part) {
        if let Some(Timeout::Escalate(key)) = &total.timeout {
            role(key, spot(data, total.mark, text.spot));
        }
    }
    let others = text
        .extensions
        .iter()
        .flat_map(|e| &e.part.who)
        .chain(text.pauses.iter().flat_map(|p| &p.part.who))
        .chain(text.anywhere.iter().flat_map(|a| &a.part.who));
    for doer in others {
        role(&doer.role, spot(data, doer.mark, text.spot));
    }
    for outcome in text.steps.iter().flat_map(|s| &s.part.outcomes) {
        for key in &outcome.part.follows {
            let known = data.procedures.iter().map(|p| p.key.as_str());
            let spot = spot(data, outcome.part.mark, text.spot);
            known_or(("程序", "procedure"), key, spot, known, faults);
        }
    }
}

/// A place may decide faster than the law wants, never slower.
fn local(data: &Data, faults: &mut Faults<'_>) {
    for (n, own) in data.local_limits.iter().enumerate() {
        let known = data.procedures.iter().map(|p| p.key.as_str());
        known_or(
            ("程序", "procedure"),
            &own.procedure,
            own.spot,
            known,
            faults,
        );
        let Some(text) = data.procedures.iter().find(|p| p.key == own.procedure) else {
            continue;
        };
        let mut limits: Vec<(&str, u32)> = Vec::new();
        limits.extend(
            text.totals
                .iter()
                .map(|t| (t.part.key.as_str(), t.part.days)),
        );
        let steps = text.steps.iter().flat_map(|s| &s.part.limits);
        limits.extend(steps.map(|l| (l.part.key.as_str(), l.part.days)));
        let known = limits.iter().map(|(key, _)| *key);
        known_or(("期限", "limit"), &own.limit, own.spot, known, faults);
        let law = limits.iter().filter(|(key, _)| *key == own.limit);
        if let Some(most) = law.map(|(_, days)| *days).max()
            && own.days > most
        {
            let words = Words::new(
                format!("地方期限 {} 长于上级规定的 {most}", own.days),
                format!(
                    "the local limit of {} is longer than the {most} of the level above",
                    own.days
                ),
            )
            .mend(
                "期限只能缩短，不能延长",
                "a place may shorten a limit, not lengthen it",
            );
            faults.add(FaultKind::Bounds, own.spot, words);
        }
        let twice = data.local_limits[n + 1..].iter().find(|other| {
            let same = (&other.procedure, &other.limit, other.level)
                == (&own.procedure, &own.limit, own.level);
            let apart = own.to.is_some_and(|to| to < other.from)
                || other.to.is_some_and(|to| to < own.from);
            same && !apart
        });
        if let Some(other) = twice {
            let words = Words::new(
                "同一期限的日期重叠",
                "two values of the same limit share days",
            );
            faults.add(FaultKind::Overlap, other.spot, words);
        }
    }
    for delegation in &data.delegations {
        let known = data.programmes.iter().map(|p| p.key.as_str());
        known_or(
            ("项目", "programme"),
            &delegation.programme,
            delegation.spot,
            known,
            faults,
        );
        let place = data.level(delegation.level);
        for township in &delegation.townships {
            if place.division.is_some_and(|d| !d.contains(township)) {
                let words = Words::new(
                    "受委托的乡镇不在本地方之内",
                    "the township lies outside this place",
                );
                faults.add(FaultKind::Place, delegation.spot, words);
            }
        }
        if delegation.level == LevelId(0) && delegation.townships.is_empty() {
            let words = Words::new(
                "委托由县级作出，写在地方的政策包里",
                "a county delegates; write it into the pack of the place",
            );
            faults.add(FaultKind::Place, delegation.spot, words);
        }
    }
}
