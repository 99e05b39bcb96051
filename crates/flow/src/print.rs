//! A procedure as text: every transition, who may take it, what it needs, what follows.
//!
//! Committed beside the packs, it shows in a review what a change of the text changes.

use crate::model::{
    AfterPublicity, Condition, Doer, LimitFrom, Outcome, Parts, Per, SignBy, Step, Timeout,
};
use std::fmt::Write as _;

/// Prints a procedure.
pub fn print(parts: &Parts) -> String {
    let mut out = String::new();
    _ = writeln!(
        out,
        "## {} · {} — {} [{} · {}]",
        parts.key, parts.rules, parts.label.zh, parts.programme, parts.kind
    );
    _ = writeln!(out, "依据 {}", parts.cite);
    if parts.never_public {
        _ = writeln!(out, "不得公示");
    }
    for total in &parts.totals {
        let delegated = total
            .delegated
            .map_or(String::new(), |d| format!("，委托乡镇 {d}"));
        _ = writeln!(
            out,
            "总期限 {} {} {}{}{delegated}",
            total.key,
            total.label.zh,
            total.days,
            total.unit.zh()
        );
    }
    for extension in &parts.extensions {
        _ = writeln!(
            out,
            "延长 {} → {} {} 由 {}",
            extension.key,
            extension.total,
            extension.days,
            who(&extension.who)
        );
    }
    for pause in &parts.pauses {
        let at_most = pause.at_most.map_or(String::new(), |(n, unit)| {
            format!("，至多 {n}{}", unit.zh())
        });
        _ = writeln!(out, "中止 {}{at_most} 由 {}", pause.key, who(&pause.who));
    }
    for way in &parts.anywhere {
        let during = if way.during.is_empty() {
            "任何环节".to_owned()
        } else {
            way.during.join(" ")
        };
        _ = writeln!(
            out,
            "{during} --{}--> 办结 {} 由 {}{}",
            way.key,
            way.result,
            who(&way.who),
            needs(&way.needs)
        );
    }
    for s in &parts.steps {
        step(&mut out, s);
    }
    out
}

fn states(states: &[(String, String)]) -> String {
    let said = states
        .iter()
        .map(|(field, code)| format!("（{field}：{code}）"));
    said.collect()
}

fn step(out: &mut String, step: &Step) {
    let first = if step.first { "● " } else { "" };
    _ = writeln!(out, "{first}{} {}", step.key, step.label.zh);
    if !step.after.is_empty() {
        _ = writeln!(out, "    须先完成 {}", step.after.join(" "));
    }
    if let Some(when) = &step.when {
        _ = writeln!(
            out,
            "    仅当 {}，否则 → {}",
            when.formula,
            step.otherwise.join(" ")
        );
    }
    _ = writeln!(out, "    由 {}", who(&step.who));
    if !step.other_than.is_empty() {
        _ = writeln!(out, "    不得为 {} 的经办人", step.other_than.join(" "));
    }
    for form in &step.forms {
        _ = writeln!(
            out,
            "    表 {}{}{}{}",
            form.form,
            states(&form.states),
            per(form.per),
            when(form.when.as_ref())
        );
    }
    if !step.papers.is_empty() {
        _ = writeln!(out, "    材料 {}", step.papers.join(" "));
    }
    for slot in &step.signatures {
        let by = match &slot.by {
            SignBy::Officer(roles) => roles.join("|"),
            SignBy::Family => "家庭成员".to_owned(),
        };
        _ = writeln!(out, "    签字 {} {by} ×{}", slot.key, slot.count);
    }
    if let Some(p) = &step.publicity {
        _ = writeln!(
            out,
            "    公示 {} {}日，仅列 {}",
            p.place,
            p.days,
            p.shows.join("、")
        );
    }
    if let Some(limit) = &step.limit {
        let from = match &limit.from {
            LimitFrom::Opened => "本环节开始".to_owned(),
            LimitFrom::Finished(key) => format!("{key} 完成"),
            LimitFrom::Fact(name) => name.clone(),
        };
        let then = match &limit.timeout {
            None => String::new(),
            Some(Timeout::Escalate(role)) => format!("，逾期报 {role}"),
            Some(Timeout::Outcome(key)) => format!("，逾期自动 {key}"),
        };
        _ = writeln!(
            out,
            "    期限 {} 自{from}起 {}{}{then}",
            limit.key,
            limit.days,
            limit.unit.zh()
        );
    }
    for o in &step.outcomes {
        outcome(out, step, o);
    }
}

fn outcome(out: &mut String, step: &Step, outcome: &Outcome) {
    let mut to: Vec<String> = outcome.opens.clone();
    to.extend(outcome.reopens.iter().map(|s| format!("↩{s}")));
    if outcome.stays {
        to.push("(留在本环节)".to_owned());
    }
    if outcome.closes {
        to.push("办结".to_owned());
    }
    let mut marks: Vec<String> = Vec::new();
    let flags = [
        (outcome.accepts, "受理"),
        (outcome.reason, "写明理由"),
        (outcome.light, "不要求材料齐全"),
        (outcome.once, "限一次"),
        (outcome.automatic, "条件具备时自动办理"),
        (outcome.after == AfterPublicity::Quiet, "公示期满无异议"),
        (outcome.after == AfterPublicity::Objected, "公示有异议"),
    ];
    marks.extend(
        flags
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, w)| (*w).to_owned()),
    );
    let lists = [
        ("起算", &outcome.starts),
        ("止算", &outcome.stops),
        ("填", &outcome.asks),
        ("文书", &outcome.documents),
        ("可续", &outcome.follows),
    ];
    for (word, list) in lists {
        if !list.is_empty() {
            marks.push(format!("{word} {}", list.join(" ")));
        }
    }
    for (name, value) in &outcome.sets {
        marks.push(format!("{name}={value}"));
    }
    if let Some(result) = &outcome.result {
        marks.push(format!("决定 {result}"));
    }
    let marks = if marks.is_empty() {
        String::new()
    } else {
        format!(" [{}]", marks.join("；"))
    };
    _ = writeln!(
        out,
        "    {} --{}--> {}{marks}{}",
        step.key,
        outcome.key,
        to.join(" "),
        needs(&outcome.needs)
    );
}

fn who(who: &[Doer]) -> String {
    let one = |doer: &Doer| {
        let level = doer.level.map_or("", |level| match level {
            kernel::DivisionLevel::Province => "省级 ",
            kernel::DivisionLevel::City => "市级 ",
            kernel::DivisionLevel::County => "县级 ",
            kernel::DivisionLevel::Township => "乡级 ",
            kernel::DivisionLevel::Village => "村级 ",
        });
        let delegated = if doer.delegated { "(经委托)" } else { "" };
        let elsewhere = if doer.elsewhere { "(迁入地)" } else { "" };
        format!(
            "{level}{}{delegated}{elsewhere}{}",
            doer.role,
            when(doer.when.as_ref())
        )
    };
    who.iter().map(one).collect::<Vec<_>>().join(" 或 ")
}

fn when(condition: Option<&Condition>) -> String {
    condition.map_or(String::new(), |c| format!("(仅当 {})", c.formula))
}

fn needs(needs: &[Condition]) -> String {
    needs
        .iter()
        .map(|c| format!(" 须 {}", c.formula))
        .collect::<Vec<_>>()
        .join(" 且")
}

fn per(per: Per) -> &'static str {
    match per {
        Per::Case => "",
        Per::Member => "(每名成员)",
        Per::Supporter => "(每名义务人)",
        Per::Person => "(每名成员和义务人)",
    }
}
