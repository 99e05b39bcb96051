use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Money;
use crate::Bilingual;

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        deserializer.deserialize_any(Amount)
    }
}

struct Amount;

impl Visitor<'_> for Amount {
    type Value = Money;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount in yuan as a decimal string, for example \"1317.00\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Money, E> {
        Money::parse_yuan(text).map_err(|fault| E::custom(format!("{} / {fault}", fault.zh())))
    }

    fn visit_i64<E: Error>(self, yuan: i64) -> Result<Money, E> {
        Money::from_yuan(yuan).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, yuan: u64) -> Result<Money, E> {
        self.visit_str(&yuan.to_string())
    }

    /// A JSON number with decimals arrives here as a double, because readers give no other
    /// form. Nothing is computed with it: its shortest decimal spelling is read as text. Any
    /// number written with at most 15 significant digits comes back from a double in exactly
    /// the digits it was written with (IEEE 754), so the amount is the one that was written;
    /// spellings that need more digits are refused rather than guessed.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Money, E> {
        let text = number.to_string();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits > 15 {
            return Err(E::custom(
                "金额的数字过长，请写成字符串 / the number is too long to be exact; give it as a string",
            ));
        }
        self.visit_str(&text)
    }
}
