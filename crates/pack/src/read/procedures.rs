//! `procedures/`: procedures, the facts of cases, and what places set for themselves.

use super::fields::{Fields, Said, items, text};
use super::programmes::label;
use super::{Content, Draft, twice, types};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::{DelegationText, Every, LocalLimit, Only, ProcedureRules, ProcedureText};
use crate::text::{Node, Value};
use flow::{Condition, Label, Lamps, Mark, Timeout, Total, Unit};
use kernel::DivisionCode;

mod parts;
mod steps;

/// Kinds of procedure.
const KINDS: &[&str] = &[
    "application",
    "relief",
    "change",
    "recheck",
    "reduction",
    "stop",
    "grace",
    "death",
    "head",
    "move",
];

/// The marks of one reading: spots by number.
pub(super) struct Marks<'d> {
    spots: &'d mut Vec<Spot>,
}

impl Marks<'_> {
    pub(super) fn mark(&mut self, spot: Spot) -> Mark {
        self.spots.push(spot);
        Mark(self.spots.len() as u32)
    }
}

/// Reads one file.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    let Some(fields) = Fields::of(&content.root, faults) else {
        return;
    };
    if fields.has("case_facts") {
        facts(content, draft, faults);
    } else if fields.has("local") {
        local(fields, content, draft, faults);
    } else {
        procedure(fields, content, draft, faults);
    }
}

/// Gives procedures that are like another the parts that they do not write themselves.
pub fn likenesses(draft: &mut Draft, faults: &mut Faults<'_>) {
    for n in 0..draft.procedures.len() {
        let Some(like) = draft.procedures[n].like.clone() else {
            continue;
        };
        let base = draft
            .procedures
            .iter()
            .find(|p| p.key == like && p.like.is_none());
        let Some(base) = base.cloned() else {
            let known = draft.procedures.iter().filter(|p| p.like.is_none());
            let known: Vec<String> = known.map(|p| p.key.clone()).collect();
            let spot = draft.procedures[n].spot;
            let known = known.iter().map(String::as_str);
            super::unknown(
                ("可参照的程序", "procedure to be like"),
                &like,
                spot,
                known,
                faults,
            );
            continue;
        };
        take(&mut draft.procedures[n], base);
    }
}

/// A step of one's own stands in the place of the other's with its key, a new one at the end.
fn take(own: &mut ProcedureText, base: ProcedureText) {
    fn or<T>(own: &mut Vec<T>, base: Vec<T>) {
        if own.is_empty() {
            *own = base;
        }
    }
    own.lamps = if own.lamps == NO_LAMPS {
        base.lamps
    } else {
        own.lamps
    };
    own.every = own.every.take().or(base.every);
    or(&mut own.rule_sets, base.rule_sets);
    or(&mut own.papers, base.papers);
    or(&mut own.totals, base.totals);
    or(&mut own.extensions, base.extensions);
    or(&mut own.pauses, base.pauses);
    or(&mut own.anywhere, base.anywhere);
    let mut steps = base.steps;
    let (same, new): (Vec<_>, Vec<_>) = own
        .steps
        .drain(..)
        .partition(|own| steps.iter().any(|s| s.part.step.key == own.part.step.key));
    for step in &mut steps {
        let mut own = same.iter();
        if let Some(own) = own.rfind(|o| o.part.step.key == step.part.step.key) {
            *step = own.clone();
        }
    }
    steps.extend(new);
    own.steps = steps;
}

const NO_LAMPS: Lamps = Lamps { yellow: 0, red: 0 };

fn facts(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "case_facts", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let name = fields.need_said("name", faults);
        let en = fields.need_text("en", faults);
        let called = name.as_ref().map(|n| n.value.clone()).unwrap_or_default();
        let declared = types::declared(&called, &mut fields, "values", faults);
        let absent = fields
            .take("absent")
            .filter(|n| !n.is_null())
            .and_then(|n| types::value(n, &declared.ty, &declared.unit, None, faults))
            .map(|v| v.value);
        let propose = fields.text("propose", faults);
        _ = fields.text("note", faults);
        fields.finish(faults);
        let Some(name) = name else { continue };
        if draft.case_facts.iter().any(|f| f.name == name.value) {
            twice(&name.value, name.spot, faults);
            continue;
        }
        let mark = Marks {
            spots: &mut draft.marks,
        }
        .mark(name.spot);
        draft.case_facts.push(flow::CaseFact {
            name: name.value,
            en,
            ty: declared.ty,
            absent,
            propose,
            mark,
        });
    }
}

