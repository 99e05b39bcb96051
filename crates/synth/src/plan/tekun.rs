//! Tekun through the year: entries and exits that keep the person-months at ten times the
//! stock, and tier changes whose months make the person-months by tier exact.

use super::classes::positions;
use super::family::{FamilyPlan, Scene, Span, TekunPlan};
use super::months::{Unit, balance};
use super::targets::{IN_INSTITUTION, TEKUN, TEKUN_ENTRIES, TIER_MONTHS};
use crate::dice::Dice;
use crate::model::CareTier::{self, FullAbility, HalfAbility, NoAbility};
use crate::model::SupportMode;

/// Tier changes of the year, 71 in all (F-021): before, after, persons.
const TIER_CHANGES: [(CareTier, CareTier, usize); 4] = [
    (FullAbility, HalfAbility, 38),
    (HalfAbility, NoAbility, 24),
    (NoAbility, HalfAbility, 4),
    (HalfAbility, FullAbility, 5),
];
/// The tiers of those who enter and of those who leave, and of the October stock; the last
/// are chosen so that the months of the changes can meet the sums.
const ENTERING: [(CareTier, usize); 3] = [(NoAbility, 10), (HalfAbility, 25), (FullAbility, 50)];
const LEAVING: [(CareTier, usize); 3] = [(NoAbility, 20), (HalfAbility, 30), (FullAbility, 35)];
const STOCK: [(CareTier, usize); 2] = [(NoAbility, 129), (HalfAbility, 294)];

pub(super) fn run(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let mut stock = Vec::new();
    for at in positions(plans, |plan| plan.scene == Scene::Tekun) {
        stock.extend((0..plans[at].tekun.len()).map(|nth| (at, nth)));
    }
    assert_eq!(stock.len(), TEKUN.1);
    dice.shuffle(&mut stock);
    let persons = courses(dice);
    // Who entered within the year lives alone: a household is in the roster or it is not.
    stock.sort_by_key(|(at, _)| plans[*at].size);
    let (current, left) = persons.split_at(TEKUN.1);
    let (entered, others): (Vec<&TekunPlan>, Vec<&TekunPlan>) = current
        .iter()
        .partition(|person| person.span.from.is_some());
    dice.shuffle(&mut stock[entered.len()..]);
    for ((at, nth), person) in stock.into_iter().zip(entered.into_iter().chain(others)) {
        plans[at].tekun[nth] = person.clone();
    }
    // Those who left lived alone and stand in no list.
    for person in left {
        plans.push(FamilyPlan {
            scene: Scene::Tekun,
            tekun: vec![person.clone()],
            ..FamilyPlan::new(None, 1)
        });
    }
}

/// The October stock first, then those who left.
fn courses(dice: &mut Dice) -> Vec<TekunPlan> {
    let mut persons = Vec::new();
    let mut push = |tier, before, span, count| {
        let person = TekunPlan {
            tier,
            before,
            mode: SupportMode::Scattered,
            span,
        };
        persons.extend(std::iter::repeat_n(person, count));
    };
    for (before, after, count) in TIER_CHANGES {
        push(after, Some((before, 0)), Span::ALWAYS, count);
    }
    for (tier, count) in ENTERING {
        push(tier, None, Span::entering(1), count);
    }
    let share = |tier| {
        TIER_CHANGES
            .iter()
            .filter(|(_, after, _)| *after == tier)
            .map(|c| c.2)
            .sum::<usize>()
            + ENTERING
                .iter()
                .filter(|(of, _)| *of == tier)
                .map(|c| c.1)
                .sum::<usize>()
    };
    for (tier, count) in STOCK {
        push(tier, None, Span::ALWAYS, count - share(tier));
    }
    let rest = TEKUN.1 - persons.len();
    persons.extend(std::iter::repeat_n(
        TekunPlan {
            tier: FullAbility,
            before: None,
            mode: SupportMode::Scattered,
            span: Span::ALWAYS,
        },
        rest,
    ));
    for (tier, count) in LEAVING {
        let person = TekunPlan {
            tier,
            before: None,
            mode: SupportMode::Scattered,
            span: Span::leaving(0),
        };
        persons.extend(std::iter::repeat_n(person, count));
    }
    spans(dice, &mut persons);
    tiers(dice, &mut persons);
    institutions(dice, &mut persons[..TEKUN.1]);
    persons
}

