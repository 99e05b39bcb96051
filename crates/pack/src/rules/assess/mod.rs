//! Who qualifies for what, and for how much.

mod brief;
mod explain;
mod gates;
mod pay;
mod verdict;

pub(crate) use brief::{Before, Brief, States, paid, state_bits};
pub(crate) use gates::Gated;
pub use verdict::{Assessed, Verdict};

use super::assemble::ProgrammePlan;
use super::ways::{ConditionPlan, WayPlan};
use super::{Case, Engine, FactFault, UnknownProgramme};
use crate::model::WayKind;
use formula::{Entity, Evaluation, Value};

impl<'r> Engine<'r> {
    /// Looks at programmes for a household and its members: the verdicts of the
    /// household's programmes, then those of each member, by programme.
    ///
    /// Programmes that are asked for bring those along before which they step
    /// back, so that a verdict does not depend on what else was asked; all that
    /// the place has where none is named.
    ///
    /// # Errors
    /// Where the place has no such programme on that day.
    pub fn assess(
        &mut self,
        case: &Case,
        programmes: &[String],
    ) -> Result<Vec<Assessed<'r>>, UnknownProgramme> {
        let compiled = self.rules().compiled();
        for key in programmes {
            self.plan(key)?;
        }
        let wanted = closure(&compiled.programmes, programmes);
        let mut workspace = std::mem::take(&mut self.workspace);
        let mut found: Vec<Assessed<'r>> = Vec::new();
        {
            let mut evaluation = self.linked().evaluate(&case.family, &mut workspace);
            for &index in compiled.order.iter().filter(|i| wanted[**i]) {
                let plan = &compiled.programmes[index];
                self.programme(plan, case, &mut evaluation, &mut found);
            }
        }
        self.workspace = workspace;
        found.retain(|a| programmes.is_empty() || programmes.iter().any(|p| p == a.programme));
        found.sort_by(|a, b| (a.member, a.programme).cmp(&(b.member, b.programme)));
        Ok(found)
    }

    /// Facts of the case that cannot be true together, by whom they are about.
    pub fn contradictions(&mut self, case: &Case) -> Vec<FactFault> {
        let compiled = self.rules().compiled();
        let mut faults = Vec::new();
        if compiled.contradictions.is_empty() {
            return faults;
        }
        let mut workspace = std::mem::take(&mut self.workspace);
        {
            let evaluation = self.linked().evaluate(&case.family, &mut workspace);
            for (index, variable) in &compiled.contradictions {
                let one = &self.rules().inner.data.contradictions[*index];
                let count = match one.entity {
                    Entity::Person => case.family.members.len(),
                    Entity::Supporter => case.family.supporters.as_ref().map_or(0, Vec::len),
                    _ => 1,
                };
                for place in 0..count {
                    if evaluation.known(*variable, place) == Some(&Value::Boolean(true)) {
                        let word = one.entity.word();
                        let path = if one.entity.is_listed() {
                            format!("{word}{}", place + 1)
                        } else {
                            word.to_owned()
                        };
                        faults.push(FactFault {
                            path,
                            zh: one.label.zh.clone(),
                            en: one.label.en.clone(),
                        });
                    }
                }
            }
        }
        self.workspace = workspace;
        faults
    }

    fn programme(
        &self,
        plan: &'r ProgrammePlan,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
        found: &mut Vec<Assessed<'r>>,
    ) {
        if plan.ways.is_empty() {
            let mut open = Assessed::new(plan, None, None);
            open.because(
                "政策包没有写明这个项目的条件，由决定确定",
                "the pack does not state the conditions of this programme; a decision does",
            );
            open.cite(Some(&plan.cite));
            found.push(open);
            return;
        }
        let members = case.family.members.len();
        for way in &plan.ways {
            if way.kind == WayKind::Household {
                let assessed = self.one(plan, way, None, case, evaluation, found);
                found.push(assessed);
                continue;
            }
            for member in 0..members {
                let assessed = self.one(plan, way, Some(member), case, evaluation, found);
                found.push(assessed);
            }
        }
    }

    fn one(
        &self,
        plan: &'r ProgrammePlan,
        way: &'r WayPlan,
        member: Option<usize>,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
        found: &[Assessed<'r>],
    ) -> Assessed<'r> {
        let mut out = Assessed::new(plan, Some(way.kind), member);
        if way.kind == WayKind::Single
            && let Some(whole) = household(found, &plan.key)
        {
            match whole.verdict {
                Verdict::Qualifies | Verdict::Yields => {
                    out.verdict = Verdict::NotApplicable;
                    out.because(
                        "整户已符合条件，不再单人申请",
                        "the household as a whole qualifies",
                    );
                    return out;
                }
                Verdict::Unknown => {
                    out.missing = whole.missing.clone();
                    out.reasons = whole.reasons.clone();
                    return out;
                }
                _ => {}
            }
        }
        let at = member.unwrap_or(0);
        let applies = self.ask(&way.applies, at, evaluation);
        if let Answer::No(index) = applies.answer {
            let condition = &way.applies[index];
            out.verdict = Verdict::NotApplicable;
            out.because(
                format!("不适用：{}", condition.label.zh),
                format!("does not apply: {}", condition.label.en),
            );
            out.cite(self.citation(condition));
            return out;
        }
        if let Answer::Unknown = applies.answer {
            applies.open.into_iter().for_each(|o| out.lacks(o));
            return out.tidy();
        }
        let asked = self.ask(&way.conditions, at, evaluation);
        match asked.answer {
            Answer::No(_) => {
                out.verdict = Verdict::Fails;
                for &index in &asked.failed {
                    let condition = &way.conditions[index];
                    out.because(
                        format!("不满足：{}", condition.label.zh),
                        format!("not met: {}", condition.label.en),
                    );
                    out.cite(self.citation(condition));
                }
                return out.tidy();
            }
            Answer::Unknown => {
                asked.open.into_iter().for_each(|o| out.lacks(o));
                return out.tidy();
            }
            Answer::Yes => {}
        }
        for condition in way.applies.iter().chain(&way.conditions) {
            out.because(&condition.label.zh, &condition.label.en);
            out.cite(self.citation(condition));
        }
        if member.is_none() {
            match self.covered(way, case, evaluation) {
                Ok(covered) => out.covered = covered,
                Err(open) => {
                    open.into_iter().for_each(|o| out.lacks(o));
                    return out.tidy();
                }
            }
        }
        self.step_back(plan, case, &mut out, found);
        if out.covered.is_empty() {
            out.verdict = Verdict::Yields;
            return out.tidy();
        }
        out.verdict = Verdict::Qualifies;
        self.pay(plan, way, case, evaluation, &mut out);
        if out.cites.is_empty() {
            out.cite(Some(&plan.cite));
        }
        out.tidy()
    }

    fn citation(&self, condition: &'r ConditionPlan) -> Option<&'r str> {
        let program = &self.rules().compiled().program;
        program
            .variable_decl(condition.variable)
            .citation
            .as_deref()
    }

    /// Asks all conditions: one that is not met decides, whatever the others lack.
    fn ask(
        &self,
        conditions: &[ConditionPlan],
        at: usize,
        evaluation: &mut Evaluation<'_>,
    ) -> Asked {
        let mut asked = Asked {
            answer: Answer::Yes,
            failed: Vec::new(),
            open: Vec::new(),
        };
        for (index, condition) in conditions.iter().enumerate() {
            match evaluation.known(condition.variable, at) {
                Some(Value::Boolean(true)) => {}
                // Null is no yes: a condition about what does not exist is not met.
                Some(_) => asked.failed.push(index),
                None => asked.open.push(evaluation.lacking(condition.variable, at)),
            }
        }
        asked.answer = match (asked.failed.first(), asked.open.is_empty()) {
            (Some(index), _) => Answer::No(*index),
            (None, true) => Answer::Yes,
            (None, false) => Answer::Unknown,
        };
        asked
    }

    fn covered(
        &self,
        way: &WayPlan,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
    ) -> Result<Vec<usize>, Vec<Lacking>> {
        let Some(variable) = way.covered else {
            return Ok(case.covered.clone());
        };
        let (mut covered, mut open) = (Vec::new(), Vec::new());
        for member in 0..case.family.members.len() {
            match evaluation.known(variable, member) {
                Some(Value::Boolean(true)) => covered.push(member),
                Some(_) => {}
                None => open.push(evaluation.lacking(variable, member)),
            }
        }
        if open.is_empty() {
            Ok(covered)
        } else {
            Err(open)
        }
    }

    /// Takes out those for whom another programme goes before: one that they
    /// hold, or one that this assessment finds them entitled to.
    fn step_back(
        &self,
        plan: &'r ProgrammePlan,
        case: &Case,
        out: &mut Assessed<'r>,
        found: &[Assessed<'r>],
    ) {
        let before = std::mem::take(&mut out.covered);
        for member in before {
            let has = |key: &str| {
                let holds = case.holds.iter().any(|(m, k)| *m == member && k == key);
                holds
                    || found.iter().any(|a| {
                        a.programme == key
                            && a.verdict == Verdict::Qualifies
                            && a.covered.contains(&member)
                    })
            };
            match plan.yields.iter().find(|y| has(&y.programme)) {
                None => out.covered.push(member),
                Some(first) => {
                    let other = self.label(&first.programme);
                    out.because(
                        format!("成员{}让位于{}", member + 1, other.0),
                        format!("member {} steps back before {}", member + 1, other.1),
                    );
                    out.cite(Some(&first.cite));
                }
            }
        }
    }

    fn label(&self, programme: &str) -> (String, String) {
        let data = &self.rules().inner.data;
        let found = data.programmes.iter().find(|p| p.key == programme);
        found.map_or_else(
            || (programme.to_owned(), programme.to_owned()),
            |p| (p.label.zh.clone(), p.label.en.clone()),
        )
    }
}

/// Parameters and facts that something lacks.
type Lacking = (Vec<String>, Vec<String>);

enum Answer {
    Yes,
    /// The first that is not met.
    No(usize),
    Unknown,
}

struct Asked {
    answer: Answer,
    failed: Vec<usize>,
    open: Vec<Lacking>,
}

fn household<'f, 'r>(found: &'f [Assessed<'r>], programme: &str) -> Option<&'f Assessed<'r>> {
    found
        .iter()
        .find(|a| a.programme == programme && a.way == Some(WayKind::Household))
}

/// The programmes asked for and those before which they step back.
fn closure(programmes: &[ProgrammePlan], asked: &[String]) -> Vec<bool> {
    let mut wanted: Vec<bool> = programmes
        .iter()
        .map(|p| asked.is_empty() || asked.contains(&p.key))
        .collect();
    loop {
        let more: Vec<usize> = programmes
            .iter()
            .enumerate()
            .filter(|(i, p)| {
                let needed = |q: &ProgrammePlan| q.yields.iter().any(|y| y.programme == p.key);
                !wanted[*i]
                    && programmes
                        .iter()
                        .enumerate()
                        .any(|(j, q)| wanted[j] && needed(q))
            })
            .map(|(i, _)| i)
            .collect();
        if more.is_empty() {
            return wanted;
        }
        more.into_iter().for_each(|i| wanted[i] = true);
    }
}
