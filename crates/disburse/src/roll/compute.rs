//! From awards to lines, on all cores. No amount is made here: the pack's
//! formulas give them.

use std::sync::Arc;

use decide::AwardInMonth;
use kernel::Month;
use pack::{CaseFacts, MemberFacts, Rules};
use platform::{Problem, Result};
use rayon::prelude::*;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::core::line::{Line, LineKey, LineKind};
use crate::outside::FamilyFacts;
use crate::problems;
use crate::trade::Programme;

/// An award whose amount cannot be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    pub award: Uuid,
    pub household: Uuid,
    pub division: Arc<str>,
    /// What is missing or amiss, by vocabulary paths.
    pub missing: String,
}

/// What some awards give in a month.
#[derive(Debug, Default)]
pub(crate) struct Computed {
    pub lines: Vec<Line>,
    pub gaps: Vec<Gap>,
    pub missing_parameters: Vec<String>,
}

/// Awards that one task computes with one engine.
const PART: usize = 256;

/// The case of an award: its covered persons first, in their order.
pub(crate) fn case_facts<'a>(
    award: &AwardInMonth,
    family: &'a FamilyFacts,
    facts: &'a Map<String, Value>,
) -> CaseFacts<'a> {
    CaseFacts {
        household: &family.household,
        members: family
            .members
            .iter()
            .enumerate()
            .map(|(i, member)| MemberFacts {
                facts: member,
                terms: None,
                covered: i < award.members.len(),
            })
            .collect(),
        supporters: None,
        award: facts,
    }
}

/// The class that lists show.
fn class(programme: &Programme, facts: &Map<String, Value>) -> String {
    match programme.class.as_ref().and_then(|name| facts.get(name)) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// Computes awards with the rules of a month. The order of lines is that of
/// the awards.
///
/// # Errors
/// When the rules do not know the programme, or the pack's words do not fit.
pub(crate) fn compute(
    rules: &Rules,
    programme: &Programme,
    month: Month,
    awards: &[AwardInMonth],
    families: &[FamilyFacts],
) -> Result<Computed> {
    debug_assert_eq!(awards.len(), families.len());
    let components: Vec<(String, Arc<str>)> = programme
        .components
        .iter()
        .map(|c| (c.key.clone(), Arc::from(c.key.as_str())))
        .collect();
    let pairs: Vec<(&AwardInMonth, &FamilyFacts)> = awards.iter().zip(families).collect();
    let parts: Vec<Result<Computed>> = pairs
        .par_chunks(PART)
        .map(|part| {
            let mut engine = rules.engine();
            let mut out = Computed::default();
            for (award, family) in part {
                one(
                    rules,
                    &mut engine,
                    programme,
                    month,
                    &components,
                    award,
                    family,
                    &mut out,
                )?;
            }
            Ok(out)
        })
        .collect();
    let mut all = Computed::default();
    for part in parts {
        let part = part?;
        all.lines.extend(part.lines);
        all.gaps.extend(part.gaps);
        all.missing_parameters.extend(part.missing_parameters);
    }
    all.missing_parameters.sort();
    all.missing_parameters.dedup();
    Ok(all)
}

#[allow(
    clippy::too_many_arguments,
    reason = "one inner loop, split from its frame for reading"
)]
fn one(
    rules: &Rules,
    engine: &mut pack::Engine<'_>,
    programme: &Programme,
    month: Month,
    components: &[(String, Arc<str>)],
    award: &AwardInMonth,
    family: &FamilyFacts,
    out: &mut Computed,
) -> Result<()> {
    let Some(facts) = award.facts.as_ref().filter(|_| !award.members.is_empty()) else {
        return Ok(());
    };
    let gap = |missing: String| Gap {
        award: award.id,
        household: award.household,
        division: award.division.clone(),
        missing,
    };
    let wanted = rules
        .facts_for(&programme.key, &case_facts(award, family, facts))
        .map_err(|e| Problem::new(&problems::PROGRAMME).because(e))?;
    let case = match wanted {
        Ok(case) => case,
        Err(faults) => {
            let paths: Vec<String> = faults.into_iter().map(|fault| fault.path).collect();
            out.gaps.push(gap(paths.join("、")));
            return Ok(());
        }
    };
    let computed = engine
        .compute(&programme.key, &case)
        .map_err(|e| Problem::new(&problems::PROGRAMME).because(e))?;
    out.missing_parameters
        .extend(computed.missing_parameters.iter().cloned());
    if !computed.payable() {
        let mut paths = computed.missing.clone();
        paths.extend(computed.amiss.iter().map(|amiss| amiss.zh.clone()));
        out.gaps.push(gap(paths.join("、")));
        return Ok(());
    }
    let class: Arc<str> = Arc::from(class(programme, facts));
    for line in &computed.lines {
        let Some(person) = award.members.get(line.member).copied() else {
            continue;
        };
        let component = components
            .iter()
            .find(|(key, _)| key == line.component)
            .map(|(_, shared)| shared.clone());
        out.lines.push(Line {
            key: LineKey {
                person,
                component: component.unwrap_or_else(|| Arc::from(line.component)),
                kind: LineKind::Current,
                for_month: month,
                seq: 0,
            },
            household: award.household,
            source: award.id,
            payee: if programme.to_holder {
                award.holder
            } else {
                person
            },
            division: award.division.clone(),
            class: class.clone(),
            amount: line.amount.fen(),
        });
    }
    Ok(())
}
