//! Rules with some values or formulas other than the pack has them.

use super::assemble::assemble;
use super::ways::{ConditionPlan, WayPlan};
use super::{Compiled, Inner, Rules, States, state_bits};
use crate::model::{LevelId, Parameter, ParameterValue, dated};
use crate::simulate::{Change, ChangeFault, Changed, Setting};
use formula::{Entity, ParameterId, Value, VariableId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What of a programme can come out differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Touch {
    /// Who qualifies, and whom it covers.
    pub verdicts: bool,
    /// What it pays.
    pub amounts: bool,
    /// Of each way the conditions that come out the same.
    pub same: Vec<States>,
}

impl Touch {
    /// Everything.
    pub const WHOLE: Touch = Touch {
        verdicts: true,
        amounts: true,
        same: Vec::new(),
    };

    /// Whether anything can.
    pub fn any(&self) -> bool {
        self.verdicts || self.amounts
    }
}

/// The parameters and formulas that changes alter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Altered {
    /// Parameters that come to something else.
    pub parameters: Vec<ParameterId>,
    /// Variables whose formula has another text.
    pub formulas: Vec<VariableId>,
}

/// What a change stands for once it was found in the rules.
pub(crate) enum Found<'r> {
    /// A parameter, with its value on the day.
    Parameter(
        &'r Parameter,
        Option<&'r crate::model::Dated<ParameterValue>>,
    ),
    /// A formula: text, citation.
    Formula(String, Option<String>),
}

