//! What the rules are, for lists and pages.

use super::Rules;
use super::assemble::way_name;
use crate::model::{Body, Dated, Level, LevelId, Parameter, ParameterValue, Programme, dated};
use formula::Entity;
use serde::Serialize;

/// A programme as it stands at a place on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProgrammeView {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Key of the section.
    pub section: String,
    /// household or person.
    pub unit: crate::model::AwardUnit,
    /// The document.
    pub cite: String,
    /// What it pays.
    pub components: Vec<ComponentView>,
}

/// A component as it stands at a place on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentView {
    /// Key.
    pub key: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// person, household or award.
    pub entity: Entity,
    /// The formula.
    pub formula: String,
    /// Unit of the amount.
    pub unit: String,
    /// Paid once, not every month.
    pub once: bool,
    /// The document.
    pub cite: String,
    /// Whether the document was read.
    pub verified: bool,
}

/// A parameter as it stands at a place on a day.
#[derive(Debug, Clone)]
pub struct ParameterView<'r> {
    /// The parameter.
    pub parameter: &'r Parameter,
    /// Its value with dates and citation.
    pub value: &'r Dated<ParameterValue>,
    /// The level that gives it.
    pub level: &'r Level,
}

/// Which part of a programme a formula is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormulaPart {
    /// A step that other formulas speak of.
    Step,
    /// A condition of a way into it.
    Condition,
    /// What it pays.
    Amount,
}

/// A formula of a programme as it stands at a place on a day.
#[derive(Debug, Clone)]
pub struct FormulaView<'r> {
    /// The name by which a simulation changes it.
    pub name: String,
    /// The programme.
    pub programme: &'r Programme,
    /// Which part of it.
    pub part: FormulaPart,
    /// Chinese name.
    pub zh: &'r str,
    /// English name.
    pub en: &'r str,
    /// The text, with dates and citation.
    pub body: &'r Dated<Body>,
}

