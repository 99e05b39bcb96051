//! Formulas: compiled for every level and every stretch of time, all faults gathered.

use super::gaps;
use crate::fault::{FaultKind, Faults, Spot, Words};
use crate::model::LevelId;
use crate::pack::Data;
use crate::rules::{Compiled, ProgrammePlan, assemble, formula_turns};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Compiles everything; reports faults, unused parameters and gaps.
pub fn check(data: &Data, faults: &mut Faults<'_>) {
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut whole = true;
    let levels = (0..data.levels.len() as u32).map(LevelId);
    for level in levels.filter(|level| own(data, *level)) {
        let chain = data.chain(level);
        let turns = formula_turns(data, &chain);
        for (n, day) in turns.iter().enumerate() {
            let assembled = assemble(data, level, *day);
            for (name, spot) in &assembled.twice {
                let words = Words::new(
                    format!("“{name}”声明了两次"),
                    format!("“{name}” is declared twice"),
                );
                faults.add(FaultKind::NameTwice, *spot, words);
                whole = false;
            }
            let origins = assembled.origins.clone();
            match assembled.compile() {
                Err(found) => {
                    whole = false;
                    for fault in found {
                        let origin = origins.iter().find(|o| o.name == fault.variable);
                        let spot = origin.map_or(Spot::default(), |origin| {
                            let at =
                                |p: &&crate::model::table::Piece| p.at.contains(&fault.span.start);
                            match origin.pieces.iter().find(at) {
                                Some(piece) => piece.spot,
                                None if !origin.pieces.is_empty() => origin.spot,
                                None => {
                                    locate(data, origin.spot, &origin.formula, fault.span.start)
                                }
                            }
                        });
                        let words = Words::new(
                            format!("公式“{}”：{}", fault.variable, fault.zh),
                            format!("formula “{}”: {}", fault.variable, fault.en),
                        )
                        .mend(fault.mend_zh, fault.mend_en);
                        faults.add(kind(fault.kind), spot, words);
                    }
                }
                Ok(compiled) => {
                    let until = turns.get(n + 1).and_then(|next| next.pred_opt());
                    let stretch = (*day, until);
                    note(data, level, &chain, &compiled, stretch, &mut used, faults);
                }
            }
        }
    }
    if whole {
        unused(data, &used, faults);
    }
}

/// Whether a place has anything by which its formulas may differ from those of
/// the place above: most counties give amounts alone, and compiling the nation's
/// formulas for each of them again would find nothing new.
fn own(data: &Data, level: LevelId) -> bool {
    let place = data.level(level);
    if place.parent.is_none() || place.runs_from.is_some() {
        return true;
    }
    let words = data.facts.iter().any(|f| f.level == level)
        || data
            .parameters
            .iter()
            .any(|p| !p.statistic && p.level == level);
    words
        || data.programmes.iter().any(|programme| {
            let bodies = programme
                .variables
                .iter()
                .flat_map(|v| &v.bodies)
                .chain(programme.components.iter().flat_map(|c| &c.bodies))
                .chain(programme.checks.iter().flat_map(|c| &c.bodies))
                .chain(programme.ways.iter().flat_map(|way| {
                    let conditions = way.applies.iter().chain(&way.conditions);
                    way.covered.iter().chain(conditions.flat_map(|c| &c.bodies))
                }));
            programme.level == level || bodies.into_iter().any(|b| b.level == level)
        })
}

/// Notes which parameters are used, and where a place that runs its programmes has none.
fn note(
    data: &Data,
    level: LevelId,
    chain: &[LevelId],
    compiled: &Compiled,
    stretch: (NaiveDate, Option<NaiveDate>),
    used: &mut BTreeSet<usize>,
    faults: &mut Faults<'_>,
) {
    let schema = compiled.program.schema();
    let places = |ids: Vec<formula::ParameterId>| {
        let find = |id| {
            let name = &schema.parameter_decl(id).name;
            let mut all = data.parameters.iter();
            all.position(|p| !p.statistic && p.name == *name && chain.contains(&p.level))
        };
        ids.into_iter()
            .filter_map(find)
            .collect::<BTreeSet<usize>>()
    };
    let program = &compiled.program;
    used.extend(places(
        program.parameters_of(program.order().iter().copied()),
    ));
    let paid = compiled.programmes.iter().flat_map(ProgrammePlan::amounts);
    let needed = places(program.parameters_of(paid));
    gaps::check(data, level, chain, &needed, stretch, faults);
}

fn unused(data: &Data, used: &BTreeSet<usize>, faults: &mut Faults<'_>) {
    for (index, parameter) in data.parameters.iter().enumerate() {
        if !parameter.statistic && !parameter.reference && !used.contains(&index) {
            let words = Words::new(
                format!("没有公式使用参数“{}”", parameter.name),
                format!("no formula uses the parameter “{}”", parameter.name),
            );
            faults.add(FaultKind::Unused, parameter.spot, words);
        }
    }
}

pub(super) fn kind(kind: formula::FaultKind) -> FaultKind {
    use formula::FaultKind as From;
    match kind {
        From::Unsupported | From::TooLarge => FaultKind::Unsupported,
        From::UnknownName => FaultKind::UnknownName,
        From::DuplicateName => FaultKind::NameTwice,
        From::WrongType | From::WrongEntity | From::UnknownCode | From::WrongParameter => {
            FaultKind::Type
        }
        From::WrongUnit => FaultKind::Unit,
        From::Cycle => FaultKind::Cycle,
        _ => FaultKind::Formula,
    }
}

/// The place in the file of a byte of a formula.
///
/// YAML folds lines and drops quotes and indentation, but keeps every other
/// character in order: the place is found by counting those that are no space.
pub(super) fn locate(data: &Data, start: Spot, formula: &str, offset: usize) -> Spot {
    let mut offset = offset.min(formula.len());
    while !formula.is_char_boundary(offset) {
        offset -= 1;
    }
    let mut before = formula[..offset]
        .chars()
        .filter(|c| !c.is_whitespace())
        .count();
    // What is missing at the end is shown behind the last word.
    let behind = u32::from(before > 0 && formula[offset..].trim().is_empty());
    before -= behind as usize;
    let text = data.texts.get(data.texts.path(start.file)).unwrap_or("");
    let mut lines = text
        .lines()
        .enumerate()
        .skip(start.line.saturating_sub(1) as usize);
    let mut skip = start.column.saturating_sub(1) as usize;
    let Some(first) = text.lines().nth(start.line.saturating_sub(1) as usize) else {
        return start;
    };
    match first.chars().nth(skip) {
        Some('>' | '|') => {
            lines.next();
            skip = 0;
        }
        Some('"' | '\'') => skip += 1,
        _ => {}
    }
    for (number, line) in lines {
        for (column, c) in line.chars().enumerate().skip(skip) {
            if c.is_whitespace() {
                continue;
            }
            if before == 0 {
                let (line, column) = (number as u32 + 1, column as u32 + 1 + behind);
                return Spot {
                    file: start.file,
                    line,
                    column,
                };
            }
            before -= 1;
        }
        skip = 0;
    }
    start
}
