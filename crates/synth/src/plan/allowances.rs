//! The two disability allowances.
//!
//! Living allowance: disabled persons in dibao families. Care allowance: grades 1 and 2, in
//! or out of dibao. Tekun persons get neither. The counts of F-018 and F-019 fix how many
//! singles and members of whole households have which; families outside dibao fill the care
//! allowance up. Persons whose allowance was removed (F-021) are those who left dibao or
//! died, and families outside dibao that are on no roster any more in October.

use super::classes::positions;
use super::family::{DisabledPlan, FamilyPlan, Severity, Span};
use super::stock::{RECIPIENT, care_only};
use super::targets::{BOTH, CARE, LIVING, REMOVED, SINGLES_BOTH, WHOLE_DISABLED};
use crate::dice::Dice;
use crate::model::Revitalisation;

/// Families outside dibao with two severely disabled members.
const DOUBLE_CARE: usize = 46;
/// Members of left whole households whose living allowance ended with dibao.
const LEFT_WITH_DIBAO: usize = 40;
/// Allowances outside dibao that began within the year.
const NEW_CARE: usize = 150;

pub(super) fn assign(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    singles(dice, plans);
    whole_households(dice, plans);
    outside_dibao(dice, plans);
    removed(dice, plans);
}

fn singles(dice: &mut Dice, plans: &mut [FamilyPlan]) {
    let mut current = positions(plans, |plan| {
        plan.current_dibao().is_some_and(|dibao| dibao.single)
    });
    dice.shuffle(&mut current);
    for (nth, at) in current.into_iter().enumerate() {
        let span = plans[at].dibao.map_or(Span::ALWAYS, |dibao| dibao.span);
        plans[at].disabled.push(if nth < SINGLES_BOTH {
            DisabledPlan {
                severity: Severity::Severe,
                living: Some(span),
                care: Some(earlier(dice, span)),
                dies: false,
            }
        } else {
            DisabledPlan {
                severity: Severity::ThirdMental,
                living: Some(span),
                care: None,
                dies: false,
            }
        });
    }
    let left = positions(plans, |plan| {
        plan.dibao
            .is_some_and(|dibao| dibao.single && !dibao.span.is_current())
    });
    for at in left {
        let span = plans[at].dibao.map_or(Span::ALWAYS, |dibao| dibao.span);
        let care = dice.chance(84).then_some(span);
        let severity = if care.is_some() {
            Severity::Severe
        } else {
            Severity::ThirdMental
        };
        plans[at].disabled.push(DisabledPlan {
            severity,
            living: Some(span),
            care,
            dies: true,
        });
    }
}

/// The care allowance may have begun before dibao did.
fn earlier(dice: &mut Dice, span: Span) -> Span {
    if dice.chance(50) { Span::ALWAYS } else { span }
}

fn whole_households(dice: &mut Dice, plans: &mut [FamilyPlan]) {
    let recipients = LIVING
        - positions(plans, |plan| {
            plan.current_dibao().is_some_and(|dibao| dibao.single)
        })
        .len();
    let mut holders = positions(plans, |plan| {
        !plan.disabled.is_empty() && plan.current_dibao().is_some_and(|d| !d.single)
    });
    // A tenth of the families on the lists have a second recipient.
    let seconds: Vec<usize> = holders
        .iter()
        .copied()
        .filter(|at| room(&plans[*at]))
        .filter(|_| dice.chance(10))
        .collect();
    for at in &seconds {
        plans[*at].disabled.push(RECIPIENT);
    }
    // The others live outside the lists, where members of these families are not printed.
    let mut left = recipients - holders.len() - seconds.len();
    let mut outside = positions(plans, |plan| {
        plan.list.is_none() && plan.current_dibao().is_some_and(|d| !d.single)
    });
    dice.shuffle(&mut outside);
    for at in outside.iter().copied().cycle() {
        if left == 0 {
            break;
        }
        if room(&plans[at]) && (plans[at].disabled.is_empty() || dice.chance(20)) {
            plans[at].disabled.push(RECIPIENT);
            left -= 1;
        }
    }
    // Disabled persons who have no allowance (yet).
    let mut without = WHOLE_DISABLED - recipients;
    let anyone = positions(plans, |plan| {
        plan.current_dibao().is_some_and(|d| !d.single)
    });
    while without > 0 {
        let at = dice.pick(&anyone);
        if room(&plans[at]) {
            plans[at].disabled.push(DisabledPlan {
                living: None,
                ..RECIPIENT
            });
            without -= 1;
        }
    }
    // Who of the recipients is severely disabled and has both, and when it began.
    let mut all: Vec<(usize, usize)> = Vec::new();
    holders = anyone;
    for at in holders {
        all.extend(
            (0..plans[at].disabled.len())
                .filter(|nth| plans[at].disabled[*nth].living.is_some())
                .map(|nth| (at, nth)),
        );
    }
    dice.shuffle(&mut all);
    for (rank, (at, nth)) in all.into_iter().enumerate() {
        let span = plans[at].dibao.map_or(Span::ALWAYS, |dibao| dibao.span);
        let span = if span == Span::ALWAYS && dice.chance(4) {
            Span::entering(dice.between(2, 10) as u8)
        } else {
            span
        };
        let member = &mut plans[at].disabled[nth];
        member.living = Some(span);
        if rank < BOTH - SINGLES_BOTH {
            member.severity = Severity::Severe;
            member.care = Some(earlier(dice, span));
        }
    }
}