fn local(mut fields: Fields<'_>, content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    _ = fields.text("local", faults);
    for node in fields.list("limits", faults) {
        let Some(mut f) = Fields::of(node, faults) else {
            continue;
        };
        let procedure = f.need_text("procedure", faults);
        let limit = f.need_text("limit", faults);
        let days = number("days", &mut f, faults);
        let from = f
            .need("from", faults)
            .and_then(|n| super::fields::date(n, faults));
        let to = f.date("to", faults);
        let cite = types::citation(&mut f, faults);
        let spot = f.spot;
        f.finish(faults);
        if let (Some(days), Some(from)) = (days, from) {
            draft.local_limits.push(LocalLimit {
                procedure,
                limit,
                days,
                from,
                to,
                cite,
                level: content.level,
                spot,
            });
        }
    }
    for node in fields.list("delegations", faults) {
        let Some(mut f) = Fields::of(node, faults) else {
            continue;
        };
        let programme = f.need_text("programme", faults);
        let townships = f
            .texts("townships", faults)
            .into_iter()
            .filter_map(|said| township(&said, faults))
            .collect();
        let from = f
            .need("from", faults)
            .and_then(|n| super::fields::date(n, faults));
        let to = f.date("to", faults);
        let cite = types::citation(&mut f, faults);
        let spot = f.spot;
        f.finish(faults);
        if let Some(from) = from {
            draft.delegations.push(DelegationText {
                programme,
                townships,
                from,
                to,
                cite,
                level: content.level,
                spot,
            });
        }
    }
    fields.finish(faults);
}

fn township(said: &Said<String>, faults: &mut Faults<'_>) -> Option<DivisionCode> {
    let code = DivisionCode::parse(&said.value).ok();
    if code.is_none() {
        let words = Words::new(
            format!("“{}”不是区划代码", said.value),
            format!("“{}” is no division code", said.value),
        );
        faults.add(FaultKind::Value, said.spot, words);
    }
    code
}

fn procedure(
    mut fields: Fields<'_>,
    content: &Content,
    draft: &mut Draft,
    faults: &mut Faults<'_>,
) {
    let key = fields.need_said("procedure", faults);
    let label = label(&mut fields, faults);
    let programme = fields.need_text("programme", faults);
    let kinds: Vec<(&str, &str)> = KINDS.iter().map(|k| (*k, *k)).collect();
    fields.need("kind", faults);
    let kind = fields.choice("kind", faults, &kinds).unwrap_or_default();
    let cite = types::citation(&mut fields, faults);
    let like = fields.text("like", faults);
    let every = fields.take("every").and_then(|n| every(n, faults));
    let never_public = fields.flag("never_public", faults);
    let spot = fields.spot;
    let mut marks = Marks {
        spots: &mut draft.marks,
    };
    if like.is_none() {
        fields.need("lamps", faults);
        fields.need("rule_sets", faults);
        fields.need("steps", faults);
    }
    let lamps = own_lamps(&mut fields, faults);
    let sets: Vec<ProcedureRules> = match fields.take("rule_sets") {
        Some(node) => items(node, faults)
            .iter()
            .filter_map(|n| rule_set(n, faults))
            .collect(),
        None => Vec::new(),
    };
    let papers = many(&mut fields, "papers", &mut marks, faults, parts::paper);
    let totals = many(&mut fields, "totals", &mut marks, faults, total);
    let extensions = many(
        &mut fields,
        "extensions",
        &mut marks,
        faults,
        parts::extension,
    );
    let pauses = many(&mut fields, "pauses", &mut marks, faults, parts::pause);
    let anywhere = many(&mut fields, "anywhere", &mut marks, faults, parts::anywhere);
    let steps = many(&mut fields, "steps", &mut marks, faults, steps::step);
    fields.finish(faults);
    let Some(key) = key else { return };
    if draft.procedures.iter().any(|p| p.key == key.value) {
        twice(&key.value, key.spot, faults);
        return;
    }
    draft.procedures.push(ProcedureText {
        key: key.value,
        label,
        programme,
        like,
        kind: kind.to_owned(),
        cite,
        every,
        never_public,
        lamps: lamps.unwrap_or(NO_LAMPS),
        rule_sets: sets,
        papers,
        steps,
        totals,
        extensions,
        pauses,
        anywhere,
        level: content.level,
        spot,
    });
}

fn every(node: &Node, faults: &mut Faults<'_>) -> Option<Every> {
    let mut f = Fields::of(node, faults)?;
    let spot = f.spot;
    let months = f.need_text("months", faults);
    let class = f.text("class", faults);
    f.finish(faults);
    Some(Every {
        months,
        class,
        spot,
    })
}

fn rule_set(node: &Node, faults: &mut Faults<'_>) -> Option<ProcedureRules> {
    let mut f = Fields::of(node, faults)?;
    let key = f.need_text("key", faults);
    let from = f
        .need("from", faults)
        .and_then(|n| super::fields::date(n, faults));
    let to = f.date("to", faults);
    let cite = types::citation(&mut f, faults);
    let spot = f.spot;
    f.finish(faults);
    Some(ProcedureRules {
        key,
        from: from?,
        to,
        cite,
        spot,
    })
}

