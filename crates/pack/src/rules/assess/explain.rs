//! How verdicts and amounts came about.

use super::Assessed;
use crate::model::WayKind;
use crate::rules::assemble::ProgrammePlan;
use crate::rules::explain::StepShown;
use crate::rules::ways::WayPlan;
use crate::rules::{Case, Engine};
use formula::{Entity, Family, VariableId};

type Target = (VariableId, usize);

impl<'r> Engine<'r> {
    /// The steps that led to an assessment of this case: what a step needs
    /// stands before it, and each stands once. Steps of an award that a single
    /// member would have follow, each once for that award.
    pub fn explain_assessment(&self, case: &Case, found: &[Assessed<'r>]) -> Vec<StepShown> {
        let compiled = self.rules().compiled();
        let mut targets: Vec<Target> = Vec::new();
        let mut awards: Vec<(Family, Vec<Target>, Option<&ProgrammePlan>)> = Vec::new();
        for one in found {
            let plan = compiled.programmes.iter().find(|p| p.key == one.programme);
            let way = plan.and_then(|p| p.ways.iter().find(|w| Some(w.kind) == one.way));
            let (Some(plan), Some(way)) = (plan, way) else {
                continue;
            };
            targets.extend(conditions(way, one));
            if one.monthly.is_none() && one.once.is_none() {
                continue;
            }
            let amounts = amounts(plan, one);
            if self.same_award(way, case, &one.covered) {
                targets.extend(amounts);
            } else {
                awards.push((self.award(way, case, &one.covered), amounts, Some(plan)));
            }
        }
        let mut steps: Vec<StepShown> = Vec::new();
        awards.insert(0, (case.family.clone(), targets, None));
        for (family, targets, plan) in awards {
            let plan = plan.or(compiled.programmes.first());
            let Some(plan) = plan else { continue };
            let trace = self.linked().explain(&family, &targets, &|_, _, _| None);
            let shown = trace.steps.iter().map(|s| self.step(plan, s));
            for mut step in shown {
                if let Some(label) = self.condition_label(&step.name) {
                    step.name = label.0;
                    step.label_en = label.1;
                }
                if !steps.contains(&step) {
                    steps.push(step);
                }
            }
        }
        steps
    }

    /// Whether an award of this way is what the case as it stands describes.
    pub(super) fn same_award(&self, way: &WayPlan, case: &Case, covered: &[usize]) -> bool {
        way.award.is_empty() && (way.kind == WayKind::Person || covered == case.covered)
    }

    fn condition_label(&self, name: &str) -> Option<(String, String)> {
        let compiled = self.rules().compiled();
        let entity = [Entity::Person, Entity::Household];
        let id = entity
            .into_iter()
            .find_map(|e| compiled.program.variable(e, name))?;
        let ways = compiled.programmes.iter().flat_map(|p| &p.ways);
        let all = ways.flat_map(|w| w.applies.iter().chain(&w.conditions));
        let found = all.into_iter().find(|c| c.variable == id)?;
        Some((found.label.zh.clone(), found.label.en.clone()))
    }
}

fn conditions(way: &WayPlan, one: &Assessed<'_>) -> Vec<Target> {
    let at = one.member.unwrap_or(0);
    way.applies
        .iter()
        .chain(&way.conditions)
        .map(|c| (c.variable, at))
        .collect()
}

fn amounts(plan: &ProgrammePlan, one: &Assessed<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    for component in &plan.components {
        if component.entity == Entity::Person {
            targets.extend(one.covered.iter().map(|m| (component.variable, *m)));
        } else {
            targets.push((component.variable, 0));
        }
    }
    targets
}
