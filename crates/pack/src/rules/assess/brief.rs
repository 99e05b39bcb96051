//! The same verdicts and amounts without their words, for many families at once.
//!
//! A simulation asks who qualifies and for how much, twenty thousand times over;
//! reasons and clauses are then of no use and cost more than the answer. The
//! conditions, their order and the amounts are those of an assessment in full,
//! and `tests/simulate.rs` holds both to the same answers.

use super::Verdict;
use super::closure;
use crate::model::WayKind;
use crate::rules::assemble::ProgrammePlan;
use crate::rules::ways::{ConditionPlan, WayPlan};
use crate::rules::{Case, Compiled, Computed, Engine};
use formula::{Evaluation, Value, Workspace};

/// What came out of one programme for the household or one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brief {
    /// Place of the programme among those compiled.
    pub programme: usize,
    /// Place of the way among those of the programme.
    pub way: usize,
    /// The member, from 0; none for the household.
    pub member: Option<usize>,
    /// The verdict.
    pub verdict: Verdict,
    /// The members that an award would cover.
    pub covered: Vec<usize>,
    /// What would be paid: component, member, fen; none where it cannot be told.
    pub lines: Option<Vec<(usize, usize, i64)>>,
}

/// Whether a list of conditions is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    /// All are.
    Yes,
    /// One is not, whatever the others lack.
    No,
    /// A fact or parameter that decides it is missing.
    Open,
}

impl<'r> Engine<'r> {
    /// The programmes to look at: those asked for and those before which they
    /// step back; all that the place has where none is named.
    pub(crate) fn wanted(&self, programmes: &[String]) -> Vec<bool> {
        closure(&self.rules().compiled().programmes, programmes)
    }

    /// As [`Engine::assess`], without words; in the order of looking. What is `known` of the
    /// programmes that are not wanted is taken as it is.
    pub(crate) fn brief(&mut self, case: &Case, wanted: &[bool], known: Vec<Brief>) -> Vec<Brief> {
        let compiled = self.rules().compiled();
        let mut workspace = std::mem::take(&mut self.workspace);
        let before = known.len();
        let mut found: Vec<Brief> = known;
        {
            let mut evaluation = self
                .linked()
                .evaluate(&case.family, &mut workspace)
                .untold();
            for &index in compiled.order.iter().filter(|i| wanted[**i]) {
                for (n, way) in compiled.programmes[index].ways.iter().enumerate() {
                    if way.kind == WayKind::Household {
                        let one = self.brief_of((index, n), None, case, &mut evaluation, &found);
                        found.push(one);
                        continue;
                    }
                    for member in 0..case.family.members.len() {
                        let at = Some(member);
                        let one = self.brief_of((index, n), at, case, &mut evaluation, &found);
                        found.push(one);
                    }
                }
            }
        }
        self.workspace = workspace;
        found.split_off(before)
    }

    /// What awards would pay that are known to come about: programme, way and covered members of
    /// each.
    pub(crate) fn pays(
        &mut self,
        case: &Case,
        awards: &[(usize, usize, Vec<usize>)],
    ) -> Vec<Option<Vec<(usize, usize, i64)>>> {
        let compiled = self.rules().compiled();
        let mut workspace = std::mem::take(&mut self.workspace);
        let paid = {
            let mut evaluation = self
                .linked()
                .evaluate(&case.family, &mut workspace)
                .untold();
            let one = |(programme, way, covered): &(usize, usize, Vec<usize>)| {
                let plan = &compiled.programmes[*programme];
                self.brief_pay(plan, &plan.ways[*way], case, &mut evaluation, covered)
            };
            awards.iter().map(one).collect()
        };
        self.workspace = workspace;
        paid
    }

