use super::family::{
    Course, DibaoPlan, DisabledPlan, FamilyPlan, Scene, Severity, Span, TekunPlan, UnsupportedPlan,
};
use super::targets::{ADOPTED, CELLS, CLASSES, Cell, ORPHANS, Pair, SINGLES, TEKUN, UNSUPPORTED};
use crate::dice::{Dice, partition, subset_with_sum};
use crate::model::{CareTier, DibaoClass, Reason, Revitalisation, SupportMode};

/// The families of October: those on the lists, cell by cell, and those in a programme who
/// stand in no list.
///
/// Within a list the sizes are solved in this order: persons covered by dibao, members of
/// dibao families beyond them, families with allowances (whose members are printed), and the
/// remaining families share the remaining members. What the lists do not hold of the county's
/// totals lies outside them.
pub(super) fn families(dice: &mut Dice) -> Vec<FamilyPlan> {
    let mut plans = Vec::new();
    for cell in &CELLS {
        plans.extend(listed(dice, cell));
    }
    plans.extend(unlisted(dice));
    plans
}

fn listed(dice: &mut Dice, cell: &Cell) -> Vec<FamilyPlan> {
    let list = Some(cell.list);
    let mut plans = singles(
        list,
        partition(dice, cell.singles, cell.singles * 14 / 5, 2, 4),
    );
    let single_members: usize = plans.iter().map(|plan| plan.size).sum();
    let mut upper = whole(
        dice,
        list,
        (cell.upper.0 - cell.singles, cell.upper.1 - cell.singles),
        DibaoClass::Second,
        8,
    );
    let mut lower = whole(dice, list, cell.lower, DibaoClass::Third, 9);
    add_uncovered(dice, &mut [&mut upper, &mut lower], cell.uncovered);

    // Families with a recipient of the living allowance, and the care allowance alone; the
    // recipients themselves are chosen with the allowances.
    let (upper_with, (lower_with, lower_members)) = cell.recipients;
    let dibao_members = cell.allowances.1 - single_members - cell.care_members;
    mark(
        dice,
        &mut upper,
        (upper_with, dibao_members - lower_members),
    );
    mark(dice, &mut lower, (lower_with, lower_members));
    let care_families = cell.allowances.0 - cell.singles - upper_with - lower_with;
    let care = care_only(
        list,
        partition(dice, care_families, cell.care_members, 1, 7),
    );

    plans.extend(upper);
    plans.extend(lower);
    plans.extend(care);
    plans.extend(tekun(list, cell.tekun));
    plans.extend(children(dice, list, cell.orphans, cell.unsupported));
    let members: usize = plans.iter().map(|plan| plan.size).sum();
    let rest = (cell.all.0 - plans.len(), cell.all.1 - members);
    plans.extend(
        partition(dice, rest.0, rest.1, 1, 10)
            .into_iter()
            .map(|size| FamilyPlan::new(list, size)),
    );
    plans
}

fn unlisted(dice: &mut Dice) -> Vec<FamilyPlan> {
    let left = |all: Pair, of: fn(&Cell) -> Pair| {
        let sum = CELLS
            .iter()
            .map(of)
            .fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        (all.0 - sum.0, all.1 - sum.1)
    };
    let both = |a: Pair, b: Pair| (a.0 + b.0, a.1 + b.1);
    let upper = left(both(CLASSES[0], CLASSES[1]), |cell| cell.upper);
    let lower = left(both(CLASSES[2], CLASSES[3]), |cell| cell.lower);
    let alone = SINGLES - CELLS.iter().map(|cell| cell.singles).sum::<usize>();

    let weights = [(1, 16), (2, 26), (3, 22), (4, 18), (5, 12), (6, 6)];
    let sizes = (0..alone).map(|_| dice.weighted(&weights)).collect();
    let mut plans = singles(None, sizes);
    let mut upper = whole(
        dice,
        None,
        (upper.0 - alone, upper.1 - alone),
        DibaoClass::Second,
        7,
    );
    let mut lower = whole(dice, None, lower, DibaoClass::Third, 9);
    add_uncovered(dice, &mut [&mut upper, &mut lower], 260);
    plans.extend(upper);
    plans.extend(lower);
    plans.extend(tekun(None, left(TEKUN, |cell| cell.tekun)));
    let orphans = ORPHANS - CELLS.iter().map(|cell| cell.orphans.1).sum::<usize>();
    let unsupported = UNSUPPORTED - CELLS.iter().map(|cell| cell.unsupported.1).sum::<usize>();
    plans.extend(children(
        dice,
        None,
        (orphans - 2, orphans),
        (unsupported * 3 / 4, unsupported),
    ));
    for _ in 0..ADOPTED {
        plans.push(FamilyPlan {
            scene: Scene::Adoptive,
            ..FamilyPlan::new(None, 3)
        });
    }
    plans
}

