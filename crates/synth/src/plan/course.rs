//! The course of the dibao awards through the year.
//!
//! The October stock is fixed. Awards that entered in the year were missing before their
//! first month; awards that ended were there up to their last month; class changes move
//! persons from one class to another. The person-months January to October of a class are
//! ten times its October stock exactly when what is missing equals what comes on top, class
//! by class; [`super::months::balance`] moves first and last months until that is so.
//!
//! In December 2021 classes 1 and 2 then hold 12331 − 463 (entered) + 335 (left: 230 with
//! their household, 60 covered alone, 45 who died) + 95 − 85 (class changes) = 12213 persons,
//! 4.13% of the agricultural population of 295,708 (F-022).

use super::classes::positions;
use super::family::{Course, DibaoPlan, FamilyPlan, Span};
use super::months::{Unit, balance};
use super::targets::{CLASS_CHANGES, DEATHS, ENTRIES, EXITS, GRACE};
use crate::dice::{Dice, partition, subset_with_sum};
use crate::model::{DibaoClass, Reason, Revitalisation};

pub(super) fn run(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let mut moves = Vec::new();
    change_classes(dice, plans);
    deaths(dice, plans, &mut moves);
    entries(dice, plans, &mut moves);
    exits(dice, plans, &mut moves);
    let wanted = class_change_surplus(plans);
    let mut units: Vec<Unit> = moves.iter().map(|(_, unit)| *unit).collect();
    balance(dice, &mut units, &wanted);
    for ((at, _), unit) in moves.iter().zip(&units) {
        settle(dice, &mut plans[*at], unit);
    }
    grace_in_stock(dice, plans);
}

/// What each class still lacks once the class changes are counted: a household that came
/// from another class in month `at` was missing here and on top there for `at − 1` months.
fn class_change_surplus(plans: &[FamilyPlan]) -> Vec<i64> {
    let mut wanted = vec![0; 4];
    for dibao in plans.iter().filter_map(|plan| plan.dibao.as_ref()) {
        if let Course::ClassFrom { before, at } = dibao.course {
            let months = dibao.covered as i64 * (i64::from(at) - 1);
            wanted[dibao.class.index()] += months;
            wanted[before.index()] -= months;
        }
    }
    wanted
}

fn change_classes(dice: &mut Dice, plans: &mut [FamilyPlan]) {
    for (before, after, (households, persons)) in CLASS_CHANGES {
        let steady = positions(plans, |plan| {
            plan.is_steady_whole() && plan.dibao.is_some_and(|dibao| dibao.class == after)
        });
        for at in pick(dice, plans, &steady, households, persons) {
            let month = dice.between(2, 10) as u8;
            amend(&mut plans[at], |dibao| {
                dibao.course = Course::ClassFrom { before, at: month }
            });
        }
    }
}

/// Members die only in families that stand in no list, whose printed members stay.
fn deaths(dice: &mut Dice, plans: &mut [FamilyPlan], moves: &mut Vec<(usize, Unit)>) {
    for class in DibaoClass::ALL {
        let mut steady = positions(plans, |plan| {
            plan.list.is_none()
                && plan.is_steady_whole()
                && plan.dibao.is_some_and(|dibao| dibao.class == *class)
        });
        dice.shuffle(&mut steady);
        for at in &steady[..DEATHS[class.index()]] {
            plans[*at].size += 1;
            amend(&mut plans[*at], |dibao| {
                dibao.course = Course::LosesMember { last: 0 }
            });
            moves.push((*at, leaving(dice, *class, 1, 1)));
        }
    }
}

fn entries(dice: &mut Dice, plans: &mut [FamilyPlan], moves: &mut Vec<(usize, Unit)>) {
    for class in DibaoClass::ALL {
        let (singles, (households, persons)) = ENTRIES[class.index()];
        let of_class = |dibao: DibaoPlan| dibao.class == *class && dibao.span == Span::ALWAYS;
        let mut alone = positions(plans, |plan| {
            plan.dibao.is_some_and(|d| d.single && of_class(d))
        });
        dice.shuffle(&mut alone);
        let whole = positions(plans, |plan| {
            plan.is_steady_whole() && plan.dibao.is_some_and(of_class)
        });
        let mut entering = alone[..singles].to_vec();
        entering.extend(pick(dice, plans, &whole, households, persons));
        for at in entering {
            let persons = plans[at].dibao.as_ref().map_or(0, |dibao| dibao.covered) as i64;
            let months = dice.between(0, 9);
            amend(&mut plans[at], |dibao| dibao.span = Span::entering(1));
            moves.push((
                at,
                Unit {
                    account: class.index(),
                    persons,
                    months,
                    bounds: (0, 9),
                    sign: -1,
                },
            ));
        }
    }
}

