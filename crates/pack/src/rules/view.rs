//! What the rules are, for lists and pages.

use super::Rules;
use crate::model::{Dated, Level, Parameter, ParameterValue, Programme, dated};
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

impl Rules {
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