impl Rules {
    /// What a name means here: a parameter or a formula.
    pub(crate) fn find(&self, name: &str) -> Option<Found<'_>> {
        let chain = self.chain();
        let data = self.data();
        let mut parameters = data.parameters.iter();
        let parameter =
            parameters.find(|p| !p.statistic && p.name == name && chain.contains(&p.level));
        if let Some(parameter) = parameter {
            let value = dated::as_of(&parameter.values, &chain, self.day_of(parameter));
            return Some(Found::Parameter(parameter, value));
        }
        let program = &self.compiled().program;
        let variable = [
            Entity::Household,
            Entity::Person,
            Entity::Award,
            Entity::Supporter,
        ]
        .into_iter()
        .find_map(|e| program.variable(e, name))?;
        let decl = program.variable_decl(variable);
        Some(Found::Formula(decl.formula.clone(), decl.citation.clone()))
    }

    /// The names of parameters and formulas that can be changed.
    pub(crate) fn changeable(&self) -> Vec<&str> {
        let chain = self.chain();
        let data = self.data();
        let parameters = data.parameters.iter();
        let mut names: Vec<&str> = parameters
            .filter(|p| !p.statistic && chain.contains(&p.level))
            .map(|p| p.name.as_str())
            .collect();
        let variables = self.compiled().program.variables().iter();
        names.extend(
            variables
                .map(|v| v.name.as_str())
                .filter(|n| !n.contains('·')),
        );
        names
    }

    /// The day as of which a parameter is looked up: a kept one as of the acceptance.
    fn day_of(&self, parameter: &Parameter) -> chrono::NaiveDate {
        let (accepted, paid) = self.inner.days;
        if parameter.kept { accepted } else { paid }
    }

    /// These rules with changes that are made at a level: a level below that has a value of its
    /// own on the day keeps it, as in a pack.
    ///
    /// # Errors
    /// All changes that cannot be: unknown names, values of another type or unit, formulas with
    /// faults.
    pub(crate) fn vary(
        &self,
        at: LevelId,
        changes: &[Change],
    ) -> Result<(Rules, Vec<Changed>), Vec<ChangeFault>> {
        let (mut faults, mut said) = (Vec::new(), Vec::new());
        let mut parameters = self.inner.parameters.clone();
        let mut formulas: Vec<(String, String)> = Vec::new();
        let mut values: BTreeMap<&str, Value> = BTreeMap::new();
        for change in changes {
            match change.resolve(self, values.get(change.name.as_str())) {
                Err(fault) => faults.push(fault),
                Ok((Setting::Formula(text), told)) => {
                    formulas.push((change.name.clone(), text));
                    said.push(told);
                }
                Ok((Setting::Value(value), told)) => {
                    values.insert(&change.name, value.clone());
                    said.retain(|s: &Changed| s.name != told.name);
                    if self.keeps(at, &change.name) {
                        continue;
                    }
                    let schema = self.compiled().program.schema();
                    if let Some(id) = schema.find_parameter(&change.name) {
                        parameters.set(id, value, Some("试算".to_owned()));
                    }
                    said.push(told);
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let compiled = if formulas.is_empty() {
            self.inner.compiled.clone()
        } else {
            Arc::new(self.restate(&formulas)?)
        };
        let inner = Inner {
            data: self.inner.data.clone(),
            level: self.inner.level,
            compiled,
            parameters,
            days: self.inner.days,
        };
        let rules = Rules {
            inner: Arc::new(inner),
            on: self.on,
        };
        Ok((rules, said))
    }

    /// These rules with ages counted as of another's day.
    pub(crate) fn as_of_the_day_of(&self, other: &Rules) -> Rules {
        Rules {
            inner: self.inner.clone(),
            on: other.on,
        }
    }

    /// Whether a level nearer than `at` has a value of its own on the day.
    fn keeps(&self, at: LevelId, name: &str) -> bool {
        let Some(Found::Parameter(_, Some(value))) = self.find(name) else {
            return false;
        };
        let chain = self.chain();
        let place = |level: LevelId| chain.iter().position(|l| *l == level);
        match (place(value.level), place(at)) {
            (Some(own), Some(at)) => own < at,
            _ => false,
        }
    }

    fn restate(&self, formulas: &[(String, String)]) -> Result<Compiled, Vec<ChangeFault>> {
        let mut assembled = assemble(self.data(), self.inner.level, self.inner.days.0);
        for (name, text) in formulas {
            assembled.restate(name, text);
        }
        assembled.compile().map_err(|faults| {
            let named = faults.into_iter();
            named.map(|f| ChangeFault::formula(f, formulas)).collect()
        })
    }

    /// What changes alter. A value or text that is the same alters nothing.
    pub(crate) fn altered(&self, changes: &[Changed]) -> Altered {
        let program = &self.compiled().program;
        let mut altered = Altered::default();
        for change in changes
            .iter()
            .filter(|c| c.before.as_ref() != Some(&c.after))
        {
            if change.formula {
                let named = |e: Entity| program.variable(e, &change.name);
                altered
                    .formulas
                    .extend(Entity::ALL.into_iter().filter_map(named));
            } else {
                let parameter = program.schema().find_parameter(&change.name);
                altered.parameters.extend(parameter);
            }
        }
        altered.parameters.sort_unstable();
        altered.formulas.sort_unstable();
        altered
    }

    /// What changes may touch of each programme: its formulas read one of the altered parameters
    /// or formulas, directly or through others, or are one of them.
    pub(crate) fn touched(&self, altered: &Altered) -> Vec<Touch> {
        let compiled = self.compiled();
        let program = &compiled.program;
        let reads = |variables: &mut dyn Iterator<Item = VariableId>| {
            let asked: Vec<VariableId> = variables.collect();
            let parameters = program.parameters_of(asked.iter().copied());
            parameters.iter().any(|p| altered.parameters.contains(p))
                || (!altered.formulas.is_empty()
                    && program
                        .variables_of(asked)
                        .iter()
                        .any(|v| altered.formulas.contains(v)))
        };
        let plans = compiled.programmes.iter();
        let mut touched: Vec<Touch> = plans
            .map(|plan| Touch {
                verdicts: reads(&mut plan.conditions()),
                amounts: reads(&mut plan.amounts()),
                same: Vec::new(),
            })
            .collect();
        for (plan, touch) in compiled.programmes.iter().zip(&mut touched) {
            let same = |(place, condition): (usize, &ConditionPlan)| {
                let reads = touch.verdicts && reads(&mut std::iter::once(condition.variable));
                if reads { 0 } else { state_bits(place) }
            };
            let of = |way: &WayPlan| {
                let all = way.applies.iter().chain(&way.conditions);
                all.enumerate().map(same).fold(0, |bits, one| bits | one)
            };
            touch.same = plan.ways.iter().map(of).collect();
        }
        // Whoever steps back before a programme that others may qualify for is touched as well.
        loop {
            let more = (0..touched.len()).find(|i| {
                let yields = |key: &str| {
                    let mut plans = compiled.programmes.iter().zip(&touched);
                    plans.any(|(p, t)| t.verdicts && p.key == key)
                };
                !touched[*i].verdicts
                    && compiled.programmes[*i]
                        .yields
                        .iter()
                        .any(|y| yields(&y.programme))
            });
            match more {
                Some(i) => touched[i].verdicts = true,
                None => return touched,
            }
        }
    }
}

/// A value below nought, at any depth.
pub(crate) fn negative(value: &Value) -> bool {
    match value {
        Value::Number(n) => n.is_negative(),
        Value::Context(table) => table.iter().any(|(_, v)| negative(v)),
        _ => false,
    }
}

impl Rules {
    /// Key of the level whose pack is used.
    pub(crate) fn level_id(&self) -> LevelId {
        self.inner.level
    }

    /// The rules of another pack for the same place and days.
    pub(crate) fn in_pack(
        &self,
        pack: &crate::pack::Pack,
        place: &kernel::DivisionCode,
    ) -> Result<Rules, Vec<ChangeFault>> {
        let place = self.level().division.as_ref().unwrap_or(place);
        let (accepted, paid) = self.inner.days;
        let rules = if accepted == paid {
            pack.rules(place, paid)
        } else {
            pack.rules_for_case(place, accepted, kernel::Month::of(paid))
        };
        let rules = rules.map_err(|_| {
            vec![ChangeFault {
                name: place.short().to_owned(),
                code: "simulate.place",
                zh: "另一政策包没有这个地方的规定".to_owned(),
                en: "the other pack has no rules for this place".to_owned(),
            }]
        })?;
        Ok(rules.as_of_the_day_of(self))
    }
}
