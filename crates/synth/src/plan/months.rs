use crate::dice::Dice;

/// Persons paid for part of the year, whose first or last month may still be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// The account the person-months are balanced in (a class).
    pub account: usize,
    /// Persons who move together.
    pub persons: i64,
    /// Months paid beyond those of the October stock (positive side), or missing from them.
    pub months: i64,
    /// The least and the greatest number of months allowed.
    pub bounds: (i64, i64),
    /// +1 for those who leave (their months come on top of the stock's), −1 for those who
    /// enter (their missing months are taken off).
    pub sign: i64,
}

/// Moves months until each account's surplus over its stock is the one wanted.
///
/// A random unit is moved by one month when that brings its account nearer to the target;
/// now and then also when it does not, so that large households cannot block the way.
pub(super) fn balance(dice: &mut Dice, units: &mut [Unit], wanted: &[i64]) {
    let surplus = |units: &[Unit], account: usize| -> i64 {
        units
            .iter()
            .filter(|unit| unit.account == account)
            .map(|unit| unit.sign * unit.persons * unit.months)
            .sum()
    };
    for (account, target) in wanted.iter().enumerate() {
        let mine: Vec<usize> = (0..units.len())
            .filter(|at| units[*at].account == account)
            .collect();
        let mut off = target - surplus(units, account);
        let mut tries = 0u32;
        while off != 0 {
            tries += 1;
            assert!(
                tries < 2_000_000,
                "the months of account {account} cannot be balanced ({off} left)"
            );
            let at = mine[dice.below(mine.len())];
            let unit = &mut units[at];
            let step = if (off > 0) == (unit.sign > 0) { 1 } else { -1 };
            let gain = unit.sign * unit.persons * step;
            let within = (unit.bounds.0..=unit.bounds.1).contains(&(unit.months + step));
            if within && ((off - gain).abs() < off.abs() || dice.below(50) == 0) {
                unit.months += step;
                off -= gain;
            }
        }
    }
}
