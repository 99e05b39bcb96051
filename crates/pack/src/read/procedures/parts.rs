//! Parts beside the steps: papers, doers, reasons for more time, ways out.

use super::{Marks, UNITS, condition, named, needs, number, span, texts, when};
use crate::fault::Faults;
use crate::model::Only;
use crate::read::fields::{Fields, text};
use crate::read::types;
use crate::text::{Node, Value};
use flow::{Anywhere, Doer, Extension, Paper, Pause, Per};

pub const PER: &[(&str, Per)] = &[
    ("case", Per::Case),
    ("member", Per::Member),
    ("supporter", Per::Supporter),
    ("person", Per::Person),
];

/// A paper.
pub fn paper(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Paper> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let per = fields.choice("per", faults, PER).unwrap_or(Per::Case);
    let when = when(fields, "when", marks, faults);
    let later = fields.take("later").filter(|n| !n.is_null());
    let later = later.and_then(|node| {
        let mut f = Fields::of(node, faults)?;
        let later = span(&mut f, faults);
        f.finish(faults);
        later
    });
    let cite = types::citation(fields, faults);
    Some(Paper {
        key,
        label,
        per,
        when,
        later,
        cite,
        mark: marks.mark(fields.spot),
    })
}

/// Who may act: keys of roles, or maps with `role`, `delegated`, `when`, `only`.
///
/// The level is that of the role; it is filled in once all roles are read.
pub fn who(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Only<Doer>> {
    let nodes = fields.list("who", faults);
    nodes
        .iter()
        .filter_map(|n| doer(n, marks, faults))
        .collect()
}

fn doer(node: &Node, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Only<Doer>> {
    let mark = marks.mark(node.spot);
    let plain = |role: String| Doer {
        role,
        level: None,
        delegated: false,
        elsewhere: false,
        when: None,
        mark,
    };
    if !matches!(node.value, Value::Map(_)) {
        return Some(Only {
            only: Vec::new(),
            part: plain(text(node, faults)?),
        });
    }
    let mut f = Fields::of(node, faults)?;
    let role = f.need_text("role", faults);
    let delegated = f.flag("delegated", faults);
    let elsewhere = f.flag("elsewhere", faults);
    let when = when(&mut f, "when", marks, faults);
    let only = texts(&mut f, "only", faults);
    f.finish(faults);
    Some(Only {
        only,
        part: Doer {
            delegated,
            elsewhere,
            when,
            ..plain(role)
        },
    })
}

fn all(who: Vec<Only<Doer>>) -> Vec<Doer> {
    who.into_iter().map(|d| d.part).collect()
}

/// A reason for more time.
pub fn extension(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Extension> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let total = fields.need_text("total", faults);
    fields.need("days", faults);
    let days = number("days", fields, faults);
    let who = all(who(fields, marks, faults));
    let needs = fields.take("if").filter(|n| !n.is_null());
    let needs = needs.and_then(|n| condition(n, marks, faults));
    let cite = types::citation(fields, faults);
    Some(Extension {
        key,
        label,
        total,
        days: days?,
        who,
        needs,
        cite,
        mark: marks.mark(fields.spot),
    })
}

/// A reason for which the clock stops.
pub fn pause(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Pause> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let during = texts(fields, "during", faults);
    let who = all(who(fields, marks, faults));
    let days = number("at_most", fields, faults);
    let unit = fields.choice("unit", faults, UNITS);
    let cite = types::citation(fields, faults);
    Some(Pause {
        key,
        label,
        during,
        who,
        at_most: days.zip(unit),
        cite,
        mark: marks.mark(fields.spot),
    })
}

/// A way out of any step.
pub fn anywhere(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Anywhere> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let who = all(who(fields, marks, faults));
    let during = texts(fields, "during", faults);
    let needs = needs(fields, marks, faults);
    let result = fields.need_text("result", faults);
    let documents = texts(fields, "documents", faults);
    let cite = types::citation(fields, faults);
    Some(Anywhere {
        key,
        label,
        who,
        during,
        needs,
        result,
        documents,
        cite,
        mark: marks.mark(fields.spot),
    })
}
