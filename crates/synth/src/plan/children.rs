use super::family::{FamilyPlan, Scene, Span, UnsupportedPlan};
use super::months::{Unit, balance};
use super::targets::{UNSUPPORTED, UNSUPPORTED_MONTHS};
use crate::dice::Dice;

/// Unsupported children who entered within the year, and who left coming of age.
const ENTERED: usize = 15;
const LEFT: usize = 4;

/// Lets some unsupported children enter and some come of age, so that the person-months
/// January to October are those behind the printed amount. Orphans stay all year.
pub(super) fn run(dice: &mut Dice, plans: &mut Vec<FamilyPlan>) {
    let mut entering: Vec<usize> =
        super::classes::positions(plans, |plan| !plan.unsupported.is_empty());
    dice.shuffle(&mut entering);
    entering.truncate(ENTERED);
    for _ in 0..LEFT {
        let child = UnsupportedPlan {
            span: Span::leaving(0),
            comes_of_age: true,
        };
        plans.push(FamilyPlan {
            scene: Scene::Children,
            unsupported: vec![child],
            ..FamilyPlan::new(None, 3)
        });
    }
    let leaving: Vec<usize> = (plans.len() - LEFT..plans.len()).collect();
    let mut units: Vec<Unit> = Vec::new();
    for sign in entering.iter().map(|_| -1).chain(leaving.iter().map(|_| 1)) {
        units.push(Unit {
            account: 0,
            persons: 1,
            months: dice.between(1, 8),
            bounds: (1, 9),
            sign,
        });
    }
    balance(
        dice,
        &mut units,
        &[UNSUPPORTED_MONTHS - 10 * UNSUPPORTED as i64],
    );
    for (at, unit) in entering.into_iter().chain(leaving).zip(units) {
        let months = unit.months as u8;
        plans[at].unsupported[0].span = if unit.sign < 0 {
            Span::entering(months + 1)
        } else {
            Span::leaving(months)
        };
    }
}
