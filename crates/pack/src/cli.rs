//! What `doudi pack check | test | show | diff` say: text and exit code.

mod diff;
mod documents;

use crate::fault::{Fault, Tongue, render};
use crate::guides::Matter;
use crate::model::{Programme, dated};
use crate::pack::Pack;
use crate::rules::Rules;
use crate::test;
use chrono::NaiveDate;
use kernel::DivisionCode;
use std::fmt::Write as _;
use std::path::Path;

pub use diff::{End, run as diff};

/// What a command says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// Exit code: 0 done, 1 could not be done, 2 unusable arguments.
    pub code: u8,
}

impl Said {
    fn done(out: String) -> Said {
        Said {
            out,
            err: String::new(),
            code: 0,
        }
    }

    fn failed(err: String) -> Said {
        Said {
            out: String::new(),
            err,
            code: 1,
        }
    }

    fn unusable(err: String) -> Said {
        Said {
            out: String::new(),
            err,
            code: 2,
        }
    }
}

/// Reads the tree that a folder belongs to: the folder may be the one that holds
/// `cn/`, or any place inside, since a place is nothing without those above it.
///
/// # Errors
/// As [`Pack::from_dir`].
pub fn read(dir: &Path) -> Result<Pack, Vec<Fault>> {
    let whole = dir.canonicalize();
    let mut root = whole.as_deref().unwrap_or(dir);
    while root.join("pack.yaml").is_file()
        && let Some(above) = root.parent()
    {
        root = above;
    }
    Pack::from_dir(root)
}

/// `doudi pack check DIR`: every fault, or the identity of the pack.
pub fn check(dir: &Path) -> Said {
    match read(dir) {
        Err(faults) => Said::failed(render(&faults, Tongue::Both)),
        Ok(pack) => Said::done(summary(&pack)),
    }
}

fn summary(pack: &Pack) -> String {
    let unverified = pack.unverified();
    let mut out = String::new();
    _ = writeln!(
        out,
        "没有错误。 No faults. {} levels, {} facts, {} programmes, {} tests",
        pack.levels().len(),
        pack.facts().len(),
        pack.programmes().len(),
        pack.scenarios().len() + pack.assessments().len()
    );
    _ = writeln!(out, "SM3 {}", pack.digest());
    _ = writeln!(out, "未核实的值 unverified values: {}", unverified.len());
    for (name, place, cite) in unverified {
        _ = writeln!(out, "  {place} · {name} · {cite}");
    }
    out
}

/// `doudi pack test DIR`: runs the tests that the pack carries.
pub fn test(dir: &Path) -> Said {
    match read(dir) {
        Err(faults) => Said::failed(render(&faults, Tongue::Both)),
        Ok(pack) => {
            let report = test::run(&pack);
            let code = u8::from(report.failed() > 0);
            Said {
                out: report.render(),
                err: String::new(),
                code,
            }
        }
    }
}

/// `doudi pack show --place CODE --on DATE [NAME]`: what holds at a place on a day.
pub fn show(pack: &Pack, place: &str, on: &str, name: Option<&str>) -> Said {
    match rules(pack, place, on) {
        Err(said) => said,
        Ok(rules) => shown(pack, &rules, name),
    }
}

/// The rules of a place on a day, both as given on the command line.
fn rules(pack: &Pack, place: &str, on: &str) -> Result<Rules, Said> {
    let Ok(place) = DivisionCode::parse(place) else {
        return Err(Said::unusable(format!(
            "“{place}”不是区划代码(6、9 或 12 位数字)\n“{place}” is no division code (6, 9 or 12 digits)\n"
        )));
    };
    let Ok(on) = NaiveDate::parse_from_str(on, "%Y-%m-%d") else {
        return Err(Said::unusable(format!(
            "“{on}”不是日期，写成 2022-10-01 的样式\n“{on}” is no date; write it as 2022-10-01\n"
        )));
    };
    pack.rules(&place, on)
        .map_err(|error| Said::failed(format!("{error}\n")))
}