/// Whether one more of those covered may be disabled: somebody must be able to run the house.
fn room(plan: &FamilyPlan) -> bool {
    plan.current_dibao()
        .is_some_and(|dibao| plan.disabled.len() + 1 < dibao.covered.min(4))
        || (plan.disabled.is_empty() && plan.current_dibao().is_some())
}

fn outside_dibao(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let listed = positions(plans, |plan| {
        plan.dibao.is_none() && !plan.disabled.is_empty()
    });
    let families = CARE - BOTH - listed.len() - DOUBLE_CARE;
    let weights = [(1, 8), (2, 22), (3, 22), (4, 22), (5, 16), (6, 10)];
    let sizes = (0..families).map(|_| dice.weighted(&weights)).collect();
    plans.extend(care_only(None, sizes));
    let mut all = positions(plans, |plan| {
        plan.dibao.is_none() && !plan.disabled.is_empty()
    });
    dice.shuffle(&mut all);
    for at in &all[..NEW_CARE] {
        plans[*at].disabled[0].care = Some(Span::entering(dice.between(2, 10) as u8));
    }
    let large = all[NEW_CARE..]
        .iter()
        .copied()
        .filter(|at| plans[*at].size >= 3)
        .take(DOUBLE_CARE)
        .collect::<Vec<_>>();
    for at in large {
        let first = plans[at].disabled[0];
        plans[at].disabled.push(first);
    }
}

fn removed(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let mut left = positions(plans, |plan| {
        plan.dibao
            .is_some_and(|d| !d.single && !d.span.is_current())
    });
    dice.shuffle(&mut left);
    for at in &left[..LEFT_WITH_DIBAO] {
        let span = plans[*at].dibao.map_or(Span::ALWAYS, |dibao| dibao.span);
        plans[*at].disabled.push(DisabledPlan {
            living: Some(span),
            ..RECIPIENT
        });
    }
    let so_far = plans
        .iter()
        .flat_map(|plan| &plan.disabled)
        .filter(|member| has_ended(member))
        .count();
    let mut plain = positions(plans, |plan| {
        plan.is_plain() && plan.list == Some(Revitalisation::OutOfPoverty) && plan.size >= 2
    });
    dice.shuffle(&mut plain);
    for nth in so_far..REMOVED {
        let span = Span::leaving(dice.between(0, 9) as u8);
        let member = DisabledPlan {
            severity: Severity::Severe,
            living: None,
            care: Some(span),
            dies: nth % 3 == 0,
        };
        if member.dies {
            let size = dice.between(2, 5) as usize;
            plans.push(FamilyPlan {
                disabled: vec![member],
                ..FamilyPlan::new(None, size)
            });
        } else if let Some(at) = plain.pop() {
            plans[at].disabled.push(member);
        }
    }
}

fn has_ended(member: &DisabledPlan) -> bool {
    [member.living, member.care]
        .into_iter()
        .flatten()
        .any(|span| !span.is_current())
}
