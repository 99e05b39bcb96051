//! What an award pays in a month.

use super::assemble::{CheckPlan, ComponentPlan, ProgrammePlan};
use super::{Case, Compiled, Rules};
use crate::model::{Apportion, Label};
use formula::{Entity, Evaluation, Outcome, Value, Workspace};
use kernel::Money;

/// An amount for one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'r> {
    /// Which member, from 0.
    pub member: usize,
    /// Key of the component.
    pub component: &'r str,
    /// The amount; never zero.
    pub amount: Money,
}

/// A member who gets nothing because another programme goes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excluded<'r> {
    /// Which member, from 0.
    pub member: usize,
    /// The programme that goes before.
    pub by: &'r str,
    /// The clause.
    pub cite: &'r str,
}

/// A limit that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breach<'r> {
    /// Key of the check.
    pub key: &'r str,
    /// What to say.
    pub label: &'r Label,
    /// The clause.
    pub cite: &'r str,
}

/// A formula that gave something that cannot be paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amiss {
    /// Key of the component.
    pub component: String,
    /// Which member, from 0; none where the amount is the household's.
    pub member: Option<usize>,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

/// What an award pays in a month.
///
/// Pay only where [`Computed::payable`] says so: a missing fact or parameter is
/// never read as zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Computed<'r> {
    /// The lines, by component in the order of the programme, then by member.
    pub lines: Vec<Line<'r>>,
    /// Facts that nobody has given and on which an amount depends, by path.
    pub missing: Vec<String>,
    /// Parameters without a value on that day.
    pub missing_parameters: Vec<String>,
    /// Members who step back before another programme.
    pub excluded: Vec<Excluded<'r>>,
    /// Limits that do not hold.
    pub breaches: Vec<Breach<'r>>,
    /// Amounts that cannot be paid as they came out.
    pub amiss: Vec<Amiss>,
}

impl Computed<'_> {
    /// Whether every amount is known and payable.
    pub fn payable(&self) -> bool {
        self.missing.is_empty() && self.missing_parameters.is_empty() && self.amiss.is_empty()
    }

    /// The sum of the lines.
    pub fn total(&self) -> Money {
        self.lines.iter().map(|line| line.amount).sum()
    }
}

/// A programme that the place does not have on that day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("此地此日没有项目“{key}” / there is no programme “{key}” at this place on this day")]
pub struct UnknownProgramme {
    /// The key asked for.
    pub key: String,
}

/// Rules with memory to work in: one for each thread or batch.
#[derive(Debug)]
pub struct Engine<'r> {
    rules: &'r Rules,
    linked: formula::Linked<'r>,
    pub(super) workspace: Workspace,
}

impl Rules {
    /// Links the formulas with the values of the day.
    pub fn engine(&self) -> Engine<'_> {
        let linked = self.compiled().program.link(self.inner.parameters.clone());
        // Values were read by the declared types when the pack was loaded.
        let linked = linked.expect("the values of a checked pack are of their declared types");
        Engine {
            rules: self,
            linked,
            workspace: Workspace::default(),
        }
    }
}

impl<'r> Engine<'r> {
    /// The rules.
    pub fn rules(&self) -> &'r Rules {
        self.rules
    }

    /// The formulas linked with their values, for those who fill families themselves.
    pub fn linked(&self) -> &formula::Linked<'r> {
        &self.linked
    }

    /// What a variable of the household, or of one of its members, comes to; none where that
    /// cannot be said or there is no such variable.
    pub fn variable(
        &mut self,
        name: &str,
        case: &Case,
        member: Option<usize>,
    ) -> Option<formula::Value> {
        let program = &self.rules.compiled().program;
        let of_member = member.and_then(|n| Some((program.variable(Entity::Person, name)?, n)));
        let of_household = || Some((program.variable(Entity::Household, name)?, 0));
        let (variable, row) = of_member.or_else(of_household)?;
        match self
            .linked
            .evaluate(&case.family, &mut self.workspace)
            .get(variable, row)
        {
            Outcome::Known(value) => Some(value),
            _ => None,
        }
    }

    pub(super) fn plan(&self, programme: &str) -> Result<&'r ProgrammePlan, UnknownProgramme> {
        let compiled: &'r Compiled = self.rules.compiled();
        compiled
            .programmes
            .iter()
            .find(|p| p.key == programme)
            .ok_or_else(|| UnknownProgramme {
                key: programme.to_owned(),
            })
    }

    /// The lines of a component that is not a person's, and among how many it is spread.
    pub(super) fn spread(
        &self,
        plan: &'r ProgrammePlan,
        component: &'r ComponentPlan,
        case: &Case,
    ) -> (Vec<Line<'r>>, usize) {
        let mut computed = Computed::default();
        let members = exclude(plan, case, &mut computed);
        let mut workspace = Workspace::default();
        let mut evaluation = self.linked.evaluate(&case.family, &mut workspace);
        lines(component, &members, &mut evaluation, &mut computed);
        (computed.lines, members.len())
    }

    /// Computes what an award of a programme pays.
    ///
    /// # Errors
    /// Where the place has no such programme on that day.
    pub fn compute(
        &mut self,
        programme: &str,
        case: &Case,
    ) -> Result<Computed<'r>, UnknownProgramme> {
        let plan = self.plan(programme)?;
        let mut computed = Computed::default();
        let entitled = exclude(plan, case, &mut computed);
        let mut evaluation = self.linked.evaluate(&case.family, &mut self.workspace);
        for component in &plan.components {
            lines(component, &entitled, &mut evaluation, &mut computed);
        }
        for check in &plan.checks {
            breach(check, &entitled, &mut evaluation, &mut computed);
        }
        for list in [&mut computed.missing, &mut computed.missing_parameters] {
            list.sort();
            list.dedup();
        }
        Ok(computed)
    }
}

