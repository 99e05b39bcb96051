use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::Sex;
use crate::{Bilingual, DivisionCode, masking};

mod error;
mod parse;
#[cfg(test)]
mod tests;

pub use error::IdNumberError;

/// A citizen identity number, GB 11643-1999: area 6, birth date 8, serial 3, check character.
///
/// Residence permits of Hong Kong, Macao and Taiwan residents (81, 82, 83) and the permanent
/// residence cards of foreigners (9…) share the form. Printing for debugging is masked, and
/// there is no `Display`: whoever wants the number in the clear must ask for it by name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdNumber([u8; 18]);

impl IdNumber {
    /// Reads a number as people and exports give it: 18 characters, or the 15 digits used
    /// until 1999, which are converted; full-width digits, a small or look-alike x, spaces
    /// and a leading apostrophe are tolerated.
    pub fn parse(given: &str) -> Result<IdNumber, IdNumberError> {
        parse::parse(given)
    }

    /// Makes a number from its parts and computes the check character.
    /// `area` has 6 digits, `serial` is 0 to 999, odd for men.
    pub fn compose(area: &str, birth: NaiveDate, serial: u16) -> Result<IdNumber, IdNumberError> {
        let body = format!(
            "{area}{:04}{:02}{:02}{serial:03}",
            birth.year(),
            birth.month(),
            birth.day()
        );
        parse::complete(&body)
    }

    /// The 18 characters in the clear, the check character as capital X.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a number holds digits and X only")
    }

    /// The birth date.
    pub fn birth(&self) -> NaiveDate {
        parse::birth(&self.0).expect("the birth date was checked when the number was read")
    }

    /// The sex, from the parity of the serial.
    pub fn sex(&self) -> Sex {
        if self.0[16] % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// The county where the number was given out, often under a code no longer in use; none
    /// for the cards of foreigners, which carry a country instead.
    pub fn division(&self) -> Option<DivisionCode> {
        if self.0[0] == b'9' {
            None
        } else {
            DivisionCode::parse(&self.as_str()[..6]).ok()
        }
    }

    /// The form for lists, logs and errors: `6205**********123X`.
    pub fn masked(&self) -> String {
        masking::mask_id(self.as_str())
    }

    /// Full years of age on a day; nought before birth. A person born on 29 February comes
    /// of age on 1 March in common years.
    pub fn age_on(&self, day: NaiveDate) -> u32 {
        day.years_since(self.birth()).unwrap_or(0)
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IdNumber").field(&self.masked()).finish()
    }
}

impl Serialize for IdNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for IdNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<IdNumber, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        IdNumber::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}