fn shown(pack: &Pack, rules: &Rules, name: Option<&str>) -> Said {
    let wanted = |other: &[&str]| name.is_none_or(|n| other.iter().any(|o| o.contains(n)));
    let mut out = String::new();
    let level = rules.level();
    _ = writeln!(out, "{} {} · {}", level.zh, level.en, rules.on());
    if let Some(set) = pack.rule_set(rules.on()) {
        _ = writeln!(
            out,
            "规则集 rule set: {} {} {}",
            set.key, set.label.zh, set.label.en
        );
    }
    let mut found = name.is_some_and(|name| documents::shown(pack, rules, name, &mut out));
    let catalogue = rules.catalogue();
    for programme in rules.programmes() {
        if !wanted(&[&programme.key, &programme.zh, &programme.en]) {
            continue;
        }
        found = true;
        _ = writeln!(
            out,
            "\n{} {} [{}] — {}",
            programme.zh, programme.en, programme.key, programme.cite
        );
        if let Some(matter) = catalogue.iter().find(|m| m.key == programme.key) {
            guide(matter, &mut out);
        }
        if let Some(declared) = rules.programme(&programme.key) {
            conditions(rules, declared, &mut out);
        }
        for component in &programme.components {
            _ = writeln!(
                out,
                "  {} {} ({}): {}",
                component.zh, component.en, component.unit, component.formula
            );
            _ = writeln!(out, "    {}{}", component.cite, mark(component.verified));
        }
    }
    out.push('\n');
    for view in rules.parameters() {
        if !wanted(&[&view.parameter.name, &view.parameter.en]) {
            continue;
        }
        found = true;
        let to = view.value.to.map(|to| to.to_string()).unwrap_or_default();
        _ = writeln!(
            out,
            "{} {} = {} {}  [{} … {to}] {} — {}{}",
            view.parameter.name,
            view.parameter.en,
            view.value.value.shown,
            view.value.value.unit,
            view.value.from,
            view.level.zh,
            view.value.cite,
            mark(view.value.verified)
        );
    }
    if found {
        return Said::done(out);
    }
    let name = name.unwrap_or_default();
    Said::failed(format!(
        "此地此日没有名称含“{name}”的项目、参数或政策文件\nno programme, parameter or document here is called “{name}”\n"
    ))
}

/// Who qualifies: each condition with its formula and clause.
fn conditions(rules: &Rules, programme: &Programme, out: &mut String) {
    for way in &programme.ways {
        for condition in way.applies.iter().chain(&way.conditions) {
            let Some(body) = dated::as_of(&condition.bodies, &rules.chain(), rules.on()) else {
                continue;
            };
            let formula: Vec<&str> = body.value.formula.split_whitespace().collect();
            _ = writeln!(
                out,
                "  条件({}) {} {}: {}",
                way.kind.word(),
                condition.label.zh,
                condition.label.en,
                formula.join(" ")
            );
            _ = writeln!(out, "    {}{}", body.cite, mark(body.verified));
        }
    }
    for other in &programme.yields {
        _ = writeln!(out, "  让位于 {} — {}", other.programme, other.cite);
    }
}

fn guide(matter: &Matter, out: &mut String) {
    _ = writeln!(out, "  概念 {}", matter.concept);
    for (word, list) in [
        ("受理条件", &matter.conditions),
        ("提供材料", &matter.materials),
        ("办理程序", &matter.procedure),
    ] {
        if !list.is_empty() {
            _ = writeln!(out, "  {word} {}", list.join("；"));
        }
    }
    let refer = matter.refer_to.as_deref();
    let refer = refer.map(|to| format!("，转办 {to}")).unwrap_or_default();
    _ = writeln!(out, "  受理单位 {}{refer}", matter.office);
}

fn mark(verified: bool) -> &'static str {
    if verified {
        ""
    } else {
        " [未核实 unverified]"
    }
}
