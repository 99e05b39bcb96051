use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codes::{CodeList, DisabilityGrade, DisabilityKind};
use crate::{Bilingual, IdNumber, IdNumberError, masking, text};

/// The number of a disability certificate (残疾人证): the identity number of the bearer, the
/// kind and the grade of the disability (GB/T 26341-2010), and on reissued cards up to four
/// further characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisabilityCard {
    id_number: IdNumber,
    kind: DisabilityKind,
    grade: DisabilityGrade,
    suffix: [u8; 4],
}

impl DisabilityCard {
    /// Reads a card number; the first 20 characters are checked, a suffix is kept.
    pub fn parse(given: &str) -> Result<DisabilityCard, DisabilityCardError> {
        let tidy: Vec<char> = text::squeeze(&text::fold_width(given))
            .to_uppercase()
            .chars()
            .collect();
        if !(20..=24).contains(&tidy.len()) {
            return Err(DisabilityCardError::Length(tidy.len()));
        }
        let number: String = tidy[..18].iter().collect();
        let id_number = IdNumber::parse(&number).map_err(DisabilityCardError::IdNumber)?;
        let kind =
            DisabilityKind::parse(&tidy[18].to_string()).map_err(|_| DisabilityCardError::Kind)?;
        let grade = DisabilityGrade::parse(&tidy[19].to_string())
            .map_err(|_| DisabilityCardError::Grade)?;
        let mut suffix = [0; 4];
        for (place, c) in suffix.iter_mut().zip(&tidy[20..]) {
            *place = u8::try_from(*c)
                .ok()
                .filter(u8::is_ascii_alphanumeric)
                .ok_or(DisabilityCardError::Suffix)?;
        }
        Ok(DisabilityCard {
            id_number,
            kind,
            grade,
            suffix,
        })
    }

    /// The number of a card given out for the first time.
    pub fn of(id_number: IdNumber, kind: DisabilityKind, grade: DisabilityGrade) -> DisabilityCard {
        DisabilityCard {
            id_number,
            kind,
            grade,
            suffix: [0; 4],
        }
    }

    /// The bearer's identity number.
    pub fn id_number(&self) -> IdNumber {
        self.id_number
    }

    /// The kind of disability.
    pub fn kind(&self) -> DisabilityKind {
        self.kind
    }

    /// The grade of disability.
    pub fn grade(&self) -> DisabilityGrade {
        self.grade
    }

    /// The whole number in the clear.
    pub fn to_plain(&self) -> String {
        let suffix = self
            .suffix
            .iter()
            .take_while(|c| **c != 0)
            .map(|c| char::from(*c));
        let head = format!(
            "{}{}{}",
            self.id_number.as_str(),
            self.kind.code(),
            self.grade.code()
        );
        head.chars().chain(suffix).collect()
    }

    /// The form for lists and logs.
    pub fn masked(&self) -> String {
        masking::mask_id(&self.to_plain())
    }
}

impl fmt::Debug for DisabilityCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DisabilityCard")
            .field(&self.masked())
            .finish()
    }
}

impl Serialize for DisabilityCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_plain())
    }
}

impl<'de> Deserialize<'de> for DisabilityCard {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DisabilityCard, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        DisabilityCard::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}

/// Why something is not the number of a disability certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DisabilityCardError {
    /// There are not 20 to 24 characters.
    #[error(
        "the number of a disability certificate has 20 characters (up to 24 on reissue), not {0}"
    )]
    Length(usize),
    /// The first 18 characters are no identity number.
    #[error("the number of the disability certificate does not begin with an identity number: {0}")]
    IdNumber(IdNumberError),
    /// Character 19 is no kind of disability.
    #[error("character 19 of the disability certificate must be a kind of disability from 1 to 7")]
    Kind,
    /// Character 20 is no grade.
    #[error("character 20 of the disability certificate must be a grade from 1 to 4")]
    Grade,
    /// The suffix of a reissued card has other characters than letters and digits.
    #[error("characters after the 20th of the disability certificate must be letters or digits")]
    Suffix,
}

impl Bilingual for DisabilityCardError {
    fn zh(&self) -> String {
        match self {
            DisabilityCardError::Length(n) => {
                format!("残疾人证号应为20位（换发证最多24位），现为{n}位")
            }
            DisabilityCardError::IdNumber(fault) => {
                format!("残疾人证号前18位不是有效的身份证号：{}", fault.zh())
            }
            DisabilityCardError::Kind => "残疾人证号第19位应为残疾类别1至7".to_owned(),
            DisabilityCardError::Grade => "残疾人证号第20位应为残疾等级1至4".to_owned(),
            DisabilityCardError::Suffix => "残疾人证号第20位之后只能是字母或数字".to_owned(),
        }
    }

    fn en(&self) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_parts() {
        let card = DisabilityCard::parse("11010519491231002x43").unwrap();
        assert_eq!(card.kind(), DisabilityKind::Physical);
        assert_eq!(card.grade(), DisabilityGrade::Third);
        assert_eq!(card.to_plain(), "11010519491231002X43");
        assert_eq!(
            card,
            DisabilityCard::of(card.id_number(), card.kind(), card.grade())
        );
        assert_eq!(
            format!("{card:?}"),
            "DisabilityCard(\"1101************2X43\")"
        );
        let reissued = DisabilityCard::parse(" 11010519491231002X43B1").unwrap();
        assert_eq!(reissued.to_plain(), "11010519491231002X43B1");
        let json = serde_json::to_string(&reissued).unwrap();
        assert_eq!(
            serde_json::from_str::<DisabilityCard>(&json).unwrap(),
            reissued
        );
    }

    #[test]
    fn refuses_with_the_reason() {
        for (given, fault) in [
            ("11010519491231002X4", DisabilityCardError::Length(19)),
            ("11010519491231002X83", DisabilityCardError::Kind),
            ("11010519491231002X45", DisabilityCardError::Grade),
            ("11010519491231002X4三", DisabilityCardError::Grade),
            ("11010519491231002X43-1", DisabilityCardError::Suffix),
            (
                "11010519491231003X43",
                DisabilityCardError::IdNumber(IdNumberError::CheckDigit),
            ),
        ] {
            assert_eq!(DisabilityCard::parse(given), Err(fault), "{given}");
            assert!(!fault.zh().is_empty() && !fault.en().is_empty());
        }
    }
}
