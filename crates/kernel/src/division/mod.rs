use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Bilingual, text};

#[cfg(test)]
mod tests;

/// The code of an area, kept with 12 digits: province 2, city 2, county 2 (GB/T 2260),
/// township 3 (GB/T 10114), village or community 3. Levels that are not named are nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode([u8; 12]);

/// How deep an area lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DivisionLevel {
    /// 省级
    Province,
    /// 市级
    City,
    /// 县级
    County,
    /// 乡级
    Township,
    /// 村级
    Village,
}

impl DivisionLevel {
    /// How many leading digits of the code name an area of this level.
    pub const fn digits(self) -> usize {
        match self {
            DivisionLevel::Province => 2,
            DivisionLevel::City => 4,
            DivisionLevel::County => 6,
            DivisionLevel::Township => 9,
            DivisionLevel::Village => 12,
        }
    }

    const fn above(self) -> Option<DivisionLevel> {
        match self {
            DivisionLevel::Province => None,
            DivisionLevel::City => Some(DivisionLevel::Province),
            DivisionLevel::County => Some(DivisionLevel::City),
            DivisionLevel::Township => Some(DivisionLevel::County),
            DivisionLevel::Village => Some(DivisionLevel::Township),
        }
    }
}

impl DivisionCode {
    /// Reads a code of 6, 9 or 12 digits; full-width digits and spaces are tolerated.
    pub fn parse(given: &str) -> Result<DivisionCode, DivisionError> {
        let digits = text::squeeze(&text::fold_width(given));
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DivisionError::NotDigits);
        }
        if ![6, 9, 12].contains(&digits.len()) {
            return Err(DivisionError::Length);
        }
        let mut code = [b'0'; 12];
        code[..digits.len()].copy_from_slice(digits.as_bytes());
        if code.starts_with(b"00") {
            return Err(DivisionError::NoProvince);
        }
        // A finer level below an unnamed coarser one names nothing; the county level may be
        // empty under a township, because some cities have no counties.
        let township_without_city = &code[2..6] == b"0000" && &code[6..] != b"000000";
        if township_without_city || (&code[6..9] == b"000" && &code[9..] != b"000") {
            return Err(DivisionError::Gap);
        }
        Ok(DivisionCode(code))
    }

    /// All 12 digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code holds digits only")
    }

    /// The shortest usual form: 6 digits down to the county, 9 for a township, 12 for a village.
    pub fn short(&self) -> &str {
        &self.as_str()[..self.level().digits().max(6)]
    }

    /// How deep the area lies.
    pub fn level(&self) -> DivisionLevel {
        let c = &self.0;
        if &c[9..] != b"000" {
            DivisionLevel::Village
        } else if &c[6..9] != b"000" {
            DivisionLevel::Township
        } else if &c[4..6] != b"00" {
            DivisionLevel::County
        } else if &c[2..4] != b"00" {
            DivisionLevel::City
        } else {
            DivisionLevel::Province
        }
    }

    /// The area of the given level that this one lies in, or itself; none when this one is
    /// coarser than the level asked for.
    pub fn at(&self, level: DivisionLevel) -> Option<DivisionCode> {
        (level <= self.level()).then(|| self.cut(level.digits()))
    }

    /// The area directly above; none above a province. A township of a city without counties
    /// has the city above it.
    pub fn parent(&self) -> Option<DivisionCode> {
        self.level().above().map(|level| self.cut(level.digits()))
    }

    /// Whether the other area is this one or lies in it.
    pub fn contains(&self, other: &DivisionCode) -> bool {
        let prefix = self.prefix();
        other.0.starts_with(prefix)
    }

    /// The 12-digit codes of this area and all below it, as a half-open range of strings for
    /// queries: `code >= start and code < end`.
    pub fn range(&self) -> (String, String) {
        let mut end = self.prefix().to_vec();
        while let Some(last) = end.last_mut() {
            if *last == b'9' {
                end.pop();
            } else {
                *last += 1;
                break;
            }
        }
        let end = if end.is_empty() {
            // Nothing of digits lies above; a colon sorts right after the nine.
            ":".to_owned()
        } else {
            end.resize(12, b'0');
            String::from_utf8(end).expect("digits are text")
        };
        (self.as_str().to_owned(), end)
    }

    fn prefix(&self) -> &[u8] {
        &self.0[..self.level().digits()]
    }

    fn cut(&self, digits: usize) -> DivisionCode {
        let mut code = [b'0'; 12];
        code[..digits].copy_from_slice(&self.0[..digits]);
        DivisionCode(code)
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for DivisionCode {
    type Err = DivisionError;

    fn from_str(text: &str) -> Result<DivisionCode, DivisionError> {
        DivisionCode::parse(text)
    }
}

impl Serialize for DivisionCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DivisionCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DivisionCode, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        DivisionCode::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}

/// Why something is not the code of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DivisionError {
    /// There are characters that are no digits.
    #[error("an area code consists of digits only, for example 620521100200")]
    NotDigits,
    /// The number of digits is wrong.
    #[error("an area code has 6, 9 or 12 digits")]
    Length,
    /// The province is missing.
    #[error("the area code does not name a province")]
    NoProvince,
    /// A finer level is named below an unnamed one.
    #[error("the area code names a village without its township, or a township without its city")]
    Gap,
}

impl Bilingual for DivisionError {
    fn zh(&self) -> String {
        match self {
            DivisionError::NotDigits => "区划代码只能由数字组成，例如 620521100200",
            DivisionError::Length => "区划代码应为 6 位、9 位或 12 位",
            DivisionError::NoProvince => "区划代码缺少省级代码",
            DivisionError::Gap => "区划代码缺少中间层级（有村无乡镇，或有乡镇无市）",
        }
        .to_owned()
    }

    fn en(&self) -> String {
        self.to_string()
    }
}
