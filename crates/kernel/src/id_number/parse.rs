use chrono::{Datelike, NaiveDate};

use super::{IdNumber, IdNumberError};
use crate::text;

/// The weights of the first 17 digits, GB 11643-1999 §4.4: 2^(18−i) mod 11.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character of each remainder modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";
/// The first two digits in use: GB/T 2260 provinces, 81–83 residence permits.
const PROVINCES: [u8; 35] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
];
/// No living or recently dead person was born earlier.
const FIRST_YEAR: i32 = 1850;

pub(super) fn parse(given: &str) -> Result<IdNumber, IdNumberError> {
    let squeezed = text::squeeze(&text::fold_width(given));
    let tidy: Vec<char> = squeezed
        .trim_start_matches(['\'', '’', '‘', '`'])
        .chars()
        .map(text::look_alike_x)
        .collect();
    if tidy.is_empty() {
        return Err(IdNumberError::Empty);
    }
    if tidy.contains(&'*') {
        return Err(IdNumberError::Masked);
    }
    if tidy.iter().any(|c| matches!(c, 'e' | 'E'))
        && tidy
            .iter()
            .all(|c| c.is_ascii_digit() || ".eE+".contains(*c))
    {
        return Err(IdNumberError::Scientific);
    }
    if tidy.len() != 18 && tidy.len() != 15 {
        return Err(IdNumberError::Length(tidy.len()));
    }
    let last_may_be_x = tidy.len() == 18;
    for (at, c) in tidy.iter().enumerate() {
        let check = last_may_be_x && at == 17 && *c == 'X';
        if !(c.is_ascii_digit() || check) {
            return Err(IdNumberError::Character(at + 1));
        }
    }
    let plain: String = tidy.iter().collect();
    if plain.len() == 15 {
        // Numbers of 15 digits were given out until 1999 and hold two digits of the year.
        return complete(&format!("{}19{}", &plain[..6], &plain[6..]));
    }
    let number = complete(&plain[..17])?;
    if number.as_str() == plain {
        Ok(number)
    } else {
        Err(IdNumberError::CheckDigit)
    }
}

/// Adds the check character to 17 digits and checks the parts.
pub(super) fn complete(body: &str) -> Result<IdNumber, IdNumberError> {
    if body.len() != 17 {
        return Err(IdNumberError::Length(body.len() + 1));
    }
    if let Some(at) = body.bytes().position(|b| !b.is_ascii_digit()) {
        return Err(IdNumberError::Character(at + 1));
    }
    let mut number = [b'0'; 18];
    number[..17].copy_from_slice(body.as_bytes());
    // The cards of foreigners start with a nine, followed by the province.
    let province = if number[0] == b'9' {
        &number[1..3]
    } else {
        &number[..2]
    };
    let province = (province[0] - b'0') * 10 + (province[1] - b'0');
    if !PROVINCES.contains(&province) {
        return Err(IdNumberError::Province);
    }
    birth(&number).ok_or(IdNumberError::BirthDate)?;
    let sum: u32 = number
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    number[17] = CHECKS[(sum % 11) as usize];
    Ok(IdNumber(number))
}

/// The birth date in the digits 7 to 14, when such a day exists.
pub(super) fn birth(number: &[u8; 18]) -> Option<NaiveDate> {
    let digits = |from: usize, to: usize| {
        number[from..to]
            .iter()
            .fold(0u32, |n, d| n * 10 + u32::from(d - b'0'))
    };
    let day = NaiveDate::from_ymd_opt(digits(6, 10).cast_signed(), digits(10, 12), digits(12, 14))?;
    (day.year() >= FIRST_YEAR).then_some(day)
}
