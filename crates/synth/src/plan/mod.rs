//! The plan of a county: which families there are, who of them is in which programme and
//! when, with sizes and months but without people. Every printed figure is met here, by
//! construction; the people are made afterwards and cannot change a count.

mod allowances;
mod children;
mod classes;
mod course;
mod family;
mod months;
mod relief;
mod stock;
mod targets;
mod tekun;
#[cfg(test)]
mod tests;
mod village;

pub(crate) use family::{
    Course, DibaoPlan, DisabledPlan, FamilyPlan, Scene, Severity, Span, month,
};
pub(crate) use village::village;

use crate::dice::Dice;

/// The plan of Qingshui county in 2022.
///
/// The steps build on each other: the stock of October with household sizes, classes, the
/// course of each dibao award through the year, allowances (which end with dibao), tekun,
/// children, and last temporary relief over all families.
pub(crate) fn county(seed: u64) -> Vec<FamilyPlan> {
    let mut dice = Dice::new(seed, 1);
    let mut plans = stock::families(&mut dice);
    classes::assign(&mut dice, &mut plans);
    course::run(&mut dice, &mut plans);
    allowances::assign(&mut dice, &mut plans);
    tekun::run(&mut dice, &mut plans);
    children::run(&mut dice, &mut plans);
    relief::assign(&mut dice, &mut plans);
    plans
}