    fn brief_of(
        &self,
        (programme, n): (usize, usize),
        member: Option<usize>,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
        found: &[Brief],
    ) -> Brief {
        let compiled: &'r Compiled = self.rules().compiled();
        let plan = &compiled.programmes[programme];
        let way = &plan.ways[n];
        let mut out = Brief {
            programme,
            way: n,
            member,
            verdict: Verdict::Unknown,
            covered: Vec::new(),
            lines: None,
        };
        if way.kind == WayKind::Single
            && let Some(whole) = found
                .iter()
                .find(|b| b.programme == programme && b.member.is_none())
        {
            match whole.verdict {
                Verdict::Qualifies | Verdict::Yields => {
                    out.verdict = Verdict::NotApplicable;
                    return out;
                }
                Verdict::Unknown => return out,
                _ => {}
            }
        }
        let at = member.unwrap_or(0);
        match met(&way.applies, at, evaluation) {
            Met::No => {
                out.verdict = Verdict::NotApplicable;
                return out;
            }
            Met::Open => return out,
            Met::Yes => {}
        }
        match met(&way.conditions, at, evaluation) {
            Met::No => {
                out.verdict = Verdict::Fails;
                return out;
            }
            Met::Open => return out,
            Met::Yes => {}
        }
        let covered = match member {
            Some(member) => Ok(vec![member]),
            None => self.covered(way, case, evaluation),
        };
        let Ok(covered) = covered else { return out };
        out.covered = covered;
        out.covered
            .retain(|m| !self.goes_before(plan, *m, case, found));
        if out.covered.is_empty() {
            out.verdict = Verdict::Yields;
            return out;
        }
        out.verdict = Verdict::Qualifies;
        out.lines = self.brief_pay(plan, way, case, evaluation, &out.covered);
        out
    }

    /// Whether another programme goes before for a member.
    fn goes_before(
        &self,
        plan: &ProgrammePlan,
        member: usize,
        case: &Case,
        found: &[Brief],
    ) -> bool {
        let compiled = self.rules().compiled();
        plan.yields.iter().any(|y| {
            let key = &y.programme;
            case.holds.iter().any(|(m, k)| *m == member && k == key)
                || found.iter().any(|b| {
                    b.verdict == Verdict::Qualifies
                        && compiled.programmes[b.programme].key == *key
                        && b.covered.contains(&member)
                })
        })
    }

    fn brief_pay(
        &self,
        plan: &'r ProgrammePlan,
        way: &WayPlan,
        case: &Case,
        evaluation: &mut Evaluation<'_>,
        covered: &[usize],
    ) -> Option<Vec<(usize, usize, i64)>> {
        if plan.components.is_empty() {
            return Some(Vec::new());
        }
        let computed = if self.same_award(way, case, covered) {
            self.amounts(plan, covered, evaluation)
        } else {
            let family = self.award(way, case, covered);
            let mut workspace = Workspace::default();
            let mut own = self.linked().evaluate(&family, &mut workspace).untold();
            self.amounts(plan, covered, &mut own)
        };
        paid(plan, &computed)
    }
}

/// The lines of an award by place of the component; none where it is not payable.
pub(crate) fn paid(
    plan: &ProgrammePlan,
    computed: &Computed<'_>,
) -> Option<Vec<(usize, usize, i64)>> {
    if !computed.payable() {
        return None;
    }
    let place = |key: &str| plan.components.iter().position(|c| c.key == key);
    let lines = computed.lines.iter();
    Some(
        lines
            .filter_map(|l| Some((place(l.component)?, l.member, l.amount.fen())))
            .collect(),
    )
}

/// Asks the conditions one after the other; one that is not met decides.
fn met(conditions: &[ConditionPlan], at: usize, evaluation: &mut Evaluation<'_>) -> Met {
    let mut open = false;
    for condition in conditions {
        match evaluation.known(condition.variable, at) {
            Some(Value::Boolean(true)) => {}
            // Null is no yes: a condition about what does not exist is not met.
            Some(_) => return Met::No,
            None => open = true,
        }
    }
    if open { Met::Open } else { Met::Yes }
}