/// Households that leave are, two in three, plain families of the lists in October; the
/// others stand in no list. The families are made here, or marked among the plain ones.
fn exits(dice: &mut Dice, plans: &mut Vec<FamilyPlan>, moves: &mut Vec<(usize, Unit)>) {
    for class in DibaoClass::ALL {
        let (singles, (households, persons), with_grace) = EXITS[class.index()];
        for _ in 0..singles {
            let size = dice.between(2, 5) as usize;
            let dibao = ended(*class, 1, true, Reason::Death);
            plans.push(FamilyPlan {
                dibao: Some(dibao),
                ..FamilyPlan::new(None, size)
            });
            moves.push((plans.len() - 1, leaving(dice, *class, 1, 0)));
        }
        let sizes = partition(dice, households, persons, 2, 8);
        for (nth, covered) in sizes.into_iter().enumerate() {
            let grace = nth < with_grace;
            let reason = if grace {
                Reason::GraceEnded
            } else {
                Reason::IncomeAbove
            };
            let at = plain_family(dice, plans, covered);
            plans[at].dibao = Some(ended(*class, covered, false, reason));
            let mut unit = leaving(dice, *class, covered as i64, if grace { 3 } else { 0 });
            if grace {
                unit.months = unit.months.max(3);
                amend(&mut plans[at], |dibao| {
                    dibao.course = Course::Grace { start: 1, last: 3 }
                });
            }
            moves.push((at, unit));
        }
    }
}

/// A family without any programme and of the given size: from the list of those out of
/// poverty, or a new one outside the lists.
fn plain_family(dice: &mut Dice, plans: &mut Vec<FamilyPlan>, size: usize) -> usize {
    if dice.chance(66) {
        let fits = |plan: &FamilyPlan| {
            plan.is_plain() && plan.size == size && plan.list == Some(Revitalisation::OutOfPoverty)
        };
        let start = dice.below(plans.len());
        let around = (start..plans.len()).chain(0..start);
        if let Some(at) = around.into_iter().find(|at| fits(&plans[*at])) {
            return at;
        }
    }
    plans.push(FamilyPlan::new(None, size));
    plans.len() - 1
}

fn ended(class: DibaoClass, covered: usize, single: bool, end: Reason) -> DibaoPlan {
    DibaoPlan {
        class,
        covered,
        single,
        span: Span::leaving(0),
        course: Course::Steady,
        end,
    }
}

fn leaving(dice: &mut Dice, class: DibaoClass, persons: i64, least: i64) -> Unit {
    let months = dice.between(least.max(1), 9);
    Unit {
        account: class.index(),
        persons,
        months,
        bounds: (least, 9),
        sign: 1,
    }
}

/// Writes a balanced month back into the plan.
fn settle(dice: &mut Dice, plan: &mut FamilyPlan, unit: &Unit) {
    let at = unit.months as u8;
    amend(plan, |dibao| {
        if unit.sign < 0 {
            dibao.span = Span::entering(at + 1);
        } else if let Course::LosesMember { .. } = dibao.course {
            dibao.course = Course::LosesMember { last: at };
        } else {
            dibao.span = Span::leaving(at);
            if let Course::Grace { .. } = dibao.course {
                // At most six months (民发〔2022〕83号 一(三)), begun within the year.
                let length = dice.between(3, 6).min(i64::from(at)) as u8;
                dibao.course = Course::Grace {
                    start: at + 1 - length,
                    last: at,
                };
            }
        }
    });
}

/// Grace periods that still run in October, among the undisturbed households.
fn grace_in_stock(dice: &mut Dice, plans: &mut [FamilyPlan]) {
    let ended = plans
        .iter()
        .filter_map(|plan| plan.dibao.as_ref())
        .filter(|dibao| matches!(dibao.course, Course::Grace { .. }));
    let (households, persons) = ended.fold((0, 0), |sum, dibao| (sum.0 + 1, sum.1 + dibao.covered));
    let steady = positions(plans, |plan| {
        plan.is_steady_whole()
            && plan
                .dibao
                .is_some_and(|dibao| dibao.class == DibaoClass::Third)
    });
    for at in pick(
        dice,
        plans,
        &steady,
        GRACE.0 - households,
        GRACE.1 - persons,
    ) {
        let start = dice.between(5, 10) as u8;
        let last = dice.between(10.max(i64::from(start) + 2), i64::from(start) + 5) as u8;
        amend(&mut plans[at], |dibao| {
            dibao.course = Course::Grace { start, last }
        });
    }
}

fn pick(
    dice: &mut Dice,
    plans: &[FamilyPlan],
    among: &[usize],
    households: usize,
    persons: usize,
) -> Vec<usize> {
    let covered: Vec<usize> = among
        .iter()
        .map(|at| plans[*at].dibao.as_ref().map_or(0, |dibao| dibao.covered))
        .collect();
    subset_with_sum(dice, &covered, households, persons)
        .into_iter()
        .map(|at| among[at])
        .collect()
}

fn amend(plan: &mut FamilyPlan, how: impl FnOnce(&mut DibaoPlan)) {
    if let Some(dibao) = &mut plan.dibao {
        how(dibao);
    }
}
