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
use formula::{Evaluation, Steps, Value, Workspace};

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
    /// How the conditions came out.
    pub states: States,
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

/// How the conditions of a way came out, two bits each in their order, those that say whether it
/// applies first; nought where one was not asked. The 33rd and later are not kept.
pub(crate) type States = u64;

const YES: States = 1;
const NO: States = 2;
const OPEN: States = 3;

/// The bits of the condition at a place.
pub(crate) fn state_bits(place: usize) -> States {
    OPEN.checked_shl(place as u32 * 2).unwrap_or(0)
}

/// What is known of a household before it is asked about.
#[derive(Debug, Default)]
pub(crate) struct Before<'b> {
    /// Who qualifies for programmes that are not asked about.
    pub known: Vec<Brief>,
    /// How conditions came out, for every way and member in the order of looking.
    pub states: &'b [States],
    /// By programme and way, the bits of conditions that come out as before.
    pub same: &'b [Vec<States>],
    /// What steps came to that no change reaches.
    pub steps: Option<&'b Steps>,
}

/// The conditions of one way for one member, as they are asked.
#[derive(Debug)]
struct Conditions {
    /// How they came out before, where they come out the same.
    before: States,
    now: States,
    place: usize,
}

impl Conditions {
    /// Asks conditions one after the other; one that is not met decides. None where somebody has
    /// to be asked and nobody can.
    fn met(
        &mut self,
        conditions: &[ConditionPlan],
        at: usize,
        mut evaluation: Option<&mut Evaluation<'_>>,
    ) -> Option<Met> {
        let begin = self.place;
        self.place += conditions.len();
        let mut open = false;
        for (n, condition) in conditions.iter().enumerate() {
            let at_bit = (begin + n) as u32 * 2;
            let stood = self.before.checked_shr(at_bit).unwrap_or(0) & 0b11;
            let one = match stood {
                YES => Met::Yes,
                NO => Met::No,
                OPEN => Met::Open,
                _ => match evaluation.as_deref_mut()?.known(condition.variable, at) {
                    Some(Value::Boolean(true)) => Met::Yes,
                    // Null is no yes: a condition about what does not exist is not met.
                    Some(_) => Met::No,
                    None => Met::Open,
                },
            };
            let state = match one {
                Met::Yes => YES,
                Met::No => NO,
                Met::Open => OPEN,
            };
            self.now |= state.checked_shl(at_bit).unwrap_or(0);
            match one {
                Met::Yes => {}
                Met::No => return Some(Met::No),
                Met::Open => open = true,
            }
        }
        Some(if open { Met::Open } else { Met::Yes })
    }
}

impl<'r> Engine<'r> {
    /// The programmes to look at: those asked for and those before which they
    /// step back; all that the place has where none is named.
    pub(crate) fn wanted(&self, programmes: &[String]) -> Vec<bool> {
        closure(&self.rules().compiled().programmes, programmes)
    }

    /// As [`Engine::assess`], without words; in the order of looking. What is known before of the
    /// programmes that are not wanted is taken as it is.
    pub(crate) fn brief(&mut self, case: &Case, wanted: &[bool], before: Before<'_>) -> Vec<Brief> {
        let mut workspace = std::mem::take(&mut self.workspace);
        let found = {
            let evaluation = self.linked().evaluate(&case.family, &mut workspace);
            let mut evaluation = evaluation.untold();
            if let Some(steps) = before.steps {
                evaluation = evaluation.from(steps);
            }
            let members = case.family.members.len();
            self.all(members, wanted, before, Some((case, &mut evaluation)))
        };
        self.workspace = workspace;
        found.unwrap_or_default()
    }

    /// The same by what is known before alone, without looking at the family; none where that
    /// does not decide.
    pub(crate) fn brief_before(
        &self,
        members: usize,
        wanted: &[bool],
        before: Before<'_>,
    ) -> Option<Vec<Brief>> {
        self.all(members, wanted, before, None)
    }

    fn all(
        &self,
        members: usize,
        wanted: &[bool],
        before: Before<'_>,
        mut asked: Option<(&Case, &mut Evaluation<'_>)>,
    ) -> Option<Vec<Brief>> {
        let compiled = self.rules().compiled();
        let mut found = before.known;
        let known = found.len();
        let mut states = before.states.iter();
        for &index in &compiled.order {
            for (n, way) in compiled.programmes[index].ways.iter().enumerate() {
                let household = way.kind == WayKind::Household;
                let same = before.same.get(index).and_then(|ways| ways.get(n));
                for member in 0..if household { 1 } else { members } {
                    let stood = states.next().copied().unwrap_or(0);
                    if wanted[index] {
                        let conditions = Conditions {
                            before: stood & same.copied().unwrap_or(0),
                            now: 0,
                            place: 0,
                        };
                        let member = (!household).then_some(member);
                        let asked = asked.as_mut().map(|(case, eval)| (*case, &mut **eval));
                        let one = self.brief_of((index, n), member, conditions, asked, &found)?;
                        found.push(one);
                    }
                }
            }
        }
        Some(found.split_off(known))
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

    /// None where the family would have to be looked at, and is not there.
    fn brief_of(
        &self,
        (programme, n): (usize, usize),
        member: Option<usize>,
        mut conditions: Conditions,
        mut asked: Option<(&Case, &mut Evaluation<'_>)>,
        found: &[Brief],
    ) -> Option<Brief> {
        let compiled: &'r Compiled = self.rules().compiled();
        let plan = &compiled.programmes[programme];
        let way = &plan.ways[n];
        let verdict = |verdict, conditions: &Conditions| Brief {
            programme,
            way: n,
            member,
            verdict,
            covered: Vec::new(),
            lines: None,
            states: conditions.now,
        };
        let mut whole = found.iter();
        let whole = whole.find(|b| b.programme == programme && b.member.is_none());
        match whole
            .filter(|_| way.kind == WayKind::Single)
            .map(|w| w.verdict)
        {
            Some(Verdict::Qualifies | Verdict::Yields) => {
                return Some(verdict(Verdict::NotApplicable, &conditions));
            }
            Some(Verdict::Unknown) => return Some(verdict(Verdict::Unknown, &conditions)),
            _ => {}
        }
        let at = member.unwrap_or(0);
        for (list, no) in [
            (&way.applies, Verdict::NotApplicable),
            (&way.conditions, Verdict::Fails),
        ] {
            let evaluation = asked.as_mut().map(|(_, evaluation)| &mut **evaluation);
            match conditions.met(list, at, evaluation)? {
                Met::No => return Some(verdict(no, &conditions)),
                Met::Open => return Some(verdict(Verdict::Unknown, &conditions)),
                Met::Yes => {}
            }
        }
        let (case, evaluation) = asked?;
        let covered = match member {
            Some(member) => Ok(vec![member]),
            None => self.covered(way, case, evaluation),
        };
        let Ok(mut covered) = covered else {
            return Some(verdict(Verdict::Unknown, &conditions));
        };
        covered.retain(|m| !self.goes_before(plan, *m, case, found));
        if covered.is_empty() {
            return Some(verdict(Verdict::Yields, &conditions));
        }
        let lines = self.brief_pay(plan, way, case, evaluation, &covered);
        Some(Brief {
            covered,
            lines,
            ..verdict(Verdict::Qualifies, &conditions)
        })
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
