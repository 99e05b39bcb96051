//! Temporary relief, January to October: who, for what, how many persons helped, how much.

use kernel::Money;

use super::classes::positions;
use super::family::{FamilyPlan, ReliefPlan, Scene};
use super::targets::{ACCIDENTS, CELLS, Pair, RELIEF, RELIEF_FEN, STUDENTS};
use crate::dice::Dice;
use crate::model::{ReliefCause, Revitalisation};

/// Families outside the lists that are in another programme too.
const SHARED: usize = 3000;

pub(super) fn assign(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let mut helped = Vec::new();
    let mut left = (RELIEF, STUDENTS, ACCIDENTS);
    for cell in &CELLS {
        let among = positions(plans, |plan| plan.list == Some(cell.list) && may_get(plan));
        let chosen = choose(dice, plans, among, cell.relief);
        helped.extend(grant(
            dice,
            plans,
            &chosen,
            cell.relief,
            cell.students,
            cell.accidents,
        ));
        left.0 = (left.0.0 - cell.relief.0, left.0.1 - cell.relief.1);
        left.1 -= cell.students;
        left.2 -= cell.accidents;
    }
    let (rest, students, accidents) = left;
    let mut outside = positions(plans, |plan| plan.list.is_none() && may_get(plan));
    dice.shuffle(&mut outside);
    outside.truncate(SHARED);
    let weights = [(1, 20), (2, 20), (3, 22), (4, 20), (5, 12), (6, 6)];
    while outside.len() < rest.0 {
        plans.push(FamilyPlan::new(None, dice.weighted(&weights)));
        outside.push(plans.len() - 1);
    }
    helped.extend(grant(dice, plans, &outside, rest, students, accidents));
    amounts(dice, plans, &helped);
}

fn may_get(plan: &FamilyPlan) -> bool {
    let loses = plan
        .dibao
        .is_some_and(|dibao| matches!(dibao.course, super::Course::LosesMember { .. }));
    plan.scene == Scene::General && !loses && !plan.disabled.iter().any(|member| member.dies)
}

/// Families that together have enough members for the persons helped.
fn choose(dice: &mut Dice, plans: &[FamilyPlan], mut among: Vec<usize>, of: Pair) -> Vec<usize> {
    dice.shuffle(&mut among);
    let mut chosen: Vec<usize> = among[..of.0].to_vec();
    let mut rest: Vec<usize> = among[of.0..].to_vec();
    rest.sort_by_key(|at| plans[*at].size);
    let mut members: usize = chosen.iter().map(|at| plans[*at].size).sum();
    chosen.sort_by_key(|at| std::cmp::Reverse(plans[*at].size));
    for at in (0..chosen.len()).rev() {
        if members >= of.1 {
            break;
        }
        if let Some(larger) = rest.pop() {
            members = members + plans[larger].size - plans[chosen[at]].size;
            chosen[at] = larger;
        }
    }
    dice.shuffle(&mut chosen);
    chosen
}

fn grant(
    dice: &mut Dice,
    plans: &mut [FamilyPlan],
    chosen: &[usize],
    of: Pair,
    students: usize,
    accidents: usize,
) -> Vec<usize> {
    let mut persons = vec![1; chosen.len()];
    let mut left = of.1 - chosen.len();
    while left > 0 {
        let at = dice.below(chosen.len());
        if persons[at] < plans[chosen[at]].size {
            persons[at] += 1;
            left -= 1;
        }
    }
    let (mut students, mut accidents) = (students, accidents);
    for (at, persons) in chosen.iter().zip(persons) {
        let cause = if students > 0 && may_have_student(&plans[*at]) {
            students -= 1;
            ReliefCause::Student
        } else if accidents > 0 {
            accidents -= 1;
            ReliefCause::Accident
        } else {
            dice.weighted(&[
                (ReliefCause::Illness, 62),
                (ReliefCause::Hardship, 32),
                (ReliefCause::Disaster, 6),
            ])
        };
        let month = match cause {
            // The school year begins in September.
            ReliefCause::Student => dice.weighted(&[(7, 5), (8, 45), (9, 40), (10, 10)]),
            _ => dice.weighted(&[
                (1, 14),
                (2, 6),
                (3, 9),
                (4, 9),
                (5, 9),
                (6, 10),
                (7, 10),
                (8, 10),
                (9, 13),
                (10, 10),
            ]),
        };
        let urgent = matches!(cause, ReliefCause::Accident | ReliefCause::Disaster)
            || (cause == ReliefCause::Illness && dice.chance(20));
        plans[*at].relief = Some(ReliefPlan {
            month,
            persons,
            amount: Money::ZERO,
            cause,
            urgent,
        });
    }
    assert_eq!(
        (students, accidents),
        (0, 0),
        "too few families can have a student"
    );
    chosen.to_vec()
}

/// A student needs a parent of middle age; single covered persons and small families are
/// left alone.
fn may_have_student(plan: &FamilyPlan) -> bool {
    let quiet = plan
        .dibao
        .is_none_or(|dibao| !dibao.single && matches!(dibao.course, super::Course::Steady));
    plan.size >= 3 && plan.disabled.len() < 2 && quiet && plan.list != Some(Revitalisation::Sudden)
        || plan.size >= 5 && quiet
}

/// Amounts by cause and persons, moved in steps of a hundred yuan until they add up; what
/// remains below a hundred falls to one illness, whose bills are never round.
fn amounts(dice: &mut Dice, plans: &mut [FamilyPlan], helped: &[usize]) {
    let mut yuan: Vec<i64> = helped
        .iter()
        .map(|at| plans[*at].relief.map_or(0, |relief| draw(dice, &relief)))
        .collect();
    let mut off = RELIEF_FEN / 100 - yuan.iter().sum::<i64>();
    while off.abs() >= 100 {
        let at = dice.below(yuan.len());
        let step = off.signum() * 100;
        if (300..=20_000).contains(&(yuan[at] + step)) {
            yuan[at] += step;
            off -= step;
        }
    }
    let ill = |at: &usize| {
        plans[helped[*at]]
            .relief
            .is_some_and(|relief| relief.cause == ReliefCause::Illness)
    };
    if let Some(at) = (0..yuan.len()).filter(ill).find(|at| yuan[*at] > 1000) {
        yuan[at] += off;
        off = 0;
    }
    assert_eq!(off, 0);
    for (at, yuan) in helped.iter().zip(yuan) {
        if let Some(relief) = &mut plans[*at].relief {
            relief.amount = Money::from_fen(yuan * 100);
        }
    }
}

/// A plausible amount in whole yuan.
fn draw(dice: &mut Dice, relief: &ReliefPlan) -> i64 {
    let persons = relief.persons as i64;
    let hundreds = |dice: &mut Dice, low, high| dice.between(low, high) * 100;
    match relief.cause {
        ReliefCause::Student => hundreds(dice, 20, 50),
        ReliefCause::Accident => hundreds(dice, 30, 150),
        ReliefCause::Disaster => 500 * persons + hundreds(dice, 5, 25),
        ReliefCause::Hardship => 400 * persons + hundreds(dice, 2, 9),
        // Most bills are small; a few are heavy.
        ReliefCause::Illness if dice.chance(8) => dice.between(5_000, 15_000),
        ReliefCause::Illness => 300 * persons + dice.between(5, 30) * 100,
    }
}
