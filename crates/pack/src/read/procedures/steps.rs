//! Steps and their outcomes.

use super::parts::{PER, who};
use super::{Marks, many, named, needs, number, only, own_lamps, span, texts, timeout, when};
use crate::fault::Faults;
use crate::model::{Only, StepText};
use crate::read::fields::{Fields, text};
use crate::read::types;
use crate::text::{Node, Value};
use flow::{
    AfterPublicity, FormNeed, Limit, LimitFrom, Outcome, Per, Publicity, SignBy, Slot, Step,
};

/// A step.
pub fn step(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<StepText> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let mark = marks.mark(fields.spot);
    let step = Step {
        key,
        label,
        first: fields.flag("first", faults),
        after: texts(fields, "after", faults),
        when: when(fields, "when", marks, faults),
        otherwise: texts(fields, "otherwise", faults),
        who: Vec::new(),
        other_than: texts(fields, "other_than", faults),
        forms: Vec::new(),
        papers: Vec::new(),
        signatures: Vec::new(),
        publicity: None,
        limit: None,
        outcomes: Vec::new(),
        cite: types::citation(fields, faults),
        mark,
    };
    fields.need("who", faults);
    fields.need("outcomes", faults);
    Some(StepText {
        step,
        who: who(fields, marks, faults),
        forms: forms(fields, marks, faults),
        papers: papers(fields, faults),
        signatures: many(fields, "signatures", marks, faults, slot),
        publicity: many(fields, "publicity", marks, faults, publicity),
        limits: many(fields, "limits", marks, faults, limit),
        outcomes: many(fields, "outcomes", marks, faults, outcome),
    })
}

/// Forms: keys, or maps with `form`, `per`, `when`, `states`, `only`.
fn forms(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Only<FormNeed>> {
    let nodes = fields.list("forms", faults);
    nodes
        .iter()
        .filter_map(|n| form(n, marks, faults))
        .collect()
}

fn form(node: &Node, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Only<FormNeed>> {
    let mark = marks.mark(node.spot);
    if !matches!(node.value, Value::Map(_)) {
        return Some(Only {
            only: Vec::new(),
            part: FormNeed {
                form: text(node, faults)?,
                per: Per::Case,
                when: None,
                states: Vec::new(),
                mark,
            },
        });
    }
    let mut f = Fields::of(node, faults)?;
    let form = f.need_text("form", faults);
    let per = f.choice("per", faults, PER).unwrap_or(Per::Case);
    let when = when(&mut f, "when", marks, faults);
    let states = f.map("states", faults);
    let only = only(&mut f, faults);
    f.finish(faults);
    Some(Only {
        only,
        part: FormNeed {
            form,
            per,
            when,
            states,
            mark,
        },
    })
}

/// Papers: keys, or maps with `paper` and `only`.
fn papers(fields: &mut Fields<'_>, faults: &mut Faults<'_>) -> Vec<Only<String>> {
    let nodes = fields.list("papers", faults);
    let one = |node: &Node, faults: &mut Faults<'_>| {
        if !matches!(node.value, Value::Map(_)) {
            return Some(Only {
                only: Vec::new(),
                part: text(node, faults)?,
            });
        }
        let mut f = Fields::of(node, faults)?;
        let part = f.need_text("paper", faults);
        let only = only(&mut f, faults);
        f.finish(faults);
        Some(Only { only, part })
    };
    nodes.iter().filter_map(|n| one(n, faults)).collect()
}

fn slot(fields: &mut Fields<'_>, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Slot> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let officers = texts(fields, "officers", faults);
    let family = fields.flag("family", faults);
    let count = number("count", fields, faults).unwrap_or(1);
    let by = if family {
        SignBy::Family
    } else {
        SignBy::Officer(officers)
    };
    Some(Slot {
        key,
        label,
        by,
        count,
        mark: marks.mark(fields.spot),
    })
}

fn publicity(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Publicity> {
    fields.need("days", faults);
    fields.need("shows", faults);
    let days = number("days", fields, faults);
    let place = fields.need_text("place", faults);
    let shows = texts(fields, "shows", faults);
    let photo = fields.flag("photo", faults);
    let cite = types::citation(fields, faults);
    Some(Publicity {
        days: days?,
        place,
        shows,
        photo,
        cite,
        mark: marks.mark(fields.spot),
    })
}

fn limit(fields: &mut Fields<'_>, marks: &mut Marks<'_>, faults: &mut Faults<'_>) -> Option<Limit> {
    let key = fields.need_text("key", faults);
    let span = span(fields, faults);
    let finished = fields.text("after", faults);
    let fact = fields.text("since", faults);
    let from = match (finished, fact) {
        (Some(step), _) => LimitFrom::Finished(step),
        (None, Some(fact)) => LimitFrom::Fact(fact),
        (None, None) => LimitFrom::Opened,
    };
    let lamps = own_lamps(fields, faults);
    let timeout = timeout(fields, faults);
    let cite = types::citation(fields, faults);
    let (days, unit) = span?;
    Some(Limit {
        key,
        days,
        unit,
        from,
        lamps,
        timeout,
        cite,
        mark: marks.mark(fields.spot),
    })
}

fn outcome(
    fields: &mut Fields<'_>,
    marks: &mut Marks<'_>,
    faults: &mut Faults<'_>,
) -> Option<Outcome> {
    let key = fields.need_text("key", faults);
    let label = named(fields, faults);
    let after = [
        ("quiet", AfterPublicity::Quiet),
        ("objected", AfterPublicity::Objected),
    ];
    let sets = match fields.take("sets").filter(|n| !n.is_null()) {
        Some(node) => match types::plain_json(node) {
            serde_json::Value::Object(map) => map.into_iter().collect(),
            _ => Vec::new(),
        },
        None => Vec::new(),
    };
    Some(Outcome {
        key,
        label,
        needs: needs(fields, marks, faults),
        reason: fields.flag("reason", faults),
        light: fields.flag("light", faults),
        once: fields.flag("once", faults),
        automatic: fields.flag("automatic", faults),
        stays: fields.flag("stays", faults),
        after: fields
            .choice("publicity", faults, &after)
            .unwrap_or_default(),
        accepts: fields.flag("accepts", faults),
        asks: texts(fields, "asks", faults),
        sets,
        opens: texts(fields, "opens", faults),
        reopens: texts(fields, "reopens", faults),
        starts: texts(fields, "starts", faults),
        stops: texts(fields, "stops", faults),
        result: fields.text("result", faults),
        closes: fields.flag("closes", faults),
        documents: texts(fields, "documents", faults),
        follows: texts(fields, "follows", faults),
        cite: fields.text("cite", faults).unwrap_or_default(),
        mark: marks.mark(fields.spot),
    })
}
