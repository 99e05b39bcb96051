use chrono::{Datelike, Days, NaiveDate};
use kernel::codes::{Relation, Sex};

use crate::dice::Dice;

/// The day the report speaks of; ages are reckoned by it.
pub(crate) fn report_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 10, 25).expect("the day exists")
}

/// What a member is for in the plan of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Part {
    /// Nothing special.
    #[default]
    Plain,
    /// At university.
    Student,
    /// An orphan, paid.
    Orphan,
    /// An adopted orphan.
    Adopted,
    /// An unsupported child, by position in the plan.
    Unsupported(usize),
    /// A tekun person, by position in the plan.
    Tekun(usize),
    /// A member who dies out of a dibao award.
    Dying,
}

/// A member before numbers and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub relation: Relation,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub part: Part,
    /// The position in the plan's list of disabled members.
    pub disabled: Option<usize>,
    /// Bears the head's family name (or the name of the head's father).
    pub of_the_line: bool,
    /// Is or was married.
    pub wed: bool,
}

impl Draft {
    pub(crate) fn new(dice: &mut Dice, code: &str, sex: Sex, age: i64) -> Draft {
        Draft {
            relation: Relation::of_code(code)
                .expect("the codes written here are in the list; a test makes every family"),
            sex,
            birth: born(dice, age),
            part: Part::Plain,
            disabled: None,
            of_the_line: true,
            wed: age >= 24,
        }
    }

    /// Years of age on the day of the report.
    pub(crate) fn age(&self) -> i64 {
        i64::from(report_day().years_since(self.birth).unwrap_or(0))
    }
}

/// A birth date that makes a person so many years old on the day of the report, and at least
/// born before the opening roster.
pub(crate) fn born(dice: &mut Dice, age: i64) -> NaiveDate {
    let age = age.max(1);
    let year = report_day().year() - age as i32;
    let birthday = NaiveDate::from_ymd_opt(year, 10, 25).expect("the day exists in every year");
    birthday - Days::new(dice.between(0, 363).cast_unsigned())
}
