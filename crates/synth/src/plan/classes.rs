use super::family::FamilyPlan;
use super::targets::{CLASSES, SINGLES_FIRST};
use crate::dice::{Dice, subset_with_sum};
use crate::model::DibaoClass;

/// Divides the households of 一二类 and of 三四类 between their classes, so that households
/// and persons covered agree with the printed figures of each class.
pub(super) fn assign(dice: &mut Dice, plans: &mut [FamilyPlan]) {
    let singles = positions(plans, |plan| plan.dibao.is_some_and(|dibao| dibao.single));
    let mut order = singles;
    dice.shuffle(&mut order);
    set(plans, &order[..SINGLES_FIRST], DibaoClass::First);

    let upper = positions(plans, |plan| {
        plan.dibao
            .is_some_and(|dibao| !dibao.single && dibao.class.is_upper())
    });
    let (households, persons) = CLASSES[DibaoClass::First.index()];
    choose(
        dice,
        plans,
        &upper,
        households - SINGLES_FIRST,
        persons - SINGLES_FIRST,
        DibaoClass::First,
    );

    let lower = positions(plans, |plan| {
        plan.dibao.is_some_and(|dibao| !dibao.class.is_upper())
    });
    let (households, persons) = CLASSES[DibaoClass::Fourth.index()];
    choose(dice, plans, &lower, households, persons, DibaoClass::Fourth);
}

fn choose(
    dice: &mut Dice,
    plans: &mut [FamilyPlan],
    among: &[usize],
    households: usize,
    persons: usize,
    class: DibaoClass,
) {
    let covered: Vec<usize> = among
        .iter()
        .map(|at| plans[*at].dibao.as_ref().map_or(0, |dibao| dibao.covered))
        .collect();
    let picked = subset_with_sum(dice, &covered, households, persons);
    let chosen: Vec<usize> = picked.into_iter().map(|at| among[at]).collect();
    set(plans, &chosen, class);
}

fn set(plans: &mut [FamilyPlan], at: &[usize], class: DibaoClass) {
    for at in at {
        if let Some(dibao) = &mut plans[*at].dibao {
            dibao.class = class;
        }
    }
}

/// Where the families stand that have a property.
pub(super) fn positions(plans: &[FamilyPlan], has: impl Fn(&FamilyPlan) -> bool) -> Vec<usize> {
    plans
        .iter()
        .enumerate()
        .filter(|(_, plan)| has(plan))
        .map(|(at, _)| at)
        .collect()
}
