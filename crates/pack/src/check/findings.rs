//! Checks over sources: their names, their purposes, their conditions.

use super::formulas::{kind, locate};
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::findings::{assemble, turns};
use crate::model::{FindingCheck, LevelId};
use crate::pack::Data;
use crate::read::unknown;
use formula::Entity;

/// Checks every check.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    for check in &data.findings {
        sources(data, check, faults);
        overlaps(check, faults);
    }
    for source in &data.sources {
        let taken = data.facts.iter().any(|f| {
            f.name == source.label.zh && matches!(f.entity, Entity::Person | Entity::Household)
        });
        if taken {
            let words = Words::new(
                format!("来源名“{}”与一个事实同名", source.label.zh),
                format!("the source “{}” has the name of a fact", source.label.zh),
            );
            faults.add(FaultKind::NameTwice, source.spot, words);
        }
    }
    for level in (0..data.levels.len() as u32).map(LevelId) {
        for day in turns(data, &data.chain(level)) {
            let assembled = assemble(data, level, day);
            for fault in assembled.faults() {
                let Some(condition) = assembled.origin(data, &fault.variable) else {
                    continue;
                };
                let (spot, formula) = (condition.spot, &condition.formula);
                let spot: Spot = locate(data, spot, formula, fault.span.start);
                let words = Words::new(
                    format!("“{}”：{}", fault.variable, fault.zh),
                    format!("“{}”: {}", fault.variable, fault.en),
                )
                .mend(fault.mend_zh, fault.mend_en);
                faults.add(kind(fault.kind), spot, words);
            }
        }
    }
}

fn sources(data: &Data, check: &FindingCheck, faults: &mut Faults<'_>) {
    let chain = data.chain(check.level);
    for key in &check.sources {
        let visible = data.sources.iter().filter(|s| chain.contains(&s.level));
        match visible.clone().find(|s| s.key == *key) {
            None => {
                let known = visible.map(|s| s.key.as_str());
                unknown(("来源", "source"), key, check.spot, known, faults);
            }
            Some(source) if source.ground(check.purpose).is_none() => {
                let (zh, purpose) = (&source.label.zh, check.purpose);
                let words = Words::new(
                    format!("来源“{zh}”没有用于“{}”的依据", purpose.zh()),
                    format!(
                        "the source “{}” has no ground for {}",
                        source.label.en,
                        purpose.key()
                    ),
                )
                .mend(
                    "在来源的 grounds 中写明依据，或改用其他来源",
                    "give the ground in the source, or use another source",
                );
                faults.add(FaultKind::Value, check.spot, words);
            }
            Some(_) => {}
        }
    }
}

fn overlaps(check: &FindingCheck, faults: &mut Faults<'_>) {
    for (n, body) in check.bodies.iter().enumerate() {
        for other in &check.bodies[..n] {
            if other.level == body.level && other.overlaps(body) {
                let words = Words::new(
                    format!("核查规则“{}”的两个条件在同一天有效", check.label.zh),
                    format!("two conditions of “{}” hold on one day", check.label.en),
                );
                faults.add(FaultKind::Overlap, body.spot, words);
            }
        }
    }
}