/// Reads a list whose items may name the rule sets that have them (`only`).
fn many<T>(
    fields: &mut Fields<'_>,
    key: &'static str,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
    one: impl Fn(&mut Fields<'_>, &mut Marks<'_>, &mut Faults<'_>) -> Option<T>,
) -> Vec<Only<T>> {
    let mut found = Vec::new();
    for node in fields.list(key, faults) {
        let Some(mut f) = Fields::of(node, faults) else {
            continue;
        };
        let only = only(&mut f, faults);
        let part = one(&mut f, marks, faults);
        f.finish(faults);
        if let Some(part) = part {
            found.push(Only { only, part });
        }
    }
    found
}

fn only(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Vec<String> {
    let said = fields.texts("only", faults);
    said.into_iter().map(|s| s.value).collect()
}

fn texts(fields: &mut Fields<'_>, key: &'static str, faults: &mut Faults<'_>) -> Vec<String> {
    let said = fields.texts(key, faults);
    said.into_iter().map(|s| s.value).collect()
}

fn named(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Label {
    let label = label(fields, faults);
    Label::new(label.zh, label.en)
}

fn number(key: &'static str, fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<u32> {
    let said = fields.said(key, faults)?;
    whole(&said, faults)
}

fn whole(said: &Said<String>, faults: &mut Faults<'_>) -> Option<u32> {
    let number = said.value.parse().ok().filter(|n| *n <= 10_000);
    if number.is_none() {
        let words = Words::new(
            format!("“{}”不是整数", said.value),
            format!("“{}” is no whole number", said.value),
        );
        faults.add(FaultKind::Value, said.spot, words);
    }
    number
}

fn lamps(node: &Node, faults: &mut Faults<'_>) -> Option<Lamps> {
    let mut f = Fields::of(node, faults)?;
    let yellow = number("yellow", &mut f, faults);
    let red = number("red", &mut f, faults);
    f.finish(faults);
    Some(Lamps {
        yellow: yellow?,
        red: red?,
    })
}

const UNITS: &[(&str, Unit)] = &[
    ("working_days", Unit::WorkingDays),
    ("days", Unit::Days),
    ("months", Unit::Months),
];

/// `days: 10` with `unit: working_days | days | months`.
fn span(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<(u32, Unit)> {
    fields.need("days", faults);
    fields.need("unit", faults);
    let days = number("days", fields, faults);
    let unit = fields.choice("unit", faults, UNITS);
    Some((days?, unit?))
}

fn own_lamps(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<Lamps> {
    let node = fields.take("lamps").filter(|n| !n.is_null())?;
    lamps(node, faults)
}

/// `timeout: {escalate: ROLE}` or `timeout: {outcome: KEY}`.
fn timeout(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Option<Timeout> {
    let node = fields.take("timeout").filter(|n| !n.is_null())?;
    let mut f = Fields::of(node, faults)?;
    let escalate = f.text("escalate", faults).map(Timeout::Escalate);
    let outcome = f.text("outcome", faults).map(Timeout::Outcome);
    f.finish(faults);
    escalate.or(outcome)
}

fn total(fields: &mut Fields<'_>, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Total> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let span = span(fields, faults);
    let delegated = number("delegated", fields, faults);
    let lamps = own_lamps(fields, faults);
    let timeout = timeout(fields, faults);
    let cite = types::citation(fields, faults);
    let mark = marks.mark(fields.spot);
    let (days, unit) = span?;
    Some(Total {
        key,
        label,
        days,
        unit,
        delegated,
        lamps,
        timeout,
        cite,
        mark,
    })
}

/// A condition: a formula, or a map with `if` and what to say where it does not hold.
fn condition(node: &Node, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Condition> {
    if let Value::Map(_) = &node.value {
        let mut f = Fields::of(node, faults)?;
        let formula = f.need_said("if", faults);
        let label = named(&mut f, faults);
        f.finish(faults);
        let formula = formula?;
        return Some(Condition {
            formula: formula.value,
            label: Some(label),
            mark: marks.mark(formula.spot),
        });
    }
    Some(Condition {
        formula: text(node, faults)?,
        label: None,
        mark: marks.mark(node.spot),
    })
}

fn when(
    fields: &mut Fields<'_>,
    key: &'static str,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Condition> {
    let node = fields.take(key).filter(|n| !n.is_null())?;
    condition(node, marks, faults)
}

fn needs(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Condition> {
    let nodes = fields.list("needs", faults);
    nodes
        .iter()
        .filter_map(|n| condition(n, marks, faults))
        .collect()
}