/// First and last months: what the entered missed equals what the left had.
fn spans(dice: &mut Dice, persons: &mut [TekunPlan]) {
    let moving: Vec<usize> = (0..persons.len())
        .filter(|at| persons[*at].span != Span::ALWAYS)
        .collect();
    let mut units: Vec<Unit> = moving
        .iter()
        .map(|at| {
            let enters = persons[*at].span.from.is_some();
            let (least, sign) = if enters { (0, -1) } else { (1, 1) };
            Unit {
                account: 0,
                persons: 1,
                months: dice.between(least, 9),
                bounds: (least, 9),
                sign,
            }
        })
        .collect();
    assert_eq!(
        units.iter().filter(|unit| unit.sign < 0).count(),
        TEKUN_ENTRIES
    );
    balance(dice, &mut units, &[0]);
    for (at, unit) in moving.into_iter().zip(units) {
        let months = unit.months as u8;
        persons[at].span = if unit.sign < 0 {
            Span::entering(months + 1)
        } else {
            Span::leaving(months)
        };
    }
}

/// Months of the tier changes: first those into the lowest tier until its person-months are
/// right, then those into the middle one.
fn tiers(dice: &mut Dice, persons: &mut [TekunPlan]) {
    for person in persons.iter_mut() {
        if let Some((_, at)) = &mut person.before {
            *at = dice.between(2, 10) as u8;
        }
    }
    for (tier, wanted, change) in [
        (NoAbility, TIER_MONTHS.0, TIER_CHANGES[1]),
        (HalfAbility, TIER_MONTHS.1, TIER_CHANGES[0]),
    ] {
        let moving: Vec<usize> = (0..persons.len())
            .filter(|at| {
                persons[*at].tier == change.1
                    && persons[*at].before.is_some_and(|b| b.0 == change.0)
            })
            .collect();
        let mut units: Vec<Unit> = moving
            .iter()
            .map(|at| {
                let months = persons[*at].before.map_or(0, |b| i64::from(b.1)) - 1;
                Unit {
                    account: 0,
                    persons: 1,
                    months,
                    bounds: (1, 9),
                    sign: -1,
                }
            })
            .collect();
        let missing: i64 = units.iter().map(|unit| unit.months).sum();
        balance(
            dice,
            &mut units,
            &[wanted - person_months(persons, tier) - missing],
        );
        for (at, unit) in moving.into_iter().zip(units) {
            persons[at].before = Some((change.0, unit.months as u8 + 1));
        }
        assert_eq!(person_months(persons, tier), wanted);
    }
}

/// The person-months of a tier from January to October.
fn person_months(persons: &[TekunPlan], tier: CareTier) -> i64 {
    let in_tier = |person: &TekunPlan, month: u8| {
        let paid = person.span.from.is_none_or(|from| from <= month)
            && person.span.last.is_none_or(|last| month <= last);
        let now = match person.before {
            Some((before, at)) if month < at => before,
            _ => person.tier,
        };
        paid && now == tier
    };
    persons
        .iter()
        .map(|person| (1..=10).filter(|month| in_tier(person, *month)).count() as i64)
        .sum()
}

fn institutions(dice: &mut Dice, stock: &mut [TekunPlan]) {
    let mut needy: Vec<usize> = (0..stock.len())
        .filter(|at| stock[*at].tier != FullAbility)
        .collect();
    dice.shuffle(&mut needy);
    for at in &needy[..IN_INSTITUTION] {
        stock[*at].mode = SupportMode::Institution;
    }
}
