//! What an award would pay those who qualify.

use super::Assessed;
use crate::rules::assemble::ProgrammePlan;
use crate::rules::compute::{breach, lines};
use crate::rules::ways::WayPlan;
use crate::rules::{Amiss, Case, Computed, Engine};
use formula::{Evaluation, Family, Workspace};
use kernel::Money;

impl<'r> Engine<'r> {
    /// Computes the amounts of somebody who qualifies.
    pub(super) fn pay(
        &self,
        plan: &'r ProgrammePlan,
        way: &WayPlan,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
        out: &mut Assessed<'r>,
    ) {
        if plan.components.is_empty() {
            return;
        }
        let computed = if self.same_award(way, case, &out.covered) {
            self.amounts(plan, &out.covered, evaluation)
        } else {
            let family = self.award(way, case, &out.covered);
            let mut workspace = Workspace::default();
            let mut own = self.linked().evaluate(&family, &mut workspace);
            self.amounts(plan, &out.covered, &mut own)
        };
        out.missing.extend(computed.missing.iter().cloned());
        for name in &computed.missing_parameters {
            out.because(
                format!("缺少参数：{name}"),
                format!("missing parameter: {name}"),
            );
        }
        for amiss in &computed.amiss {
            out.because(&amiss.zh, &amiss.en);
        }
        let program = &self.rules().compiled().program;
        for component in &plan.components {
            out.cite(
                program
                    .variable_decl(component.variable)
                    .citation
                    .as_deref(),
            );
        }
        if !computed.payable() {
            return;
        }
        let programme = &self.rules().inner.data.programmes[plan.index];
        let (mut monthly, mut once) = (None, None);
        for component in &plan.components {
            let declared = programme.components.iter().find(|c| c.key == component.key);
            let total = if declared.is_some_and(|c| c.once) {
                &mut once
            } else {
                &mut monthly
            };
            let lines = computed
                .lines
                .iter()
                .filter(|l| l.component == component.key);
            let sum: Money = lines.map(|l| l.amount).chain(*total).sum();
            *total = Some(sum);
        }
        (out.monthly, out.once) = (monthly, once);
    }

    /// What an award over some members pays, with its limits as amounts that cannot be paid.
    pub(super) fn amounts(
        &self,
        plan: &'r ProgrammePlan,
        members: &[usize],
        evaluation: &mut Evaluation<'_>,
    ) -> Computed<'r> {
        let mut computed = Computed::default();
        for component in &plan.components {
            lines(component, members, evaluation, &mut computed);
        }
        for check in &plan.checks {
            breach(check, members, evaluation, &mut computed);
        }
        for breach in std::mem::take(&mut computed.breaches) {
            computed.amiss.push(Amiss {
                component: breach.key.to_owned(),
                member: None,
                zh: breach.label.zh.clone(),
                en: breach.label.en.clone(),
            });
        }
        computed
    }

    /// The family as an award by this way would see it.
    pub(super) fn award(&self, way: &WayPlan, case: &Case, covered: &[usize]) -> Family {
        let mut family = case.family.clone();
        self.rules().cover(&mut family, covered, &way.award);
        family
    }
}
