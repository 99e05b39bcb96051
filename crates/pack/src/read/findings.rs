//! `checks/`: what makes a finding.

use super::fields::{Fields, Said, items};
use super::programmes::label;
use super::sources::PURPOSES;
use super::{Content, Draft, types, unknown};
use crate::fault::{FaultKind, Faults, Words};
use crate::model::{Dated, FindingCheck, LevelId, Severity, Trigger};
use crate::text::Node;
use formula::Entity;

const SEVERITIES: &[(&str, Severity)] = &[
    ("low", Severity::Low),
    ("medium", Severity::Medium),
    ("high", Severity::High),
];

const SUBJECTS: &[(&str, Entity)] = &[("person", Entity::Person), ("household", Entity::Household)];

/// Reads one file. A lower level restates a check by its key with other `formulas`.
pub fn read(content: &Content, draft: &mut Draft, faults: &mut Faults<'_>) {
    for node in super::listed(content, "checks", faults) {
        let Some(mut fields) = Fields::of(node, faults) else {
            continue;
        };
        let Some(key) = fields.need_said("check", faults) else {
            continue;
        };
        let chain = draft.chain(content.level);
        let found = draft
            .findings
            .iter()
            .position(|c| c.key == key.value && chain.contains(&c.level));
        match found {
            Some(at) if !fields.has("zh") => {
                let bodies = bodies(&mut fields, content.level, faults);
                fields.text("note", faults);
                fields.finish(faults);
                draft.findings[at].bodies.extend(bodies);
            }
            Some(_) => super::twice(&key.value, key.spot, faults),
            None if !fields.has("zh") => {
                let known = draft.findings.iter().map(|c| c.key.as_str());
                let what = ("已声明的核查规则", "declared check");
                unknown(what, &key.value, key.spot, known, faults);
            }
            None => draft
                .findings
                .extend(check(fields, key, content.level, faults)),
        }
    }
}

fn check(
    mut fields: Fields<'_>,
    key: Said<String>,
    level: LevelId,
    faults: &mut Faults<'_>,
) -> Option<FindingCheck> {
    let names = label(&mut fields, faults);
    for needed in ["purpose", "of", "severity", "says", "sources"] {
        fields.need(needed, faults);
    }
    let purpose = fields.choice("purpose", faults, PURPOSES);
    let entity = fields.choice("of", faults, SUBJECTS);
    let severity = fields.choice("severity", faults, SEVERITIES);
    let sources = fields
        .texts("sources", faults)
        .into_iter()
        .map(|said| said.value)
        .collect();
    let words = |node: Option<&Node>, faults: &mut Faults<'_>| {
        let mut fields = Fields::of(node.filter(|n| !n.is_null())?, faults)?;
        let found = label(&mut fields, faults);
        fields.finish(faults);
        Some(found)
    };
    let says = words(fields.take("says"), faults);
    let act = words(fields.take("act"), faults);
    fields.text("note", faults);
    let bodies = bodies(&mut fields, level, faults);
    fields.finish(faults);
    Some(FindingCheck {
        key: key.value,
        label: names,
        purpose: purpose?,
        entity: entity?,
        sources,
        severity: severity?,
        says: says?,
        act,
        bodies,
        level,
        spot: key.spot,
    })
}

fn bodies(fields: &mut Fields<'_>, level: LevelId, faults: &mut Faults<'_>) -> Vec<Dated<Trigger>> {
    let Some(node) = fields.need("formulas", faults) else {
        return Vec::new();
    };
    items(node, faults)
        .iter()
        .filter_map(|node| {
            let mut fields = Fields::of(node, faults)?;
            fields.need("from", faults);
            let from = fields.date("from", faults);
            let to = fields.date("to", faults);
            let formula = fields.need_said("when", faults);
            let cite = types::citation(&mut fields, faults);
            let verified = fields
                .choice("verified", faults, &[("true", true), ("false", false)])
                .unwrap_or(true);
            let spot = fields.spot;
            fields.finish(faults);
            let (from, formula) = (from?, formula?);
            if to.is_some_and(|to| to < from) {
                let words = Words::new("终止日期早于起始日期", "`to` is before `from`");
                faults.add(FaultKind::Dates, spot, words);
            }
            Some(Dated {
                level,
                from,
                to,
                value: Trigger {
                    formula: formula.value,
                    spot: formula.spot,
                },
                cite,
                verified,
                meant: false,
                floor: false,
                spot,
            })
        })
        .collect()
}
