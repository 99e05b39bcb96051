use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Bilingual, masking, text};

/// The number of a bank account or card: 8 to 30 digits. Only its last four are ever shown.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BankAccount(String);

impl BankAccount {
    /// Reads a number; width, odd spaces, hyphens and a leading apostrophe are tolerated.
    /// Passbooks carry no common check digit, so none is demanded; see [`Self::passes_luhn`].
    pub fn parse(given: &str) -> Result<BankAccount, BankAccountError> {
        let tidy: String = text::squeeze(&text::fold_width(given)).replace('-', "");
        let tidy = tidy.trim_start_matches(['\'', '’', '‘']);
        if tidy.is_empty() {
            return Err(BankAccountError::Empty);
        }
        if !tidy.bytes().all(|b| b.is_ascii_digit()) {
            let scientific = tidy.contains(['e', 'E'])
                && tidy
                    .chars()
                    .all(|c| c.is_ascii_digit() || ".eE+".contains(c));
            return Err(if scientific {
                BankAccountError::Scientific
            } else {
                BankAccountError::NotDigits
            });
        }
        if !(8..=30).contains(&tidy.len()) {
            return Err(BankAccountError::Length(tidy.len()));
        }
        Ok(BankAccount(tidy.to_owned()))
    }

    /// Adds the check digit of ISO/IEC 7812-1 (Luhn) to the digits of a card.
    pub fn complete_card(body: &str) -> Result<BankAccount, BankAccountError> {
        if !body.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BankAccountError::NotDigits);
        }
        let check = (0..10)
            .find(|digit| luhn(&format!("{body}{digit}")))
            .unwrap_or(0);
        BankAccount::parse(&format!("{body}{check}"))
    }

    /// Whether the number has the length of a bank card (16 to 19 digits) and its check
    /// digit is right. A card that fails was mistyped; a passbook may fail.
    pub fn passes_luhn(&self) -> bool {
        (16..=19).contains(&self.0.len()) && luhn(&self.0)
    }

    /// All digits in the clear.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form for lists, logs and errors: the last four digits.
    pub fn masked(&self) -> String {
        masking::mask_account(&self.0)
    }
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            if place % 2 == 1 {
                digit * 2 / 10 + digit * 2 % 10
            } else {
                digit
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

impl fmt::Debug for BankAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BankAccount").field(&self.masked()).finish()
    }
}

impl Serialize for BankAccount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for BankAccount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BankAccount, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        BankAccount::parse(&text)
            .map_err(|fault| serde::de::Error::custom(format!("{} / {fault}", fault.zh())))
    }
}

/// Why something is not the number of a bank account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BankAccountError {
    /// Nothing was given.
    #[error("the bank account is empty")]
    Empty,
    /// A spreadsheet turned the number into 6.2E+18 and lost its last digits.
    #[error(
        "the spreadsheet shortened the bank account to scientific notation; type it again in a cell of text format"
    )]
    Scientific,
    /// There are characters that are no digits.
    #[error("a bank account consists of digits only")]
    NotDigits,
    /// There are too few or too many digits.
    #[error("a bank account has 8 to 30 digits, not {0}")]
    Length(usize),
}

impl Bilingual for BankAccountError {
    fn zh(&self) -> String {
        match self {
            BankAccountError::Empty => "银行账号为空".to_owned(),
            BankAccountError::Scientific => {
                "银行账号被表格软件变成科学计数法，末位已丢失，请将单元格设为文本格式后重新填写"
                    .to_owned()
            }
            BankAccountError::NotDigits => "银行账号只能由数字组成".to_owned(),
            BankAccountError::Length(n) => format!("银行账号应为8至30位数字，现为{n}位"),
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
    fn reads_what_people_type() {
        let account = BankAccount::parse("'６２３０ 0000-1234 5678").unwrap();
        assert_eq!(account.as_str(), "6230000012345678");
        assert_eq!(format!("{account:?}"), "BankAccount(\"************5678\")");
        // The worked example of ISO/IEC 7812-1, annex B.
        assert!(BankAccount::parse("4992739871600000").is_ok_and(|a| !a.passes_luhn()));
        assert!(luhn("49927398716") && !luhn("49927398717"));
        for (given, fault) in [
            ("", BankAccountError::Empty),
            ("6.23E+18", BankAccountError::Scientific),
            ("62300000A", BankAccountError::NotDigits),
            ("1234567", BankAccountError::Length(7)),
        ] {
            assert_eq!(BankAccount::parse(given), Err(fault), "{given}");
            assert!(!fault.zh().is_empty() && !fault.en().is_empty());
        }
    }

    proptest! {
        #[test]
        fn completed_cards_pass_and_one_wrong_digit_fails(body in "6[0-9]{17}", at in 0usize..19, other in 0u8..10) {
            let card = BankAccount::complete_card(&body).unwrap();
            prop_assert!(card.passes_luhn());
            let mut wrong = card.as_str().as_bytes().to_vec();
            if wrong[at] != b'0' + other {
                wrong[at] = b'0' + other;
                let wrong = BankAccount::parse(std::str::from_utf8(&wrong).unwrap()).unwrap();
                prop_assert!(!wrong.passes_luhn());
            }
        }
    }
}