impl Rules {
    /// The formulas that a simulation can change, by programme: steps, then conditions, then
    /// amounts.
    pub fn formulas(&self) -> Vec<FormulaView<'_>> {
        let plans = self.compiled().programmes.iter();
        let mut all: Vec<FormulaView<'_>> = plans
            .flat_map(|plan| self.formulas_of(&self.inner.data.programmes[plan.index]))
            .collect();
        all.sort_by_key(|view| &view.programme.key);
        all
    }

    fn formulas_of<'r>(&'r self, programme: &'r Programme) -> Vec<FormulaView<'r>> {
        let view = |name: String, part, (zh, en), bodies| {
            let body = self.holding(bodies)?;
            Some(FormulaView {
                name,
                programme,
                part,
                zh,
                en,
                body,
            })
        };
        let steps = programme.variables.iter().filter_map(|step| {
            let words = (step.name.as_str(), step.en.as_str());
            view(step.name.clone(), FormulaPart::Step, words, &step.bodies)
        });
        let conditions = programme.ways.iter().flat_map(|way| {
            let all = way.applies.iter().chain(&way.conditions);
            all.filter_map(move |one| {
                let name = way_name(&programme.key, way.kind, &one.key);
                let words = (one.label.zh.as_str(), one.label.en.as_str());
                view(name, FormulaPart::Condition, words, &one.bodies)
            })
        });
        let amounts = programme.components.iter().filter_map(|one| {
            let words = (one.label.zh.as_str(), one.label.en.as_str());
            view(
                one.label.zh.clone(),
                FormulaPart::Amount,
                words,
                &one.bodies,
            )
        });
        steps.chain(conditions).chain(amounts).collect()
    }

    /// Of dated values or formulas, the one that holds at the place on the day.
    pub fn holding<'v, T>(&self, values: &'v [Dated<T>]) -> Option<&'v Dated<T>> {
        dated::as_of(values, &self.chain(), self.on)
    }

    /// All dated values of the place and of those above it, the nearest level first, by date.
    pub fn through_time<'v, T>(&self, values: &'v [Dated<T>]) -> Vec<&'v Dated<T>> {
        let chain = self.chain();
        let near = |level: &LevelId| chain.iter().position(|l| l == level);
        let mut all: Vec<(usize, &Dated<T>)> = values
            .iter()
            .filter_map(|v| Some((near(&v.level)?, v)))
            .collect();
        all.sort_by_key(|(near, v)| (*near, v.from));
        all.into_iter().map(|(_, v)| v).collect()
    }

    /// A level by its index.
    pub fn level_at(&self, level: LevelId) -> &Level {
        self.inner.data.level(level)
    }

    /// Names of facts, parameters and variables that a formula speaks of, in the order in which
    /// they stand there; a longer name goes before one that it contains.
    pub fn names_in(&self, formula: &str) -> Vec<String> {
        let data = &self.inner.data;
        let facts = data.facts.iter().map(|f| f.name.as_str());
        let parameters = data.parameters.iter().map(|p| p.name.as_str());
        let variables = data.programmes.iter().flat_map(|p| &p.variables);
        let mut known: Vec<&str> = facts
            .chain(parameters)
            .chain(variables.map(|v| v.name.as_str()))
            .collect();
        known.sort_by_key(|name| std::cmp::Reverse(name.len()));
        known.dedup();
        let mut rest = formula.to_owned();
        let mut found: Vec<(usize, String)> = Vec::new();
        for name in known {
            while let Some(at) = rest.find(name) {
                if !found.iter().any(|(_, known)| known == name) {
                    found.push((at, name.to_owned()));
                }
                // As many bytes stay, so that places stay; no name holds a zero.
                rest.replace_range(at..at + name.len(), &"\0".repeat(name.len()));
            }
        }
        found.sort();
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// The programmes with their components, by key.
    pub fn programmes(&self) -> Vec<ProgrammeView> {
        let mut views: Vec<ProgrammeView> = self
            .compiled()
            .programmes
            .iter()
            .map(|plan| self.view(plan.index))
            .collect();
        views.sort_by(|a, b| a.key.cmp(&b.key));
        views
    }

    /// A programme, where the place has it on that day.
    pub fn programme(&self, key: &str) -> Option<&Programme> {
        let plan = self.compiled().programmes.iter().find(|p| p.key == key)?;
        Some(&self.inner.data.programmes[plan.index])
    }

    fn view(&self, index: usize) -> ProgrammeView {
        let data = &self.inner.data;
        let programme = &data.programmes[index];
        let chain = data.chain(self.inner.level);
        let components = programme.components.iter().filter_map(|component| {
            let body = dated::as_of(&component.bodies, &chain, self.on)?;
            Some(ComponentView {
                key: component.key.clone(),
                zh: component.label.zh.clone(),
                en: component.label.en.clone(),
                entity: body.value.entity,
                formula: body.value.formula.clone(),
                unit: component.unit.clone(),
                once: component.once,
                cite: body.cite.clone(),
                verified: body.verified,
            })
        });
        ProgrammeView {
            key: programme.key.clone(),
            zh: programme.label.zh.clone(),
            en: programme.label.en.clone(),
            section: programme.section.clone(),
            unit: programme.unit,
            cite: programme.cite.clone(),
            components: components.collect(),
        }
    }

    /// The parameters that have a value, by name.
    pub fn parameters(&self) -> Vec<ParameterView<'_>> {
        let data = &self.inner.data;
        let chain = data.chain(self.inner.level);
        let mut views: Vec<ParameterView<'_>> = data
            .parameters
            .iter()
            .filter(|p| !p.statistic && chain.contains(&p.level))
            .filter_map(|parameter| {
                let value = dated::as_of(&parameter.values, &chain, self.on)?;
                Some(ParameterView {
                    parameter,
                    value,
                    level: data.level(value.level),
                })
            })
            .collect();
        views.sort_by(|a, b| a.parameter.name.cmp(&b.parameter.name));
        views
    }

    /// The value of a parameter on that day, for the few that are read by name.
    pub fn parameter(&self, name: &str) -> Option<ParameterView<'_>> {
        self.parameters()
            .into_iter()
            .find(|v| v.parameter.name == name)
    }
}
