//! The rules of a place on a day: formulas compiled, parameters folded in.
//!
//! A [`Rules`] is cheap to get for each month: between two days on which a
//! formula or a value turns, the same compiled program and the same values are
//! used again. Work is done by an [`Engine`], one for each thread or batch.

mod assemble;
mod assess;
mod case;
mod compute;
mod explain;
mod page;
mod slots;
mod vary;
mod view;
mod ways;

pub(crate) use assemble::assemble;
pub use assess::{Assessed, Verdict};
pub(crate) use assess::{Before, Brief, Gated, States, paid, state_bits};
pub use case::{Case, CaseFacts, FactFault, MemberFacts};
pub use compute::{Amiss, Breach, Computed, Engine, Excluded, Line, UnknownProgramme};
pub use explain::{Explanation, StepInput, StepShown};
pub use view::{ComponentView, FormulaPart, FormulaView, ParameterView, ProgrammeView};

use crate::model::{LevelId, dated};
use crate::pack::Data;
pub(crate) use assemble::ProgrammePlan;
use chrono::NaiveDate;
use kernel::Month;
pub(crate) use slots::{Filler, Slots};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
pub(crate) use vary::{Altered, Found, Touch, negative};

/// Formulas of a level, compiled, as they stand between two turns.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub program: formula::Program,
    pub programmes: Vec<ProgrammePlan>,
    /// Indices of the programmes, each after those before which it steps back.
    pub order: Vec<usize>,
    /// What cannot be true: index in the pack, and the formula.
    pub contradictions: Vec<(usize, formula::VariableId)>,
    pub slots: Slots,
}

/// The rules of a place on a day.
#[derive(Debug, Clone)]
pub struct Rules {
    inner: Arc<Inner>,
    on: NaiveDate,
}

#[derive(Debug)]
struct Inner {
    data: Arc<Data>,
    level: LevelId,
    compiled: Arc<Compiled>,
    parameters: formula::Parameters,
    /// The day whose formulas and kept values hold, and that whose other values do.
    days: (NaiveDate, NaiveDate),
}

impl Rules {
    /// The day.
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// The place whose pack is used.
    pub fn level(&self) -> &crate::model::Level {
        self.inner.data.level(self.inner.level)
    }

    pub(crate) fn data(&self) -> &Data {
        &self.inner.data
    }

    /// The levels that the place inherits from, nearest first, itself included.
    pub(crate) fn chain(&self) -> Vec<LevelId> {
        self.inner.data.chain(self.inner.level)
    }

    /// Whether two are the same rules, but for the day that ages are counted on.
    pub(crate) fn same(&self, other: &Rules) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    /// The type of a fact.
    pub(crate) fn fact_type(&self, entity: formula::Entity, name: &str) -> Option<&formula::Type> {
        let schema = self.inner.compiled.program.schema();
        let id = schema.find_fact(entity, name)?;
        Some(&schema.fact_decl(id).ty)
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.inner.compiled
    }
}

type Turn = (LevelId, usize);

/// A level, the turns of formulas and values at the acceptance, and of values in the month.
type CaseTurn = (LevelId, usize, usize, usize);

/// What was compiled so far.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    compiled: Mutex<BTreeMap<Turn, Arc<Compiled>>>,
    rules: Mutex<BTreeMap<Turn, Arc<Inner>>>,
    cases: Mutex<BTreeMap<CaseTurn, Arc<Inner>>>,
}

impl Cache {
    pub fn rules(&self, data: &Arc<Data>, level: LevelId, on: NaiveDate) -> Rules {
        let chain = data.chain(level);
        let turn = (level, place_of(&value_turns(data, &chain), on));
        let mut cache = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(inner) = cache.get(&turn) {
            return Rules {
                inner: inner.clone(),
                on,
            };
        }
        let compiled = self.compiled(data, level, on);
        let parameters = parameters(data, &chain, &compiled.program, on, on);
        let inner = Arc::new(Inner {
            data: data.clone(),
            level,
            compiled,
            parameters,
            days: (on, on),
        });
        cache.insert(turn, inner.clone());
        Rules { inner, on }
    }

    pub fn for_case(
        &self,
        data: &Arc<Data>,
        level: LevelId,
        accepted: NaiveDate,
        month: Month,
    ) -> Rules {
        let paid = month.last_day();
        let on = if Month::of(accepted) == month {
            accepted
        } else {
            paid
        };
        let chain = data.chain(level);
        let (formulas, values) = (formula_turns(data, &chain), value_turns(data, &chain));
        let turn = (
            level,
            place_of(&formulas, accepted),
            place_of(&values, accepted),
            place_of(&values, paid),
        );
        let mut cache = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        let inner = cache.entry(turn).or_insert_with(|| {
            let compiled = self.compiled(data, level, accepted);
            let parameters = parameters(data, &chain, &compiled.program, accepted, paid);
            Arc::new(Inner {
                data: data.clone(),
                level,
                compiled,
                parameters,
                days: (accepted, paid),
            })
        });
        Rules {
            inner: inner.clone(),
            on,
        }
    }

    fn compiled(&self, data: &Data, level: LevelId, on: NaiveDate) -> Arc<Compiled> {
        let turn = (
            level,
            place_of(&formula_turns(data, &data.chain(level)), on),
        );
        let mut cache = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let compiled = cache.entry(turn).or_insert_with(|| {
            let compiled = assemble(data, level, on).compile();
            // The pack was checked whole: every one of these programs compiled then.
            Arc::new(compiled.expect("the formulas of a checked pack compile"))
        });
        compiled.clone()
    }
}

fn place_of(turns: &[NaiveDate], on: NaiveDate) -> usize {
    turns.partition_point(|day| *day <= on)
}

/// The days on which a formula of a place begins or ends to hold.
pub(crate) fn formula_turns(data: &Data, chain: &[LevelId]) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for programme in data.programmes.iter().filter(|p| chain.contains(&p.level)) {
        days.push(programme.from);
        days.extend(programme.to.and_then(|to| to.succ_opt()));
        for variable in &programme.variables {
            dated::turns(&variable.bodies, chain, &mut days);
        }
        for component in &programme.components {
            dated::turns(&component.bodies, chain, &mut days);
        }
        for check in &programme.checks {
            dated::turns(&check.bodies, chain, &mut days);
        }
        for way in &programme.ways {
            dated::turns(&way.covered, chain, &mut days);
            for condition in way.applies.iter().chain(&way.conditions) {
                dated::turns(&condition.bodies, chain, &mut days);
            }
        }
    }
    days.sort();
    days.dedup();
    days
}

/// The days on which a formula or a value of a place turns.
fn value_turns(data: &Data, chain: &[LevelId]) -> Vec<NaiveDate> {
    let mut days = formula_turns(data, chain);
    for parameter in data.parameters.iter().filter(|p| !p.statistic) {
        dated::turns(&parameter.values, chain, &mut days);
    }
    days.sort();
    days.dedup();
    days
}

fn parameters(
    data: &Data,
    chain: &[LevelId],
    program: &formula::Program,
    accepted: NaiveDate,
    paid: NaiveDate,
) -> formula::Parameters {
    let mut parameters = formula::Parameters::new();
    for parameter in data
        .parameters
        .iter()
        .filter(|p| !p.statistic && chain.contains(&p.level))
    {
        let Some(id) = program.schema().find_parameter(&parameter.name) else {
            continue;
        };
        let on = if parameter.kept { accepted } else { paid };
        if let Some(value) = dated::as_of(&parameter.values, chain, on) {
            parameters.set(id, value.value.value.clone(), Some(value.cite.clone()));
        }
    }
    parameters
}
