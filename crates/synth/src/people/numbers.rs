use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::IdNumber;
use kernel::codes::Sex;

use super::draft::Draft;
use crate::dice::Dice;

/// Areas that gave out identity numbers to people who moved in: the neighbours.
const NEIGHBOURS: [&str; 8] = [
    "620502", "620503", "620522", "620523", "620524", "620525", "610327", "620822",
];
/// Serials of one day and sex in one area.
const SERIALS: u16 = 500;

/// Gives out identity numbers, each once.
#[derive(Debug, Default)]
pub(crate) struct NumberBook {
    used: BTreeMap<(&'static str, NaiveDate, Sex), u16>,
}

impl NumberBook {
    /// A number for a member: of the county, or of a neighbouring one for who married in.
    pub(crate) fn number(&mut self, dice: &mut Dice, draft: &Draft) -> IdNumber {
        let area = if !draft.of_the_line && dice.chance(30) {
            dice.pick(&NEIGHBOURS)
        } else {
            "620521"
        };
        self.of_area(area, draft.birth, draft.sex)
    }

    /// A number of an area. Serials of a day start at a place that depends on the day and
    /// then count on; when a day is full, the next one serves.
    pub(crate) fn of_area(&mut self, area: &'static str, birth: NaiveDate, sex: Sex) -> IdNumber {
        let mut birth = birth;
        loop {
            let count = self.used.entry((area, birth, sex)).or_default();
            if *count < SERIALS {
                let days = birth.to_epoch_days().unsigned_abs();
                let serial = (days.wrapping_mul(37) % u32::from(SERIALS)) as u16;
                let serial = (serial + *count) % SERIALS;
                *count += 1;
                let serial = serial * 2 + u16::from(sex == Sex::Male);
                return IdNumber::compose(area, birth, serial)
                    .expect("area, date and serial are in range");
            }
            birth = birth
                .pred_opt()
                .expect("the calendar reaches back far enough");
        }
    }
}