/// The covered members that do not step back.
fn exclude<'r>(plan: &'r ProgrammePlan, case: &Case, computed: &mut Computed<'r>) -> Vec<usize> {
    if case.holds.is_empty() || plan.yields.is_empty() {
        return case.covered.clone();
    }
    let before = |member: usize| {
        plan.yields.iter().find(|y| {
            case.holds
                .iter()
                .any(|(m, key)| *m == member && *key == y.programme)
        })
    };
    case.covered
        .iter()
        .copied()
        .filter(|member| match before(*member) {
            Some(y) => {
                let (by, cite) = (y.programme.as_str(), y.cite.as_str());
                computed.excluded.push(Excluded {
                    member: *member,
                    by,
                    cite,
                });
                false
            }
            None => true,
        })
        .collect()
}

pub(super) fn lines<'r>(
    component: &'r ComponentPlan,
    members: &[usize],
    evaluation: &mut Evaluation<'_>,
    computed: &mut Computed<'r>,
) {
    if members.is_empty() {
        return;
    }
    if component.entity == Entity::Person {
        for &member in members {
            let outcome = evaluation.get(component.variable, member);
            if let Some(amount) = amount(component, Some(member), outcome, computed) {
                put(component, member, amount, computed);
            }
        }
        return;
    }
    let outcome = evaluation.get(component.variable, 0);
    let Some(amount) = amount(component, None, outcome, computed) else {
        return;
    };
    match component.apportion {
        Apportion::First => put(component, members[0], amount, computed),
        Apportion::Equal => {
            let count = members.len() as i64;
            let (each, left) = (amount.fen() / count, amount.fen() % count);
            for (n, &member) in members.iter().enumerate() {
                let fen = each + i64::from((n as i64) < left);
                put(component, member, Money::from_fen(fen), computed);
            }
        }
    }
}

fn put<'r>(
    component: &'r ComponentPlan,
    member: usize,
    amount: Money,
    computed: &mut Computed<'r>,
) {
    if amount != Money::ZERO {
        computed.lines.push(Line {
            member,
            component: &component.key,
            amount,
        });
    }
}

fn amount(
    component: &ComponentPlan,
    member: Option<usize>,
    outcome: Outcome,
    computed: &mut Computed<'_>,
) -> Option<Money> {
    let (zh, en) = match outcome {
        Outcome::Unknown { missing } => {
            computed.missing.extend(missing);
            return None;
        }
        Outcome::MissingParameter { parameters } => {
            computed.missing_parameters.extend(parameters);
            return None;
        }
        Outcome::Known(Value::Number(n)) if n.is_negative() => {
            ("金额为负".to_owned(), "the amount is negative".to_owned())
        }
        Outcome::Known(Value::Number(n)) => match n.to_fen() {
            Some(fen) => return Some(Money::from_fen(fen)),
            None => (
                format!("金额 {n} 元不是整分，或超出范围；公式应先取整"),
                format!("the amount {n} 元 is not whole fen, or too large; the formula must round"),
            ),
        },
        Outcome::Known(_) => (
            "公式没有得出金额".to_owned(),
            "the formula gave no amount".to_owned(),
        ),
    };
    let (zh, en) = (
        format!("{}:{zh}", component.label.zh),
        format!("{}: {en}", component.label.en),
    );
    computed.amiss.push(Amiss {
        component: component.key.clone(),
        member,
        zh,
        en,
    });
    None
}

pub(super) fn breach<'r>(
    check: &'r CheckPlan,
    members: &[usize],
    evaluation: &mut Evaluation<'_>,
    computed: &mut Computed<'r>,
) {
    let places = if check.entity == Entity::Person {
        members
    } else {
        &[0]
    };
    for &place in places {
        match evaluation.get(check.variable, place) {
            Outcome::Known(Value::Boolean(true)) => {}
            Outcome::Known(_) => computed.breaches.push(Breach {
                key: &check.key,
                label: &check.label,
                cite: &check.cite,
            }),
            Outcome::Unknown { missing } => computed.missing.extend(missing),
            Outcome::MissingParameter { parameters } => {
                computed.missing_parameters.extend(parameters);
            }
        }
    }
}
