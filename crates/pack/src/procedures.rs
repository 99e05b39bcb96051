//! Procedures of a place: text of all rule sets, resolved for the one that a case keeps.

use crate::model::{LevelId, Only, ProcedureRules, ProcedureText, StepText, dated};
use crate::pack::{Data, Pack};
use chrono::NaiveDate;
use flow::{Delegation, LimitFrom, Parts, Procedure};
use kernel::DivisionCode;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Why there is no procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoProcedure {
    /// No level of the pack holds the place.
    #[error("政策包没有这个地方的规定 / the pack has no rules for this place")]
    Place,
    /// The place has no procedure of that key.
    #[error("没有这个办理程序 / there is no such procedure")]
    Key,
    /// It has no rules for that day.
    #[error("这一天没有适用的程序规则 / the procedure has no rules for that day")]
    Day,
}

/// Compiled procedures by level, key and day.
#[derive(Debug, Default)]
pub(crate) struct Compiled(Mutex<BTreeMap<(LevelId, String, NaiveDate), Arc<Procedure>>>);

/// More than this is not kept; a bureau works on cases of some hundred days of acceptance.
const KEPT: usize = 512;

impl Pack {
    /// The procedures as written, in the order of the texts.
    pub fn procedures(&self) -> &[ProcedureText] {
        &self.data().procedures
    }

    /// The procedures that a place has on a day.
    pub fn procedures_at(&self, place: &DivisionCode, on: NaiveDate) -> Vec<&ProcedureText> {
        let Some(level) = self.data().level_of(place) else {
            return Vec::new();
        };
        let chain = self.data().chain(level);
        self.procedures()
            .iter()
            .filter(|p| chain.contains(&p.level) && p.rules_on(on).is_some())
            .collect()
    }

    /// The procedure that a case keeps which is accepted at a place on a day.
    ///
    /// # Errors
    /// Where the pack has none.
    pub fn procedure(
        &self,
        key: &str,
        place: &DivisionCode,
        accepted: NaiveDate,
    ) -> Result<Arc<Procedure>, NoProcedure> {
        let data = self.data();
        let level = data.level_of(place).ok_or(NoProcedure::Place)?;
        let chain = data.chain(level);
        let text = data
            .procedures
            .iter()
            .find(|p| p.key == key && chain.contains(&p.level))
            .ok_or(NoProcedure::Key)?;
        let rules = text.rules_on(accepted).ok_or(NoProcedure::Day)?;
        let name = (level, key.to_owned(), accepted);
        let mut kept = self
            .compiled_procedures()
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.get(&name) {
            return Ok(Arc::clone(found));
        }
        let parts = resolve(data, text, rules, level, accepted);
        let given = parameters(data, level, accepted);
        // The text was loaded once when the pack was checked; a place changes no more than days.
        let procedure = Procedure::load(parts, &given).map_err(|_| NoProcedure::Day)?;
        let procedure = Arc::new(procedure);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(name, Arc::clone(&procedure));
        Ok(procedure)
    }

    /// The delegation register that the pack's text holds for a place.
    pub fn delegations(&self, place: &DivisionCode) -> Vec<Delegation> {
        let data = self.data();
        let Some(level) = data.level_of(place) else {
            return Vec::new();
        };
        let chain = data.chain(level);
        let mut found = Vec::new();
        for text in data.delegations.iter().filter(|d| chain.contains(&d.level)) {
            let whole = data.level(text.level).division;
            let divisions = if text.townships.is_empty() {
                whole.into_iter().collect()
            } else {
                text.townships.clone()
            };
            found.extend(divisions.into_iter().map(|division| Delegation {
                programme: text.programme.clone(),
                division,
                from: text.from,
                to: text.to,
                document: text.cite.clone(),
            }));
        }
        found
    }
}

/// The parameters of a place on a day, for conditions.
pub(crate) fn parameters(
    data: &Data,
    level: LevelId,
    on: NaiveDate,
) -> Vec<flow::model::Parameter> {
    let chain = data.chain(level);
    data.parameters
        .iter()
        .filter(|p| !p.statistic && chain.contains(&p.level))
        .map(|p| flow::model::Parameter {
            name: p.name.clone(),
            ty: p.ty.clone(),
            value: dated::as_of(&p.values, &chain, on).map(|v| v.value.value.clone()),
        })
        .collect()
}

