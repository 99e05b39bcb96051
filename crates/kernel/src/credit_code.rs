use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Bilingual, text};

/// The characters of the code in the order of their values; I, O, S, V and Z are left out.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A unified social credit code of an organisation, GB 32100-2015: authority 1, kind 1,
/// area 6, organisation code 9, check character 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    /// Reads a code; width, odd spaces and small letters are tolerated.
    pub fn parse(given: &str) -> Result<CreditCode, CreditCodeError> {
        let tidy = text::squeeze(&text::fold_width(given)).to_uppercase();
        if tidy.chars().count() != 18 {
            return Err(CreditCodeError::Length(tidy.chars().count()));
        }
        if let Some(at) = tidy.chars().position(|c| value(c).is_none()) {
            return Err(CreditCodeError::Character(at + 1));
        }
        let code = CreditCode::complete(&tidy[..17])?;
        if code.as_str() == tidy {
            Ok(code)
        } else {
            Err(CreditCodeError::CheckDigit)
        }
    }

    /// Adds the check character to the first 17 characters.
    pub fn complete(body: &str) -> Result<CreditCode, CreditCodeError> {
        if body.chars().count() != 17 {
            return Err(CreditCodeError::Length(body.chars().count() + 1));
        }
        let mut code = [b'0'; 18];
        let mut sum = 0;
        let mut weight = 1;
        for (at, c) in body.chars().enumerate() {
            let value = value(c).ok_or(CreditCodeError::Character(at + 1))?;
            code[at] = ALPHABET[value];
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        if !code[2..8].iter().all(u8::is_ascii_digit) {
            return Err(CreditCodeError::Area);
        }
        code[17] = ALPHABET[(31 - sum % 31) % 31];
        Ok(CreditCode(code))
    }

    /// All 18 characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code holds ASCII only")
    }

    /// Whether the code belongs to a social organisation (51 社会团体, 52 民办非企业单位,
    /// 53 基金会).
    pub fn is_social_organisation(&self) -> bool {
        matches!(&self.0[..2], b"51" | b"52" | b"53")
    }
}

fn value(c: char) -> Option<usize> {
    ALPHABET.iter().position(|known| char::from(*known) == c)
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for CreditCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CreditCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CreditCode, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        CreditCode::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}

/// Why something is not a unified social credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreditCodeError {
    /// There are not 18 characters.
    #[error("a unified social credit code has 18 characters, not {0}")]
    Length(usize),
    /// A character is not used in these codes.
    #[error(
        "character {0} is not used in unified social credit codes (digits and capital letters without I, O, S, V, Z)"
    )]
    Character(usize),
    /// The area is not six digits.
    #[error("characters 3 to 8 of a unified social credit code are an area of six digits")]
    Area,
    /// The last character does not agree with the others.
    #[error("the check character of the unified social credit code is wrong")]
    CheckDigit,
}

impl Bilingual for CreditCodeError {
    fn zh(&self) -> String {
        match self {
            CreditCodeError::Length(n) => format!("统一社会信用代码应为18位，现为{n}位"),
            CreditCodeError::Character(n) => {
                format!(
                    "统一社会信用代码第{n}位不是可用字符（数字和除 I、O、S、V、Z 以外的大写字母）"
                )
            }
            CreditCodeError::Area => "统一社会信用代码第3至8位应为6位区划数字".to_owned(),
            CreditCodeError::CheckDigit => "统一社会信用代码校验码不正确".to_owned(),
        }
    }

    fn en(&self) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_a_code_and_finds_faults() {
        // A made-up body; the check character was computed by hand from the standard.
        let code = CreditCode::complete("51620521MJX000001").unwrap();
        assert_eq!(CreditCode::parse(&code.as_str().to_lowercase()), Ok(code));
        assert!(code.is_social_organisation());
        assert_eq!(CreditCode::parse("5162"), Err(CreditCodeError::Length(4)));
        assert_eq!(
            CreditCode::parse("51620521MJX00000OO"),
            Err(CreditCodeError::Character(17))
        );
        assert_eq!(
            CreditCode::complete("5162052AMJX000001"),
            Err(CreditCodeError::Area)
        );
    }

    #[test]
    fn check_character_follows_the_weights() {
        // Only the second character counts: 3 × 3 = 9, 31 − 9 = 22 → N.
        assert_eq!(
            CreditCode::complete("03000000000000000").unwrap().as_str(),
            "03000000000000000N"
        );
        // A sum divisible by 31 gives 0.
        assert_eq!(
            CreditCode::complete("00000000000000000").unwrap().as_str(),
            "000000000000000000"
        );
        // 9 × 1 + 1 × 3 = 12, 31 − 12 = 19 → K.
        assert_eq!(
            CreditCode::complete("91000000000000000").unwrap().as_str(),
            "91000000000000000K"
        );
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_found(body in "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}", at in 0usize..18, other in 0usize..31) {
            let code = CreditCode::complete(&body).unwrap();
            prop_assert_eq!(CreditCode::parse(code.as_str()), Ok(code));
            let mut wrong = code.as_str().as_bytes().to_vec();
            if wrong[at] != ALPHABET[other] {
                wrong[at] = ALPHABET[other];
                prop_assert!(CreditCode::parse(std::str::from_utf8(&wrong).unwrap()).is_err());
            }
        }

        #[test]
        fn any_text_is_answered(text in ".{0,24}") {
            let _ = CreditCode::parse(&text);
        }
    }
}
