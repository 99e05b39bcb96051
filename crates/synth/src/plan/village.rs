use kernel::Money;

use super::family::{
    Course, DibaoPlan, DisabledPlan, FamilyPlan, ReliefPlan, Scene, Severity, Span, TekunPlan,
    UnsupportedPlan,
};
use crate::dice::Dice;
use crate::model::{CareTier, DibaoClass, Reason, ReliefCause, Revitalisation, SupportMode};

/// A plan of so many households with every programme and every kind of change in it, by a
/// fixed rotation, for tests that want a place of a size one can read.
pub(crate) fn village(seed: u64, households: usize) -> Vec<FamilyPlan> {
    let mut dice = Dice::new(seed, 2);
    (0..households).map(|nth| family(&mut dice, nth)).collect()
}

fn family(dice: &mut Dice, nth: usize) -> FamilyPlan {
    let list = (nth % 3 != 2).then(|| {
        dice.weighted(&[
            (Revitalisation::OutOfPoverty, 80),
            (Revitalisation::Unstable, 8),
            (Revitalisation::Marginal, 8),
            (Revitalisation::Sudden, 4),
        ])
    });
    let size = dice.between(2, 6) as usize;
    let mut plan = FamilyPlan::new(list, size);
    match nth % 20 {
        0..=9 => plan.dibao = Some(whole(dice, nth, size)),
        10 | 11 => {
            plan.dibao = Some(DibaoPlan {
                covered: 1,
                single: true,
                ..whole(dice, 0, size)
            });
            plan.disabled.push(disabled(true, true));
        }
        12 | 13 => {
            plan.scene = Scene::Tekun;
            plan.size = 1;
            plan.tekun.push(tekun(dice, nth));
        }
        14 => plan = children(list, nth),
        15 | 16 => plan.disabled.push(disabled(false, true)),
        _ => {}
    }
    let steady = plan
        .dibao
        .is_some_and(|dibao| dibao.course == Course::Steady && dibao.span == Span::ALWAYS);
    if nth % 20 < 10 && nth.is_multiple_of(4) && steady {
        plan.disabled.push(disabled(true, nth.is_multiple_of(8)));
    }
    // Enters dibao within the year with a disabled member of whom no list of allowances tells.
    if nth % 20 == 1 {
        plan.disabled.push(disabled(false, false));
    }
    if nth % 10 == 7 || nth % 20 == 17 {
        plan.relief = Some(ReliefPlan {
            month: dice.between(1, 10) as u8,
            persons: 1,
            amount: Money::from_fen(dice.between(5, 40) * 10_000),
            cause: dice.pick(ReliefCause::ALL),
            urgent: dice.chance(30),
        });
        // A student needs a family around.
        if plan.size < 3 && plan.scene == Scene::General {
            plan.size = 3;
        }
        if plan.scene != Scene::General {
            plan.relief = None;
        }
    }
    plan
}

fn whole(dice: &mut Dice, nth: usize, size: usize) -> DibaoPlan {
    let class = DibaoClass::ALL[nth % 4];
    let (span, course, end) = match nth % 20 {
        1 => (
            Span::entering(dice.between(2, 9) as u8),
            Course::Steady,
            Reason::IncomeAbove,
        ),
        3 => (
            Span::leaving(dice.between(1, 8) as u8),
            Course::Steady,
            Reason::IncomeAbove,
        ),
        5 => {
            let last = dice.between(4, 8) as u8;
            (
                Span::leaving(last),
                Course::Grace {
                    start: last - 2,
                    last,
                },
                Reason::GraceEnded,
            )
        }
        7 => (
            Span::ALWAYS,
            Course::Grace { start: 8, last: 13 },
            Reason::IncomeAbove,
        ),
        9 => {
            let before = DibaoClass::ALL[(nth + 1) % 4];
            (
                Span::ALWAYS,
                Course::ClassFrom {
                    before,
                    at: dice.between(2, 10) as u8,
                },
                Reason::IncomeAbove,
            )
        }
        _ => (Span::ALWAYS, Course::Steady, Reason::IncomeAbove),
    };
    DibaoPlan {
        class,
        covered: size,
        single: false,
        span,
        course,
        end,
    }
}

fn disabled(living: bool, care: bool) -> DisabledPlan {
    DisabledPlan {
        severity: if care {
            Severity::Severe
        } else {
            Severity::Light
        },
        living: living.then_some(Span::ALWAYS),
        care: care.then_some(Span::ALWAYS),
        dies: false,
    }
}

fn tekun(dice: &mut Dice, nth: usize) -> TekunPlan {
    let tier = dice.pick(CareTier::ALL);
    let before = (nth % 40 == 12 && tier != CareTier::FullAbility)
        .then(|| (CareTier::FullAbility, dice.between(2, 10) as u8));
    let span = if nth % 40 == 33 {
        Span::entering(dice.between(2, 9) as u8)
    } else {
        Span::ALWAYS
    };
    let mode = if nth % 60 == 13 {
        SupportMode::Institution
    } else {
        SupportMode::Scattered
    };
    TekunPlan {
        tier,
        before,
        mode,
        span,
    }
}

fn children(list: Option<Revitalisation>, nth: usize) -> FamilyPlan {
    let mut plan = FamilyPlan {
        scene: Scene::Children,
        ..FamilyPlan::new(list, 3)
    };
    if nth % 40 == 14 {
        plan.orphans = 1;
    } else {
        plan.unsupported.push(UnsupportedPlan {
            span: Span::ALWAYS,
            comes_of_age: false,
        });
    }
    plan
}