/// A procedure for one rule set, place and day of acceptance.
pub(crate) fn resolve(
    data: &Data,
    text: &ProcedureText,
    rules: &ProcedureRules,
    level: LevelId,
    accepted: NaiveDate,
) -> Parts {
    let key = &rules.key;
    let mut resolving = Resolving {
        data,
        text,
        rules: key,
        steps: kept(&text.steps, key)
            .iter()
            .map(|s| s.step.key.clone())
            .collect(),
    };
    let label = &text.label;
    let mut parts = Parts {
        key: text.key.clone(),
        label: flow::Label::new(label.zh.clone(), label.en.clone()),
        programme: text.programme.clone(),
        kind: text.kind.clone(),
        rules: key.clone(),
        from: rules.from,
        to: rules.to,
        cite: rules.cite.clone(),
        never_public: text.never_public,
        lamps: text.lamps,
        facts: data.case_facts.clone(),
        papers: kept(&text.papers, key),
        steps: kept(&text.steps, key)
            .into_iter()
            .map(|s| resolving.step(s))
            .collect(),
        totals: kept(&text.totals, key),
        extensions: kept(&text.extensions, key),
        pauses: kept(&text.pauses, key),
        anywhere: kept(&text.anywhere, key),
    };
    for extension in &mut parts.extensions {
        resolving.levels(&mut extension.who);
    }
    for pause in &mut parts.pauses {
        resolving.levels(&mut pause.who);
        resolving.known(&mut pause.during);
    }
    for way in &mut parts.anywhere {
        resolving.levels(&mut way.who);
        resolving.known(&mut way.during);
    }
    shorten(data, &mut parts, level, accepted);
    parts
}

/// Limits that the place sets for itself.
fn shorten(data: &Data, parts: &mut Parts, level: LevelId, accepted: NaiveDate) {
    let chain = data.chain(level);
    for near in chain.iter().rev() {
        let own = data.local_limits.iter().filter(|l| {
            l.level == *near
                && l.procedure == parts.key
                && l.from <= accepted
                && l.to.is_none_or(|to| accepted <= to)
        });
        for local in own {
            for total in parts.totals.iter_mut().filter(|t| t.key == local.limit) {
                total.days = local.days;
                total.cite.clone_from(&local.cite);
            }
            let limits = parts.steps.iter_mut().filter_map(|s| s.limit.as_mut());
            for limit in limits.filter(|l| l.key == local.limit) {
                limit.days = local.days;
                limit.cite.clone_from(&local.cite);
            }
        }
    }
}

fn kept<T: Clone>(parts: &[Only<T>], rules: &str) -> Vec<T> {
    parts
        .iter()
        .filter(|p| p.in_set(rules))
        .map(|p| p.part.clone())
        .collect()
}

struct Resolving<'r> {
    data: &'r Data,
    text: &'r ProcedureText,
    rules: &'r str,
    steps: Vec<String>,
}

impl Resolving<'_> {
    /// Drops names of steps that only other rule sets have; unknown ones stay and are reported.
    fn known(&self, keys: &mut Vec<String>) {
        keys.retain(|key| self.steps.contains(key) || !self.text.has_step(key));
    }

    fn levels(&self, who: &mut [flow::Doer]) {
        for doer in who {
            let role = self.data.roles.iter().find(|r| r.key == doer.role);
            doer.level = role.map(|r| r.level);
        }
    }

    fn step(&mut self, text: StepText) -> flow::Step {
        let rules = self.rules;
        let mut step = text.step;
        self.known(&mut step.after);
        self.known(&mut step.otherwise);
        self.known(&mut step.other_than);
        step.who = kept(&text.who, rules);
        self.levels(&mut step.who);
        step.forms = kept(&text.forms, rules);
        step.papers = kept(&text.papers, rules);
        step.papers.retain(|key| {
            let other = self
                .text
                .papers
                .iter()
                .any(|p| p.part.key == *key && !p.in_set(rules));
            let own = self
                .text
                .papers
                .iter()
                .any(|p| p.part.key == *key && p.in_set(rules));
            own || !other
        });
        step.signatures = kept(&text.signatures, rules);
        step.publicity = kept(&text.publicity, rules).into_iter().next();
        step.limit = kept(&text.limits, rules).into_iter().next();
        if let Some(limit) = &mut step.limit
            && let LimitFrom::Finished(key) = &limit.from
            && !self.steps.contains(key)
            && self.text.has_step(key)
        {
            limit.from = LimitFrom::Opened;
        }
        step.outcomes = kept(&text.outcomes, rules);
        for outcome in &mut step.outcomes {
            self.known(&mut outcome.opens);
            self.known(&mut outcome.reopens);
            let other_total = |key: &String| {
                let totals = &self.text.totals;
                totals.iter().any(|t| t.part.key == *key && t.in_set(rules))
                    || !totals.iter().any(|t| t.part.key == *key)
            };
            outcome.starts.retain(other_total);
            outcome.stops.retain(other_total);
            if outcome.cite.is_empty() {
                outcome.cite.clone_from(&step.cite);
            }
        }
        step
    }
}