fn dibao(class: DibaoClass, covered: usize, single: bool) -> DibaoPlan {
    DibaoPlan {
        class,
        covered,
        single,
        span: Span::ALWAYS,
        course: Course::Steady,
        end: Reason::IncomeAbove,
    }
}

fn singles(list: Option<Revitalisation>, sizes: Vec<usize>) -> Vec<FamilyPlan> {
    let family = |size| FamilyPlan {
        dibao: Some(dibao(DibaoClass::Second, 1, true)),
        ..FamilyPlan::new(list, size)
    };
    sizes.into_iter().map(family).collect()
}

fn whole(
    dice: &mut Dice,
    list: Option<Revitalisation>,
    of: Pair,
    class: DibaoClass,
    most: usize,
) -> Vec<FamilyPlan> {
    partition(dice, of.0, of.1, 2, most)
        .into_iter()
        .map(|covered| FamilyPlan {
            dibao: Some(dibao(class, covered, false)),
            ..FamilyPlan::new(list, covered)
        })
        .collect()
}

/// Spreads members who live in the household and are not covered.
fn add_uncovered(dice: &mut Dice, groups: &mut [&mut Vec<FamilyPlan>], members: usize) {
    let total: usize = groups.iter().map(|group| group.len()).sum();
    for _ in 0..members {
        let mut at = dice.below(total);
        for group in groups.iter_mut() {
            if at < group.len() {
                group[at].size += 1;
                break;
            }
            at -= group.len();
        }
    }
}

/// A recipient of the living allowance whose allowances are settled later.
pub(super) const RECIPIENT: DisabledPlan = DisabledPlan {
    severity: Severity::Light,
    living: Some(Span::ALWAYS),
    care: None,
    dies: false,
};

/// Marks so many families, with so many members in all, as having a recipient.
fn mark(dice: &mut Dice, plans: &mut [FamilyPlan], of: Pair) {
    let sizes: Vec<usize> = plans.iter().map(|plan| plan.size).collect();
    for at in subset_with_sum(dice, &sizes, of.0, of.1) {
        plans[at].disabled.push(RECIPIENT);
    }
}

/// Families outside dibao in which one member has the care allowance.
pub(super) fn care_only(list: Option<Revitalisation>, sizes: Vec<usize>) -> Vec<FamilyPlan> {
    let carer = DisabledPlan {
        severity: Severity::Severe,
        living: None,
        care: Some(Span::ALWAYS),
        dies: false,
    };
    let family = |size| FamilyPlan {
        disabled: vec![carer],
        ..FamilyPlan::new(list, size)
    };
    sizes.into_iter().map(family).collect()
}

fn tekun(list: Option<Revitalisation>, of: Pair) -> Vec<FamilyPlan> {
    let person = TekunPlan {
        tier: CareTier::FullAbility,
        before: None,
        mode: SupportMode::Scattered,
        span: Span::ALWAYS,
    };
    (0..of.0)
        .map(|at| {
            let size = if at < of.1 - of.0 { 2 } else { 1 };
            FamilyPlan {
                scene: Scene::Tekun,
                tekun: vec![person.clone(); size],
                ..FamilyPlan::new(list, size)
            }
        })
        .collect()
}

fn children(
    dice: &mut Dice,
    list: Option<Revitalisation>,
    orphans: Pair,
    unsupported: Pair,
) -> Vec<FamilyPlan> {
    let mut plans = Vec::new();
    for count in partition(dice, orphans.0, orphans.1, 1, 3) {
        let size = count + 1 + dice.below(2);
        plans.push(FamilyPlan {
            scene: Scene::Children,
            orphans: count,
            ..FamilyPlan::new(list, size)
        });
    }
    let child = UnsupportedPlan {
        span: Span::ALWAYS,
        comes_of_age: false,
    };
    for count in partition(dice, unsupported.0, unsupported.1, 1, 3) {
        let size = count + 1 + dice.below(3);
        plans.push(FamilyPlan {
            scene: Scene::Children,
            unsupported: vec![child; count],
            ..FamilyPlan::new(list, size)
        });
    }
    plans
}
